import type { Language } from '#shared/election/text.ts';
import type { ConstituencySummary, ContestantResult, ElectionHead } from '#shared/recount/results.ts';
import type { Mark } from '../markup/bars.ts';
import { count, exact, signed } from '../words/format.ts';
import type { Phrase } from '../words/phrase.ts';
import type { Words } from '../words/words.ts';
import { nameIn } from './names.ts';
import { percent } from './scale.ts';
import { sentenceOf } from './sentence.ts';
import { contestantById, isDeclared, showsSeats, thresholdOf, unitOf } from './subject.ts';
import { seatsHeld, type VotesRow, votesTable } from './votes.ts';

/** As many rows as a hall reads at once: two columns of eight. What is more goes onto further screens. */
export const MOST_ROWS = 16;
/** As many constituencies as an overview has room for. */
export const MOST_PLACES = 8;

/** One of the parts that a long list is cut into. */
export interface Part<Row> {
  readonly part: number;
  readonly of: number;
  readonly rows: readonly Row[];
}

/** A list in parts of at most so many rows; an empty one is one empty part. */
export const inParts = <Row>(rows: readonly Row[], most: number): readonly Part<Row>[] => {
  const of = Math.max(1, Math.ceil(rows.length / most));
  return Array.from({ length: of }, (_, index) => ({
    part: index + 1,
    of,
    rows: rows.slice(index * most, (index + 1) * most),
  }));
};

/** The two columns that the rows of a screen stand in. */
export const columnsOf = <Row>(rows: readonly Row[]): readonly (readonly Row[])[] =>
  inParts(rows, MOST_ROWS / 2).map((column) => column.rows);

export interface HallRow {
  readonly contestant: ContestantResult;
  /** One for each seat, none before half of the reports. */
  readonly marks: readonly Mark[];
  readonly bar: number;
  readonly figure: string;
  /** Share, or net support; empty where the figure says all. */
  readonly second: string;
}

export interface HallTable {
  readonly solid: boolean;
  readonly head: string;
  readonly secondHead: string;
  /** The dashed line, in percent of the scale. */
  readonly line: number | null;
  readonly parts: readonly Part<HallRow>[];
}

/** Squares by quota, circles for every other way to a seat, each with the place in which it fell. */
const marksOf = (result: ConstituencySummary, row: VotesRow): readonly Mark[] => {
  if (!showsSeats(result) || result.kind === 'referendum') return [];
  if (row.tie) return [{ kind: 'tie', solid: false, seat: null }];
  const solid = isDeclared(result);
  const seats = result.seatOrder.filter(({ contestant }) => contestant === row.contestant.id);
  return Array.from({ length: seatsHeld(result, row.contestant) }, (_, index): Mark => {
    const seat = seats[index];
    return { kind: seat?.by === 'quota' ? 'quota' : 'remainder', solid, seat: seat?.seat ?? null };
  });
};

const headsOf = (
  { system }: ConstituencySummary,
  words: Words,
): { readonly head: string; readonly secondHead: string } => {
  switch (system) {
    case 'net_support':
      return { head: words.hall.support, secondHead: words.hall.net };
    case 'nomination':
      return { head: words.hall.nominations, secondHead: '' };
    case 'preferential':
      return { head: words.hall.firstChoices, secondHead: '' };
    default:
      return { head: words.votes.votes, secondHead: words.votes.share };
  }
};

const secondOf = ({ system }: ConstituencySummary, { contestant, share }: VotesRow): string => {
  if (system === 'net_support') return contestant.choices ? signed(contestant.choices.net) : '';
  return system === 'list_pr' || system === 'first_past_the_post' ? share : '';
};

/** The figures of one constituency, most votes first, cut into screens. */
export const hallTable = (result: ConstituencySummary, words: Words): HallTable => {
  const table = votesTable(result, words);
  const { counted, solid, quotaAt } = table;
  const threshold = result.system === 'nomination' ? thresholdOf(result) : null;
  const top = Math.max(threshold ?? 0, ...result.contestants.map(({ votes }) => votes));
  const row = (one: VotesRow): HallRow => ({
    contestant: one.contestant,
    marks: marksOf(result, one),
    bar: threshold === null ? one.bar : percent(one.contestant.votes, top),
    figure: counted ? count(one.contestant.votes) : '–',
    second: counted ? secondOf(result, one) : '',
  });
  return {
    solid,
    ...headsOf(result, words),
    line: threshold === null ? quotaAt : percent(threshold, top),
    parts: inParts(
      table.groups.flatMap(({ rows }) => rows.map(row)),
      MOST_ROWS,
    ),
  };
};

/** The margin of the last seat with its names; null where there is none to tell. */
export const hallLastSeat = (
  result: ConstituencySummary,
  { words, language }: { readonly words: Words; readonly language: Language },
): Phrase | null => {
  const { lastSeat } = result;
  if (lastSeat?.next == null || lastSeat.gap === null || lastSeat.gap === '0' || !showsSeats(result))
    return null;
  const find = contestantById(result.contestants);
  const [ahead, behind] = [find(lastSeat.contestant), find(lastSeat.next)];
  if (ahead === undefined || behind === undefined) return null;
  const nameOf = (one: ContestantResult) => nameIn((one.candidates[0] ?? one).name, language);
  return words.hall.lastSeat({
    unit: unitOf(result.system),
    ahead: ahead.number,
    aheadName: nameOf(ahead),
    behind: behind.number,
    behindName: nameOf(behind),
    gap: exact(lastSeat.gap),
    declared: isDeclared(result),
  });
};

/** What stands under the figures: how close it is, or else the sentence of the constituency's own page. */
export const hallTold = (
  result: ConstituencySummary,
  head: ElectionHead,
  told: { readonly words: Words; readonly language: Language },
): { readonly heading: string | null; readonly phrase: Phrase } => {
  const last = hallLastSeat(result, told);
  return last === null
    ? { heading: null, phrase: sentenceOf({ result, ...told }, head) }
    : { heading: told.words.hall.lastSeatHead, phrase: last };
};
