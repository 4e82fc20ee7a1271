import { render } from 'preact';
import { LANGUAGES } from '#shared/election/text.ts';
import { must } from '#shared/result.ts';
import { connection, watchConnection } from './connection.ts';
import { deskSignIn } from './observed-sign-in.ts';
import { deviceOf } from './offline/device.ts';
import { indexedStore } from './offline/device-store.ts';
import { oneTabAtATime } from './offline/outbox.ts';
import { registerWorker } from './offline/register-worker.ts';
import { takeAfterLeaving } from './progress/last-seen.ts';
import { watchAddress } from './router.ts';
import { Desk } from './shell/Desk.tsx';
import { tellKeeping } from './shell/keeping.ts';
import { browserSignIn } from './sign-in/session.ts';
import { loadWords } from './words/load.ts';

const root = must(document.getElementById('desk'), 'the desk has its place on its page');
const language = LANGUAGES.find((known) => known === document.documentElement.lang) ?? 'en';

const start = async (): Promise<void> => {
  const signIn = deskSignIn(browserSignIn());
  const device = deviceOf(indexedStore(), oneTabAtATime);
  const [words, lastAccount] = await Promise.all([
    loadWords(language),
    device.here.lastAccount().catch(() => {
      tellKeeping({ possible: false });
      return null;
    }),
    signIn.arrived,
  ]);
  const onTheWall = takeAfterLeaving(sessionStorage);
  if (onTheWall) signIn.resume(onTheWall);
  watchAddress();
  watchConnection();
  root.replaceChildren();
  render(
    <Desk language={language} words={words} signIn={signIn} device={device} lastAccount={lastAccount} />,
    root,
  );
  await registerWorker(connection.get() === 'online');
};

await start();
