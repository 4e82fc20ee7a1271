import { answerRequests, file, fresh, worker } from './worker-scope.ts';

/** The desk's files of this build: the build writes them here. */
declare const DESK_FILES: readonly string[];
declare const DESK_PAGES: readonly string[];
/** Names this build's files: another build keeps its own beside them until nobody uses the old ones. */
declare const DESK_BUILD: string;

const OURS = 'open-returns-desk-';
const CACHE = `${OURS}${DESK_BUILD}`;

/** A page must come from the network, not from a cache in between: it names the files of its build. */
const keepAll = async (): Promise<void> => {
  const cache = await caches.open(CACHE);
  await cache.addAll(DESK_FILES);
  await Promise.all(
    DESK_PAGES.map(async (path) => {
      const page = await fetch(path, { cache: 'no-cache' });
      if (page.ok) await cache.put(path, page);
    }),
  );
};

const forgetOlder = async (): Promise<void> => {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)),
  );
};

const page = async (request: Request): Promise<Response> => {
  const { pathname } = new URL(request.url);
  try {
    const response = await fresh(request);
    if (response.ok) await (await caches.open(CACHE)).put(pathname, response.clone());
    return response;
  } catch {
    return (await caches.match(pathname)) ?? Response.error();
  }
};

worker.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder().then(() => worker.clients.claim()));
});

// The API is never answered from here, nor anything that is sent.
answerRequests((path, request) => {
  if (DESK_PAGES.includes(path)) return page(request);
  return DESK_FILES.includes(path) ? file(request) : null;
});
