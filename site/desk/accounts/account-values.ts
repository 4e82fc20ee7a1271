import { ACCOUNT_ROLES, type Account, type AccountRole } from '#shared/desk/account.ts';
import { type AuditChange, changedLeaves, leavesOf } from '#shared/desk/audit-changes.ts';
import type { Values } from '../acts/form/act-form.ts';
import { cleaned } from '../acts/form/check-fields.ts';
import { asList, listed } from '../forms/listed.ts';

/** The revision that somebody began to change, kept beside what they typed. */
export const BEGUN_FROM = 'begunFrom';

/** Whose account is bound to constituencies; the others are for the whole election. */
export const HAS_CONSTITUENCIES: ReadonlySet<string> = new Set([
  'presiding_officer',
  'assistant_returning_officer',
  'returning_officer',
  'observer',
]);

export const roleOf = ({ role }: Values): AccountRole | null =>
  ACCOUNT_ROLES.find((known) => known === role) ?? null;

/** An account as a form shows it. */
export const valuesOf = (account: Account): Values => ({
  id: account.id,
  name: account.name,
  role: account.role,
  elections: asList(account.elections ?? []),
  constituencies: asList(account.constituencies),
  stations: asList(account.stations),
  platforms: asList(account.platforms ?? []),
  email: account.email,
  phone: account.phone ?? '',
});

/** The account that a form says, without its revision. A role that has no places of a kind has none, whatever was chosen before. */
export const accountIn = (values: Values, active: boolean): Omit<Account, 'revision' | 'reason'> => {
  const role = roleOf(values) ?? 'observer';
  const elections = listed(values['elections']);
  const phone = cleaned(values['phone']);
  return {
    id: cleaned(values['id']),
    name: cleaned(values['name']),
    role,
    ...(elections.length > 0 ? { elections: [...elections] } : {}),
    constituencies: HAS_CONSTITUENCIES.has(role) ? [...listed(values['constituencies'])] : [],
    stations: role === 'presiding_officer' ? [...listed(values['stations'])] : [],
    ...(role === 'candidate' ? { platforms: [...listed(values['platforms'])] } : {}),
    email: cleaned(values['email']),
    ...(phone === '' ? {} : { phone }),
    active,
  };
};

const told = (account: Partial<Account>) => {
  const { revision: _revision, reason: _reason, ...rest } = account;
  const leaves = new Map(leavesOf(rest));
  // An empty list says the same as none.
  for (const [path, leaf] of leaves) if (leaf === '') leaves.delete(path);
  return leaves;
};

/** What differs between two states of an account. */
export const accountChanges = (before: Partial<Account>, after: Partial<Account>): readonly AuditChange[] =>
  changedLeaves(told(before), told(after));
