import type { Phrase } from './phrase.ts';

/** What a vote is given to, as sentences name it. */
export type Unit = 'list' | 'candidate';

/** What the words of a state may speak of; every language takes the same facts. */
export interface StateFacts {
  readonly reported: number;
  readonly expected: number;
  readonly pollClosesAt: string;
  readonly recounting: number;
  readonly tie: TieFacts | null;
  readonly declaredAt: string | null;
  readonly correction: CorrectionFacts | null;
  readonly seats: number;
  readonly candidates: number;
  readonly unfilled: number;
}

export interface TieFacts {
  readonly unit: Unit;
  readonly numbers: readonly string[];
  readonly places: number;
  /** Whether the tie is on remaining votes or on votes. */
  readonly on: 'remainder' | 'votes';
}

export interface CorrectionFacts {
  readonly station: string;
  readonly unit: Unit;
  readonly number: string;
  readonly old: string;
  readonly now: string;
  readonly at: string;
  readonly reason: string | null;
}

/** The closest call of a constituency, figures already written out. */
export interface ContestFacts {
  readonly unit: Unit;
  readonly reported: number;
  readonly expected: number;
  readonly ahead: string;
  readonly behind: string;
  readonly gap: string;
}

export interface ListResultFacts {
  readonly elected: number;
  readonly lists: number;
  readonly byQuota: number;
  readonly byRemainder: number;
  readonly unfilled: number;
  /** Distance between the last seat and the next remainder, or null where lots or nobody decided. */
  readonly gap: string | null;
  readonly lots: boolean;
}

export interface RoundResultFacts {
  readonly name: Phrase;
  readonly round: number;
  readonly votes: string;
  readonly papers: string;
  readonly exhausted: number;
  /** Votes of the elected candidate are at most half of all valid papers. */
  readonly belowHalfOfAll: boolean;
}

export interface WinnerFacts {
  readonly name: Phrase;
  readonly votes: string;
  readonly gap: string | null;
  readonly behind: string | null;
}

export interface StationFacts {
  readonly name: Phrase;
  readonly constituency: Phrase;
  readonly valid: number;
  /** Whether these are papers rather than votes. */
  readonly papers: boolean;
  readonly declared: boolean;
}

export interface ElectionFacts {
  readonly constituencies: number;
  readonly declared: number;
  readonly seats: number;
  readonly reported: number;
  readonly expected: number;
}
