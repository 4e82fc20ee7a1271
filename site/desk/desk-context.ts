import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Language, type Text, textIn } from '#shared/election/text.ts';
import { must } from '#shared/result.ts';
import type { Api } from './api.ts';
import type { DeskSignIn } from './observed-sign-in.ts';
import type { Device } from './offline/device.ts';
import type { DeskSession } from './sign-in/session.ts';
import type { DeskWords } from './words/load.ts';

/** What every screen can use. */
export interface Desk {
  readonly language: Language;
  readonly words: DeskWords;
  readonly api: Api;
  readonly signIn: DeskSignIn;
  /** Drafts, the outbox, and what is kept for working without a network. */
  readonly device: Device;
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
