import * as z from 'zod/mini';
import { PlatformAccountId } from '../advertisements/reference.ts';
import type { Role } from '../election/acts.ts';
import { EmailAddress, PhoneNumber } from '../election/contact.ts';
import { AddressId } from '../election/identifiers.ts';
import type { InputProblem } from '../election/input-problem.ts';
import { lineOf, Reason } from '../election/text.ts';
import { ok, type Result, refuse } from '../result.ts';

/** Roles that an account of an officer can have. */
export const OFFICER_ROLES = [
  'presiding_officer',
  'assistant_returning_officer',
  'returning_officer',
  'chief_electoral_officer',
  'commission',
  'observer',
] as const satisfies readonly Role[];
export type OfficerRole = (typeof OFFICER_ROLES)[number];

/** Everybody who signs in: officers, and those who file for a candidate or list. */
export const ACCOUNT_ROLES = [...OFFICER_ROLES, 'candidate'] as const satisfies readonly Role[];
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** The account of somebody who signs in, whole, as one revision says it. Private: no page and no file shows it. */
export const Account = z.strictObject({
  id: AddressId,
  name: lineOf(200),
  role: z.enum(ACCOUNT_ROLES),
  /** The elections it is for; absent or empty for all of them. */
  elections: z.optional(z.array(AddressId).check(z.maxLength(100))),
  constituencies: z.array(AddressId).check(z.maxLength(100)),
  stations: z.array(AddressId).check(z.maxLength(1000)),
  /** For whom a candidate's sign-in files: accounts of the Central Platform, each with any number of sign-ins [2016 App.5 ¶3]. */
  platforms: z.optional(z.array(PlatformAccountId).check(z.maxLength(20))),
  /** Where the invitation to sign in goes. */
  email: EmailAddress,
  /** Of a station's officer: whom to phone when a station is silent. */
  phone: z.optional(PhoneNumber),
  /** A closed account stays, so that the trail keeps its name; nobody can sign in with it. */
  active: z.boolean(),
  revision: z.int().check(z.gte(1), z.lte(9999)),
  reason: z.optional(Reason),
});
export type Account = z.infer<typeof Account>;

/** Ends every session that began before: which account, and a name for this request so that sending it twice is one. */
export const SignOut = z.strictObject({ request: AddressId });
export type SignOut = z.infer<typeof SignOut>;

const problem = (code: string, path: string, value: unknown, figures = {}): InputProblem => ({
  code,
  path,
  value,
  figures,
});

/** A role without its place could do nothing, and nobody would see why. */
const placeProblems = ({
  role,
  elections,
  constituencies,
  stations,
  platforms,
}: Account): readonly InputProblem[] => {
  const needsStation = role === 'presiding_officer' && stations.length === 0;
  const needsConstituency =
    (role === 'returning_officer' || role === 'assistant_returning_officer') && constituencies.length === 0;
  const files = role === 'candidate';
  return [
    ...(files && (platforms ?? []).length === 0
      ? [problem('too-short', '$.platforms', 0, { limit: 1 })]
      : []),
    ...(files && (elections ?? []).length !== 1
      ? [problem('one-election-needed', '$.elections', (elections ?? []).length)]
      : []),
    ...(needsStation ? [problem('too-short', '$.stations', 0, { limit: 1 })] : []),
    ...(needsConstituency ? [problem('too-short', '$.constituencies', 0, { limit: 1 })] : []),
  ];
};

const revisionProblems = (last: number, { revision, reason }: Account): readonly InputProblem[] => [
  ...(revision > last + 1
    ? [problem('revision-missing', '$.revision', revision, { expected: last + 1 })]
    : []),
  ...(revision > 1 && reason === undefined ? [problem('reason-required', '$.reason', null)] : []),
];

/** Whoever manages accounts cannot lock everybody out: the own account stays open and keeps its role. */
const ownProblems = (by: string, { id, role, active }: Account): readonly InputProblem[] =>
  id === by && !(active && role === 'chief_electoral_officer') ? [problem('own-account', '$.id', id)] : [];

/** The desk's own address for an account that is not made yet. */
export const NEW_ACCOUNT = 'new';

const nameProblems = ({ id }: Account): readonly InputProblem[] =>
  id === NEW_ACCOUNT ? [problem('reserved-name', '$.id', id)] : [];

/** Decides whether an account, or its next revision, can stand. `by` is the account that asks; `last` the revision that stands, 0 for none. */
export const acceptAccount = (
  last: number,
  account: Account,
  by: string,
): Result<Account, readonly InputProblem[]> => {
  const problems = [
    ...nameProblems(account),
    ...revisionProblems(last, account),
    ...placeProblems(account),
    ...ownProblems(by, account),
  ];
  return problems.length > 0 ? refuse(problems) : ok(account);
};
