import { describe, expect, test } from 'vitest';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { checkNotice } from '#shared/notices/check-notice.ts';
import { acceptNotice } from '#shared/recount/accept-notice.ts';
import type { Act, ActOf } from '#shared/recount/act.ts';
import { inOrder, knownFold } from '#shared/recount/known-fold.ts';
import { noticeDrafts } from '#shared/recount/notice-drafts.ts';
import { noticesOwed } from '#shared/recount/notices-owed.ts';
import {
  aConstituency,
  aDefinition,
  aList,
  anElectionOf,
  aRanking,
  aReport,
  aStation,
  balls,
  officersAct,
  reportAct,
  someLots,
} from '../../support/builders.ts';
import { aNotice, aNoticeAct, aResultNotice, without } from '../../support/notices.ts';

const declare = (body: Partial<ActOf<'declaration'>['body']> = {}) =>
  officersAct<'declaration'>(
    {
      type: 'declaration',
      body: { constituency: 'LC1', outcome: 'elected', elected: ['1a', '2a'], ...body },
    },
    60,
  );

const event = (candidate: string, satisfiedAt: string, what: 'died' | 'disqualified' = 'died') =>
  officersAct<'event'>(
    {
      type: 'event',
      candidate,
      body: { constituency: 'LC1', event: what, satisfiedAt, reason: 'Told by the family.' },
    },
    -600,
  );

const draftsOf = (acts: readonly Act[], definition: ElectionDefinition = aDefinition()) =>
  noticeDrafts(knownFold(definition, inOrder(acts)));

const kinds = (...asked: Parameters<typeof draftsOf>) =>
  draftsOf(...asked).map(
    ({ for: act, notice }) => `${notice.type} ${act} ${notice.constituency}-${notice.number}`,
  );

const posted = (type: 'N26' | 'N27', number: number, at = '2016-09-05T04:00:00.000Z') =>
  aNoticeAct(aResultNotice({ type, number }), { acceptedAt: at });

