import { KINDS, type Kind } from './kinds.ts';

/** What of a constituency is shown; stands in the address, so that Back and a link keep it. */
export interface Filter {
  readonly kind: Kind | null;
  readonly find: string;
  /** The hall's projector: larger, and nothing to press. */
  readonly hall: boolean;
}

const MOST_TYPED = 100;

export const filterIn = (query: URLSearchParams): Filter => ({
  kind: KINDS.find((kind) => kind === query.get('state')) ?? null,
  find: (query.get('find') ?? '').slice(0, MOST_TYPED),
  hall: query.get('view') === 'hall',
});

/** The part of an address that says it; empty where everything is shown. */
export const filterQuery = ({ kind, find, hall }: Filter): string => {
  const query = new URLSearchParams({
    ...(hall ? { view: 'hall' } : {}),
    ...(kind === null ? {} : { state: kind }),
    ...(find === '' ? {} : { find }),
  }).toString();
  return query === '' ? '' : `?${query}`;
};
