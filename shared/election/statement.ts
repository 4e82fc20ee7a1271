import * as z from 'zod/mini';
import { AddressId } from './identifiers.ts';
import type { QUESTIONABLE_GROUNDS } from './report.ts';
import { Reason } from './text.ts';

/** Papers of a whole constituency: what one field of one station may carry does not limit their sum. */
const Sum = z.int().check(z.gte(0), z.lte(Number.MAX_SAFE_INTEGER));

const Decided = z.strictObject({ accepted: Sum, rejected: Sum });

/** Heads of a ballot paper account that can be added up. */
export const ACCOUNT_HEADS = ['supplied', 'unissued', 'unused', 'spoilt', 'tendered'] as const;
export type AccountHead = (typeof ACCOUNT_HEADS)[number];

/**
 * What a constituency as a whole says of its questionable papers and its ballot paper accounts, once its result is declared. Sums only:
 * no figure of a single counting place, no paper, no officer [counting.md §7, §12, F-4].
 */
export const Statement = z
  .strictObject({
    constituency: AddressId,
    /** 1, and above that a statement that takes the place of the one before, with a reason. */
    number: z.int().check(z.gte(1), z.lte(99)),
    reason: z.optional(Reason),
    questionable: z.strictObject({
      grounds: z.strictObject({
        identifying_mark: Decided,
        intention_unclear: Decided,
        mutilated: Decided,
        uncertain: Decided,
      } satisfies Record<(typeof QUESTIONABLE_GROUNDS)[number], typeof Decided>),
      objections: z.strictObject({ acceptance_objected: Sum, rejection_objected: Sum }),
    }),
    accounts: z.strictObject({
      /** Counting places that reported, and those of them whose report brought an account. */
      places: Sum,
      accounted: Sum,
      supplied: z.optional(Sum),
      unissued: z.optional(Sum),
      unused: z.optional(Sum),
      spoilt: z.optional(Sum),
      tendered: z.optional(Sum),
    }),
  })
  .check(
    z.refine((statement) => statement.number === 1 || statement.reason !== undefined, {
      error: 'reason-required',
      path: ['reason'],
    }),
  );

export type Statement = z.infer<typeof Statement>;
export type StatementFigures = Pick<Statement, 'questionable' | 'accounts'>;

/** Papers accepted and rejected over all grounds. */
export const decidedTotals = ({ questionable }: Pick<Statement, 'questionable'>) => {
  const grounds = Object.values(questionable.grounds);
  const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);
  return {
    accepted: sum(grounds.map(({ accepted }) => accepted)),
    rejected: sum(grounds.map(({ rejected }) => rejected)),
  };
};
