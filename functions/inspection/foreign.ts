import { type Kind, kindOf } from './kinds.ts';

/** What somebody would open with another program. */
const FOREIGN: ReadonlySet<Kind | null> = new Set<Kind | null>([
  'program',
  'shell-script',
  'shortcut',
  'php',
  'html',
  'pdf',
]);

/** Enough to know a kind by its beginning. */
const BEGINNING = 4096;

/** Whether something begins here that this file has no business to hold. */
export const isForeignAt = (bytes: Uint8Array, at: number): boolean =>
  at < bytes.length && FOREIGN.has(kindOf(bytes.subarray(at, at + BEGINNING)));
