import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { RO, signIn, type TestApi, testApi } from '../../support/api.ts';
import {
  aCandidate,
  aConstituency,
  aDefinition,
  aReport,
  aStation,
  balls,
  CLOSES,
  minutes,
  someLots,
} from '../../support/builders.ts';

const account = signIn();
afterAll(account.remove);

const FC: typeof RO = { role: 'returning_officer', constituency: 'FC1' };

const definition = aDefinition({
  constituencies: [
    aConstituency(),
    aConstituency({
      id: 'FC1',
      kind: 'ordinary_fc',
      system: 'first_past_the_post',
      seats: 1,
      contestants: ['1', '2', '3'].map((id) => aCandidate(id)),
    }),
    aConstituency({ id: 'LC2', contestants: [] }),
  ],
  stations: [aStation('A'), aStation('B'), aStation('F', { constituency: 'FC1' })],
});

let api: TestApi;
beforeEach(async () => {
  api = testApi(account);
  await api.define(definition);
});

const codes = (answer: { body: { errors?: { code: string }[] } }) =>
  answer.body.errors?.map(({ code }) => code);
const tie = (changes = {}) =>
  api.report(aReport({ constituency: 'FC1', station: 'F', votes: { '1': 5, '2': 5, '3': 1 }, ...changes }), {
    as: FC,
  });
const lots = (draws: ReturnType<typeof balls>, stage: number | string = 1) =>
  api.call('enter-lots', someLots({ constituency: 'FC1', stage, draws }), { as: FC });
const declareFc = (elected: readonly string[], changes = {}) =>
  api.call('declare-result', { constituency: 'FC1', outcome: 'elected', elected, ...changes }, { as: FC });

const refusedWithout = async (act: () => ReturnType<TestApi['call']>) => {
  const before = await api.written();
  const answer = await act();
  expect(await api.written()).toBe(before);
  return [answer.status, codes(answer)?.[0]];
};

describe('lots', () => {
  test('decide a tie, once; the same balls again are the same answer, others a conflict', async () => {
    await tie();
    expect((await lots(balls(['1', 3], ['2', 9]))).status).toBe(201);
    api.at(3);
    expect((await lots(balls(['1', 3], ['2', 9]))).body.outcome).toBe('replayed');
    expect(await refusedWithout(() => lots(balls(['1', 9], ['2', 3])))).toEqual([409, 'conflict']);
    expect(await refusedWithout(() => lots(balls(['1', 9], ['2', 3]), 2))).toEqual([409, 'lots-not-needed']);
    expect((await declareFc(['2'])).status).toBe(201);
  });

  test('are drawn again by those who drew equal, in a stage of any name', async () => {
    await tie();
    expect((await lots(balls(['1', 4], ['2', 4]), 'first drawing')).status).toBe(201);
    api.at(2);
    expect((await lots(balls(['1', 6], ['2', 6]), 'and again')).status).toBe(201);
    api.at(3);
    expect((await lots(balls(['2', 1], ['1', 2]), 7)).status).toBe(201);
    expect((await declareFc(['1'])).status).toBe(201);
  });

  test.each([
    ['somebody who is not tied', balls(['1', 4], ['3', 4]), 422, 'lots-group'],
    ['one ball twice', balls(['1', 4], ['1', 5]), 422, 'lots-group'],
    ['one ball only', balls(['1', 4]), 422, 'lots-incomplete'],
    ['a ball too many', balls(['1', 4], ['2', 5], ['1', 6]), 422, 'lots-superfluous'],
    ['the number 11', balls(['1', 11], ['2', 5]), 422, 'too-great'],
    ['the number 0', balls(['1', 0], ['2', 5]), 422, 'too-small'],
    ['half a ball', balls(['1', 1.5], ['2', 5]), 422, 'not-a-whole-number'],
    ['no ball', [], 422, 'too-short'],
  ])('with %s are refused', async (_, draws, status, code) => {
    await tie();
    expect(await refusedWithout(() => lots(draws))).toEqual([status, code]);
  });

  test('wait until everything is counted, and are not drawn without a tie', async () => {
    expect(await refusedWithout(() => lots(balls(['1', 3], ['2', 9])))).toEqual([409, 'not-complete']);
    await tie({ votes: { '1': 6, '2': 5 } });
    expect(await refusedWithout(() => lots(balls(['1', 3], ['2', 9])))).toEqual([409, 'lots-not-needed']);
  });

  test('drawn for a tie that a recount has dissolved do not bar those for the next', async () => {
    await tie();
    await lots(balls(['1', 3], ['2', 9]));
    api.at(5);
    await tie({ count: 2, votes: { '1': 5, '2': 4, '3': 5 } });
    expect(await refusedWithout(() => declareFc(['1']))).toEqual([409, 'not-complete']);
    expect((await lots(balls(['1', 8], ['3', 2]), 2)).status).toBe(201);
    expect((await declareFc(['1'])).status).toBe(201);
  });

  test.each(['a\u0000', ' ', '', '\ud800', 'x'.repeat(41), 0, 100])(
    'have no stage called %j',
    async (stage) => {
      await tie();
      expect((await lots(balls(['1', 3], ['2', 9]), stage)).status).toBe(422);
    },
  );

  test('are not taken after the declaration', async () => {
    await tie();
    await lots(balls(['1', 3], ['2', 9]));
    await declareFc(['2']);
    expect(await refusedWithout(() => lots(balls(['1', 9], ['2', 3]), 2))).toEqual([409, 'declared']);
  });
});

