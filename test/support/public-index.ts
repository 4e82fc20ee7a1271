import { dataPaths } from '#shared/publication/paths.ts';
import type { LatestPointer, VersionIndex } from '#shared/recount/results.ts';
import { must } from '#shared/result.ts';

/** Reads a public file by its key, without a slash before it. */
type ReadText = (key: string) => Promise<string>;

/** Every file of what an election's pointer names now, as a reader finds it: pointer, index, file. */
export const publishedIndex = async (read: ReadText, election: string): Promise<VersionIndex> => {
  const pointer = JSON.parse(await read(dataPaths.latest(election))) as LatestPointer;
  const named = must(pointer.files['index.json'], 'the pointer names the index');
  return JSON.parse(await read(named.path.slice(1))) as VersionIndex;
};

/** The key of a file of the newest version. */
export const publishedKey = async (read: ReadText, election: string, name: string): Promise<string> =>
  must((await publishedIndex(read, election)).files[name], `${name} is published`).path.slice(1);

/** Over HTTP, from a portal's origin. */
export const overHttp =
  (origin: string): ReadText =>
  async (key) => {
    const response = await fetch(`${origin}/${key}`);
    if (!response.ok) throw new Error(`${key}: ${response.status}`);
    return response.text();
  };

/** A table without the columns that tell when and where in the ledger something came: the figures alone. */
export const figuresOf = (csv: string): string => {
  const moving: ReadonlySet<string> = new Set(['as_of', 'reported_at', 'entry', 'superseded_by']);
  const [header = '', ...rows] = csv.split('\r\n').map((line) => line.split(','));
  const kept = (header as readonly string[]).map((name) => !moving.has(name.replace('\ufeff', '')));
  return [header as readonly string[], ...rows]
    .map((cells) => cells.filter((_, index) => kept[index]).join(','))
    .join('\n');
};
