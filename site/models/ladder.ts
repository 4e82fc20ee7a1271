import { compare, parse } from '#shared/fraction.ts';
import type {
  CandidateResult,
  ConstituencySummary,
  ContestantResult,
  SeatFilled,
} from '#shared/recount/results.ts';
import { distance, exact } from '../words/format.ts';
import { lengthOf, percent, type Tick, ticksOf } from './scale.ts';
import { byNumber, contestantById } from './subject.ts';

/** The ladder of quotas and remainders as rows: three tables on one scale. */

export interface LadderRow {
  readonly key: string;
  readonly contestant: ContestantResult;
  readonly candidate: CandidateResult | null;
  /** Place of the name on its list, from 1. */
  readonly position: number;
  readonly seat: number | null;
  readonly mark: 'quota' | 'remainder' | 'tie' | null;
  /** Start and end of the dark part, end of the soft part, in percent of the scale. */
  readonly from: number;
  readonly dark: number;
  readonly soft: number;
  readonly figure: string;
  readonly second: string | null;
  readonly balls: readonly number[];
}

export interface Ladder {
  readonly byQuota: readonly LadderRow[];
  readonly byRemainder: readonly LadderRow[];
  readonly tied: readonly LadderRow[];
  readonly without: readonly LadderRow[];
  readonly exhausted: readonly ContestantResult[];
  /** Seats that no list can fill. */
  readonly unfilled: number;
  readonly remainderSeats: number;
  readonly quotaAt: number;
  readonly lastAt: number | null;
  readonly gap: string | null;
  readonly lotsDrawn: boolean;
  readonly ticks: readonly Tick[];
}

interface Scale {
  readonly result: ConstituencySummary;
  readonly quota: number;
  readonly top: number;
  readonly last: string | null;
}

const scaleOf = (result: ConstituencySummary): Scale => {
  const quota = lengthOf(result.quota);
  const top = Math.max(1, quota, ...result.contestants.map(({ votes }) => votes));
  return { result, quota, top, last: result.lastSeat?.figure ?? null };
};

const ballsOf = (result: ConstituencySummary, id: string): readonly number[] =>
  result.lots.rounds.flatMap(({ drawn }) =>
    drawn.filter(({ contestant }) => contestant === id).map(({ number }) => number),
  );

type Figures = Pick<LadderRow, 'mark' | 'from' | 'dark' | 'soft' | 'figure' | 'second'>;

/** The n-th quota of a list: its bar starts where the one before ended, the rest is soft. */
const quotaFigures = (
  { quota, top }: Scale,
  { votes, quotaSeats, remainder }: ContestantResult,
  nth: number,
): Figures => {
  const isLast = nth >= quotaSeats;
  const end = percent(nth * quota, top);
  return {
    mark: 'quota',
    from: nth === 1 ? 0 : percent((nth - 1) * quota, top),
    dark: end,
    soft: isLast ? percent(votes, top) : end,
    figure: exact(String(votes)),
    second: isLast && remainder !== null ? exact(remainder) : null,
  };
};

const remainderFigures = ({ last, top }: Scale, figure: string): Figures => ({
  mark: 'remainder',
  from: 0,
  dark: percent(lengthOf(figure), top),
  soft: 0,
  figure: exact(figure),
  second: last === null ? null : distance(figure, last),
});

/** Seats in the order in which they fell, each with the name that takes it. */
const filledRows = (scale: Scale): readonly { readonly seat: SeatFilled; readonly row: LadderRow }[] => {
  const find = contestantById(scale.result.contestants);
  const taken = new Map<string, number>();
  return [...scale.result.seatOrder]
    .sort((a, b) => a.seat - b.seat)
    .flatMap((seat) => {
      const contestant = find(seat.contestant);
      if (contestant === undefined) return [];
      const nth = (taken.get(contestant.id) ?? 0) + 1;
      taken.set(contestant.id, nth);
      const index = contestant.candidates.findIndex(({ id }) => id === seat.candidate);
      const figures =
        seat.by === 'quota'
          ? quotaFigures(scale, contestant, nth)
          : remainderFigures(scale, seat.figure ?? contestant.remainder ?? '0');
      const balls = seat.by === 'lots' ? ballsOf(scale.result, contestant.id) : [];
      const candidate = contestant.candidates[index] ?? null;
      const key = `${contestant.id}-${nth}`;
      return [
        {
          seat,
          row: { key, contestant, candidate, position: index + 1, seat: seat.seat, balls, ...figures },
        },
      ];
    });
};

