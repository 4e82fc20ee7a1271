import { electFromList } from '#shared/allocation/after-poll.ts';
import type { ProgressView } from '#shared/desk/desk-views.ts';
import type { Declaration } from '#shared/election/acts.ts';
import type { Constituency } from '#shared/election/definition.ts';
import type { Text } from '#shared/election/text.ts';
import type { ContestantResult, SeatFilled } from '#shared/recount/results.ts';

/** One who is declared elected, with what took the seat. */
export interface ReadSeat {
  readonly number: string;
  readonly name: Text;
  readonly affiliation: Text | null;
  /** Votes of the list or candidate; of the last round where papers are ranked. */
  readonly votes: number;
  readonly by: SeatFilled['by'];
}

/** A winner who died or was disqualified after the close of poll, and who is elected instead, if anybody [2016 ¶2.30, ¶3.42]. */
export interface ReadReplacement {
  readonly number: string;
  readonly gone: Text;
  readonly event: string;
  readonly by: Text | null;
}

/** All that the words to read aloud are made from, in every language. */
export interface ReadFacts {
  readonly election: Text;
  readonly constituency: Text;
  readonly kind: Constituency['kind'];
  readonly system: Constituency['system'];
  readonly seats: number;
  readonly outcome: 'elected' | 'uncontested' | 'failed' | 'terminated';
  readonly elected: readonly ReadSeat[];
  readonly replaced: readonly ReadReplacement[];
  readonly unfilled: number;
  readonly valid: number;
  readonly quota: string | null;
  readonly rounds: number;
  /** Papers still counted in the last round. */
  readonly lastRoundPapers: number | null;
  readonly reason: string | null;
}

const owns = ({ id, candidates }: ContestantResult, name: string): boolean =>
  id === name || candidates.some((candidate) => candidate.id === name);

const seatOf = (view: ProgressView, id: string): ReadSeat | null => {
  const contestant = view.contestants.find((one) => owns(one, id));
  if (!contestant) return null;
  const seat = view.seatOrder.find((one) => one.candidate === id);
  const round = view.rounds.at(-1);
  return {
    number: contestant.number,
    name: contestant.candidates.find((one) => one.id === id)?.name ?? contestant.name,
    affiliation: contestant.affiliation ?? null,
    votes: round?.votes[contestant.id] ?? contestant.votes,
    by: seat?.by ?? 'votes',
  };
};

/** Names in the order in which their seats fell; a name without a seat of its own comes last. */
const inSeatOrder = (view: ProgressView, elected: readonly string[]): readonly string[] => {
  const order = view.seatOrder.map(({ candidate }) => candidate);
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...elected].sort((a, b) => place(a) - place(b));
};

const replacedIn = (view: ProgressView, contestant: ContestantResult): readonly ReadReplacement[] => {
  const at = (stage: string) =>
    new Set(view.events.filter((event) => event.stage === stage).map(({ candidate }) => candidate));
  const [struck, out] = [at('before_polling_day'), at('after_close')];
  const standing = contestant.candidates.filter(({ id }) => !struck.has(id));
  const nameOf = (id: string): Text => standing.find((one) => one.id === id)?.name ?? contestant.name;
  const names = standing.map(({ id }) => id);
  const seats = Math.min(contestant.seats, names.length);
  return electFromList({ names, seats, out }).replaced.map(({ winner, by }) => ({
    number: contestant.number,
    gone: nameOf(winner),
    event: view.events.find(({ candidate }) => candidate === winner)?.event ?? 'died',
    by: by === null ? null : nameOf(by),
  }));
};

const outcomeOf = (view: ProgressView, { outcome }: Pick<Declaration, 'outcome'>): ReadFacts['outcome'] =>
  outcome === 'elected' && view.public.status === 'uncontested' ? 'uncontested' : outcome;

/** What a declaration would say of the count as it stands. */
export const readFacts = (
  view: ProgressView,
  declaration: Pick<Declaration, 'outcome' | 'elected' | 'reason'>,
): ReadFacts => {
  const { election, constituency } = view.sheet;
  const { outcome, elected, reason = null } = declaration;
  return {
    election: election.title,
    constituency: constituency.name,
    kind: constituency.kind,
    system: constituency.system,
    seats: constituency.seats,
    outcome: outcomeOf(view, declaration),
    elected: inSeatOrder(view, elected)
      .map((id) => seatOf(view, id))
      .filter((seat) => seat !== null),
    replaced: outcome === 'terminated' ? [] : view.contestants.flatMap((one) => replacedIn(view, one)),
    unfilled: outcome === 'elected' ? (view.ready?.unfilled ?? 0) : 0,
    valid: view.public.valid,
    quota: view.public.quota,
    rounds: view.rounds.length,
    lastRoundPapers: view.rounds.at(-1)?.denominator ?? null,
    reason,
  };
};
