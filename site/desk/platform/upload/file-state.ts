import { checkFile } from '#shared/advertisements/check-file.ts';
import type { Draft, DraftFile } from '../draft/draft.ts';

/**
 * How far a file has come. `barred` cannot be filed and is not sent; `gone` must be chosen again: this device has it no more, or it was
 * changed since.
 */
export type Phase = 'barred' | 'reading' | 'gone' | 'waiting' | 'sending' | 'paused' | 'sent';

export interface FileState {
  readonly phase: Phase;
  /** Bytes read, or sent. */
  readonly done: number;
  /** The network was lost while it was on its way. */
  readonly wasCut: boolean;
  /** This device keeps the file itself: it may be closed. */
  readonly isKept: boolean;
}

export type FileStates = Readonly<Record<string, FileState>>;

export const isBarred = ({ name, bytes }: DraftFile): boolean =>
  checkFile({ name, bytes }).problems.length > 0;

/** What all files of a submission come to. */
export interface Whole {
  readonly files: number;
  readonly sent: number;
  readonly sending: number;
  readonly waiting: number;
  readonly barred: number;
  readonly gone: number;
  readonly bytes: number;
  readonly bytesSent: number;
  readonly percent: number;
}

/** Counts files; what is barred is no part of the whole. Rounded down: a hundred is said once everything is here. */
export const wholeOf = ({ files }: Pick<Draft, 'files'>, states: FileStates): Whole => {
  const of = (file: DraftFile): FileState | undefined => states[file.key];
  const counted = files.filter((file) => of(file)?.phase !== 'barred');
  const count = (...phases: readonly Phase[]): number =>
    files.filter((file) => phases.some((phase) => phase === of(file)?.phase)).length;
  const bytes = counted.reduce((sum, file) => sum + file.bytes, 0);
  const sentOf = (file: DraftFile): number => {
    const state = of(file);
    if (state?.phase === 'sent') return file.bytes;
    return state?.phase === 'sending' ? Math.min(state.done, file.bytes) : 0;
  };
  const bytesSent = counted.reduce((sum, file) => sum + sentOf(file), 0);
  const isAll = counted.length > 0 && counted.every((file) => of(file)?.phase === 'sent');
  const percent = bytes === 0 ? 0 : Math.floor((100 * bytesSent) / bytes);
  return {
    files: counted.length,
    sent: count('sent'),
    sending: count('sending'),
    waiting: count('reading', 'waiting', 'paused'),
    barred: count('barred'),
    gone: count('gone'),
    bytes,
    bytesSent,
    percent: isAll ? 100 : Math.min(99, percent),
  };
};

/** Seconds left at the pace so far; null while too little has moved to say. */
export const secondsLeft = (
  { bytes, bytesSent }: Pick<Whole, 'bytes' | 'bytesSent'>,
  pace: { readonly bytes: number; readonly ms: number },
): number | null =>
  pace.ms < 1000 || pace.bytes <= 0 ? null : Math.ceil((((bytes - bytesSent) / pace.bytes) * pace.ms) / 1000);
