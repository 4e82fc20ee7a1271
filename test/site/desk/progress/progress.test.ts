import { describe, expect, test } from 'vitest';
import type { ProgressRow, ProgressView } from '#shared/desk/desk-views.ts';
import { districtsOf } from '../../../../site/desk/progress/districts.ts';
import { filterIn, filterQuery } from '../../../../site/desk/progress/filter.ts';
import { finder } from '../../../../site/desk/progress/find.ts';
import { keepSame } from '../../../../site/desk/progress/keep-same.ts';
import { countKinds, KINDS, kindOf, kindsOf } from '../../../../site/desk/progress/kinds.ts';
import { heldInPlace, listed, needsOf, waited } from '../../../../site/desk/progress/needs.ts';
import { matchPattern, queryOf, segmentsOf } from '../../../../site/desk/router.ts';
import { aRow, at, CONFIRMATION, confirmed, ENTRY, toConfirm, watchAt } from './progress-rows.ts';

describe('what a station is to who looks after the constituency', () => {
  const cases: readonly (readonly [string, Partial<ProgressRow>, string])[] = [
    ['public', confirmed, 'confirmed'],
    [
      'typed once',
      { state: 'entered', lastSign: at(40), missing: [{ ...ENTRY, step: 'second_entry' }] },
      'entered',
    ],
    ['settled, without a warning', toConfirm, 'entered'],
    ['settled, with a warning', { ...toConfirm, flags: [{ code: 'A4', explained: true }] }, 'flagged'],
    ['public, with a warning', { ...confirmed, flags: [{ code: 'A4', explained: false }] }, 'confirmed'],
    ['differing, whatever its warnings', { state: 'differing', differing: 2 }, 'differing'],
    ['not heard of for 44 minutes', { lastSign: at(16) }, 'waiting'],
    ['not heard of for 45 minutes', { lastSign: at(15) }, 'silent'],
    ['never heard of', { lastSign: null }, 'silent'],
    ['heard of before the close only', { lastSign: at(-300) }, 'silent'],
    ['silent, but suspended', { lastSign: null, suspended: true }, 'waiting'],
    [
      'the Central Counting Station, which is in the room',
      { kind: 'central_counting', lastSign: null },
      'waiting',
    ],
    [
      'settled long ago, and the result not told at the station',
      {
        ...toConfirm,
        lastSign: at(3),
        missing: [{ step: 'result_told', by: ['presiding_officer'] }, CONFIRMATION],
      },
      'silent',
    ],
    ['settled long ago, and only the confirmation missing', { ...toConfirm, lastSign: at(3) }, 'entered'],
    [
      'public, with a recount that is allowed',
      { ...confirmed, recounting: true, lastSign: at(50), missing: [{ ...ENTRY, step: 'recount' }] },
      'waiting',
    ],
    ['sent back', { state: 'sent_back', lastSign: at(40) }, 'waiting'],
  ];

  test.each(cases)('%s', (_, row, kind) => {
    expect(kindOf(aRow('A1', row), watchAt(60))).toBe(kind);
  });

  test('each is exactly one, so the counters add up to all stations', () => {
    const rows = cases.map(([, row], index) => aRow(`A${index}`, row));
    const counts = countKinds(kindsOf(rows, watchAt(60)));
    expect(KINDS.reduce((sum, kind) => sum + counts[kind], 0)).toBe(rows.length);
  });

  test('before the close of poll nobody is silent', () => {
    expect(kindOf(aRow('A1', { lastSign: null }), watchAt(-5))).toBe('waiting');
  });
});

describe('whom to phone first', () => {
  const rows = [
    aRow('S1', { lastSign: at(10) }),
    aRow('F1', { ...toConfirm, since: at(30), flags: [{ code: 'A4', explained: false }] }),
    aRow('D1', { state: 'differing', since: at(80) }),
    aRow('S2', { lastSign: null }),
    aRow('W1', { lastSign: at(85) }),
    aRow('D2', { state: 'differing', since: at(70) }),
    aRow('C1', confirmed),
    aRow('F2', { ...toConfirm, since: at(20), flags: [{ code: 'A4', explained: false }] }),
  ];
  const watch = watchAt(90);
  const kinds = kindsOf(rows, watch);
  const ids = (needs: readonly { readonly row: ProgressRow }[]) => needs.map(({ row }) => row.id);

  test('by kind, and of each kind the longest wait', () => {
    expect(ids(needsOf(rows, kinds, watch))).toEqual(['D2', 'D1', 'F2', 'F1', 'S2', 'S1']);
  });

  test('a list that was asked for keeps the others at its end', () => {
    expect(ids(listed(rows, kinds, watch))).toEqual(['D2', 'D1', 'F2', 'F1', 'S2', 'S1', 'C1', 'W1']);
  });

  test('a silent station waits since it was heard of, all others since their state began', () => {
    const [, , , flagged, , silent] = needsOf(rows, kinds, watch);
    expect([flagged?.since, silent?.since]).toEqual([at(30), at(10)]);
  });

  test('under a hand nothing moves: who was listed stays with what is known now, who is new comes last', () => {
    const name = ({ id }: { readonly id: string; readonly n: number }) => id;
    const before = [
      { id: 'a', n: 1 },
      { id: 'b', n: 1 },
    ];
    const now = [
      { id: 'c', n: 2 },
      { id: 'a', n: 2 },
    ];
    const all = [...now, { id: 'b', n: 2 }];
    expect(heldInPlace(before, now, name, (id) => all.find((one) => one.id === id))).toEqual([
      { id: 'a', n: 2 },
      { id: 'b', n: 2 },
      { id: 'c', n: 2 },
    ]);
  });

  test.each([
    [0, '0:00'],
    [14.9, '0:14'],
    [66, '1:06'],
    [1439, '23:59'],
    [1440, null],
    [-3, '0:00'],
  ])('a wait of %d minutes is written %s', (minutes, written) => {
    expect(waited(at(0), Date.parse(at(minutes)))).toBe(written);
  });
});

