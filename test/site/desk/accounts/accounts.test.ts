import { describe, expect, test } from 'vitest';
import { acceptAccount } from '#shared/desk/account.ts';
import type { DeskElection } from '#shared/desk/desk-views.ts';
import { hasWords } from '#shared/desk/words-in.ts';
import { accountChanges, accountIn, valuesOf } from '../../../../site/desk/accounts/account-values.ts';
import {
  isSearching,
  NO_SEARCH,
  queryOfSearch,
  searchIn,
} from '../../../../site/desk/accounts/find-accounts.ts';
import { placeNames } from '../../../../site/desk/accounts/place-names.ts';
import { proposeId } from '../../../../site/desk/accounts/propose-id.ts';
import { asList, listed } from '../../../../site/desk/forms/listed.ts';
import { matchPattern, segmentsOf } from '../../../../site/desk/router.ts';
import { ROUTES } from '../../../../site/desk/routes.ts';
import { anAccount } from '../../../support/accounts.ts';

const election = (id: string, name: string): DeskElection => ({
  id,
  title: { en: `Election ${id}` },
  test: true,
  pollClosesAt: '2016-09-04T14:30:00.000Z',
  entry: 'single',
  constituencies: [
    { id: 'LC1', name: { en: name }, kind: 'geographical', system: 'list_pr', seats: 6, stations: [] },
  ],
});
const names = placeNames(
  [election('legco-2016', 'Hong Kong Island'), election('legco-2012', 'Island')],
  'en',
);

describe('the search of accounts', () => {
  test('stands in the address as the API is asked for it, without what is empty', () => {
    const search = { ...NO_SEARCH, name: ' man  CHAN ', role: 'observer' };
    const query = queryOfSearch(search);
    expect(query).toEqual({ name: 'man  CHAN', role: 'observer' });
    expect(searchIn(new URLSearchParams(query))).toEqual({ ...search, name: 'man  CHAN' });
    expect([isSearching(search), isSearching({ ...NO_SEARCH, place: '  ' })]).toEqual([true, false]);
  });
});

describe('places', () => {
  test('have every name that elections give them, and only those of the elections chosen', () => {
    expect(names.constituency('LC1')).toBe('Hong Kong Island / Island');
    expect(names.constituenciesOf(['legco-2012'])).toEqual([{ value: 'LC1', label: 'LC1 · Island' }]);
    expect(names.constituency('unknown')).toBe('unknown');
  });
});

describe('the form of an account', () => {
  test('says again what the account says', () => {
    const { revision: _, ...account } = anAccount();
    expect(accountIn(valuesOf(anAccount()), true)).toEqual(account);
    expect(accountChanges(account, accountIn(valuesOf(anAccount()), true))).toEqual([]);
  });

  test('leaves nothing of a role that its person no longer has', () => {
    const values = { ...valuesOf(anAccount({ stations: ['A'] })), role: 'commission' };
    const { revision: _, ...before } = anAccount({ stations: ['A'] });
    expect(accountChanges(before, accountIn(values, true))).toEqual([
      { path: '$.role', before: 'returning_officer', after: 'commission' },
      { path: '$.constituencies', before: 'LC1', after: null },
      { path: '$.stations', before: 'A', after: null },
    ]);
  });

  test('takes a telephone number away where the field is emptied', () => {
    expect(accountIn({ ...valuesOf(anAccount()), phone: ' ' }, true)).not.toHaveProperty('phone');
  });

  test.each([
    [{ role: 'presiding_officer', stations: 'A01', name: 'Chan Tai Man 陳大文' }, 'po-A01-chan-tai-man'],
    [{ role: 'returning_officer', constituencies: 'LC1,LC2', name: '陳大文' }, 'ro-LC1'],
    [{ role: 'observer', name: 'Zoë' }, 'observer-zoe'],
    [{}, ''],
  ])('proposes for %j the id %s', (values, id) => {
    expect(proposeId(values as Record<string, string>)).toBe(id);
    const account = anAccount({ id: id || 'x' });
    expect(acceptAccount(0, account, 'chief-1').ok).toBe(true);
  });

  test('keeps ids with commas, and finds by words', () => {
    expect(listed(asList(['A', 'B']))).toEqual(['A', 'B']);
    expect(listed(undefined)).toEqual([]);
    expect(hasWords('Hong Kong Island', '')).toBe(true);
  });
});

test.each([
  ['#/account', 'account'],
  ['#/accounts', 'accounts'],
  ['#/accounts/new', 'accounts/new'],
  ['#/accounts/audit', 'accounts/{account}'],
  ['#/accounts/ro-1/stations/x', '{election}/{constituency}/stations/{station}'],
  ['#/accounts/ro-1/change/person', 'accounts/{account}/change/{page}'],
  ['#/legco-2016/LC1', '{election}/{constituency}'],
  ['#/legco-2016/audit', '{election}/audit'],
])('the address %s leads to %s', (hash, pattern) => {
  const found = ROUTES.find((route) => matchPattern(route.pattern, segmentsOf(hash)));
  expect(found?.pattern).toBe(pattern);
});
