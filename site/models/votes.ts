import type { ConstituencySummary, ContestantResult } from '#shared/recount/results.ts';
import type { Unit } from '../words/facts.ts';
import { count, exact, share } from '../words/format.ts';
import type { Phrase } from '../words/phrase.ts';
import type { Words } from '../words/words.ts';
import { lengthOf, percent } from './scale.ts';
import { hasFigures, isDeclared, showsSeats, sortedContestants, unitOf } from './subject.ts';

export interface VotesRow {
  readonly contestant: ContestantResult;
  readonly bar: number;
  readonly share: string;
  readonly seats: number;
  readonly equal: boolean;
  readonly tie: boolean;
}

export interface VotesTable {
  readonly unit: Unit;
  readonly solid: boolean;
  readonly counted: boolean;
  readonly showSeats: boolean;
  readonly caption: string;
  readonly multiple: string | null;
  readonly seatsHead: string;
  readonly totalName: string;
  readonly sumsUp: boolean;
  readonly quotaAt: number | null;
  /** Rows, with the cut line or the tie that stands before them. */
  readonly groups: readonly {
    readonly cut: Phrase | null;
    readonly tie: boolean;
    readonly rows: readonly VotesRow[];
  }[];
}

const captionOf = (result: ConstituencySummary, words: Words, counted: boolean): string => {
  if (!counted) return words.votes.captionWaiting;
  if (result.system === 'first_past_the_post') return words.votes.captionCut(result.seats);
  return words.votes.caption(result.quota === null ? null : exact(result.quota));
};

/** Seats stand as declared, even where a later correction would have given them otherwise. */
export const seatsHeld = (result: ConstituencySummary, contestant: ContestantResult): number => {
  if (!isDeclared(result)) return contestant.seats;
  const declared = result.declaration?.elected ?? [];
  return declared.filter(
    (id) => id === contestant.id || contestant.candidates.some((candidate) => candidate.id === id),
  ).length;
};

/** First past the post: a line after the k-th seat, and the tied ones between. [2016 ¶3.35] */
const cutGroups = (
  result: ConstituencySummary,
  rows: readonly VotesRow[],
  words: Words,
): VotesTable['groups'] => {
  const solid = isDeclared(result);
  const inside = rows.filter((row) => row.seats > 0);
  const tied = rows.filter((row) => row.tie);
  const outside = rows.filter((row) => row.seats === 0 && !row.tie);
  const gap = result.lastSeat?.gap ?? null;
  const tell = solid ? words.votes.cut : words.votes.cutSoFar;
  const groups: VotesTable['groups'][number][] = [{ cut: null, tie: false, rows: inside }];
  if (tied.length > 0) {
    const figure = count(tied[0]?.contestant.votes ?? 0);
    const facts = {
      unit: 'candidate' as const,
      contestants: tied.length,
      places: result.lots.places,
      figure,
    };
    groups.push({ cut: words.votes.cutTie(facts), tie: true, rows: tied });
  }
  if (outside.length > 0) {
    const line =
      tied.length > 0 || result.unfilled > 0
        ? null
        : tell(result.seats, gap === null || gap === '0' ? null : exact(gap));
    groups.push({ cut: line, tie: false, rows: outside });
  }
  return groups;
};

const rowsOf = (result: ConstituencySummary, top: number): readonly VotesRow[] => {
  const sorted = sortedContestants(result);
  const counted = hasFigures(result);
  const alike = new Map<number, number>();
  for (const { votes } of sorted) alike.set(votes, (alike.get(votes) ?? 0) + 1);
  return sorted.map((contestant) => ({
    contestant,
    bar: counted ? percent(contestant.votes, top) : 0,
    share: share(contestant.share, contestant.votes),
    seats: seatsHeld(result, contestant),
    equal: counted && contestant.votes > 0 && (alike.get(contestant.votes) ?? 0) > 1,
    tie: result.lots.needed && result.lots.among.includes(contestant.id),
  }));
};

/** Votes by list or candidate, on one scale from zero to the greatest value. */
export const votesTable = (result: ConstituencySummary, words: Words): VotesTable => {
  const counted = hasFigures(result);
  const solid = isDeclared(result);
  const showSeats = showsSeats(result);
  const first = result.system === 'first_past_the_post';
  const quota = counted && result.system === 'list_pr' ? lengthOf(result.quota) : 0;
  const top = Math.max(1, quota, ...result.contestants.map(({ votes }) => votes));
  const rows = rowsOf(result, top);
  const manyVotes = first && result.seats > 1;
  const cuts = first && showSeats && rows.some((row) => row.seats > 0 || row.tie);
  return {
    unit: unitOf(result.system),
    solid,
    counted,
    showSeats,
    caption: captionOf(result, words, counted),
    multiple: manyVotes ? words.multipleVotes(result.seats) : null,
    seatsHead: solid ? words.votes.seats : words.votes.seatsSoFar,
    totalName: manyVotes ? words.votes.totalPapers : words.votes.total,
    sumsUp: !manyVotes && result.valid > 0,
    quotaAt: quota > 0 ? percent(quota, top) : null,
    groups: cuts ? cutGroups(result, rows, words) : [{ cut: null, tie: false, rows }],
  };
};
