import { describe, expect, test } from 'vitest';
import type { Act } from '#shared/recount/act.ts';
import {
  aConstituency,
  aDefinition,
  aList,
  anElectionOf,
  aRankedReport,
  aRanking,
  aReport,
  aStation,
  balls,
  definitionAct,
  minutes,
  officersAct,
  reportAct,
  someLots,
} from '../../support/builders.ts';
import { ledgerOf, order, published, resultIn } from '../../support/ledger.ts';

const defined = definitionAct(aDefinition());

const A = reportAct(aReport());

const B = reportAct(aReport({ station: 'B' }));

const declared = (
  elected: readonly string[],
  outcome: 'elected' | 'failed' | 'terminated' = 'elected',
): Act =>
  officersAct({ type: 'declaration', body: { constituency: 'LC1', outcome, elected: [...elected] } }, 2);

const correction = (votes: Record<string, number>, at = 3) =>
  reportAct(aReport({ revision: 2, reason: 'digits swapped', votes }), at, { correction: true });

const event = (
  candidate: string,
  satisfiedAt: string,
  kind: 'died' | 'disqualified' | 'withdrawn' = 'died',
): Act =>
  officersAct({ type: 'event', candidate, body: { constituency: 'LC1', event: kind, satisfiedAt } }, 2);

const recount = (body: Record<string, unknown>, at = 2): Act =>
  officersAct(
    {
      type: 'recount',
      body: {
        constituency: 'LC1',
        number: 1,
        scope: 'constituency',
        requestedBy: 'candidate',
        decision: 'allowed',
        ...body,
      } as never,
    },
    at,
  );

const electedIn = (build: ReturnType<typeof ledgerOf>) =>
  resultIn(published(build)).contestants.flatMap(({ elected }) => elected);

const statusIn = (build: ReturnType<typeof ledgerOf>) => resultIn(published(build)).status;

