import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { legco2012 } from '#functions/elections/legco-2012.ts';
import { format, parse } from '#shared/fraction.ts';
import { counted } from './counted.ts';

interface Official {
  readonly id: string;
  readonly list_votes: readonly number[];
  readonly valid_votes: number;
  readonly seats_by_list: readonly number[];
  readonly full_quota_seats: readonly number[];
  readonly quota_exact: string;
  readonly quota_floor: number;
  readonly remainder_seat_order: readonly number[];
  readonly elected: readonly string[];
}

const script = legco2012();
const constituency = counted(script, []);
const official = JSON.parse(
  readFileSync(new URL('../../../functions/elections/legco-2012/official.json', import.meta.url), 'utf8'),
) as readonly Official[];

describe('the general election of 2012', () => {
  test('has 555 stations and 544 reports', () => {
    expect(script.definition.stations).toHaveLength(555);
    expect(script.reports).toHaveLength(544);
  });

  test.each(official)(
    '$id ends in exactly the officially declared votes, quota, seats and names',
    (declared) => {
      const result = constituency(declared.id);
      const { contestants, seatOrder } = result;
      expect(result.status).toBe('all');
      expect(result.valid).toBe(declared.valid_votes);
      expect(result.quota).toBe(String(declared.quota_floor));
      expect(result.quotaExact).toBe(format(parse(declared.quota_exact)));
      expect(contestants.map(({ votes }) => votes)).toEqual(declared.list_votes);
      expect(contestants.map(({ seats }) => seats)).toEqual(declared.seats_by_list);
      expect(contestants.map(({ quotaSeats }) => quotaSeats)).toEqual(declared.full_quota_seats);
      expect(seatOrder.filter(({ by }) => by === 'remainder').map((seat) => Number(seat.contestant))).toEqual(
        declared.remainder_seat_order,
      );
      const names = contestants.flatMap(({ candidates }) => candidates.filter(({ elected }) => elected));
      expect(names.map(({ name }) => name['zh-Hant'])).toEqual(declared.elected);
    },
  );

  test('every name stands as the source has it, in one language', () => {
    const names = script.definition.constituencies.flatMap(({ contestants }) =>
      contestants.flatMap(({ candidates = [] }) => candidates.map(({ name }) => name)),
    );
    expect(names.every((name) => Object.keys(name).length === 1 && name['zh-Hans'] === undefined)).toBe(true);
  });
});
