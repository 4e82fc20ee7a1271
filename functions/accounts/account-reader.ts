import type { Records } from '../ports.ts';
import { type AccountState, readAccount } from './account-records.ts';

/** The latest state of an account, at most a second old; null for who has none, such as a machine with a token of its own. */
export type AccountReader = (id: string, now: Date) => Promise<AccountState | null>;

/** A closed account may act for a second more. In a burst of reports the same account is then read once a second. */
const FRESH_MS = 1000;
const MOST_REMEMBERED = 5000;

interface Known {
  readonly at: number;
  readonly state: Promise<AccountState | null>;
}

const newReader = (records: Records): AccountReader => {
  const known = new Map<string, Known>();
  return (id, now) => {
    const last = known.get(id);
    if (last && Math.abs(now.getTime() - last.at) < FRESH_MS) return last.state;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const state = readAccount(records, id);
    known.set(id, { at: now.getTime(), state });
    // An outage is not remembered: the next caller asks again.
    state.catch(() => known.delete(id));
    return state;
  };
};

const readers = new WeakMap<Records, AccountReader>();

/** One reader for all routes over the same records, so that they share what they read. */
export const accountReader = (records: Records): AccountReader => {
  const known = readers.get(records) ?? newReader(records);
  readers.set(records, known);
  return known;
};
