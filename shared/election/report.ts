import * as z from 'zod/mini';
import { AddressId, ContestantId, isContestantId, isPapers, Papers, Sha256 } from './identifiers.ts';
import { isListOf, isPlainObject, quickly } from './quick-look.ts';
import { Reason } from './text.ts';

/** Grounds on which a paper is set aside at once [2016 ¶5.72, ¶5.89]. */
export const INVALID_GROUNDS = [
  'unmarked',
  'not_stamp',
  'spoilt',
  'tendered',
  'unused',
  'overvote_list',
  'overvote_candidate',
  'not_arabic',
  'multiple_first',
  'no_first',
] as const;

/** Grounds on which a questionable paper is decided [2016 ¶5.73, ¶5.90]. */
export const QUESTIONABLE_GROUNDS = [
  'identifying_mark',
  'intention_unclear',
  'mutilated',
  'uncertain',
] as const;

const Rank = z.union([ContestantId, z.null(), z.array(ContestantId).check(z.minLength(2), z.maxLength(100))]);

const MAX_RANKS = 200;

export const Ranking = z.strictObject({
  /** A paper's ranking as written: `null` is a skipped rank, an array a rank given twice [2016 ¶5.91]. */
  order: z.array(Rank).check(z.maxLength(MAX_RANKS)),
  papers: Papers,
});

/** A rank given twice is rare, and left to the schema. */
const isPlainRank = (rank: unknown): boolean => rank === null || isContestantId(rank);

const isPlainRanking = (value: unknown): boolean => {
  if (!isPlainObject(value)) return false;
  for (const key in value) if (key !== 'order' && key !== 'papers') return false;
  const { order, papers } = value;
  return isPapers(papers) && isListOf(order, isPlainRank) && order.length <= MAX_RANKS;
};

const Rankings = quickly(z.array(Ranking), (value) => isListOf(value, isPlainRanking));

const Votes = quickly(z.record(ContestantId, Papers), (value) => {
  if (!isPlainObject(value)) return false;
  for (const id in value) if (!isContestantId(id) || !isPapers(value[id])) return false;
  return true;
});

export const Choices = z.strictObject({ support: Papers, oppose: Papers, abstain: Papers });

const grounds = <const T extends readonly string[]>(names: T) =>
  z.partialRecord(z.enum(names as unknown as [string, ...string[]]), Papers);

export const BallotPaperAccount = z.strictObject({
  supplied: z.optional(Papers),
  unissued: z.optional(Papers),
  unused: z.optional(Papers),
  spoilt: z.optional(Papers),
  tendered: z.optional(Papers),
});

/** A counting station's report of one count of one constituency [2016 ¶5.78]. Counts are papers or votes. */
export const StationReport = z
  .strictObject({
    constituency: AddressId,
    station: AddressId,
    /** 1 is the first count, 2 and above are recounts. */
    count: z.int().check(z.gte(1), z.lte(99)),
    revision: z.int().check(z.gte(1), z.lte(999)),
    reason: z.optional(Reason),
    votes: z.optional(Votes),
    papers: z.optional(Papers),
    rankings: z.optional(Rankings),
    choices: z.optional(z.record(ContestantId, Choices)),
    invalid: z.optional(grounds(INVALID_GROUNDS)),
    questionable: z.optional(
      z.strictObject({
        accepted: z.optional(Papers),
        rejected: z.optional(grounds(QUESTIONABLE_GROUNDS)),
      }),
    ),
    account: z.optional(BallotPaperAccount),
    /** What the station says to a warning, by its code: stored and shown, never weighed [C-3]. */
    explanations: z.optional(z.record(AddressId, Reason)),
    /** Hash of the candidate list that the form was made from, so that no row can slip; see `ballotHash`. */
    ballot: z.optional(Sha256),
  })
  .check(
    z.refine((report) => report.revision === 1 || report.reason !== undefined, {
      error: 'reason-required',
      path: ['reason'],
    }),
  );

export type StationReport = z.infer<typeof StationReport>;
export type Ranking = z.infer<typeof Ranking>;
export type Choices = z.infer<typeof Choices>;

const sum = (values: Iterable<number | undefined>): number => {
  let total = 0;
  for (const value of values) total += value ?? 0;
  return total;
};

/** Questionable papers that were rejected, on whatever ground [2016 ¶5.75]. */
export const questionableRejected = ({ questionable }: Pick<StationReport, 'questionable'>): number =>
  sum(Object.values(questionable?.rejected ?? {}));

/** Papers not counted: set aside as invalid, or questionable and rejected [2016 ¶5.72, ¶5.75]. */
export const rejectedPapers = (report: Pick<StationReport, 'invalid' | 'questionable'>): number =>
  sum(Object.values(report.invalid ?? {})) + questionableRejected(report);
