import type { ToldAccount } from '#shared/desk/account-view.ts';
import { hasWords } from '../forms/listed.ts';
import type { PlaceNames } from './place-names.ts';

/** What a list of accounts is narrowed by; empty where by nothing. */
export interface Search {
  readonly name: string;
  readonly role: string;
  readonly place: string;
  readonly state: string;
}

export const NO_SEARCH: Search = { name: '', role: '', place: '', state: '' };

export const isSearching = (search: Search): boolean =>
  Object.values(search).some((value) => value.trim() !== '');

const placesIn = (account: ToldAccount, names: PlaceNames): string =>
  [
    ...(account.elections ?? []).flatMap((id) => [id, names.election(id)]),
    ...account.constituencies.flatMap((id) => [id, names.constituency(id)]),
    ...account.stations,
  ].join(' ');

const fits = (account: ToldAccount, search: Search, names: PlaceNames): boolean =>
  (search.role === '' || account.role === search.role) &&
  (search.state === '' || account.active === (search.state === 'active')) &&
  hasWords(`${account.name} ${account.id} ${account.email}`, search.name) &&
  (search.place.trim() === '' || hasWords(placesIn(account, names), search.place));

/** The accounts that were looked for, by name. */
export const findAccounts = (
  accounts: readonly ToldAccount[],
  search: Search,
  names: PlaceNames,
): readonly ToldAccount[] =>
  accounts
    .filter((account) => fits(account, search, names))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
