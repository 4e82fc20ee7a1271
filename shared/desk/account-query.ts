import * as z from 'zod/mini';
import type { ElectionDefinition } from '../election/definition.ts';
import { AddressId } from '../election/identifiers.ts';
import { ACCOUNT_ROLES, type Account } from './account.ts';
import { hasWords } from './words-in.ts';

const Words = z.string().check(z.minLength(1), z.maxLength(100));
const MOST_ACCOUNTS = 200;
/** As many accounts as one looks through at a time. */
export const PAGE_ACCOUNTS = 50;

/** What is asked of the accounts, as it stands after the question mark. */
export const AccountQuery = z.strictObject({
  election: z.optional(AddressId),
  constituency: z.optional(AddressId),
  role: z.optional(z.enum(ACCOUNT_ROLES)),
  state: z.optional(z.enum(['active', 'closed'])),
  /** Words of the name, the id or the e-mail address. */
  name: z.optional(Words),
  /** Words of the codes and names of places. */
  place: z.optional(Words),
  cursor: z.optional(z.string().check(z.maxLength(400))),
  limit: z.optional(
    z
      .string()
      .check(
        z.refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_ACCOUNTS),
      ),
  ),
});
export type AccountQuery = z.infer<typeof AccountQuery>;

type Named = Pick<Account, 'id' | 'name'>;

const byName = (a: Named, b: Named): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Names the account that a page ends with: accounts that are made meanwhile move no page. */
const cursorOf = ({ id, name }: Named): string => `${id}~${name}`;

const placeOfCursor = (cursor: string): Named | null => {
  const [, id, name] = /^([^~]+)~(.+)$/su.exec(cursor) ?? [];
  return id === undefined || name === undefined ? null : { id, name };
};

const isAmong = (wanted: string | undefined, ids: readonly string[]): boolean =>
  wanted === undefined || ids.length === 0 || ids.includes(wanted);

/** Every code and every name, in each language, of the places that an account is for. */
const placesIn = (
  { elections = [], constituencies, stations }: Account,
  definitions: readonly ElectionDefinition[],
): string => {
  const own = definitions.filter(({ id }) => isAmong(id, elections));
  const titled = own.filter(({ id }) => elections.includes(id)).map(({ title }) => title);
  const named = own.flatMap((definition) => [
    ...definition.constituencies.filter(({ id }) => constituencies.includes(id)),
    ...definition.stations.filter(({ id }) => stations.includes(id)),
  ]);
  const names = [...titled, ...named.map(({ name }) => name)].flatMap((text) => Object.values(text));
  return [...elections, ...constituencies, ...stations, ...names].join(' ');
};

const fits = (
  account: Account,
  { election, constituency, role, state, name, place }: AccountQuery,
  definitions: readonly ElectionDefinition[],
): boolean =>
  isAmong(election, account.elections ?? []) &&
  isAmong(constituency, account.constituencies) &&
  (role === undefined || role === account.role) &&
  (state === undefined || account.active === (state === 'active')) &&
  (name === undefined || hasWords(`${account.name} ${account.id} ${account.email}`, name)) &&
  (place === undefined || hasWords(placesIn(account, definitions), place));

export interface FoundAccounts<T> {
  readonly total: number;
  readonly page: readonly T[];
  /** The cursor of the next page; null where this is the last. */
  readonly next: string | null;
}

/** The accounts that were asked for, by name, and of them one page; null where the cursor is none. */
export const searchAccounts = <T extends { readonly account: Account }>(
  states: readonly T[],
  query: AccountQuery,
  definitions: readonly ElectionDefinition[],
): FoundAccounts<T> | null => {
  const after = query.cursor === undefined ? undefined : placeOfCursor(query.cursor);
  if (after === null) return null;
  const found = states
    .filter(({ account }) => fits(account, query, definitions))
    .sort((a, b) => byName(a.account, b.account));
  const rest = after === undefined ? found : found.filter(({ account }) => byName(after, account) < 0);
  const page = rest.slice(0, Number(query.limit ?? PAGE_ACCOUNTS));
  const last = page.at(-1);
  return {
    total: found.length,
    page,
    next: last && page.length < rest.length ? cursorOf(last.account) : null,
  };
};