describe('tiles by district', () => {
  test('stand together by the letters of their codes, in the order of the election', () => {
    const rows = ['B0101', 'A0101', 'b0201', 'A0201'].map((id) => aRow(id));
    expect(districtsOf(rows).map(({ code, rows: own }) => [code, own.map(({ id }) => id)])).toEqual([
      ['B', ['B0101', 'b0201']],
      ['A', ['A0101', 'A0201']],
    ]);
  });

  test('leave out the Central Counting Station', () => {
    const rows = [aRow('A1'), aRow('A2'), aRow('CCS', { kind: 'central_counting' })];
    expect(districtsOf(rows).map(({ rows: own }) => own.length)).toEqual([2]);
  });

  test('are one group where codes say nothing of a place', () => {
    expect(districtsOf(['A', 'B', 'C'].map((id) => aRow(id)))).toMatchObject([{ code: '' }]);
    expect(districtsOf(['101', '102'].map((id) => aRow(id)))).toMatchObject([{ code: '' }]);
  });
});

describe('finding a station', () => {
  const row = aRow('C2001', {
    name: { en: 'Java Road Sports Centre', 'zh-Hant': '渣華道體育館', 'zh-Hans': '渣华道体育馆' },
  });

  test.each(['c20', 'Ｃ２００１', 'java sports', '  JAVA   road ', '體育', '渣华道', '渣華 c2', ''])(
    '“%s” finds it',
    (typed) => {
      expect(finder(typed)(row)).toBe(true);
    },
  );

  test.each(['c21', 'kennedy', '體操', 'java kennedy'])('“%s” does not', (typed) => {
    expect(finder(typed)(row)).toBe(false);
  });
});

describe('the filter of an address', () => {
  test.each([
    ['', { kind: null, find: '', hall: false }],
    ['?state=silent', { kind: 'silent', find: '', hall: false }],
    ['?view=hall&state=differing&find=%E9%AB%94+c2', { kind: 'differing', find: '體 c2', hall: true }],
  ] as const)('%s is read and written the same', (query, filter) => {
    expect(filterIn(queryOf(`#/legco-2016/LC1${query}`))).toEqual(filter);
    expect(filterQuery(filter)).toBe(query);
  });

  test('of an unknown kind shows everything, and nobody’s address is a screen of its own', () => {
    expect(filterIn(queryOf('#/legco-2016/LC1?state=lost&find=')).kind).toBeNull();
    expect(segmentsOf('#/legco-2016/LC1?state=a/b')).toEqual(['legco-2016', 'LC1']);
    expect(matchPattern('{election}/{constituency}', segmentsOf('#/x/y?find=%'))).toEqual({
      election: 'x',
      constituency: 'y',
    });
  });
});

describe('a new answer', () => {
  const view = (rows: readonly ProgressRow[], more: object = {}): ProgressView =>
    ({
      rows,
      sheet: { ballot: 'a' },
      public: { reports: 1 },
      missing: [],
      ...more,
    }) as unknown as ProgressView;

  test('keeps the identity of what says the same, so that it is not drawn again', () => {
    const before = view([aRow('A1'), aRow('A2')]);
    const next = view([aRow('A1'), aRow('A2', confirmed)]);
    const kept = keepSame(before, next);
    expect(kept.rows[0]).toBe(before.rows[0]);
    expect(kept.rows[1]).toBe(next.rows[1]);
    expect(kept.sheet).toBe(before.sheet);
    expect(keepSame(before, view([aRow('A1'), aRow('A2')])).rows).toBe(before.rows);
  });

  test('is taken as it is where nothing was known, or stations came or went', () => {
    const next = view([aRow('A1')]);
    expect(keepSame(null, next)).toBe(next);
    expect(keepSame(view([aRow('A1'), aRow('A2')]), next).rows).toHaveLength(1);
  });
});
