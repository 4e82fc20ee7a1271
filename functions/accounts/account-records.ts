import * as z from 'zod/mini';
import { canonicalJson } from '#shared/canonical-json.ts';
import { Account, type SignOut } from '#shared/desk/account.ts';
import { AddressId, Instant } from '#shared/election/identifiers.ts';
import { contentHash } from '#shared/hash.ts';
import { PORTAL, type Records, type StoredAct } from '../ports.ts';

/** Every revision of every account, and every sign-out: records of the portal, written once, by account. */
export const ACCOUNTS = 'accounts';

const Revision = z.strictObject({
  type: z.literal('account'),
  account: Account,
  by: z.string(),
  acceptedAt: Instant,
});
const SignedOut = z.strictObject({
  type: z.literal('sign-out'),
  account: z.string(),
  request: z.string(),
  by: z.string(),
  acceptedAt: Instant,
});
const AccountRecord = z.union([Revision, SignedOut]);
export type AccountRecord = z.infer<typeof AccountRecord>;

/** An account as it stands. */
export interface AccountState {
  readonly account: Account;
  readonly changedAt: string;
  /** Sessions that began at this moment or before are over; milliseconds since 1970, 0 for none. */
  readonly signedOutAt: number;
}

const REVISION = 'account#';

const keyOf = (record: AccountRecord): string =>
  record.type === 'account'
    ? `${record.account.id}#${REVISION}${String(record.account.revision).padStart(4, '0')}`
    : `${record.account}#sign-out#${record.request}`;

const stored = (record: AccountRecord, content: unknown): StoredAct => ({
  election: PORTAL,
  partition: ACCOUNTS,
  key: keyOf(record),
  sha256: contentHash(content),
  body: canonicalJson(record),
  acceptedAt: record.acceptedAt,
  by: record.by,
});

/** One revision of an account, told apart by its content: when and by whom are not part of it. */
export const accountRevision = (account: Account, by: string, acceptedAt: string): StoredAct =>
  stored({ type: 'account', account, by, acceptedAt }, account);

export const signOutRecord = (
  account: string,
  { request }: SignOut,
  how: { readonly by: string; readonly acceptedAt: string },
): StoredAct => stored({ type: 'sign-out', account, request, ...how }, { account, request });

export const readAccountRecord = ({ body }: StoredAct): AccountRecord =>
  z.parse(AccountRecord, JSON.parse(body));

/** The state of an account after these records of it, in their order; null where it has no revision. */
export const stateOf = (records: readonly AccountRecord[]): AccountState | null => {
  const revisions = records.filter((record) => record.type === 'account');
  const last = revisions.at(-1);
  if (!last) return null;
  const signOuts = records.flatMap((record) =>
    record.type === 'sign-out' ? [Date.parse(record.acceptedAt)] : [],
  );
  return { account: last.account, changedAt: last.acceptedAt, signedOutAt: Math.max(0, ...signOuts) };
};

/** The records of one account, oldest revision first. */
export const recordsOfAccount = async (records: Records, id: string): Promise<readonly AccountRecord[]> => {
  // What is no id could be the beginning of another account's key.
  if (!z.safeParse(AddressId, id).success) return [];
  return (await records.list(PORTAL, ACCOUNTS, { prefix: `${id}#` })).map(readAccountRecord);
};

/** One account as it stands; null where there is none. */
export const readAccount = async (records: Records, id: string): Promise<AccountState | null> =>
  stateOf(await recordsOfAccount(records, id));

/** All accounts as they stand, by id. */
export const readAccounts = async (records: Records): Promise<readonly AccountState[]> => {
  const all = (await records.list(PORTAL, ACCOUNTS)).map(readAccountRecord);
  const byAccount = Map.groupBy(all, (record) =>
    record.type === 'account' ? record.account.id : record.account,
  );
  return [...byAccount.values()].map(stateOf).filter((state) => state !== null);
};
