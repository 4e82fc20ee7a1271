import { differenceWords } from './difference-words.ts';
import type { Finding } from './finding.ts';
import { firstDifference } from './first-difference.ts';
import { slidingWindow } from './sliding-window.ts';
import type { FileRead, Source } from './source.ts';

/** A file as it must be. */
export interface ExpectedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Said beside the path, `version 17`. */
  readonly of: string;
}

/** Room for a file that was made longer, so that the difference can still be told. */
const MIN_READ_BYTES = 4_000_000;

/** What a failed or missing read means for the file. */
export const notRead = (path: string, read: FileRead): Finding | null => {
  if (read.kind === 'read') return null;
  return read.kind === 'missing'
    ? { kind: 'missing', path, message: 'is missing' }
    : { kind: 'unreadable', path, message: read.why };
};

const answeredAs = (path: string, contentType: string | null): string =>
  contentType?.startsWith('text/html') && !path.endsWith('.html')
    ? ' (the server answered with a web page)'
    : '';

/** Holds one published file against what the ledger gives, byte for byte. */
export const compareFile = async (
  source: Source,
  { path, bytes, of }: ExpectedFile,
): Promise<Finding | null> => {
  const read = await source.read(path, Math.max(MIN_READ_BYTES, 2 * bytes.length));
  if (read.kind !== 'read') return notRead(path, read);
  const difference = firstDifference(path, read.bytes, bytes);
  if (difference === null) return null;
  const message = `(${of}) ${differenceWords(difference)}${answeredAs(path, read.contentType)}`;
  return { kind: 'differs', path, message, difference };
};

export interface Fetched {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly findings: readonly Finding[];
}

/** Reads files by their keys, a few at a time; all of them must be there. */
export const fetchAll = async (source: Source, keys: readonly string[], atMost: number): Promise<Fetched> => {
  const window = slidingWindow<readonly [string, FileRead]>();
  for (const key of keys) await window.add(async () => [key, await source.read(key, atMost)]);
  const files = new Map<string, Uint8Array>();
  const findings: Finding[] = [];
  for (const [key, read] of await window.drain()) {
    const finding = notRead(key, read);
    if (finding) findings.push(finding);
    if (read.kind === 'read') files.set(key, read.bytes);
  }
  return { files, findings };
};
