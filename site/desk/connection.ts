import { source } from './observable.ts';

const RETRY_MS = 10_000;

/** Whether the last request reached the server. */
export const connection = source<'online' | 'offline'>(navigator.onLine ? 'online' : 'offline');

export const reached = (): void => connection.set('online');
export const lost = (): void => connection.set('offline');

/** The smallest question to the server: is it there? The service worker never answers in its place. */
const probe = async (): Promise<void> => {
  try {
    await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' });
    reached();
  } catch {
    lost();
  }
};

/** Watches the network: browsers know when a cable is pulled, not when the network behind it is gone. */
export const watchConnection = (): void => {
  addEventListener('offline', lost);
  addEventListener('online', () => void probe());
  setInterval(() => {
    if (connection.get() === 'offline') void probe();
  }, RETRY_MS);
};
