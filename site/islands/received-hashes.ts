import { readReference } from '#shared/advertisements/reference.ts';
import { type Fetch, findFile, readPage } from './published-files.ts';

/** A file that was received, as `advertisement-hashes.json` has it. */
export interface ReceivedFile {
  readonly account: string;
  readonly reference: string;
  readonly receivedAt: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly entry: number;
}

/** The list as it stands now; asked for anew each time, so that what has just been received is found. */
export const readReceived = async (
  fetch: Fetch,
  pointerAddress: string,
): Promise<readonly ReceivedFile[]> => {
  const path = await findFile(fetch, pointerAddress, 'advertisement-hashes.json');
  if (path === null) return [];
  return (JSON.parse(await readPage(fetch, path)) as { hashes: readonly ReceivedFile[] }).hashes;
};

const SHA256 = /^[0-9a-f]{64}$/;

/** What somebody typed: a hash, a reference, one whose check character says that something is wrong, or neither. */
export type Asked =
  | { readonly kind: 'hash'; readonly sha256: string }
  | { readonly kind: 'reference'; readonly account: string; readonly number: number; readonly year: string }
  | { readonly kind: 'bad-reference' }
  | { readonly kind: 'neither' };

export const readAsked = (typed: string): Asked => {
  const text = typed.normalize('NFKC').replaceAll(/\s/g, '');
  const sha256 = text.toLowerCase();
  if (SHA256.test(sha256)) return { kind: 'hash', sha256 };
  const found = readReference(text);
  if (found) return { kind: 'reference', ...found, year: text.replace(/\D/g, '').slice(0, 2) };
  return /^EA\W?\d/i.test(text) ? { kind: 'bad-reference' } : { kind: 'neither' };
};

/** The files that answer a question; those of a reference in the order of its submission. */
export const answersTo = (asked: Asked, received: readonly ReceivedFile[]): readonly ReceivedFile[] => {
  if (asked.kind === 'hash') return received.filter(({ sha256 }) => sha256 === asked.sha256);
  if (asked.kind !== 'reference') return [];
  return received.filter(({ reference }) => {
    const own = readReference(reference);
    const isSame = own?.account === asked.account && own.number === asked.number;
    // References of another year's election may differ in nothing else.
    return isSame && reference.slice(3, 5) === asked.year;
  });
};
