/**
 * Lets a hall's screens open again while there is no network: with the page they showed last. Pages and their files are put into the cache by
 * the page itself, and renewed here with everything that it fetches.
 */
import { HALL_CACHE, isHallPage } from '../islands/hall-cache.ts';
import { answerRequests, file, fresh, worker } from './worker-scope.ts';

/** As long as an edge may show an older page while the store behind it is down: until then a kept page that is newer is shown instead. */
const DAY_MS = 86_400_000;

const versionOf = (html: string): number => Number(/ data-version="(\d+)"/.exec(html)?.[1] ?? 0);

const isNewer = async (kept: Response, than: Response): Promise<boolean> => {
  const keptAt = Date.parse(kept.headers.get('date') ?? '');
  if (!(Date.now() - keptAt < DAY_MS)) return false;
  const [keptPage, page] = await Promise.all([kept.clone().text(), than.clone().text()]);
  return versionOf(keptPage) > versionOf(page);
};

/** The newest page there is, and never one that is older than what was shown. */
const page = async (path: string, request: Request): Promise<Response> => {
  const cache = await caches.open(HALL_CACHE);
  const kept = await cache.match(path);
  try {
    const response = await fresh(request);
    if (!response.ok) return response;
    if (kept && (await isNewer(kept, response))) return kept;
    await cache.put(path, response.clone());
    return response;
  } catch {
    return kept ?? Response.error();
  }
};

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
answerRequests((path, request) => {
  if (isHallPage(path)) return page(path, request);
  return path.startsWith('/_astro/') ? file(request) : null;
});
