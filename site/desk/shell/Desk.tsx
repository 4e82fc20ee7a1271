import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Language } from '#shared/election/text.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import { deskApi } from '../api.ts';
import { DeskContext, type Desk as DeskValue } from '../desk-context.ts';
import { useObserved } from '../observable.ts';
import type { DeskSignIn } from '../observed-sign-in.ts';
import type { Device } from '../offline/device.ts';
import { isNothing, NOTHING_UNSENT } from '../offline/unsent.ts';
import type { DeskSession } from '../sign-in/session.ts';
import { type DeskWords, loadWords } from '../words/load.ts';
import { Bar } from './Bar.tsx';
import { forgetEverything } from './forget-everything.ts';
import { Routed } from './Routed.tsx';
import { SessionDialogs } from './SessionDialogs.tsx';
import { SignedOut } from './SignedOut.tsx';
import { SignOut } from './SignOut.tsx';
import { skipTo } from './skip-to.ts';

const MAIN = 'main';

interface DeskProps {
  readonly language: Language;
  readonly words: DeskWords;
  readonly signIn: DeskSignIn;
  readonly device: Device;
  /** Who left forms here and did not sign out. */
  readonly lastAccount: DeskSession | null;
}

interface Spoken {
  readonly language: Language;
  readonly words: DeskWords;
}

/** Another language changes the words only: session, screen and every field stay. */
const useLanguage = (first: Spoken): readonly [Spoken, (language: Language) => void] => {
  const [spoken, setSpoken] = useState(first);
  const change = useCallback((language: Language) => {
    void loadWords(language).then((words) => {
      document.documentElement.lang = language;
      history.replaceState(null, '', `${pagePaths.desk(language)}${location.hash}`);
      setSpoken({ language, words });
    });
  }, []);
  return [spoken, change];
};

/** A sentence for screen readers; the same sentence again is said again. */
const useAnnouncer = () => {
  const region = useRef<HTMLParagraphElement>(null);
  const announce = useCallback((sentence: string) => {
    if (!region.current) return;
    region.current.textContent = '';
    setTimeout(() => {
      if (region.current) region.current.textContent = sentence;
    }, 50);
  }, []);
  return { region, announce };
};

/** Signing out, after asking where something would be lost. */
const useSignOut = (signIn: DeskSignIn, device: Device, session: DeskSession | null) => {
  const [unsent, setUnsent] = useState(NOTHING_UNSENT);
  const leave = async () => {
    await forgetEverything(device, session?.account ?? null);
    setUnsent(NOTHING_UNSENT);
    await signIn.signOut();
  };
  const ask = async () => {
    const found = session ? await device.unsent(session.account) : NOTHING_UNSENT;
    if (isNothing(found)) await leave();
    else setUnsent(found);
  };
  return { unsent, ask, leave, stay: () => setUnsent(NOTHING_UNSENT) };
};

/** The desk: ink bar, one screen, one status region, and the messages about the session. */
export const Desk = (props: DeskProps) => {
  const { signIn, device, lastAccount } = props;
  const [{ language, words }, changeLanguage] = useLanguage(props);
  const state = useObserved(signIn.state);
  const session = state.kind === 'signed-out' ? null : state.session;
  const [subject, tellSubject] = useState('');
  const { region, announce } = useAnnouncer();
  const signOut = useSignOut(signIn, device, session);
  const spokenNow = useRef(language);
  spokenNow.current = language;
  const api = useMemo(
    () => deskApi({ fetchApi: signIn.fetchApi, language: () => spokenNow.current }),
    [signIn],
  );
  useEffect(() => (state.kind === 'signed-in' ? device.begin(state.session, api) : undefined), [state, api]);
  const desk = useMemo<DeskValue | null>(
    () => session && { language, words, api, device, signIn, session, announce, tellSubject },
    [language, words, api, device, signIn, session, announce],
  );
  return (
    <DeskContext.Provider value={desk}>
      <a class="skip" href={`#${MAIN}`} onClick={skipTo(MAIN)}>
        {words.shell.skip}
      </a>
      <Bar
        words={words}
        language={language}
        subject={session ? subject : ''}
        session={session}
        onLanguage={changeLanguage}
        onSignOut={() => void signOut.ask()}
      />
      <main id={MAIN} class="page" tabIndex={-1}>
        {desk ? (
          <Routed key={session?.account} />
        ) : (
          <SignedOut words={words} language={language} signIn={signIn} lastAccount={lastAccount} />
        )}
      </main>
      <p class="vh" role="status" ref={region} />
      {desk && <SessionDialogs />}
      {desk && !isNothing(signOut.unsent) && (
        <SignOut unsent={signOut.unsent} onStay={signOut.stay} onLeave={() => void signOut.leave()} />
      )}
    </DeskContext.Provider>
  );
};
