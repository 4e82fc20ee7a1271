import { describe, expect, test } from 'vitest';
import { CONSTITUENCY_KINDS, EDITIONS, STATION_KINDS } from '#shared/election/definition.ts';
import { EDITION_RULES, expenseLimitFor } from '#shared/election/editions.ts';

describe('editions', () => {
  test('every edition of a definition has its rules', () => {
    expect(Object.keys(EDITION_RULES).sort()).toEqual([...EDITIONS].sort());
    for (const [id, rules] of Object.entries(EDITION_RULES)) {
      expect(rules.id).toBe(id);
      for (const kind of rules.constituencyKinds) expect(CONSTITUENCY_KINDS).toContain(kind);
      for (const kind of rules.stations?.kinds ?? []) expect(STATION_KINDS).toContain(kind);
    }
  });

  test('2008 knows no DC(second), no dedicated or sorting station, and no figure it does not print', () => {
    const { stations, constituencies, constituencyKinds, assistance, petitionMonths } = EDITION_RULES['2008'];
    expect(constituencyKinds).not.toContain('dc_second');
    expect(stations?.kinds).not.toContain('sorting');
    expect(stations?.kinds).not.toContain('dedicated_polling');
    expect(constituencies.geographical?.seats).toBeNull();
    expect([assistance, petitionMonths]).toEqual([null, null]);
  });

  test('the civil referendum has no rules on stations', () => {
    expect(EDITION_RULES['popvote-2017']).toMatchObject({
      stations: null,
      constituencyKinds: ['referendum'],
    });
  });

  test('a limit is not guessed where the constituency or its electors are unknown', () => {
    const { geographical, ordinary_fc, special_fc } = EDITION_RULES['2016'].constituencies;
    const limit = (rules: typeof geographical, of: Parameters<typeof expenseLimitFor>[1]) =>
      rules?.expenseLimit && expenseLimitFor(rules.expenseLimit, of);
    expect(limit(geographical, {})).toBeNull();
    expect(limit(geographical, { constituency: 'Lantau' })).toBeNull();
    expect(limit(ordinary_fc, {})).toBeNull();
    expect(limit(special_fc, {})).toBe(121_000);
    expect(expenseLimitFor({ rule: 'by_registered_electors', tiers: [] }, { electors: 1 })).toBeNull();
  });
});