describe('drafts of notices', () => {
  test('wait for nothing while nothing happened', () => {
    expect(draftsOf([])).toEqual([]);
  });

  test('of a result are two: one for the hall, one for the Gazette with its last day', () => {
    const [hall, gazette] = draftsOf([declare()]);
    expect(hall?.notice).toEqual({
      type: 'N26',
      constituency: 'LC1',
      number: 1,
      revision: 1,
      contents: { elected: ['1a', '2a'] },
      text: {
        en: 'The following candidates are declared elected for Hong Kong Island: Candidate 1a; Candidate 2a.',
        'zh-Hant': '下列候選人獲宣布在香港島當選：Candidate 1a、Candidate 2a。',
        'zh-Hans': '下列候选人获宣布在香港島当选：Candidate 1a、Candidate 2a。',
      },
    });
    expect(hall?.gazetteDue?.due).toBe('2016-09-14');
    expect([gazette?.notice.type, gazette?.notice.number, gazette?.due?.due]).toEqual([
      'N27',
      1,
      '2016-09-14',
    ]);
  });

  test('are gone once a notice tells of their act', () => {
    expect(kinds([declare(), posted('N26', 1)])).toEqual(['N27 result LC1-2']);
    expect(kinds([declare(), posted('N26', 1), posted('N27', 2)])).toEqual([]);
  });

  test('can be posted as they are', () => {
    const definition = aDefinition();
    const acts = [declare()];
    for (const { notice } of draftsOf(acts)) {
      const whole = { ...notice, postedAt: aResultNotice().postedAt };
      expect(checkNotice(definition, whole)).toEqual([]);
      const known = { election: definition.id, definition, acts };
      const acting = { role: 'returning_officer', now: '2016-09-05T04:00:00.000Z' } as const;
      expect(acceptNotice(known, whole, acting).ok).toBe(true);
    }
  });

  test('of a result by lots say so', () => {
    const lots = officersAct<'lots'>(
      { type: 'lots', body: someLots({ draws: balls(['1', 9], ['2', 3]) }) },
      50,
    );
    expect(draftsOf([lots, declare()])[0]?.notice.text?.en).toContain('A tie was decided by drawing lots.');
  });

  test('of a failed election tell how many seats are empty', () => {
    const failed = draftsOf([declare({ outcome: 'failed', elected: [], reason: 'Nobody is left.' })]);
    expect(failed.map(({ notice }) => [notice.type, notice.contents])).toEqual([['N7', { unfilled: 2 }]]);
    expect(failed[0]?.notice.text?.en).toContain('Nobody is left.');
    expect(kinds([declare({ elected: ['1a'] })])).toEqual([
      'N26 result LC1-1',
      'N27 result LC1-1',
      'N7 failed LC1-1',
    ]);
  });

  test('where nobody contests name those elected without a poll, and seats without anybody', () => {
    const definition = anElectionOf(aConstituency({ seats: 3, contestants: [aList('1'), aList('2')] }));
    const drafts = draftsOf([], definition);
    expect(drafts.map(({ notice }) => [notice.type, notice.contents])).toEqual([
      ['N6', { elected: ['1a', '2a'] }],
      ['N7', { unfilled: 1, elected: ['1a', '2a'] }],
    ]);
    for (const { notice } of drafts)
      expect(checkNotice(definition, { ...notice, postedAt: aNotice().postedAt })).toEqual([]);
  });

  test('of a death before polling day name who is gone and who remains, once', () => {
    const death = event('1a', '2016-08-20T12:00:00+08:00');
    const [draft, ...more] = draftsOf([death]);
    expect(more).toEqual([]);
    expect(draft?.notice.contents).toMatchObject({ affected: ['1a'], cause: 'died' });
    expect(draft?.notice.contents?.['remaining']).not.toContain('1a');
    const told = aNoticeAct(
      aResultNotice({ type: 'N8', contents: { affected: ['1a'], cause: 'died', remaining: ['2a'] } }),
    );
    expect(kinds([death, told])).toEqual([]);
  });

  test('of a death on polling day end the proceedings, outside every station', () => {
    const [draft] = draftsOf([event('1a', '2016-09-04T16:10:00+08:00')]);
    expect(draft?.notice).toMatchObject({
      type: 'N10',
      contents: { terminatedAt: '2016-09-04T16:10:00+08:00', affected: ['1a'] },
    });
    expect(draft?.legalPlace['zh-Hant']).toBe('選區或界別內每個投票站外的顯眼處');
  });

  test('of a death in a functional constituency before polling day end them too', () => {
    const definition = anElectionOf(aRanking(['1', '2', '3'], { id: 'LC1' }));
    const drafts = draftsOf([event('1', '2016-08-20T12:00:00+08:00')], definition);
    expect(drafts.map(({ notice }) => notice.type)).toEqual(['N9']);
    const [draft] = drafts;
    expect(draft && checkNotice(definition, { ...draft.notice, postedAt: aNotice().postedAt })).toEqual([]);
  });

  test('of a count that was moved tell where and when, until that is posted', () => {
    const moved = officersAct<'relocation'>(
      {
        type: 'relocation',
        body: {
          constituency: 'LC1',
          station: 'A',
          number: 1,
          to: { en: 'Sports Centre' },
          opensAt: '2016-09-05T04:00:00+08:00',
          reason: 'The power failed.',
        },
      },
      300,
    );
    const [draft, ...more] = draftsOf([moved]);
    expect(more).toEqual([]);
    expect(draft?.notice).toMatchObject({
      type: 'N25',
      constituency: 'LC1',
      station: 'A',
      number: 1,
      contents: { movedAt: '2016-09-05T04:00:00+08:00', movedTo: { en: 'Sports Centre' } },
    });
    expect(draft?.notice.text?.en).toBe(
      'The count of station A (Station A) is moved to Sports Centre.\n\nThe power failed.',
    );
    const whole = draft && { ...draft.notice, postedAt: aNotice().postedAt };
    expect(whole && checkNotice(aDefinition(), whole)).toEqual([]);
    const told = whole && aNoticeAct(whole, { acceptedAt: '2016-09-04T20:00:00.000Z' });
    expect(told && kinds([moved, told])).toEqual([]);
  });

  test('of a correction after the result was posted supersede it', () => {
    const correction = reportAct(aReport({ revision: 2, reason: 'digits swapped' }), 900, {
      correction: true,
    });
    const reports = [reportAct(aReport()), reportAct(aReport({ station: 'B' }))];
    const acts = [...reports, declare(), posted('N26', 1, '2016-09-04T16:00:00.000Z'), posted('N27', 2)];
    expect(kinds(acts)).toEqual([]);
    const [draft] = draftsOf([...acts, correction]);
    expect(draft?.notice).toMatchObject({
      type: 'N26',
      number: 3,
      supersedes: 'c-LC1-1',
      reason: 'A: digits swapped',
    });
    const told = aNoticeAct(
      aResultNotice({ number: 3, supersedes: 'c-LC1-1', reason: 'A: digits swapped' }),
      { acceptedAt: '2016-09-06T00:00:00.000Z' },
    );
    expect(kinds([...acts, correction, told])).toEqual([]);
  });
});

describe('notices owed', () => {
  const definition = aDefinition({
    stations: [
      aStation('A'),
      aStation('B', { kind: 'small_polling', countedAt: 'A' }),
      aStation('C', { kind: 'central_counting' }),
    ],
  });
  const owedOf = (acts: readonly Act[], now = '2016-09-04T12:00:00.000Z') =>
    noticesOwed(knownFold(definition, acts), now);
  const find = (acts: readonly Act[], type: string) => owedOf(acts).find((owed) => owed.type === type);

  test('are told by whom, until when and why, station by station', () => {
    expect(find([], 'N23')).toMatchObject({
      constituency: 'LC1',
      stations: ['A'],
      roles: ['presiding_officer'],
    });
    expect(find([], 'N22')?.stations).toEqual(['B']);
    expect(find([], 'N16')?.stations).toEqual(['A', 'B']);
    expect(find([], 'N2')).toMatchObject({ due: { due: '2016-08-25' }, isLate: true, source: '2016 ¶5.2' });
    expect(find([], 'N17')?.isLate).toBe(false);
  });

  test('are gone once posted, for the place or for the whole', () => {
    expect(find([aNoticeAct(aNotice())], 'N23')).toBeUndefined();
    const map = { name: 'map.pdf', sha256: 'a'.repeat(64), bytes: 9, type: 'application/pdf' } as const;
    const zones = { noCanvassing: { en: 'Main Street' }, noStaying: { en: 'the gate' } };
    const ofAll = without(aNotice({ type: 'N14', contents: zones, attachment: map }), 'station');
    expect(find([aNoticeAct(ofAll)], 'N14')).toBeUndefined();
  });

  test('are none in a referendum, nor in an edition without notices', () => {
    const popvote = aDefinition({ edition: 'popvote-2017' });
    expect(noticesOwed(knownFold(popvote, []), '2016-09-04T12:00:00.000Z')).toEqual([]);
  });
});
