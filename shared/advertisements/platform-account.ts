import * as z from 'zod/mini';
import { isDay } from '../calendar/day.ts';
import { EmailAddress, PhoneNumber } from '../election/contact.ts';
import { AddressId, ContestantId } from '../election/identifiers.ts';
import { Reason, Text } from '../election/text.ts';
import { PlatformAccountId } from './reference.ts';

const Day = z.string().check(z.refine(isDay, { error: 'not-a-day' }));

/** The account of a candidate or list, whole; what the public may know of it is filed beside it [2016 App.5 ¶3-6]. */
export const PlatformAccount = z.strictObject({
  id: PlatformAccountId,
  constituency: AddressId,
  /** The candidate, or the list, before and after nomination. */
  name: Text,
  /** Known once nominated. */
  contestant: z.optional(ContestantId),
  /** When the application and the signed undertaking came in: the account is due 3 working days later [2016 App.5 ¶4]. */
  appliedOn: Day,
  undertakingSigned: z.literal(true),
  /** Where receipts go [2016 App.5 ¶6]. */
  email: EmailAddress,
  mobile: PhoneNumber,
  active: z.boolean(),
  revision: z.int().check(z.gte(1), z.lte(9999)),
  reason: z.optional(Reason),
});
export type PlatformAccount = z.infer<typeof PlatformAccount>;
