/** As much of a service worker's surroundings as is used: their types would hide those of pages from the rest of the site. */
interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

interface WorkerScope {
  readonly location: { readonly origin: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}

export const worker = self as unknown as WorkerScope;

/** How long a page may take before the kept one is shown: a hall's network often neither works nor fails. */
const PATIENCE_MS = 4000;

/** What the network answers. @throws where it does not in time, or the server is in trouble */
export const fresh = async (request: Request): Promise<Response> => {
  const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (response.status >= 500) throw new Error(`The page was answered with ${response.status}`);
  return response;
};

/** Files never change under their names. */
export const file = async (request: Request): Promise<Response> =>
  (await caches.match(request)) ?? fetch(request);

/** Answers what this origin is asked for and never changes anything there: `answer` says null of what is none of its business. */
export const answerRequests = (
  answer: (path: string, request: Request) => Promise<Response> | null,
): void => {
  worker.addEventListener('fetch', (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== worker.location.origin) return;
    const answered = answer(pathname, request);
    if (answered !== null) event.respondWith(answered);
  });
};
