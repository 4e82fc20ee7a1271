import { parseCheckpoint } from '../ledger/checkpoint.ts';
import { parseNote } from '../ledger/signed-note.ts';
import { dataPaths, FIXED_FILES } from '../publication/paths.ts';
import { readPointer } from '../publication/read-pointer.ts';
import { CannotVerify, type FileRead, type Source } from './source.ts';

/** Notes and pointers are small, feeds have at most some hundred entries; more is not what they are. */
const MAX_HEAD_BYTES = 20_000_000;
const LOOK_AGAIN_MS = 250;

/** The files of an election that move. */
export interface Heads {
  readonly witnesses: FileRead;
  readonly heartbeat: FileRead;
  readonly pointer: FileRead;
  /** By their names. */
  readonly fixed: ReadonlyMap<string, FileRead>;
  readonly checkpoint: FileRead;
}

export const bytesOf = (file: FileRead): Uint8Array | null => (file.kind === 'read' ? file.bytes : null);

/** In the order opposite to the publisher's, so that what is read first is never ahead of what is read last. */
const readHeads = async (source: Source, election: string): Promise<Heads> => {
  const read = (path: string) => source.read(path, MAX_HEAD_BYTES);
  const witnesses = await read(dataPaths.witnesses(election));
  const heartbeat = await read(dataPaths.heartbeat(election));
  const pointer = await read(dataPaths.latest(election));
  const fixed = await Promise.all(
    FIXED_FILES.map(async (name) => [name, await read(dataPaths.fixed(election, name))] as const),
  );
  return {
    witnesses,
    heartbeat,
    pointer,
    fixed: new Map(fixed),
    checkpoint: await read(dataPaths.checkpoint(election)),
  };
};

/** Size that a checkpoint states, signed or not: only to see whether it has moved. */
export const statedSize = (file: FileRead): number | null => {
  const note = parseNote(bytesOf(file) ?? '');
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note;
  return checkpoint.ok ? checkpoint.value.size : null;
};

const pointerOf = ({ pointer }: Heads) => {
  const bytes = bytesOf(pointer);
  return bytes && readPointer(bytes);
};

const statedVersion = ({ heartbeat }: Heads): number => {
  const note = parseNote(bytesOf(heartbeat) ?? '');
  return note.ok ? Number(note.value.text.split('\n')[2]) : 0;
};

/** Whether the files tell of one state; while it is published, the pointer follows the checkpoint a moment later. */
const areSettled = (heads: Heads): boolean => {
  const size = statedSize(heads.checkpoint);
  const pointer = pointerOf(heads);
  if (size === null) return true;
  if (pointer === null) return heads.pointer.kind !== 'missing';
  return pointer.size === size && !(statedVersion(heads) > pointer.version);
};

/** How long what moves is given to come to rest, and how one waits. */
export interface Patience {
  /** How long a pointer may lag behind the checkpoint. */
  readonly settleMs: number;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Looks again until `done`, with pauses of `settleMs` in all. */
export const lookUntil = async <T>(
  look: () => Promise<T>,
  done: (value: T) => boolean,
  { settleMs, pause }: Patience,
): Promise<T> => {
  let value = await look();
  for (let waited = 0; !done(value) && waited < settleMs; waited += LOOK_AGAIN_MS) {
    await pause(Math.min(LOOK_AGAIN_MS, settleMs));
    value = await look();
  }
  return value;
};

/** The moving files of one state, or how they stand after waiting for it. */
export const gatherHeads = async (source: Source, election: string, patience: Patience): Promise<Heads> => {
  const heads = await lookUntil(() => readHeads(source, election), areSettled, patience);
  const { pointer, checkpoint } = heads;
  if (checkpoint.kind === 'failed' && checkpoint.unreachable) {
    throw new CannotVerify(`${source.name}: ${dataPaths.checkpoint(election)} ${checkpoint.why}.`);
  }
  if (checkpoint.kind === 'failed' && pointer.kind !== 'read') {
    throw new CannotVerify(`${source.name}: ${dataPaths.checkpoint(election)} ${checkpoint.why}.`);
  }
  if (checkpoint.kind === 'missing' && pointer.kind === 'missing' && heads.heartbeat.kind === 'missing') {
    const listed = await source.list(election);
    if (!listed?.length)
      throw new CannotVerify(`Nothing is published of ${election} at ${source.name}.`, { isNothing: true });
  }
  return heads;
};
