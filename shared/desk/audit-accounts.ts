import type { Account } from './account.ts';
import type { Deed } from './audit.ts';
import { bodyChanges } from './audit-changes.ts';

/** A revision of an account, or the end of all its sessions, with who did it. */
export type AccountDeed =
  | { readonly type: 'account'; readonly account: Account; readonly by: string; readonly acceptedAt: string }
  | {
      readonly type: 'sign-out';
      readonly account: string;
      readonly request: string;
      readonly by: string;
      readonly acceptedAt: string;
    };

type Revision = Extract<AccountDeed, { type: 'account' }>;

const isRevision = (deed: AccountDeed): deed is Revision => deed.type === 'account';

/** Whether an account is for an election: one that names none is for all. */
const isFor =
  (election: string) =>
  ({ elections = [] }: Account): boolean =>
    elections.length === 0 || elections.includes(election);

/** The name that each account has now. */
export const namesOf = (deeds: readonly AccountDeed[]): ReadonlyMap<string, string> =>
  new Map(
    deeds
      .filter(isRevision)
      .toSorted((a, b) => a.account.revision - b.account.revision)
      .map(({ account }) => [account.id, account.name]),
  );

/** What was done to the accounts that are, or ever were, for an election; closed accounts stay in the trail. */
export const deedsOfAccounts = (deeds: readonly AccountDeed[], election: string): readonly Deed[] => {
  const revisions = Map.groupBy(deeds.filter(isRevision), ({ account }) => account.id);
  const roles = new Map([...revisions].map(([id, all]) => [id, all.at(-1)?.account.role ?? null]));
  const concerns = (id: string): boolean =>
    (revisions.get(id) ?? []).some(({ account }) => isFor(election)(account));
  const revisionBefore = ({ account }: Revision): Account | undefined =>
    revisions.get(account.id)?.find((one) => one.account.revision === account.revision - 1)?.account;
  const common = ({ by, acceptedAt, type }: AccountDeed, id: string) => ({
    at: acceptedAt,
    kind: type,
    constituency: null,
    station: null,
    who: { account: by, role: roles.get(by) ?? null },
    second: null,
    story: `account#${id}`,
  });
  return deeds.flatMap((deed): readonly Deed[] => {
    if (deed.type === 'sign-out') {
      if (!concerns(deed.account)) return [];
      const changes = () => bodyChanges(null, { account: deed.account });
      const id = `@accounts/${deed.account}#sign-out#${deed.request}`;
      return [{ id, ...common(deed, deed.account), reason: null, body: deed.account, changes }];
    }
    const { account } = deed;
    if (!concerns(account.id)) return [];
    const changes = () => bodyChanges(revisionBefore(deed), account);
    const id = `@accounts/${account.id}#${account.revision}`;
    return [{ id, ...common(deed, account.id), reason: account.reason ?? null, body: account, changes }];
  });
};
