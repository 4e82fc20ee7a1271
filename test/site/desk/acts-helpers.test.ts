import { describe, expect, test } from 'vitest';
import type { ProgressView } from '#shared/desk/desk-views.ts';
import { ROLES } from '#shared/election/acts.ts';
import {
  changedFigures,
  correctedReport,
  reportFigures,
} from '../../../site/desk/acts/correction/report-figures.ts';
import { cleaned } from '../../../site/desk/acts/form/check-fields.ts';
import { instantOf } from '../../../site/desk/acts/form/moments.ts';
import { askedRounds, ballField, drawnBalls } from '../../../site/desk/acts/lots/lot-rounds.ts';
import { ACT_NAMES, BY, barOf } from '../../../site/desk/acts/may-act.ts';
import { proposedRounds } from '../../../site/desk/acts/proposal/proposed-lots.ts';
import { testOf } from '../../../site/desk/acts/recount/MisplacedTest.tsx';
import { aReport } from '../../support/builders.ts';

const tie = { needed: true, among: ['1', '2', '3'], places: 1, rounds: [] };
const balls = (round: number, numbers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(numbers).map(([id, number]) => [ballField(round, id), number]));

describe('rounds of balls', () => {
  test('a second round is asked for only among the tied, once every ball of the first is in', () => {
    expect(askedRounds(tie, {}).map(({ group }) => group)).toEqual([['1', '2', '3']]);
    expect(askedRounds(tie, balls(1, { '1': '9', '2': '9' }))).toHaveLength(1);
    const first = balls(1, { '1': '9', '2': '９', '3': '4' });
    const asked = askedRounds(tie, first);
    expect(asked.map(({ round, group, places }) => [round, group, places])).toEqual([
      [1, ['1', '2', '3'], 1],
      [2, ['1', '2'], 1],
    ]);
    const all = askedRounds(tie, { ...first, ...balls(2, { '1': '3', '2': '7' }) });
    expect(all.at(-1)?.outcome?.elected).toEqual(['2']);
    expect(drawnBalls(all)).toHaveLength(5);
  });

  test('a number that is on no ball is none, and rounds drawn before are gone on with', () => {
    expect(askedRounds(tie, balls(1, { '1': '0', '2': '11', '3': '5' }))[0]?.outcome).toBeNull();
    const before = [{ drawn: [], elected: [], redraw: ['2', '3'] }];
    expect(askedRounds({ ...tie, rounds: before }, {})[0]).toMatchObject({ round: 2, group: ['2', '3'] });
  });

  test('a proposal is shown in the rounds that it was typed in', () => {
    const draw = (contestant: string, number: number) => ({ contestant, number, drawnBy: 'self' });
    const draws = [draw('1', 9), draw('2', 9), draw('3', 4), draw('1', 3), draw('2', 7)];
    expect(proposedRounds(tie, { draws }).map(({ outcome }) => outcome?.redraw)).toEqual([['1', '2'], []]);
  });
});

describe('a correction', () => {
  const report = aReport({
    questionable: { accepted: 2, rejected: { uncertain: 1 } },
    rankings: [{ order: ['1', '2'], papers: 4 }],
  });
  test('changes the figures that were typed anew and nothing else', () => {
    const values = { 'figure-votes-2': '１，005', 'figure-votes-1': '10', 'figure-rankings-0-papers': '5' };
    expect(changedFigures(report, values).map(({ id, value, now }) => [id, value, now])).toEqual([
      ['figure-votes-2', 5, 1005],
      ['figure-rankings-0-papers', 4, 5],
    ]);
    expect(correctedReport(report, values, 'why')).toEqual({
      ...report,
      votes: { '1': 10, '2': 1005, '3': 1 },
      rankings: [{ order: ['1', '2'], papers: 5 }],
      revision: 2,
      reason: 'why',
    });
    expect(reportFigures(report)).toHaveLength(6);
  });
});

describe('a moment', () => {
  test.each([
    ['2016-09-05', '02:40', '2016-09-05T02:40:00+08:00'],
    ['2016/9/5', '0240', '2016-09-05T02:40:00+08:00'],
    ['２０１６年9月5日', '2時40分', '2016-09-05T02:40:00+08:00'],
    ['2016-06-31', '02:40', null],
    ['5 September', '02:40', null],
    ['2016-09-05', '', null],
  ])('%s %s is %s', (day, time, instant) => {
    expect(instantOf({ 'at-date': day, 'at-time': time }, 'at')).toBe(instant);
  });

  test('text loses control characters and keeps everything else', () => {
    expect(cleaned(' <b>\u0000x\ny ')).toBe('<b>x\ny');
  });
});

describe('the test of request B', () => {
  const misplaced = { estimate: 3, smallestGap: '7/2', decidingGap: '9', requestAccepted: false };
  test('bars an estimate below the smallest gap and nothing else', () => {
    expect(testOf(misplaced, 3)).toBe('barred');
    expect(testOf(misplaced, 4)).toBe('passed');
    expect(testOf({ ...misplaced, smallestGap: null }, 0)).toBe('passed');
    expect(testOf(misplaced, null)).toBe('unknown');
  });
});

describe('what an officer may do', () => {
  const view = {
    declaration: null,
    pollClosed: true,
    lots: { needed: true },
    ready: {},
    proposals: [],
    public: { status: 'lots' },
  } as unknown as ProgressView;

  test('is never another role’s act', () => {
    for (const act of ACT_NAMES) {
      for (const role of ROLES.filter((one) => !BY[act].includes(one))) {
        expect(barOf(act, role, view)).toBe('role');
      }
    }
  });

  test('depends on how far the constituency has come', () => {
    const bar = (act: (typeof ACT_NAMES)[number], changes: object) =>
      barOf(act, act === 'relocation' ? 'commission' : 'returning_officer', { ...view, ...changes });
    expect(bar('lots', {})).toBeNull();
    expect(bar('lots', { lots: { needed: false } })).toBe('no_tie');
    expect(bar('lots', { proposals: [{ state: 'open', act: { type: 'lots' } }] })).toBe('proposed');
    expect(bar('declaration', { ready: null })).toBe('not_ready');
    expect(bar('correction', {})).toBe('not_declared');
    expect(bar('correction', { declaration: {} })).toBeNull();
    expect(bar('recount', { declaration: {} })).toBe('declared');
    expect(bar('recount', { pollClosed: false })).toBe('poll_open');
    expect(bar('relocation', {})).toBeNull();
    expect(bar('ending', { public: { status: 'terminated' } })).toBeNull();
    expect(bar('recount', { public: { status: 'terminated' } })).toBe('terminated');
  });
});
