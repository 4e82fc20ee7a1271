import { type ComponentType, createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Language } from '#shared/election/text.ts';
import { must } from '#shared/result.ts';
import { useDesk } from '../../desk-context.ts';
import type { ScreenProps } from '../../routes.ts';
import { loadPlatformWords, type PlatformWords } from './load.ts';

const WordsContext = createContext<PlatformWords | null>(null);

export const usePlatformWords = (): PlatformWords =>
  must(useContext(WordsContext), 'a screen of the platform is shown inside its words');

const loaded = new Map<Language, PlatformWords>();

/** Shows a screen once the words of its language are there; in another language it stays until those have come. */
export const withWords =
  (Shown: ComponentType<ScreenProps>): ComponentType<ScreenProps> =>
  (props) => {
    const { language, words } = useDesk();
    const [known, setKnown] = useState(() => loaded.get(language) ?? null);
    useEffect(() => {
      let isHere = true;
      void loadPlatformWords(language).then((found) => {
        loaded.set(language, found);
        if (isHere) setKnown(found);
      });
      return () => {
        isHere = false;
      };
    }, [language]);
    if (!known) return <p class="loading">{words.common.loading}</p>;
    return (
      <WordsContext.Provider value={known}>
        <Shown {...props} />
      </WordsContext.Provider>
    );
  };
