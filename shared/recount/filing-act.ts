import * as z from 'zod/mini';
import { Filing } from '../advertisements/filing.ts';
import { Act, commonOfActs } from './act.ts';

/** What the Central Platform puts on record: no act of the count, ordered into the same ledger. */
export const FilingAct = z.strictObject({
  ...commonOfActs,
  type: z.literal('filing'),
  /** Its place among all filings of the election, from 1, without gaps. */
  sequence: z.int().check(z.gte(1)),
  body: Filing,
  /** Blinds the seal of what can be withdrawn; 64 hexadecimal digits. */
  salt: z.optional(z.string()),
});
export type FilingAct = z.infer<typeof FilingAct>;

/** Everything that is ordered into the ledger. */
export const OrderedAct = z.union([FilingAct, Act]);
export type OrderedAct = z.infer<typeof OrderedAct>;