describe('the state of a constituency', () => {
  test('goes from embargo by counting to declared', () => {
    const build = ledgerOf([defined]);
    expect(statusIn(build)).toBe('none');
    const early = ledgerOf();
    order(early, [definitionAct(aDefinition())], -10);
    expect(statusIn(early)).toBe('embargo');
    expect(statusIn(order(build, [A], 10))).toBe('counting');
    expect(statusIn(order(build, [B], 20))).toBe('all');
    expect(statusIn(order(build, [declared(['1a', '2a'])], 30))).toBe('declared');
    expect(published(build).pointer).toMatchObject({ status: 'declared', pollAfterMs: 60_000 });
  });

  test('is a recount from the decision until the recounted report', () => {
    const build = ledgerOf([defined, A, B], [recount({ scope: 'station', station: 'B' })]);
    const during = resultIn(published(build));
    expect(during.status).toBe('recount');
    expect(during.stations.map(({ status }) => status)).toEqual(['reported', 'recounting']);
    expect(during.recounts).toMatchObject([
      { number: 1, scope: 'station', station: 'B', decision: 'allowed' },
    ]);
    order(build, [reportAct(aReport({ station: 'B', count: 2 }), 4)], 20);
    expect(statusIn(build)).toBe('all');
  });

  test('is not touched by a recount that was refused', () => {
    expect(statusIn(ledgerOf([defined, A, B], [recount({ decision: 'refused', reason: 'no' })]))).toBe('all');
  });

  test('leaves the central line out of a recount of stations, unless it waited for it', () => {
    const central = definitionAct(
      aDefinition({ stations: [aStation('A'), aStation('C', { kind: 'central_counting' })] }),
    );
    const C = reportAct(aReport({ station: 'C' }));
    const states = (changes: Record<string, unknown>) =>
      resultIn(published(ledgerOf([central, A, C], [recount(changes)]))).stations.map(({ status }) => status);
    expect(states({})).toEqual(['recounting', 'reported']);
    expect(states({ afterMisplaced: true })).toEqual(['recounting', 'recounting']);
    expect(states({ scope: 'misplaced' })).toEqual(['reported', 'recounting']);
  });

  test('waits for lots, and for misplaced papers', () => {
    const tie = definitionAct(
      anElectionOf(aConstituency({ seats: 1, contestants: [aList('1'), aList('2')] })),
    );
    const build = ledgerOf([tie, reportAct(aReport({ votes: { '1': 5, '2': 5 } }))]);
    expect([statusIn(build), published(build).pointer.status]).toEqual(['lots', 'lots']);
    order(build, [officersAct({ type: 'lots', body: someLots({ draws: balls(['1', 3], ['2', 8]) }) })], 10);
    expect([statusIn(build), electedIn(build)]).toEqual(['all', ['2a']]);
  });

  test.each([
    ['on polling day before the close', 'geographical', '2016-09-04T22:29:59+08:00', 'terminated'],
    ['the day before, in a list poll', 'geographical', '2016-09-03T23:59:59+08:00', 'all'],
    [
      'the day before, in a functional constituency',
      'ordinary_fc',
      '2016-09-03T12:00:00+08:00',
      'terminated',
    ],
    ['at midnight of polling day', 'dc_second', '2016-09-04T00:00:00+08:00', 'terminated'],
    ['at the close', 'geographical', '2016-09-04T22:30:00+08:00', 'all'],
    ['after the close, told in another time zone', 'geographical', '2016-09-04T14:30:01Z', 'all'],
  ] as const)('after a death %s in %s at %s is %s', (_, kind, satisfiedAt, status) => {
    const definition = definitionAct(
      aDefinition({
        constituencies: [
          aConstituency({
            kind,
            system: kind === 'ordinary_fc' ? 'first_past_the_post' : 'list_pr',
            seats: kind === 'ordinary_fc' ? 1 : 2,
            contestants: ['1', '2', '3'].map((id) => aList(id, kind === 'ordinary_fc' ? 1 : 2)),
          }),
        ],
      }),
    );
    const build = ledgerOf([definition, event('1a', satisfiedAt)], [A, B]);
    expect(statusIn(build)).toBe(status);
    if (status === 'terminated') expect(electedIn(build)).toEqual([]);
  });

  test('knows a name struck before polling day no more, and one lost after the close until the seats are given', () => {
    const struck = ledgerOf([defined, event('1a', '2016-09-01T12:00:00+08:00')], [A, B]);
    expect(electedIn(struck)).toEqual(['1b', '2a']);
    const lost = ledgerOf([defined, A, B], [event('1a', minutes(9)), event('1b', minutes(9))]);
    expect(resultIn(published(lost))).toMatchObject({ unfilled: 1 });
    expect(electedIn(lost)).toEqual(['2a']);
    expect(resultIn(published(lost)).events.map(({ stage }) => stage)).toEqual([
      'after_close',
      'after_close',
    ]);
  });

  test('of one candidate who won and died is nobody’s', () => {
    const definition = definitionAct(anElectionOf(aRanking(['1', '2']), ['A'], { publishRankings: true }));
    const build = ledgerOf(
      [
        definition,
        reportAct(
          aRankedReport([
            [['1'], 5],
            [['2'], 1],
          ]),
        ),
      ],
      [event('1', minutes(5), 'disqualified')],
    );
    expect(resultIn(published(build))).toMatchObject({
      status: 'all',
      unfilled: 1,
      seatOrder: [{ candidate: null }],
    });
  });

  test('becomes uncontested when strikes leave no choice', () => {
    const build = ledgerOf([
      defined,
      ...['1a', '1b', '2a', '2b'].map((id) => event(id, '2016-09-01T12:00:00+08:00')),
    ]);
    expect([statusIn(build), electedIn(build)]).toEqual(['uncontested', ['3a', '3b']]);
  });
});

describe('the state of an election', () => {
  const two = aDefinition({
    constituencies: [aConstituency(), aConstituency({ id: 'LC2' })],
    stations: [aStation('A'), aStation('A2', { constituency: 'LC2' })],
  });
  const A2 = reportAct(aReport({ constituency: 'LC2', station: 'A2' }));
  const head = (...batches: (readonly Act[])[]) =>
    published(ledgerOf([definitionAct(two)], ...batches)).pointer.status;

  test.each([
    ['none', []],
    ['counting', [A]],
    ['all', [A, A2]],
    ['recount', [A, A2, recount({}, 5)]],
    ['all', [A, A2, declared(['1a', '2a'])]],
  ])('is %s', (status, acts) => {
    expect(head(acts)).toBe(status);
  });

  test('is declared only when every constituency is', () => {
    const other = officersAct(
      { type: 'declaration', body: { constituency: 'LC2', outcome: 'terminated', elected: [], reason: 'x' } },
      3,
    );
    expect(head([A, A2, declared(['1a', '2a'])], [other])).toBe('declared');
    expect(head([A, A2, declared(['1a', '2a'])], [other], [correction({ '1': 9 })])).toBe('corrected');
  });
});
