import { useEffect, useState } from 'preact/hooks';
import { LANGUAGES, type Language } from '#shared/election/text.ts';
import { LANGUAGE_NAMES } from '../../../words/language-names.ts';
import { useDesk } from '../../desk-context.ts';
import { type DeskWords, loadWords } from '../../words/load.ts';
import { Phrased } from '../Phrased.tsx';
import type { ReadFacts } from './read-facts.ts';

/** The words of the language that is read aloud in; the officer's own until another is loaded. */
const useSpoken = () => {
  const { language, words } = useDesk();
  const [spoken, setSpoken] = useState<{ readonly language: Language; readonly words: DeskWords }>({
    language,
    words,
  });
  useEffect(() => setSpoken({ language, words }), [language, words]);
  const speak = (other: Language): void => {
    void loadWords(other).then((loaded) => setSpoken({ language: other, words: loaded }));
  };
  return { spoken, speak };
};

/** The words of a declaration, to be read aloud; each language has its own, none is a translation made by a machine. */
export const ReadAloud = ({ facts }: { readonly facts: ReadFacts }) => {
  const { acts } = useDesk().words;
  const { spoken, speak } = useSpoken();
  return (
    <section class="read-aloud" aria-labelledby="read-aloud">
      <h2 id="read-aloud">{acts.declaration.readTitle}</h2>
      <p class="tongue-choice">
        {LANGUAGES.map((other) => (
          <button
            key={other}
            type="button"
            class="second"
            lang={other}
            aria-pressed={other === spoken.language}
            onClick={() => speak(other)}
          >
            {LANGUAGE_NAMES[other][0]}
          </button>
        ))}
      </p>
      <blockquote lang={spoken.language}>
        {spoken.words.acts.declaration.read(facts).map((paragraph, index) => (
          <p key={index}>
            <Phrased of={paragraph} />
          </p>
        ))}
      </blockquote>
    </section>
  );
};
