import * as z from 'zod/mini';
import { AddressId, ContestantId } from '../election/identifiers.ts';
import { QUESTIONABLE_GROUNDS } from '../election/report.ts';
import { lineOf, Reason } from '../election/text.ts';

/** Most questionable papers of one counting place; far above what any has had. */
export const MAX_DECISIONS = 9999;

const Sequence = z.int().check(z.gte(1), z.lte(MAX_DECISIONS));
const Verdict = z.enum(['accept', 'reject']);

/** Officers who decide questionable papers [2016 ¶5.74, ¶5.78, ¶5.88(d), ¶5.92, ¶5.97]. */
export const DECIDERS = ['presiding_officer', 'assistant_returning_officer', 'returning_officer'] as const;

export const OBJECTIONS = ['none', 'acceptance_objected', 'rejection_objected'] as const;

/**
 * One questionable paper and what was decided of it [2016 ¶5.75, ¶5.93]. It is told apart by its place in the record only: the serial
 * number of the paper is never written down, and no image of it exists [2016 ¶5.26, ¶5.67].
 */
export const Decision = z.strictObject({
  constituency: AddressId,
  station: AddressId,
  /** The n-th row of this counting place, from 1. */
  seq: Sequence,
  ground: z.enum(QUESTIONABLE_GROUNDS),
  /** What was announced before the paper was inspected; the 2008 edition announces nothing [2008 ¶5.58-5.59]. */
  preliminary: z.optional(Verdict),
  /** What candidates and agents said of it, in a few words each; never who voted how. */
  representations: z.optional(z.array(lineOf(300)).check(z.maxLength(20))),
  final: Verdict,
  /** Contestants that an accepted paper counts for, in the order of their preference where papers carry one. */
  countedFor: z.optional(z.array(ContestantId).check(z.minLength(1), z.maxLength(200))),
  objection: z.enum(OBJECTIONS),
  /** Who decided, not who typed it [C-4]. */
  decidedBy: z.enum(DECIDERS),
  /** The row that was typed wrongly and that this one takes the place of, with the reason. */
  supersedes: z.optional(Sequence),
  reason: z.optional(Reason),
});

export type Decision = z.infer<typeof Decision>;
export type Decider = (typeof DECIDERS)[number];
