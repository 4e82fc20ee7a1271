import type { Difference } from './first-difference.ts';

/** What kind of thing does not hold. */
export type FindingKind =
  /** A file that must be there is not. */
  | 'missing'
  /** The place could not be read: nothing is known about the file. */
  | 'unreadable'
  /** A file says something else than the ledger gives. */
  | 'differs'
  /** A key, a signature, or whom they speak for. */
  | 'signature'
  /** An entry that does not belong where it stands. */
  | 'entry'
  /** Smaller than what was signed or seen before. */
  | 'rolled-back'
  /** Not a continuation of what was seen before. */
  | 'fork'
  /** A file that does not follow from the ledger. */
  | 'unaccounted';

const CONTRADICTIONS: ReadonlySet<FindingKind> = new Set(['fork', 'rolled-back', 'signature']);

/** Whether it contradicts what was signed before: whoever kept that goes on keeping it. */
export const isContradiction = ({ kind }: Pick<Finding, 'kind'>): boolean => CONTRADICTIONS.has(kind);

/** How far a ledger goes, against how far it went, or should go: entries that were seen before or that a witness cosigned, or versions. */
export interface Extent {
  readonly of: 'entries' | 'cosigned' | 'versions';
  readonly now: number;
  readonly before: number;
}

/** One thing that does not hold: the public file in which it shows, and a sentence that says what is wrong. */
export interface Finding {
  readonly kind: FindingKind;
  readonly path: string;
  /** English, for those who know the formats; pages put the facts into words of their own. */
  readonly message: string;
  /** Where the file first differs from what the ledger gives. */
  readonly difference?: Difference;
  /** The entry that it is about. */
  readonly entry?: number;
  readonly extent?: Extent;
}
