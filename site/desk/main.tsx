import { render } from 'preact';
import { LANGUAGES } from '#shared/election/text.ts';
import { must } from '#shared/result.ts';
import { watchConnection } from './connection.ts';
import { watchAddress } from './router.ts';
import { Desk, type Keeper } from './shell/Desk.tsx';
import { session } from './sign-in/session.ts';
import { loadWords } from './words/load.ts';

const root = must(document.getElementById('desk'), 'the desk has its place on its page');
const language = LANGUAGES.find((known) => known === document.documentElement.lang) ?? 'en';

const keeper: Keeper = { unsent: async () => 0, forget: async () => {}, begin: () => () => {} };

const start = async (): Promise<void> => {
  const words = await loadWords(language);
  watchAddress();
  watchConnection();
  root.replaceChildren();
  render(<Desk language={language} words={words} signIn={session} keeper={keeper} />, root);
};

await start();
