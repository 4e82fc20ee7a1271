import type { Account } from '#shared/desk/account.ts';
import { sharedRead } from '../acts/shared-read.ts';
import type { Records } from '../ports.ts';
import { readAccounts } from './account-records.ts';

/** Whom to phone, by station. */
export type StationPhones = ReadonlyMap<string, string>;
export type StationPhonesReader = (election: string, now: Date) => Promise<StationPhones>;

/** Telephone numbers seldom change, and a screen asks every two seconds. */
const FRESH_MS = 30_000;

const isFor = ({ elections = [] }: Account, election: string): boolean =>
  elections.length === 0 || elections.includes(election);

const phonesIn = (accounts: readonly Account[], election: string): StationPhones => {
  const phones = new Map<string, string>();
  for (const account of accounts) {
    const { role, active, phone, stations } = account;
    if (role !== 'presiding_officer' || !active || phone === undefined || !isFor(account, election)) continue;
    // Of several officers of a station the first account is phoned, so that the number does not change with every look.
    for (const station of stations) if (!phones.has(station)) phones.set(station, phone);
  }
  return phones;
};

/** Telephone numbers of the presiding officers, as the accounts name them. */
export const stationPhones = (records: Records): StationPhonesReader => {
  const known = new Map<string, { readonly at: number; readonly phones: StationPhones }>();
  const read = sharedRead(
    (election: string, _now: Date) => election,
    async (election: string, now: Date): Promise<StationPhones> => {
      const accounts = (await readAccounts(records)).map(({ account }) => account);
      const phones = phonesIn(accounts, election);
      known.set(election, { at: now.getTime(), phones });
      return phones;
    },
  );
  return async (election, now) => {
    const last = known.get(election);
    const fresh = last !== undefined && Math.abs(now.getTime() - last.at) < FRESH_MS;
    return fresh ? last.phones : read(election, now);
  };
};
