import type { ConstituencySummary, ContestantResult, CountStatus } from '#shared/recount/results.ts';
import type { Unit } from '../words/facts.ts';

/** What every part of a page asks about a constituency before it chooses its words and its marks. */

/** Filled marks and the words of a result only stand once the Returning Officer has declared. */
export const isDeclared = (result: Pick<ConstituencySummary, 'declaration'>): boolean =>
  result.declaration !== null && result.declaration.outcome !== 'terminated';

export const isTerminated = (status: CountStatus): boolean => status === 'terminated';

/** Before any report there is a shape but no figure. */
export const hasFigures = (result: ConstituencySummary): boolean =>
  result.stationsReported > 0 && result.status !== 'embargo' && result.status !== 'none';

/** Display rule: seats are only shown openly from half of the reports on. */
export const halfIn = (result: Pick<ConstituencySummary, 'stationsReported' | 'stationsExpected'>): boolean =>
  result.stationsReported > 0 && result.stationsReported * 2 >= result.stationsExpected;

export const showsSeats = (result: ConstituencySummary): boolean =>
  isDeclared(result) || (hasFigures(result) && halfIn(result) && !isTerminated(result.status));

export const unitOf = (system: ConstituencySummary['system']): Unit =>
  system === 'list_pr' ? 'list' : 'candidate';

export const contestantById = (
  contestants: readonly ContestantResult[],
): ((id: string) => ContestantResult | undefined) => {
  const index = new Map(contestants.map((contestant) => [contestant.id, contestant]));
  return (id) => index.get(id);
};

const ballotOrder = new Intl.Collator('en', { numeric: true });

/** Ballot order: numbers as numbers where they are, else as text. */
export const byNumber = (a: ContestantResult, b: ContestantResult): number =>
  ballotOrder.compare(a.number, b.number);

/** Most votes first, ties in ballot order; without figures the ballot order alone. */
export const sortedContestants = (result: ConstituencySummary): readonly ContestantResult[] => {
  const inOrder = [...result.contestants].sort(byNumber);
  return hasFigures(result) ? inOrder.sort((a, b) => b.votes - a.votes) : inOrder;
};

/** People who stand: the names of all lists together [2016 ¶2.22]. */
export const peopleStanding = (result: Pick<ConstituencySummary, 'contestants'>): number =>
  result.contestants.reduce((sum, contestant) => sum + Math.max(1, contestant.candidates.length), 0);

/** Whether valid papers are told rather than valid votes: where a paper carries a ranking, or several votes. */
export const countsPapers = ({ system, seats }: Pick<ConstituencySummary, 'system' | 'seats'>): boolean =>
  system === 'preferential' || (system === 'first_past_the_post' && seats > 1);

/** The smallest whole number of nominations that is enough: 1 % of the electors, rounded down. */
export const thresholdOf = (result: Pick<ConstituencySummary, 'electors'>): number | null =>
  result.electors === null ? null : Math.floor(result.electors / 100);