describe('a declaration', () => {
  const declare = (changes = {}) =>
    api.call('declare-result', {
      constituency: 'LC1',
      outcome: 'elected',
      elected: ['1a', '2a'],
      ...changes,
    });
  const bothReports = () => api.report([aReport(), aReport({ station: 'B' })]);

  test('names those whom the count gives, in any order, once', async () => {
    await bothReports();
    expect((await declare({ elected: ['2a', '1a'] })).status).toBe(201);
    expect((await declare({ elected: ['2a', '1a'] })).body.outcome).toBe('replayed');
    expect(await refusedWithout(() => declare({ elected: ['1a', '2a'] }))).toEqual([409, 'conflict']);
  });

  test.each([
    ['one too few', ['1a']],
    ['one too many', ['1a', '2a', '3a']],
    ['another', ['1a', '3a']],
    ['one twice', ['1a', '1a']],
    ['nobody', []],
  ])('that names %s is refused with both lists of names', async (_, elected) => {
    await bothReports();
    const answer = await declare({ elected });
    expect([answer.status, codes(answer)]).toEqual([409, ['elected-differs']]);
    expect(answer.body.errors[0].figures).toEqual({ computed: '1a, 2a', sent: elected.join(', ') });
  });

  test('waits for every report, for recounts, and for lots', async () => {
    await api.report(aReport());
    const early = await declare();
    expect([codes(early), early.body.errors[0].figures]).toEqual([['not-complete'], { missing: 'B' }]);
    await api.report(aReport({ station: 'B' }));
    api.at(2);
    const recount = {
      constituency: 'LC1',
      number: 1,
      scope: 'station',
      station: 'B',
      requestedBy: 'candidate',
      decision: 'allowed',
    };
    expect((await api.call('decide-recount', recount)).status).toBe(201);
    expect(await refusedWithout(declare)).toEqual([409, 'not-complete']);
    api.at(3);
    await api.report(aReport({ station: 'B', count: 2 }));
    expect((await declare()).status).toBe(201);
    await tie();
    const tied = await declareFc(['1']);
    expect(tied.body.errors[0]).toMatchObject({ code: 'not-complete', figures: { missing: '1, 2' } });
  });

  test('of a constituency where nothing was counted is refused', async () => {
    await api.define(aDefinition({ ...definition, stations: [] }));
    api.at(5);
    expect(await refusedWithout(() => declare({ elected: [] }))).toEqual([409, 'not-complete']);
  });

  test('waits for the close of poll, unless there is none or it is terminated', async () => {
    api.at(-1);
    await bothReports();
    expect(await refusedWithout(declare)).toEqual([409, 'before-close']);
    expect(
      (await declare({ outcome: 'terminated', elected: [], reason: 'death of a candidate' })).status,
    ).toBe(201);
    const failed = { constituency: 'LC2', outcome: 'failed', elected: [], reason: 'nobody stands' };
    expect((await api.call('declare-result', failed, { as: { ...RO, constituency: 'LC2' } })).status).toBe(
      201,
    );
  });

  test('of a failure names nobody and says why', async () => {
    await bothReports();
    const answer = await declare({ outcome: 'failed', elected: ['1a'] });
    expect([answer.status, codes(answer)]).toEqual([409, ['elected-differs', 'reason-required']]);
  });

  test('cannot elect in a terminated election', async () => {
    const event = { constituency: 'LC1', event: 'disqualified', satisfiedAt: '2016-09-04T08:00:00+08:00' };
    await api.call('record-candidate-event', event, { candidate: '1a' });
    expect(await refusedWithout(declare)).toEqual([409, 'terminated']);
  });

  test('elects the next name of the list for one who died after the close', async () => {
    await bothReports();
    const event = { constituency: 'LC1', event: 'died', satisfiedAt: '2016-09-05T01:00:00+08:00' };
    expect((await api.call('record-candidate-event', event, { candidate: '1a' })).status).toBe(201);
    expect((await declare({ elected: ['1b', '2a'] })).status).toBe(201);
    expect(
      await refusedWithout(() => api.call('record-candidate-event', event, { candidate: '2a' })),
    ).toEqual([409, 'declared']);
  });

  test('of nowhere is refused', async () => {
    const answer = await api.call(
      'declare-result',
      { constituency: 'LC9', outcome: 'elected', elected: [] },
      { as: { ...RO, constituency: 'LC9' } },
    );
    expect([answer.status, codes(answer)]).toEqual([422, ['unknown-constituency']]);
  });
});

