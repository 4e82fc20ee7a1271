import { describe, expect, test } from 'vitest';
import type { Act } from '#shared/recount/act.ts';
import { actPlace } from '#shared/recount/act.ts';
import { applyEntry } from '#shared/recount/apply-entry.ts';
import { startFold } from '#shared/recount/election-fold.ts';
import {
  aDefinition,
  aReport,
  aStation,
  definitionAct,
  minutes,
  officersAct,
  reportAct,
  someLots,
} from '../../support/builders.ts';
import { fileText, ledgerOf, order, published, resultIn } from '../../support/ledger.ts';

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

describe('declared seats', () => {
  test('stand when corrected figures would seat another, and the result says that they differ', () => {
    const build = ledgerOf(
      [defined, A, B],
      [declared(['1a', '2a'])],
      [correction({ '1': 1, '2': 5, '3': 60 })],
    );
    const result = resultIn(published(build));
    expect(result).toMatchObject({ status: 'corrected', flags: ['declaredDiffers'] });
    expect(result.declaration?.elected).toEqual(['1a', '2a']);
    expect(result.contestants.map(({ elected, seats }) => [elected, seats])).toEqual([
      [['1a'], 1],
      [['2a'], 1],
      [[], 0],
    ]);
    expect(result.contestants[2]?.votes).toBe(61);
    expect(
      result.contestants
        .flatMap(({ candidates }) => candidates.filter(({ elected }) => elected))
        .map(({ id }) => id),
    ).toEqual(['1a', '2a']);
    expect(result.seatOrder.map(({ candidate }) => candidate)).toEqual(['3a', '3b']);
    expect(fileText(published(build), 'results.csv')).toMatch(/corrected.*,Candidate 1a,/);
    expect(published(build).pointer.status).toBe('corrected');
  });

  test('that corrected figures confirm carry no such flag', () => {
    const build = ledgerOf(
      [defined, A, B],
      [declared(['1a', '2a'])],
      [correction({ '1': 11, '2': 5, '3': 1 })],
    );
    expect(resultIn(published(build))).toMatchObject({ status: 'corrected', flags: [] });
    expect(
      resultIn(published(build)).changes.map(({ field, old, new: now, reason }) => [field, old, now, reason]),
    ).toEqual([['votes.1', 10, 11, 'digits swapped']]);
  });

  test('of a failed election are none, whatever the votes say', () => {
    const build = ledgerOf([defined, A, B], [declared([], 'failed')]);
    expect(electedIn(build)).toEqual([]);
    expect(resultIn(published(build))).toMatchObject({ status: 'failed', flags: [] });
  });

  test('do not move when lots or a death come in after the declaration all the same', () => {
    const build = ledgerOf([defined, A, B], [declared(['1a', '2a'])], [event('1a', minutes(30))]);
    expect(electedIn(build)).toEqual(['1a', '2a']);
    expect(resultIn(published(build)).flags).toEqual(['declaredDiffers']);
  });
});

describe('what cannot count', () => {
  test('is set aside with its entry and a reason, and changes no figure', () => {
    const build = ledgerOf([defined, A, B], [declared(['1a', '2a'])]);
    const before = resultIn(published(build));
    order(
      build,
      [
        reportAct(aReport({ revision: 2, reason: 'late', votes: { '3': 99 } }), 4),
        reportAct(aReport({ station: 'Z' }), 4),
        reportAct(aReport({ constituency: 'LC9' }), 4),
        officersAct({ type: 'lots', body: someLots({ constituency: 'LC9' }) }, 4),
      ],
      30,
    );
    const after = resultIn(published(build));
    expect(build.fold.setAside.map(({ code }) => code).sort()).toEqual([
      'after-declaration',
      'station-not-counting',
      'unknown-constituency',
      'unknown-constituency',
    ]);
    expect(after).toEqual(before);
    expect(JSON.parse(fileText(published(build), 'changes.json')).setAside).toHaveLength(4);
  });

  test('a second declaration is set aside', () => {
    const fold = startFold('legco-2016');
    for (const entry of [defined, declared(['1a']), declared(['3a'])]) applyEntry(fold, entry as never);
    expect(fold.setAside).toEqual([{ entry: 2, code: 'already-declared' }]);
    expect(fold.constituencies.get('LC1')?.declaration?.body.elected).toEqual(['1a']);
  });

  test('rounds of nowhere are set aside', () => {
    const fold = startFold('legco-2016');
    const entry = {
      type: 'rounds',
      election: 'legco-2016',
      constituency: 'LC9',
      valid: 0,
      invalid: {},
      firstPreferencesOnly: false,
      rounds: [],
    } as const;
    applyEntry(fold, { ...entry, rounds: [] });
    expect(fold.setAside).toEqual([{ entry: 0, code: 'unknown-constituency' }]);
  });

  test('a report from before a definition that moved its station is set aside afterwards', () => {
    const moved = definitionAct(
      aDefinition({ stations: [aStation('A', { countedAt: 'B' }), aStation('B')] }),
      { revision: 2 },
    );
    const build = ledgerOf([defined], [moved], [A]);
    expect(build.fold.setAside.map(({ code }) => code)).toEqual(['station-not-counting']);
  });

  test('a lower revision that comes late is kept and changes nothing', () => {
    const second = reportAct(aReport({ revision: 2, reason: 'x', votes: { '1': 50 } }), 1);
    const build = ledgerOf([defined, second], [A]);
    const version = published(build);
    expect(resultIn(version).contestants[0]?.votes).toBe(50);
    expect(JSON.parse(fileText(version, 'changes.json')).changes).toEqual([]);
    expect(version.stations.get('LC1')?.[0]?.revisions.map(({ revision }) => revision)).toEqual([1, 2]);
  });
});

describe('an act’s place', () => {
  test('is one for each thing that can happen once', () => {
    expect(actPlace(defined)).toEqual({ partition: '*', key: 'definition#0001' });
    expect(actPlace(reportAct(aReport({ count: 2, revision: 10 })))).toEqual({
      partition: 'LC1',
      key: 'report#A#02#010',
    });
    expect(actPlace(recount({ number: 12 }))).toEqual({ partition: 'LC1', key: 'recount#012' });
    expect(actPlace(officersAct({ type: 'lots', body: someLots({ stage: 3 }) }))).toEqual({
      partition: 'LC1',
      key: 'lots#03',
    });
    expect(actPlace(officersAct({ type: 'lots', body: someLots({ stage: 'again' }) })).key).toBe(
      'lots#again',
    );
    expect(actPlace(declared([])).key).toBe('declaration#001');
    expect(actPlace(event('1a', minutes(1))).key).toBe('event#1a#died');
  });
});
