import * as z from 'zod/mini';
import { dataPaths } from '#shared/publication/paths.ts';
import { readIndex, readPointer } from '#shared/publication/read-pointer.ts';

const Stations = z.looseObject({
  stations: z.array(z.looseObject({ id: z.string(), status: z.string() })),
});

const REPORTED: ReadonlySet<string> = new Set(['reported', 'recounting']);

/**
 * Stations that published pages already show as reported: their first reports need not be sent again after a restart.
 * Only a short cut: whatever cannot be read is left out, and what is sent again is answered as a replay.
 */
export const publishedStations = async (
  origin: string,
  election: string,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> => {
  try {
    const bytes = async (path: string): Promise<Uint8Array | null> => {
      const response = await fetch(new URL(path, origin), { signal });
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    };
    const latest = await bytes(`/${dataPaths.latest(election)}`);
    const pointer = latest && readPointer(latest);
    const listed = pointer?.files['index.json'] && (await bytes(pointer.files['index.json'].path));
    const index = listed && readIndex(listed);
    if (!index) return new Set();
    const paths = Object.entries(index.files)
      .filter(([name]) => name.startsWith('constituencies/'))
      .map(([, { path }]) => path);
    const files = await Promise.all(paths.map(bytes));
    const reported = files.flatMap((file) => {
      const parsed = file && z.safeParse(Stations, JSON.parse(new TextDecoder().decode(file)));
      return parsed?.success ? parsed.data.stations.filter(({ status }) => REPORTED.has(status)) : [];
    });
    return new Set(reported.map(({ id }) => id));
  } catch {
    signal.throwIfAborted();
    return new Set();
  }
};
