import { differenceWords } from './difference-words.ts';
import type { Finding } from './finding.ts';
import { firstDifference } from './first-difference.ts';

export interface FixedFacts {
  readonly path: string;
  /** As published at its fixed address. */
  readonly bytes: Uint8Array;
  /** What the whole ledger gives. */
  readonly expected: Uint8Array;
  /** What the version gives that the pointer names, where that is an earlier one. */
  readonly before: Uint8Array | undefined;
}

/** Holds a file that moves with the ledger against what its last version gives. */
export const checkFixed = ({ path, bytes, expected, before }: FixedFacts): readonly Finding[] => {
  const difference = firstDifference(path, bytes, expected);
  if (difference === null) return [];
  const isEarlier = before !== undefined && firstDifference(path, bytes, before) === null;
  if (!isEarlier) return [{ kind: 'differs', path, message: differenceWords(difference), difference }];
  const message =
    'is still that of the version the pointer names: it was rolled back, or publishing has stalled';
  return [{ kind: 'rolled-back', path, message }];
};
