/** What a list of accounts is narrowed by; empty where by nothing. */
export interface Search {
  readonly name: string;
  readonly role: string;
  readonly place: string;
  readonly state: string;
}

const NAMES = ['name', 'place', 'role', 'state'] as const;
const MOST_TYPED = 100;

export const NO_SEARCH: Search = { name: '', role: '', place: '', state: '' };

/** The search as the API asks for it and as it stands in the address; what is empty is not asked. */
export const queryOfSearch = (search: Search): Readonly<Record<string, string>> =>
  Object.fromEntries(
    NAMES.map((name) => [name, search[name].trim()] as const).filter(([, value]) => value !== ''),
  );

export const isSearching = (search: Search): boolean => Object.keys(queryOfSearch(search)).length > 0;

export const searchIn = (query: URLSearchParams): Search => {
  const given = (name: keyof Search): string => (query.get(name) ?? '').slice(0, MOST_TYPED);
  return { name: given('name'), place: given('place'), role: given('role'), state: given('state') };
};
