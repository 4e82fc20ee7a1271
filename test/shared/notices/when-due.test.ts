import { describe, expect, test } from 'vitest';
import type { NoticeTypeId } from '#shared/election/notice.ts';
import { noticeType } from '#shared/notices/notice-table.ts';
import { gazetteDue, type NoticeDays, whenDue } from '#shared/notices/when-due.ts';

/** The election of 2016: nominations 16 to 29 July, poll on Sunday 4 September, declared on the 5th. */
const DAYS: NoticeDays = {
  edition: '2016',
  pollingDay: '2016-09-04',
  nominationsEnd: '2016-07-29',
  declaredOn: '2016-09-05',
};

/** Each by hand from the calendar of 2016. */
const BY_HAND: readonly (readonly [NoticeTypeId, string])[] = [
  ['N2', '2016-08-25'],
  ['N3', '2016-08-25'],
  ['N4', '2016-08-12'],
  ['N5', '2016-08-12'],
  ['N11', '2016-08-08'],
  ['N13', '2016-08-02'],
  ['N14', '2016-08-28'],
  ['N16', '2016-09-04'],
  ['N17', '2016-09-04'],
  ['N18', '2016-09-04'],
  ['N19', '2016-09-04'],
  ['N20', '2016-09-04'],
  ['N21', '2016-09-04'],
  ['N22', '2016-09-04'],
  ['N24', '2016-09-03'],
  ['N27', '2016-09-15'],
  ['N28', '2016-09-03'],
  ['N29', '2016-08-14'],
  ['N31', '2016-06-01'],
  ['N32', '2016-07-25'],
  ['N35', '2016-12-04'],
  ['N36', '2016-08-25'],
];

describe('when notices are due', () => {
  test.each(BY_HAND)('%s of the 2016 election by %s', (id, due) => {
    expect(whenDue(noticeType(id), DAYS)?.due).toBe(due);
  });

  test('a Sunday that was passed over is told', () => {
    const { skipped, note, triggerDay } = whenDue(noticeType('N13'), DAYS) ?? {};
    expect([triggerDay, skipped?.map(({ day }) => day), note]).toEqual([
      '2016-07-29',
      ['2016-07-31'],
      'working days without a definition: Saturdays are counted',
    ]);
  });

  test('the counting place of 2008 is owed one working day before the poll', () => {
    const days = { ...DAYS, edition: '2008', pollingDay: '2016-09-04' };
    expect(whenDue(noticeType('N3'), days)?.due).toBe('2016-09-03');
  });

  test('in a year of District Council elections the registers come two months later', () => {
    const days = { ...DAYS, pollingDay: '2015-11-22' };
    expect([whenDue(noticeType('N31'), days)?.due, whenDue(noticeType('N32'), days)?.due]).toEqual([
      '2015-08-01',
      '2015-09-25',
    ]);
  });

  test('what counts from a day nobody has told yet names the rule without a date', () => {
    const days = { ...DAYS, nominationsEnd: null, declaredOn: null };
    expect(whenDue(noticeType('N4'), days)).toMatchObject({ due: null, trigger: 'nominations_end' });
    expect(gazetteDue(noticeType('N26'), days)).toMatchObject({ due: null, trigger: 'declaration' });
  });

  test('what is due at once or when known has no date', () => {
    for (const id of ['N6', 'N7', 'N8', 'N9', 'N10', 'N25', 'N26', 'N34', 'N37'] as const)
      expect(whenDue(noticeType(id), DAYS)).toBeNull();
  });

  test('the Gazette carries a result within ten days of its declaration', () => {
    expect(gazetteDue(noticeType('N26'), DAYS)?.due).toBe('2016-09-15');
    expect(gazetteDue(noticeType('N27'), DAYS)?.due).toBe('2016-09-15');
    expect(gazetteDue(noticeType('N2'), DAYS)?.due).toBe('2016-08-25');
    expect(gazetteDue(noticeType('N23'), DAYS)).toBeNull();
  });
});
