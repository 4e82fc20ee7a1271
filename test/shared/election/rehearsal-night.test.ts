import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AddressId } from '#shared/election/identifiers.ts';
import { isRehearsalId, rehearsalId } from '#shared/election/rehearsal-id.ts';
import { MAX_REHEARSALS, REHEARSED_ELECTIONS, readRehearsals } from '#shared/election/rehearsal-night.ts';

const NIGHT = { closesAt: '2026-12-05T22:30:00+08:00', election: 'legco-2012', minutes: 90 } as const;

const problems = (given: unknown): readonly string[] => {
  const read = readRehearsals(given);
  return read.ok ? [] : read.problem;
};

describe('rehearsal nights', () => {
  test('are none where nothing is said', () => {
    for (const nothing of [undefined, null, '', ' ', [], '[]'])
      expect(readRehearsals(nothing)).toEqual({ ok: true, value: [] });
  });

  test('are read from a list or its JSON, whatever the offset of the time', () => {
    const nights = [NIGHT, { ...NIGHT, closesAt: '2026-12-06T14:30:00Z', election: REHEARSED_ELECTIONS[0] }];
    expect(readRehearsals(nights)).toEqual({ ok: true, value: nights });
    expect(readRehearsals(JSON.stringify(nights))).toEqual({ ok: true, value: nights });
  });

  test('are named by their day in Hong Kong, in a way that fits into addresses', () => {
    expect(rehearsalId(NIGHT)).toBe('rehearsal-20261205');
    expect(rehearsalId({ closesAt: '2026-12-05T20:00:00Z' })).toBe('rehearsal-20261206');
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-02'), max: new Date('2099-12-30'), noInvalidDate: true }),
        (day) => {
          const id = rehearsalId({ closesAt: day.toISOString() });
          expect(AddressId.safeParse(id).success).toBe(true);
          expect(isRehearsalId(id)).toBe(true);
        },
      ),
    );
    expect(isRehearsalId('legco-2016-rehearsal')).toBe(false);
  });

  test.each([
    ['text', 'tomorrow', ['rehearsals must be a list such as [{"closesAt":', 'it is "tomorrow"']],
    ['one night without its list', NIGHT, ['must be a list', '"minutes":90}']],
    ['no object', [7], ['rehearsals[0] must be an object such as {"closesAt":', 'it is 7']],
    ['a list in a list', [[]], ['rehearsals[0] must be an object']],
    [
      'no time',
      [{ ...NIGHT, closesAt: '5 December' }],
      ['rehearsals[0].closesAt must be when the poll closes', '"5 December"'],
    ],
    ['no offset', [{ ...NIGHT, closesAt: '2026-12-05T22:30:00' }], ['with its offset']],
    [
      'another election',
      [NIGHT, { ...NIGHT, election: 'legco-2028' }],
      ['rehearsals[1].election must be one of legco-2016-rehearsal, legco-2012', '"legco-2028"'],
    ],
    [
      'no time at all',
      [{ ...NIGHT, minutes: 0 }],
      ['rehearsals[0].minutes must be', 'from 1 to 720', 'it is 0'],
    ],
    [
      'nothing where something must be',
      [{ closesAt: NIGHT.closesAt, election: NIGHT.election }],
      ['it is missing'],
    ],
    ['a field that is none', [{ ...NIGHT, seed: 3 }], ['rehearsals[0] has no field "seed"']],
    [
      'two on a day',
      [NIGHT, { ...NIGHT, closesAt: '2026-12-05T08:00:00+08:00' }],
      ['rehearsals[1].closesAt is on the day of rehearsals[0]', 'choose another day'],
    ],
    ['too many', Array.from({ length: MAX_REHEARSALS + 1 }, () => NIGHT), ['20 at most', 'there are 21']],
  ] as const)('with %s are refused in one sentence', (_, given, says) => {
    const [sentence = '', ...more] = problems(given);
    expect(more).toEqual([]);
    for (const part of says) expect(sentence).toContain(part);
    expect(sentence.endsWith('.')).toBe(true);
  });

  test('with several faults have a sentence for each', () => {
    expect(problems([{ closesAt: 1, election: 2, minutes: '90' }])).toHaveLength(3);
  });
});