/** A list that could take one more seat but has not: its next name, its remainder, how far it is from the last seat. */
const waitingRow = (scale: Scale, contestant: ContestantResult, mark: LadderRow['mark']): LadderRow => {
  const remainder = contestant.remainder ?? '0';
  return {
    key: `${contestant.id}-next`,
    contestant,
    candidate: contestant.candidates[contestant.seats] ?? null,
    position: contestant.seats + 1,
    seat: null,
    mark,
    from: 0,
    dark: 0,
    soft: percent(lengthOf(remainder), scale.top),
    figure: exact(remainder),
    second: scale.last === null ? null : distance(remainder, scale.last),
    balls: ballsOf(scale.result, contestant.id),
  };
};

const byLargestRemainder = (a: ContestantResult, b: ContestantResult): number =>
  compare(parse(b.remainder ?? '0'), parse(a.remainder ?? '0')) || byNumber(a, b);

/** Lists that hold a remainder and have taken no seat with it, nearest first. */
const withoutRemainderSeat = (result: ConstituencySummary): readonly ContestantResult[] => {
  const took = new Set(
    result.seatOrder.filter(({ by }) => by !== 'quota').map(({ contestant }) => contestant),
  );
  return result.contestants
    .filter(({ id, remainder }) => remainder !== null && !took.has(id))
    .sort(byLargestRemainder);
};

/** Places every seat of a list-PR count on the ladder, with what stood next to it. [2016 ¶2.24] */
export const ladderOf = (result: ConstituencySummary): Ladder => {
  const scale = scaleOf(result);
  const filled = filledRows(scale);
  const open = result.lots.needed ? result.lots.among : [];
  const others = withoutRemainderSeat(result);
  const byQuota = filled.filter(({ seat }) => seat.by === 'quota').map(({ row }) => row);
  const byRemainder = filled.filter(({ seat }) => seat.by !== 'quota').map(({ row }) => row);
  // A seat whose winner has no name left stands in its own row; the others no list could take.
  const nameless = result.seatOrder.filter(({ candidate }) => candidate === null).length;
  const unfilled = Math.max(0, result.unfilled - nameless);
  const cutByRemainder = scale.last !== null && byRemainder.length > 0;
  return {
    byQuota,
    byRemainder,
    tied: others.filter(({ id }) => open.includes(id)).map((list) => waitingRow(scale, list, 'tie')),
    without: others.filter(({ id }) => !open.includes(id)).map((list) => waitingRow(scale, list, null)),
    exhausted: result.contestants.filter(({ remainder, quotaSeats }) => remainder === null && quotaSeats > 0),
    unfilled,
    remainderSeats: Math.max(0, result.seats - byQuota.length - unfilled),
    quotaAt: percent(scale.quota, scale.top),
    lastAt: cutByRemainder ? percent(lengthOf(scale.last), scale.top) : null,
    gap: result.lastSeat?.gap ?? null,
    lotsDrawn: result.seatOrder.some(({ by }) => by === 'lots'),
    ticks: ticksOf(scale.top, scale.quota),
  };
};

/** Lists that gain and lose a seat under the other reading of the quota's fraction. */
export const otherRule = (
  result: ConstituencySummary,
): { readonly gain: readonly string[]; readonly lose: readonly string[] } | null => {
  const other = result.otherRuleSeats;
  if (other === null || !result.flags.includes('quotaRuleSensitive')) return null;
  const changed = (sign: 1 | -1) =>
    result.contestants
      .filter(({ id, seats }) => Math.sign((other[id] ?? seats) - seats) === sign)
      .map(({ number }) => number);
  return { gain: changed(1), lose: changed(-1) };
};
