/** The desk's files of this build: the build writes them here. */
declare const DESK_FILES: readonly string[];
declare const DESK_PAGES: readonly string[];
/** Names this build's files: another build keeps its own beside them until nobody uses the old ones. */
declare const DESK_BUILD: string;

interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** As much of a service worker's surroundings as is used: their types would hide those of pages from the rest of the site. */
interface WorkerScope {
  readonly location: { readonly origin: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}

const worker = self as unknown as WorkerScope;
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

/** How long a page may take before the kept one is shown: a hall's network often neither works nor fails. */
const PATIENCE_MS = 4000;

const fresh = async (request: Request): Promise<Response> => {
  const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (response.status >= 500) throw new Error(`The desk's page was answered with ${response.status}`);
  return response;
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

/** Files never change under their names. */
const file = async (request: Request): Promise<Response> => (await caches.match(request)) ?? fetch(request);

worker.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  // The API is never answered from here, nor anything that is sent.
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (DESK_PAGES.includes(pathname)) event.respondWith(page(request));
  else if (DESK_FILES.includes(pathname)) event.respondWith(file(request));
});
