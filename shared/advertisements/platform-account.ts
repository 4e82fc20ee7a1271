import * as z from 'zod/mini';
import { isDay } from '../calendar/day.ts';
import { EmailAddress, PhoneNumber } from '../election/contact.ts';
import type { ElectionDefinition } from '../election/definition.ts';
import { AddressId, ContestantId } from '../election/identifiers.ts';
import { oneProblem, type Problems } from '../election/input-problem.ts';
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

/**
 * Whether an account, or its next revision, can stand. It may be opened before anybody is nominated; whose it is, and in which
 * constituency, never changes [2016 ¶8.1 note, App.5 ¶3].
 */
export const acceptPlatformAccount = (
  definition: Pick<ElectionDefinition, 'constituencies'>,
  before: PlatformAccount | null,
  account: PlatformAccount,
  today: string,
): Problems => {
  const { revision, reason, constituency, contestant, appliedOn } = account;
  const last = before?.revision ?? 0;
  const place = definition.constituencies.find(({ id }) => id === constituency);
  const isNominated = contestant === undefined || place?.contestants.some(({ id }) => id === contestant);
  return [
    ...(revision === last + 1
      ? []
      : oneProblem('revision-missing', '$.revision', revision, { expected: last + 1 })),
    ...(revision > 1 && reason === undefined ? oneProblem('reason-required', '$.reason', null) : []),
    ...(place ? [] : oneProblem('unknown-constituency', '$.constituency', constituency)),
    ...(place && !isNominated
      ? oneProblem('unknown-contestant', '$.contestant', contestant, { constituency })
      : []),
    ...(before && before.constituency !== constituency
      ? oneProblem('constituency-stays', '$.constituency', constituency, { expected: before.constituency })
      : []),
    ...(appliedOn > today ? oneProblem('applied-later', '$.appliedOn', appliedOn, { today }) : []),
  ];
};
