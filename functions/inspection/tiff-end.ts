import { ascii, u16be, u16le, u32be, u32le } from './bytes.ts';

/** Bytes of one value of each type of TIFF 6.0, by its number. */
const VALUE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const [SHORT, LONG, DIRECTORY] = [3, 4, 13];

/** Tags that say where pictures lie, each with the one that says how long they are. */
const PICTURES: readonly (readonly [starts: number, lengths: number])[] = [
  [273, 279],
  [324, 325],
  [513, 514],
];
/** Tags that lead to further directories: of smaller pictures, of the camera, of the place. */
const DIRECTORIES = [330, 34_665, 34_853];
const READ = new Set([...PICTURES.flat(), ...DIRECTORIES]);

/** More than any scanner writes; what a hostile file has beyond is not followed. */
const [MOST_DIRECTORIES, MOST_ENTRIES, MOST_VALUES] = [600, 500, 100_000];

interface Reader {
  readonly bytes: Uint8Array;
  readonly short: (bytes: Uint8Array, at: number) => number;
  readonly long: (bytes: Uint8Array, at: number) => number;
}

interface Directory {
  /** Where the last byte that it speaks of ends, but for pictures. */
  readonly end: number;
  readonly values: ReadonlyMap<number, readonly number[]>;
  readonly next: number;
}

const directoryAt = ({ bytes, short, long }: Reader, at: number): Directory => {
  const entries = Math.min(short(bytes, at), MOST_ENTRIES);
  const values = new Map<number, readonly number[]>();
  let end = at + 6 + 12 * entries;
  for (let entry = at + 2; entry < at + 2 + 12 * entries; entry += 12) {
    const [tag, type, count] = [short(bytes, entry), short(bytes, entry + 2), long(bytes, entry + 4)];
    const size = (VALUE_BYTES[type] ?? 0) * count;
    const from = size > 4 ? long(bytes, entry + 8) : entry + 8;
    end = Math.max(end, from + size);
    if (!READ.has(tag) || ![SHORT, LONG, DIRECTORY].includes(type)) continue;
    const [read, step] = type === SHORT ? [short, 2] : [long, 4];
    const length = Math.min(count, MOST_VALUES);
    values.set(
      tag,
      Array.from({ length }, (_, index) => read(bytes, from + index * step)),
    );
  }
  return { end, values, next: long(bytes, at + 2 + 12 * entries) };
};

const readerOf = (bytes: Uint8Array): Reader =>
  ascii(bytes, 0, 2) === 'II' ? { bytes, short: u16le, long: u32le } : { bytes, short: u16be, long: u32be };

const picturesIn = ({ values }: Directory): readonly number[] =>
  PICTURES.flatMap(([starts, lengths]) =>
    (values.get(starts) ?? []).map((start, index) => start + (values.get(lengths)?.[index] ?? 0)),
  );

const directoriesIn = ({ values }: Directory): readonly number[] =>
  DIRECTORIES.flatMap((tag) => values.get(tag) ?? []);

/**
 * Where the last byte that a TIFF speaks of ends; -1 where its pages go in a circle or lead out of the file. Pages point to the next one, in
 * any order. BigTIFF, whose numbers are wider, is not asked about.
 */
export const endOfTiff = (bytes: Uint8Array): number => {
  const reader = readerOf(bytes);
  const isOutside = (at: number): boolean => at + 2 > bytes.length;
  const seen = new Set<number>();
  let end = 8;
  const take = (at: number): Directory => {
    seen.add(at);
    const directory = directoryAt(reader, at);
    for (const one of [directory.end, ...picturesIn(directory)]) end = Math.max(end, one);
    return directory;
  };
  for (let at = reader.long(bytes, 4); at !== 0 && seen.size < MOST_DIRECTORIES; ) {
    if (seen.has(at) || isOutside(at)) return -1;
    const page = take(at);
    const inside = [...directoriesIn(page)];
    for (let one = inside.pop(); one !== undefined && seen.size < MOST_DIRECTORIES; one = inside.pop())
      if (!seen.has(one) && !isOutside(one)) inside.push(...directoriesIn(take(one)));
    at = page.next;
  }
  return end;
};
