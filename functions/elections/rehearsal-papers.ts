import type { Constituency } from '#shared/election/definition.ts';
import type { Ranking, StationReport } from '#shared/election/report.ts';
import { type SeededNumbers, shareOut } from './seeded-numbers.ts';

type Grounds = NonNullable<StationReport['invalid']>;
type Account = NonNullable<StationReport['account']>;

/** Grounds of each system with how often they come, in parts [2016 ¶5.72, ¶5.89]. */
const INVALID_PARTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  list_pr: { unmarked: 9, not_stamp: 5, overvote_list: 6 },
  first_past_the_post: { unmarked: 8, not_stamp: 4, overvote_candidate: 3 },
  preferential: { unmarked: 2, not_arabic: 2, multiple_first: 1, no_first: 1 },
};

const withoutZeros = (grounds: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(grounds).filter(([, papers]) => papers > 0));

/** Papers not counted: set aside at once, or questionable and rejected after a look. */
export interface RejectedPapers {
  readonly invalid: Grounds;
  readonly questionable: NonNullable<StationReport['questionable']>;
  readonly total: number;
}

/** Between 0.8 and 2.2 per cent of the papers, of which about a seventh was questionable. */
export const rejectedPapersOf = (
  constituency: Constituency,
  papers: number,
  numbers: SeededNumbers,
): RejectedPapers => {
  const total = Math.floor((papers * numbers.between(8, 22)) / 1000);
  const questioned = Math.floor(total / 7);
  const parts = INVALID_PARTS[constituency.system] ?? {};
  const shares = shareOut(total - questioned, Object.values(parts));
  const rejected = shareOut(questioned, [3, 1, 2]);
  return {
    invalid: withoutZeros(
      Object.fromEntries(Object.keys(parts).map((ground, index) => [ground, shares[index] ?? 0])),
    ),
    questionable: {
      accepted: Math.floor(questioned / 2) + numbers.below(4),
      rejected: withoutZeros({
        uncertain: rejected[0] ?? 0,
        mutilated: rejected[1] ?? 0,
        intention_unclear: rejected[2] ?? 0,
      }),
    },
    total,
  };
};

/** A ballot paper account that balances but for `missing` papers: papers carried off, or fewer than none [counting.md §7]. */
export const balancedAccount = (papersInBox: number, missing: number, numbers: SeededNumbers): Account => {
  const unused = numbers.below(4);
  const spoilt = numbers.below(9);
  const issued = papersInBox + missing + unused + spoilt;
  const supplied = 100 * Math.ceil((issued + numbers.between(40, 600)) / 100);
  return { supplied, unissued: supplied - issued, unused, spoilt, tendered: numbers.below(2) };
};

const drawOne = (weights: ReadonlyMap<string, number>, numbers: SeededNumbers): string => {
  let left = numbers.below([...weights.values()].reduce((sum, weight) => sum + weight, 0));
  for (const [id, weight] of weights) {
    left -= weight;
    if (left < 0) return id;
  }
  return '';
};

/** One paper: candidates by strength, often not all of them, now and then with a rank skipped or given twice [2016 ¶5.91]. */
const rankedPaper = (strength: ReadonlyMap<string, number>, numbers: SeededNumbers): Ranking['order'] => {
  const open = new Map(strength);
  const order: Ranking['order'] = [];
  const ranks = numbers.between(1, strength.size);
  while (order.length < ranks) {
    const chosen = drawOne(open, numbers);
    open.delete(chosen);
    order.push(chosen);
  }
  if (order.length > 1 && numbers.chance(3)) return [...order.slice(0, 1), null, ...order.slice(1)];
  const [first, second, third] = order;
  if (typeof first === 'string' && typeof second === 'string' && typeof third === 'string') {
    if (numbers.chance(3)) return [first, [second, third]];
  }
  return order;
};

/** So many papers, equal ones put together, in a fixed order. */
export const rankedPapers = (
  strength: ReadonlyMap<string, number>,
  papers: number,
  numbers: SeededNumbers,
): Ranking[] => {
  const counted = new Map<string, number>();
  for (let paper = 0; paper < papers; paper += 1) {
    const order = JSON.stringify(rankedPaper(strength, numbers));
    counted.set(order, (counted.get(order) ?? 0) + 1);
  }
  return [...counted]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([order, count]) => ({ order: JSON.parse(order) as Ranking['order'], papers: count }));
};
