import type { Language } from '#shared/election/text.ts';
import type { ConstituencySummary, ContestantResult, CountRound } from '#shared/recount/results.ts';
import { count, share, signed } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { plainName } from './names.ts';
import { byNumber, contestantById, isDeclared } from './subject.ts';

export interface RoundCell {
  readonly votes: string;
  readonly change: string | null;
  readonly share: string;
  readonly width: number;
  readonly eliminated: boolean;
  readonly elected: boolean;
  readonly tied: boolean;
}

export interface RoundRow {
  readonly contestant: ContestantResult;
  /** One cell per round; null once the candidate is out. */
  readonly cells: readonly (RoundCell | null)[];
}

const lastRound = (rounds: readonly CountRound[], id: string): number =>
  rounds.reduce((last, round) => (round.continuing.includes(id) ? round.round : last), 0);

/** Final order: who stayed longest stands first, then by the votes of the last round stayed in. */
export const finalOrder = (result: ConstituencySummary): readonly ContestantResult[] => {
  const final = (contestant: ContestantResult): number => {
    const last = result.rounds.find((round) => round.round === lastRound(result.rounds, contestant.id));
    return last?.votes[contestant.id] ?? 0;
  };
  const elected = new Set(result.rounds.flatMap((round) => round.elected));
  return [...result.contestants].sort(
    (a, b) =>
      Number(elected.has(b.id)) - Number(elected.has(a.id)) ||
      lastRound(result.rounds, b.id) - lastRound(result.rounds, a.id) ||
      final(b) - final(a) ||
      byNumber(a, b),
  );
};

const cellOf = (round: CountRound, id: string, tied: boolean): RoundCell | null => {
  if (!round.continuing.includes(id)) return null;
  const votes = round.votes[id] ?? 0;
  const moved = round.transferred[id] ?? 0;
  return {
    votes: count(votes),
    change: round.round === 1 ? null : moved === 0 ? '+0' : signed(moved),
    share: share(round.shares[id] ?? null, votes),
    width:
      round.denominator === 0 || votes === 0
        ? 0
        : Math.max(0.4, Math.round((votes / round.denominator) * 10_000) / 100),
    eliminated: round.eliminated.includes(id),
    elected: round.elected.includes(id),
    tied,
  };
};

export const roundRows = (result: ConstituencySummary): readonly RoundRow[] => {
  const last = result.rounds.at(-1);
  return finalOrder(result).map((contestant) => ({
    contestant,
    cells: result.rounds.map((round) =>
      cellOf(
        round,
        contestant.id,
        round === last && result.lots.needed && result.lots.among.includes(contestant.id),
      ),
    ),
  }));
};

export const neededOf = (round: CountRound): number => Math.floor(round.denominator / 2) + 1;

/** What happened in each round, told in words. [2016 App.3] */
export const roundsInWords = (
  result: ConstituencySummary,
  words: Words,
  language: Language,
): readonly string[] => {
  const find = contestantById(result.contestants);
  const name = (id: string): string => {
    const contestant = find(id);
    return contestant === undefined ? id : plainName((contestant.candidates[0] ?? contestant).name, language);
  };
  const space = language === 'en' ? ' ' : '';
  const w = words.rounds;
  const solid = isDeclared(result);

  const moves = (round: CountRound): string[] =>
    Object.entries(round.transfers).map(([from, to]) => {
      const given = Object.entries(to).filter(([, papers]) => papers > 0);
      const movedAway = given.reduce((sum, [, papers]) => sum + papers, 0);
      const before = result.rounds.find((one) => one.round === round.round - 1)?.votes[from] ?? movedAway;
      return w.movedTo(
        name(from),
        given.map(([id, papers]) => ({ to: name(id), papers })),
        Math.max(0, before - movedAway),
      );
    });

  const decided = (round: CountRound, id: string): string => {
    const votes = count(round.votes[id] ?? 0);
    switch (round.by) {
      case 'plurality_first_only':
        return w.plurality(name(id), votes);
      case 'only_one_left':
        return w.onlyOne(name(id));
      case 'lots':
        return `${w.byLots(result.lots.among.map(name))}${space}${w.lotsGave(name(id))}`;
      default:
        return (solid ? w.isElected : w.wouldBe)(name(id), votes, count(round.denominator));
    }
  };

  const standing = (round: CountRound): string[] => {
    const [winner] = round.elected;
    if (winner !== undefined) return [decided(round, winner)];
    const most = Math.max(0, ...round.continuing.map((id) => round.votes[id] ?? 0));
    const top = round.continuing.filter((id) => (round.votes[id] ?? 0) === most);
    if (round.eliminated.length === 0)
      return [w.byLots(result.lots.among.length > 0 ? result.lots.among.map(name) : top.map(name))];
    const fewest = count(round.votes[round.eliminated[0] ?? ''] ?? 0);
    return [
      w.most(top.map(name), count(most)),
      w.nobody(count(neededOf(round))),
      w.goesOut(round.eliminated.map(name), fewest),
    ];
  };

  return result.rounds.map((round) => [...moves(round), ...standing(round)].join(space));
};
