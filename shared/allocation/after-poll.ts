import { requireDistinct, requireWhole } from './whole-figures.ts';

export interface ListAfterPoll {
  /** Names in list order, the dead and the disqualified included: they keep their place in the allocation. */
  readonly names: readonly string[];
  readonly seats: number;
  /** Who died or was disqualified after the close of poll. */
  readonly out: ReadonlySet<string>;
}

export interface ElectedAfterPoll {
  readonly elected: readonly string[];
  /** Winners who cannot be declared, each with the name that moved up, if one was left. */
  readonly replaced: readonly { readonly winner: string; readonly by: string | null }[];
  /** To this extent the election failed. */
  readonly unfilled: number;
}

/**
 * Who is declared for a list: the next unelected name of the same list replaces a winner who died or was
 * disqualified after the close of poll; a seat never passes to another list [2016 ¶2.30].
 */
export const electFromList = ({ names, seats, out }: ListAfterPoll): ElectedAfterPoll => {
  requireDistinct(names);
  requireWhole('Seats won', [seats, names.length - seats]);
  const winners = names.slice(0, seats);
  const waiting = names.slice(seats).filter((name) => !out.has(name));
  const lost = winners.filter((name) => out.has(name));
  const replaced = lost.map((winner, index) => ({ winner, by: waiting[index] ?? null }));
  const elected = [...winners.filter((name) => !out.has(name)), ...waiting.slice(0, lost.length)];
  return { elected, replaced, unfilled: seats - elected.length };
};

/** Who is declared in a functional constituency: nobody moves up [2016 ¶3.34, ¶3.42]. */
export const electCandidates = (winners: readonly string[], out: ReadonlySet<string>): ElectedAfterPoll => {
  const elected = winners.filter((winner) => !out.has(winner));
  const replaced = winners.filter((winner) => out.has(winner)).map((winner) => ({ winner, by: null }));
  return { elected, replaced, unfilled: replaced.length };
};

export type PollOutcome = 'elected' | 'partly_failed' | 'failed';

/** What is declared of a poll as a whole [2016 ¶2.22, ¶2.30, ¶3.42]. */
export const pollOutcome = (elected: number, unfilled: number): PollOutcome => {
  requireWhole('Elected and unfilled', [elected, unfilled]);
  if (unfilled === 0) return 'elected';
  return elected === 0 ? 'failed' : 'partly_failed';
};
