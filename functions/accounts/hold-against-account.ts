import { refusal } from '../http/problem.ts';
import type { Actor } from '../http/sign-in.ts';
import type { AccountState } from './account-records.ts';

const within = (own: readonly string[], granted: readonly string[]): readonly string[] =>
  own.filter((id) => granted.includes(id));

/** Elections where none named means all: what both allow; a token for none that are left would mean all, so it is refused. */
const electionsWithin = (own: readonly string[], granted: readonly string[]): readonly string[] => {
  if (granted.length === 0) return own;
  if (own.length === 0) return granted;
  const left = within(own, granted);
  if (left.length === 0) throw refusal('account-changed');
  return left;
};

/** A Presiding Officer without a station would be one of every station of the constituency: with none left there is nothing to act for. */
const stationsWithin = ({ role, stations }: Actor, granted: readonly string[]): readonly string[] => {
  const left = within(stations, granted);
  if (role === 'presiding_officer' && left.length === 0) throw refusal('account-changed');
  return left;
};

/** What a token says held against what the account's records say now: it can be less than was signed in with, never more. */
export const holdAgainstAccount = (actor: Actor, state: AccountState | null): Actor => {
  if (state === null) return actor;
  const { account, signedOutAt } = state;
  if (!account.active) throw refusal('account-closed');
  // Tokens tell whole seconds: one of the same second counts as older.
  if (actor.signedInAt <= signedOutAt) throw refusal('signed-out');
  if (account.role !== actor.role) throw refusal('account-changed');
  return {
    ...actor,
    elections: electionsWithin(actor.elections, account.elections ?? []),
    constituencies: within(actor.constituencies, account.constituencies),
    stations: stationsWithin(actor, account.stations),
    platforms: within(actor.platforms, account.platforms ?? []),
  };
};
