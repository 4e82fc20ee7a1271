import { compare, type Fraction, fraction, subtract } from '../fraction.ts';
import { must } from '../result.ts';
import { allocateListSeats, type ListAllocation, type ListPoll } from './list-pr.ts';
import { requireWhole } from './whole-figures.ts';

export interface MisplacedTest {
  readonly estimate: number;
  /** Smallest difference of any two remainders; lists without a remainder take no part [C-9]. */
  readonly smallestGap: Fraction | null;
  /** Whether request B may be made: only an estimate below the smallest gap bars it [2016 ¶5.80]. */
  readonly requestBAccepted: boolean;
}

export interface MisplacedTestOfPoll extends MisplacedTest {
  /** Last winning remainder less the first losing one: the gap that decides seats. */
  readonly decidingGap: Fraction | null;
  /**
   * Lists that win other seats if all estimated papers were theirs. May name some although request B is
   * barred: the papers raise the quota too, so the printed reason of the test is not always true.
   */
  readonly changedIfAllFor: readonly string[];
}

const smallestGapOf = (remainders: readonly (Fraction | null)[]): Fraction | null => {
  const sorted = remainders.filter((remainder) => remainder !== null).sort(compare);
  const gaps = sorted
    .slice(1)
    .map((remainder, index) => subtract(remainder, must(sorted[index], 'one stands before')));
  return gaps.reduce<Fraction | null>(
    (least, gap) => (least && compare(least, gap) <= 0 ? least : gap),
    null,
  );
};

/** Holds the estimated number of misplaced papers against the remaining votes [2016 ¶5.80, C-8, C-9]. */
export const testMisplaced = (estimate: number, remainders: readonly (Fraction | null)[]): MisplacedTest => {
  requireWhole('The estimate', [estimate]);
  const smallestGap = smallestGapOf(remainders);
  const requestBAccepted = smallestGap === null || compare(fraction(estimate), smallestGap) >= 0;
  return { estimate, smallestGap, requestBAccepted };
};

const decidingGapOf = ({ tie, lastSeat }: ListAllocation): Fraction | null =>
  tie ? fraction(0) : (lastSeat?.gap ?? null);

const seatsAndTie = ({ lists, tie }: ListAllocation): string =>
  [...lists.map(({ seats }) => seats), ...(tie?.among ?? [])].join('\n');

/** The same test for a poll, with the seats that the papers could move; never label a seat decided by it. */
export const testMisplacedIn = (estimate: number, poll: Omit<ListPoll, 'draws'>): MisplacedTestOfPoll => {
  const now = allocateListSeats(poll);
  const before = seatsAndTie(now);
  const changes = (id: string): boolean => {
    const lists = poll.lists.map((list) =>
      list.id === id ? { ...list, votes: list.votes + estimate } : list,
    );
    return seatsAndTie(allocateListSeats({ ...poll, lists })) !== before;
  };
  return {
    ...testMisplaced(
      estimate,
      now.lists.map(({ remainder }) => remainder),
    ),
    decidingGap: decidingGapOf(now),
    changedIfAllFor: poll.lists.map(({ id }) => id).filter(changes),
  };
};