describe('a recount', () => {
  const recount = (changes = {}, as = RO) =>
    api.call(
      'decide-recount',
      {
        constituency: 'LC1',
        number: 1,
        scope: 'constituency',
        requestedBy: 'candidate',
        decision: 'allowed',
        ...changes,
      },
      { as },
    );
  const presiding = { role: 'presiding_officer', constituency: 'LC1', station: 'A' } as const;
  const supplied = { supplied: 40, unissued: 0, unused: 0, spoilt: 0, tendered: 0 };

  test('is numbered in turn', async () => {
    expect((await recount()).status).toBe(201);
    expect((await recount()).status).toBe(200);
    expect(await refusedWithout(() => recount({ number: 3 }))).toEqual([422, 'recount-number']);
    expect((await recount({ number: 2, decision: 'refused', reason: 'not reasonable' })).status).toBe(201);
  });

  test.each([
    [{ scope: 'station' }, 'recount-station-required'],
    [{ scope: 'station', station: 'Z' }, 'unknown-station'],
    [{ requestedBy: 'counting_agent' }, 'recount-requester'],
    [{ decision: 'refused' }, 'reason-required'],
    [{ station: 'A' }, 'unknown-field'],
    [{ scope: 'planet' }, 'not-one-of'],
  ])('with %j is refused', async (changes, code) => {
    expect((await refusedWithout(() => recount(changes)))[1]).toBe(code);
  });

  test('of the own station is the Presiding Officer’s decision, of the constituency it is not', async () => {
    const own = { scope: 'station', station: 'A', requestedBy: 'counting_agent' };
    expect((await recount(own, presiding)).status).toBe(201);
    expect(await refusedWithout(() => recount({ number: 2 }, presiding))).toEqual([403, 'outside-scope']);
    expect(await refusedWithout(() => recount({ number: 2, station: 'A' }, presiding))).toEqual([
      403,
      'wrong-role',
    ]);
    expect(await refusedWithout(() => recount({ ...own, number: 2, station: 'B' }, presiding))).toEqual([
      403,
      'outside-scope',
    ]);
    const assistant = { role: 'assistant_returning_officer', constituency: 'LC1' } as const;
    expect(await refusedWithout(() => recount({ number: 2 }, assistant))).toEqual([403, 'wrong-role']);
  });

  test('before the close of poll, or after the declaration, is refused', async () => {
    api.at(-1);
    expect(await refusedWithout(recount)).toEqual([409, 'before-close']);
    api.at(1);
    await api.report([aReport(), aReport({ station: 'B' })]);
    await api.call('declare-result', { constituency: 'LC1', outcome: 'elected', elected: ['1a', '2a'] });
    expect(await refusedWithout(recount)).toEqual([409, 'declared']);
  });

  test('that waits for fewer misplaced papers than the smallest gap is barred', async () => {
    await api.report([aReport({ account: { ...supplied, supplied: 17 } }), aReport({ station: 'B' })]);
    // Remainders 4, 10, 2 with the quota 16: the smallest gap is 2, the accounts miss one paper.
    const barred = await recount({ afterMisplaced: true });
    expect([barred.status, codes(barred)]).toEqual([409, ['recount-barred']]);
    expect(barred.body.errors[0].figures).toEqual({ estimate: 1, gap: '2' });
    expect(codes(await recount({ afterMisplaced: true, misplacedEstimate: 1 }))).toEqual(['recount-barred']);
    expect((await recount({ afterMisplaced: true, misplacedEstimate: 2 })).status).toBe(201);
    expect(
      (await recount({ number: 2, afterMisplaced: true, decision: 'refused', reason: 'barred' })).status,
    ).toBe(201);
    expect((await recount({ number: 3 })).status).toBe(201);
  });
});

