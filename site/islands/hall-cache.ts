/** Where a hall's screens are kept on the device that shows them. */
export const HALL_CACHE = 'open-returns-hall';

const HALL_PAGE = /^\/[a-z-]+\/[^/]+\/hall\/$/;
export const isHallPage = (path: string): boolean => HALL_PAGE.test(path);

const isFile = (address: string): boolean => address.startsWith(`${location.origin}/_astro/`);

/** Keeps this page and every file it has loaded; those of an older build of the site go. */
export const keepScreens = async (): Promise<void> => {
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter(isFile);
  const cache = await caches.open(HALL_CACHE);
  await cache.addAll([location.pathname, ...new Set(files)]);
  for (const { url } of await cache.keys()) if (isFile(url) && !files.includes(url)) await cache.delete(url);
};

/** Lets the screens open without a network. Its absence changes nothing else: they then show what they have as long as they are open. */
export const workOffline = async (): Promise<void> => {
  if (!('serviceWorker' in navigator) || !navigator.onLine) return;
  const scope = location.pathname;
  await navigator.serviceWorker.register('/hall-worker.js', { scope, updateViaCache: 'none' });
  await keepScreens();
};
