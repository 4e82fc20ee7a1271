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

/** One thing that does not hold: the public file in which it shows, and a sentence that says what is wrong. */
export interface Finding {
  readonly kind: FindingKind;
  readonly path: string;
  readonly message: string;
}