describe('the death or disqualification of a candidate', () => {
  const record = (candidate: string, changes = {}) =>
    api.call(
      'record-candidate-event',
      { constituency: 'LC1', event: 'died', satisfiedAt: minutes(5), ...changes },
      { candidate },
    );

  test('is recorded once', async () => {
    expect((await record('1a')).status).toBe(201);
    expect((await record('1a')).status).toBe(200);
    expect(await refusedWithout(() => record('1a', { satisfiedAt: minutes(6) }))).toEqual([409, 'conflict']);
    expect((await record('1a', { event: 'disqualified' })).status).toBe(201);
  });

  test.each(['9z', '1c', '', '__proto__', 'a\u0000', 'x'.repeat(2000), '1'])(
    'of %j is nobody’s',
    async (candidate) => {
      const [status, code] = await refusedWithout(() => record(candidate));
      expect([status, code]).toEqual([422, 'unknown-candidate']);
    },
  );

  test('or a withdrawal comes too late from polling day on', async () => {
    expect(await refusedWithout(() => record('1a', { event: 'withdrawn', satisfiedAt: CLOSES }))).toEqual([
      422,
      'event-too-late',
    ]);
    expect(
      (await record('1a', { event: 'withdrawn', satisfiedAt: '2016-09-03T23:59:59+08:00' })).status,
    ).toBe(201);
  });

  test.each([
    [{ satisfiedAt: 'yesterday' }, 'not-a-time'],
    [{ event: 'ill' }, 'not-one-of'],
    [{ constituency: 'LC2' }, 'outside-scope'],
  ])('with %j is refused', async (changes, code) => {
    expect((await refusedWithout(() => record('1a', changes)))[1]).toBe(code);
  });

  test('in a constituency that is not defined is refused', async () => {
    const answer = await api.call(
      'record-candidate-event',
      { constituency: 'LC9', event: 'died', satisfiedAt: minutes(5) },
      { candidate: '1a', as: { ...RO, constituency: 'LC9' } },
    );
    expect(codes(answer)).toEqual(['unknown-constituency']);
  });
});
