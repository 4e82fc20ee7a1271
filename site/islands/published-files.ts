import type { VersionIndex } from '#shared/recount/results.ts';
import type { Pointer } from './feed.ts';

/** Nobody answered: no connection, or too slow a one. Every other failure is the server's. */
export class Unreachable extends Error {}

export interface PointerAnswer {
  readonly pointer: Pointer;
  /** The server's clock in milliseconds, so that a wrong clock of the reader tells no lies. */
  readonly serverTime: number | null;
}

export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

const get = async (fetch: Fetch, address: string): Promise<Response> => {
  const signal = AbortSignal.timeout(15_000);
  const answer = await fetch(address, { cache: 'no-cache', signal }).catch((cause: unknown) => {
    throw new Unreachable(address, { cause });
  });
  if (!answer.ok) throw new Error(address);
  return answer;
};

const isPointer = (value: Partial<Pointer> | null): value is Pointer =>
  Number.isSafeInteger(value?.version) && typeof value?.files === 'object' && value.files !== null;

const serverTimeOf = ({ headers }: Response): number | null => {
  const sentAt = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(sentAt) ? null : sentAt + 1000 * (Number(headers.get('age')) || 0);
};

export const readPointer = async (fetch: Fetch, address: string): Promise<PointerAnswer> => {
  const answer = await get(fetch, address);
  const pointer = await answer.json();
  if (!isPointer(pointer)) throw new Error(address);
  return { pointer, serverTime: serverTimeOf(answer) };
};

/** Where a file of the newest version is, as its index tells; null where it has none of that name. */
export const findFile = async (
  fetch: Fetch,
  pointerAddress: string,
  name: string,
): Promise<string | null> => {
  const { pointer } = await readPointer(fetch, pointerAddress);
  const index = pointer.files['index.json'];
  if (index === undefined) return null;
  const { files } = JSON.parse(await readPage(fetch, index.path)) as Pick<VersionIndex, 'files'>;
  return files[name]?.path ?? null;
};

/** The time in the heartbeat note, its fourth line, or not a number; signatures are for verifiers. */
export const readHeartbeat = async (fetch: Fetch, pointerAddress: string): Promise<number> => {
  const note = await readPage(fetch, pointerAddress.replace(/[^/]*$/, 'heartbeat'));
  return Date.parse(note.split('\n')[3] ?? '');
};

export const readPage = async (fetch: Fetch, address: string): Promise<string> =>
  (await get(fetch, address)).text();
