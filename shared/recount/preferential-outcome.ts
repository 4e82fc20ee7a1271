import { decideRound } from '../allocation/elimination-rule.ts';
import { resolveLots } from '../allocation/lots.ts';
import { sharesOf } from '../allocation/percentages.ts';
import { countPreferential, type PreferentialRound } from '../allocation/preferential.ts';
import type { Draw } from '../election/acts.ts';
import type { Constituency } from '../election/definition.ts';
import { type InvalidPapers, validBallots } from './ballots.ts';
import type { RoundsEntry } from './count-entry.ts';
import { type Circumstances, emptyOutcome, lotsState, type Outcome } from './outcome.ts';
import type { CountRound, LotsState } from './results.ts';
import type { Tally } from './tally.ts';

interface Count {
  readonly valid: number;
  readonly rejected: number;
  readonly rounds: readonly PreferentialRound[];
  readonly lots: LotsState;
  readonly lotsRefused: boolean;
}

const sum = (figures: Readonly<Record<string, number>>): number =>
  Object.values(figures).reduce((total, figure) => total + figure, 0);

const received = (
  transfers: Readonly<Record<string, Readonly<Record<string, number>>>>,
  continuing: readonly string[],
): Record<string, number> =>
  Object.fromEntries(
    continuing.map((id) => [id, Object.values(transfers).reduce((total, row) => total + (row[id] ?? 0), 0)]),
  );

/** Rounds that were logged instead of rankings: the last one is decided again, with the lots drawn since. */
const fromEntry = (entry: RoundsEntry, candidates: readonly string[], draws: readonly Draw[]): Count => {
  let exhaustedTotal = 0;
  const rounds = entry.rounds.map((logged, index): PreferentialRound => {
    const continuing = candidates.filter((id) => Object.hasOwn(logged.votes, id));
    exhaustedTotal += logged.exhausted;
    const last = index === entry.rounds.length - 1;
    const standing = {
      round: logged.round,
      continuing,
      votes: logged.votes,
      denominator: sum(logged.votes),
      transferred: received(logged.transfers, continuing),
      transfers: logged.transfers,
      exhausted: logged.exhausted,
      exhaustedTotal,
      eliminated: logged.eliminated,
    };
    if (!last) return { ...standing, elected: [], by: null };
    const decision = decideRound({
      continuing,
      votes: logged.votes,
      denominator: standing.denominator,
      firstOnly: index === 0 && entry.firstPreferencesOnly,
    });
    if (decision.kind === 'elect') return { ...standing, elected: [decision.elected], by: decision.by };
    return { ...standing, elected: [], by: null };
  });
  const final = rounds.at(-1);
  const tied = final && final.by === null && final.eliminated.length === 0 ? final.continuing : [];
  const { lots, problem } = resolveLots(tied, Math.min(tied.length, 1), draws);
  const settled =
    final && lots.winners.length > 0
      ? [...rounds.slice(0, -1), { ...final, elected: lots.winners, by: 'lots' as const }]
      : rounds;
  return {
    valid: entry.valid,
    rejected: sum(entry.invalid),
    rounds: settled,
    lots: lotsState(lots),
    lotsRefused: problem !== null,
  };
};

const fromRankings = (tally: Tally, candidates: readonly string[], draws: readonly Draw[]): Count => {
  const invalid: InvalidPapers = {};
  const count = countPreferential({ candidates, ballots: validBallots(tally.reports, invalid), draws });
  return {
    valid: count.valid,
    rejected: sum(invalid),
    rounds: count.rounds,
    lots: lotsState(count.lots),
    lotsRefused: count.lotsProblem !== null,
  };
};

const withShares = (round: PreferentialRound): CountRound => {
  const shares = sharesOf(round.continuing.map((id) => round.votes[id] ?? 0));
  return {
    ...round,
    shares: Object.fromEntries(round.continuing.map((id, index) => [id, shares[index] ?? '0.00'])),
  };
};

const seatsOf = (rounds: readonly CountRound[]): Outcome['seats'] =>
  (rounds.at(-1)?.elected ?? []).map((contestant, index) => ({
    seat: index + 1,
    contestant,
    by: rounds.at(-1)?.by === 'lots' ? 'lots' : 'majority',
    figure: String(rounds.at(-1)?.votes[contestant] ?? 0),
  }));

const lastSeatOf = (rounds: readonly CountRound[]): Outcome['lastSeat'] => {
  const final = rounds.at(-1);
  const winner = final?.elected[0];
  if (!final || winner === undefined) return null;
  const others = final.continuing.filter((id) => id !== winner);
  const next = others.reduce<string | null>(
    (best, id) => (best === null || (final.votes[id] ?? 0) > (final.votes[best] ?? 0) ? id : best),
    null,
  );
  const figure = final.votes[winner] ?? 0;
  const nextFigure = next === null ? null : (final.votes[next] ?? 0);
  return {
    contestant: winner,
    figure: String(figure),
    next,
    nextFigure: nextFigure === null ? null : String(nextFigure),
    gap: nextFigure === null ? null : String(figure - nextFigure),
  };
};

/** Preferential elimination [2016 ¶3.34, App.3]; from the rankings, or from logged rounds where those stay private. */
export const preferentialOutcome = (
  constituency: Constituency,
  tally: Tally,
  { draws }: Circumstances,
  entry: RoundsEntry | null,
): Outcome => {
  const candidates = constituency.contestants.map(({ id }) => id);
  const count = entry ? fromEntry(entry, candidates, draws) : fromRankings(tally, candidates, draws);
  const rounds = count.rounds.map(withShares);
  const first = rounds[0]?.votes ?? {};
  return {
    ...emptyOutcome(new Map(candidates.map((id) => [id, first[id] ?? 0]))),
    valid: count.valid,
    rejected: count.rejected,
    seats: seatsOf(rounds),
    rounds,
    lots: count.lots,
    flags: count.lotsRefused ? ['lotsNotApplicable'] : [],
    lastSeat: lastSeatOf(rounds),
  };
};
