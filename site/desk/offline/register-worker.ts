import { LANGUAGES } from '#shared/election/text.ts';
import { pagePaths } from '#shared/publication/page-views.ts';

const WORKER = '/desk-worker.js';

/** Lets the desk open without a network, in every language. Its absence changes nothing else. */
export const registerWorker = async (online: boolean): Promise<void> => {
  if (!online || !('serviceWorker' in navigator)) return;
  const registered = LANGUAGES.map((language) =>
    navigator.serviceWorker.register(WORKER, { scope: pagePaths.desk(language), updateViaCache: 'none' }),
  );
  await Promise.allSettled(registered);
};
