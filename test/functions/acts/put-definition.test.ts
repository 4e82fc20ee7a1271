import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { signIn, type TestApi, testApi } from '../../support/api.ts';
import { aConstituency, aDefinition, aList, aReport, aStation } from '../../support/builders.ts';

const account = signIn();
afterAll(account.remove);

let api: TestApi;
beforeEach(() => {
  api = testApi(account);
});

const codes = (answer: { body: { errors?: { code: string; path: string }[] } }) =>
  answer.body.errors?.map(({ code, path }) => `${code} ${path}`);

describe('a definition', () => {
  test('is accepted with its notices and makes the election known', async () => {
    const answer = await api.define(aDefinition({ stations: [] }));
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      outcome: 'accepted',
      revision: 1,
      notices: [{ code: 'no-counting-station', path: '$.constituencies[0]' }],
    });
    expect(await api.records.elections()).toEqual(['legco-2016']);
  });

  test('sent again is the same answer, changed it is the next revision', async () => {
    await api.define(aDefinition());
    expect((await api.define(aDefinition())).body).toMatchObject({ outcome: 'replayed', revision: 1 });
    const next = await api.define(aDefinition({ title: { en: 'Another title' } }));
    expect([next.status, next.body.revision]).toEqual([201, 2]);
  });

  test('that comes late, after the one that replaced it, is a replay and undoes nothing', async () => {
    await api.define(aDefinition());
    await api.define(aDefinition({ title: { en: 'Another title' } }));
    expect((await api.define(aDefinition())).body).toMatchObject({ outcome: 'replayed', revision: 1 });
    const again = await api.define(aDefinition({ title: { en: 'Another title' } }));
    expect(again.body).toMatchObject({ outcome: 'replayed', revision: 2 });
  });

  test('that is broken is refused with every path, and nothing is written', async () => {
    const before = await api.written();
    const answer = await api.define(
      aDefinition({ stations: [aStation('A'), aStation('A', { constituency: 'X' })] }),
    );
    expect(answer.status).toBe(422);
    expect(codes(answer)).toEqual([
      'not-unique $.stations[1].id',
      'unknown-constituency $.stations[1].constituency',
    ]);
    expect(await api.written()).toBe(before);
  });

  test('with a thousand faults tells fifty of them and how many more there are', async () => {
    const stations = Array.from({ length: 200 }, () => aStation('A'));
    const answer = await api.define(aDefinition({ stations }));
    expect(answer.body.errors).toHaveLength(50);
    expect(answer.body.furtherErrors).toBe(149);
  });

  test('never turns a test into an election', async () => {
    await api.define(aDefinition({ test: true }));
    expect(codes(await api.define(aDefinition({ test: false })))).toEqual(['test-mark-changed $.test']);
  });

  test('may move the close of poll until it has come', async () => {
    api.at(-60);
    await api.define(aDefinition());
    const later = '2016-09-04T23:30:00+08:00';
    expect((await api.define(aDefinition({ pollClosesAt: later }))).status).toBe(201);
    api.at(61);
    const answer = await api.define(aDefinition({ pollClosesAt: '2016-09-05T00:30:00+08:00' }));
    expect([answer.status, codes(answer)]).toEqual([422, ['poll-has-closed $.pollClosesAt']]);
  });
});

describe('what has been counted', () => {
  const base = aDefinition({
    constituencies: [aConstituency(), aConstituency({ id: 'LC2' })],
    stations: [aStation('A'), aStation('B'), aStation('C', { constituency: 'LC2' })],
  });
  beforeEach(async () => {
    await api.define(base);
    expect((await api.report(aReport())).status).toBe(201);
  });

  const changed = (changes: Partial<ElectionDefinition>) => api.define({ ...base, ...changes });
  const [first = aConstituency(), second = aConstituency()] = base.constituencies;

  test.each([
    ['the station removed', { stations: base.stations.slice(1) }, 'counted-removed $.stations'],
    [
      'the constituency removed',
      { constituencies: [second], stations: base.stations.slice(2) },
      'counted-removed $.constituencies',
    ],
    [
      'the station moved to another constituency',
      { stations: [aStation('A', { constituency: 'LC2' }), ...base.stations.slice(1)] },
      'counted-changed $.stations[0]',
    ],
    [
      'the station counted elsewhere',
      { stations: [aStation('A', { countedAt: 'B' }), ...base.stations.slice(1)] },
      'counted-changed $.stations[0]',
    ],
    [
      'another number of seats',
      { constituencies: [{ ...first, seats: 3 }, second] },
      'counted-changed $.constituencies[0]',
    ],
    [
      'another list',
      { constituencies: [{ ...first, contestants: [...first.contestants, aList('4')] }, second] },
      'counted-changed $.constituencies[0]',
    ],
    [
      'another order of names',
      {
        constituencies: [
          {
            ...first,
            contestants: first.contestants.map((list) => ({
              ...list,
              candidates: list.candidates?.toReversed(),
            })),
          },
          second,
        ],
      },
      'counted-changed $.constituencies[0]',
    ],
    [
      'another rule for the quota',
      { rules: { quotaFraction: 'keep' as const } },
      'counted-changed $.rules.quotaFraction',
    ],
    ['another rule for rankings', { publishRankings: true }, 'counted-changed $.publishRankings'],
    ['another rule for accounts', { publishAccounts: true }, 'counted-changed $.publishAccounts'],
  ])('is not given %s', async (_, changes, problem) => {
    const before = await api.written();
    const answer = await changed(changes);
    expect(answer.status).toBe(409);
    expect(codes(answer)).toContain(problem);
    expect(await api.written()).toBe(before);
  });

  test.each([
    ['a name mended', { constituencies: [{ ...first, name: { en: 'Island' } }, second] }],
    [
      'the rules spelled out as they were',
      { rules: { quotaFraction: 'disregard' as const }, publishRankings: false, publishAccounts: false },
    ],
    ['a station more', { stations: [...base.stations, aStation('D')] }],
    ['an uncounted constituency gone', { constituencies: [first], stations: base.stations.slice(0, 2) }],
    [
      'an uncounted station moved',
      { stations: [aStation('A'), aStation('B', { countedAt: 'A' })], constituencies: [first] },
    ],
    ['other figures of electors', { constituencies: [{ ...first, electors: 9 }, second] }],
  ])('may be given %s', async (_, changes) => {
    expect((await changed(changes)).status).toBe(201);
  });
});
