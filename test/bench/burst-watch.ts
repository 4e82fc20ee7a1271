import { dataPaths } from '#shared/publication/paths.ts';
import type { ConstituencyResult, LatestPointer } from '#shared/recount/results.ts';
import { BURST } from './burst-election.ts';

const EVERY_MS = 40;

export interface Watch {
  /** When each station's report was first seen in the results that the pointer names. */
  readonly publicAt: ReadonlyMap<string, number>;
  /** How long each look at the pointer took. */
  readonly looks: readonly number[];
  /** The newest results, by constituency. */
  readonly results: ReadonlyMap<string, ConstituencyResult>;
  stop(): Promise<void>;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const jsonAt = async <T>(url: string): Promise<T | null> => {
  // A connection may be closed just as it is used again: ask once more.
  const response = await fetch(url).catch(() => fetch(url));
  const text = await response.text();
  return response.ok ? (JSON.parse(text) as T) : null;
};

/** Asks for the pointer again and again as a reader does, and reads the constituencies that have changed. */
export const watchPointer = (origin: string): Watch => {
  const publicAt = new Map<string, number>();
  const results = new Map<string, ConstituencyResult>();
  const looks: number[] = [];
  const seen = new Set<string>();
  let stopping = false;

  const read = async (path: string, at: number): Promise<void> => {
    const result = await jsonAt<ConstituencyResult>(`${origin}${path}`);
    if (!result) throw new Error(`The pointer names ${path}, which is not there`);
    results.set(result.id, result);
    seen.add(path);
    for (const { id, status } of result.stations) {
      if (status === 'reported' && !publicAt.has(id)) publicAt.set(id, at);
    }
  };

  const look = async (): Promise<void> => {
    const from = performance.now();
    const pointer = await jsonAt<LatestPointer>(`${origin}/${dataPaths.latest(BURST)}`);
    const at = performance.now();
    looks.push(at - from);
    const changed = Object.entries(pointer?.files ?? {})
      .filter(([name, { path }]) => name.startsWith('constituencies/') && !seen.has(path))
      .map(([, { path }]) => path);
    await Promise.all(changed.map((path) => read(path, at)));
  };

  const watching = (async () => {
    while (!stopping) {
      await look();
      await pause(EVERY_MS);
    }
    await look();
  })();
  // Told by stop().
  watching.catch(() => undefined);
  return {
    publicAt,
    looks,
    results,
    stop: async () => {
      stopping = true;
      await watching;
    },
  };
};
