import { type AccountRegister, addFiling, startRegister } from '#shared/advertisements/account-register.ts';
import type { PlatformAccount } from '#shared/advertisements/platform-account.ts';
import { addOutage, addStorm, type PlatformDays, startDays } from '#shared/advertisements/platform-days.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { acceptedAfter } from '#shared/recount/act.ts';
import { definitionReader } from '../acts/stored-acts.ts';
import type { ActPorts, ActRequest } from '../http/act-route.ts';
import { refusal } from '../http/problem.ts';
import type { Records } from '../ports.ts';
import { type AccountPlace, type Kept, ofType, recordsOf, WHOLE_PLATFORM } from './platform-records.ts';

/** One account as its own records tell it. */
export interface KnownAccount extends AccountPlace {
  readonly records: readonly Kept[];
  /** The newest revision; null where nobody has opened it. */
  readonly standing: PlatformAccount | null;
  readonly acceptances: readonly Kept<'acceptance'>[];
  readonly register: AccountRegister;
  /** Storms and outages that officers entered for the whole platform. */
  readonly days: PlatformDays;
}

const byAcceptance = (a: Kept<'acceptance'>, b: Kept<'acceptance'>): number =>
  Date.parse(a.acceptedAt) - Date.parse(b.acceptedAt) || (a.key < b.key ? -1 : 1);

/** Storms and outages of an election's platform. */
export const platformDaysOf = async (records: Records, election: string): Promise<PlatformDays> => {
  const days = startDays();
  const whole = await recordsOf(records, { election, account: WHOLE_PLATFORM });
  for (const { filing } of ofType(whole, 'acceptance')) {
    if (filing.kind === 'storm-day') addStorm(days, filing);
    if (filing.kind === 'outage') addOutage(days, filing);
  }
  return days;
};

/** Reads an account; who reads many of an election reads its days once. */
export const knownAccount = async (
  records: Records,
  of: AccountPlace,
  days = platformDaysOf(records, of.election),
): Promise<KnownAccount> => {
  const all = await recordsOf(records, of);
  const acceptances = ofType(all, 'acceptance').toSorted(byAcceptance);
  const register = startRegister(of.account);
  for (const { filing, acceptedAt } of acceptances) {
    addFiling(register, { ...filing, acceptedAt, entry: null });
  }
  return {
    ...of,
    records: all,
    standing: ofType(all, 'account').at(-1)?.account ?? null,
    acceptances,
    register,
    days: await days,
  };
};

/** A time after everything that the account has accepted: causes come before what rests on them. */
export const afterKnown = ({ records }: Pick<KnownAccount, 'records'>, now: string): string =>
  acceptedAfter(now, records);

export interface OpenAccount extends KnownAccount {
  readonly standing: PlatformAccount;
  readonly definition: ElectionDefinition;
}

/** The account that a request is about, which must be open. */
export const openAccountReader = ({ records, clock }: Pick<ActPorts, 'records' | 'clock'>) => {
  const definitionOf = definitionReader(records);
  return async ({ election, parameters }: ActRequest): Promise<OpenAccount> => {
    const definition = await definitionOf(election, clock.now());
    if (!definition) throw refusal('election-unknown', '$', election);
    const account = parameters['platform'] ?? '';
    const known = await knownAccount(records, { election, account });
    if (!known.standing?.active) throw refusal('platform-account-unknown', '$', account);
    return { ...known, standing: known.standing, definition };
  };
};
