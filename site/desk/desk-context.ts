import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Language, type Text, textIn } from '#shared/election/text.ts';
import { must } from '#shared/result.ts';
import type { Api } from './api.ts';
import type { DeskSession, SignInPort } from './session.ts';
import type { DeskWords } from './words/load.ts';

/** What every screen can use. */
export interface Desk {
  readonly language: Language;
  readonly words: DeskWords;
  readonly api: Api;
  readonly signIn: SignInPort;
  /** Whoever is signed in. Screens are shown only while somebody is, or was until a moment ago. */
  readonly session: DeskSession;
  /** Says a sentence to screen readers, once, without moving the focus. */
  readonly announce: (sentence: string) => void;
  /** Names the station or constituency in the ink bar. */
  readonly tellSubject: (subject: string) => void;
}

export const DeskContext = createContext<Desk | null>(null);

export const useDesk = (): Desk => must(useContext(DeskContext), 'a screen is shown inside the desk');

/** A name in the officer's language, or in the one it was given in. */
export const useName = (): ((text: Text) => { readonly text: string; readonly lang: Language }) => {
  const { language } = useDesk();
  return (text) => textIn(text, language);
};
