/** What the search form holds, as typed. */
export interface Search {
  readonly text: string;
  readonly station: string;
  readonly account: string;
  readonly kind: string;
  /** As a browser's field for date and time writes it: `2016-09-04T22:30`. */
  readonly from: string;
  readonly to: string;
  readonly story: string;
}

export const NO_SEARCH: Search = {
  text: '',
  station: '',
  account: '',
  kind: '',
  from: '',
  to: '',
  story: '',
};

export const isSearching = (search: Search): boolean =>
  Object.values(search).some((value) => value.trim() !== '');

/** Times are typed as clocks in Hong Kong show them, wherever the device is; a minute is asked for whole. */
const instantOf = (local: string, second: '00' | '59'): string =>
  local === '' ? '' : `${local.slice(0, 16)}:${second}${second === '59' ? '.999' : ''}+08:00`;

/** The search as the API asks for it; what is empty is not asked. */
export const queryOf = (search: Search, constituency: string | undefined): Record<string, string> => {
  const { from, to, ...rest } = search;
  const asked = {
    constituency: constituency ?? '',
    ...rest,
    from: instantOf(from, '00'),
    to: instantOf(to, '59'),
  };
  return Object.fromEntries(
    Object.entries(asked)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
};
