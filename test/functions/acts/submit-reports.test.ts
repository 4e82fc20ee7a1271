import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { MAX_REPORTS } from '#functions/acts/submit-reports.ts';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import { MAX_BODY_BYTES } from '#functions/http/route.ts';
import { maxRecordBytes, RecordTooLarge } from '#functions/ports.ts';
import { contentHash } from '#shared/hash.ts';
import { RO, signIn, type TestApi, testApi } from '../../support/api.ts';
import {
  aConstituency,
  aDefinition,
  aList,
  aRankedReport,
  aRanking,
  aReport,
  aStation,
} from '../../support/builders.ts';

const account = signIn();
afterAll(account.remove);

const definition = aDefinition({
  constituencies: [
    aConstituency(),
    aConstituency({ id: 'LC2', contestants: [aList('1')] }),
    aRanking(['1', '2', '3'], { id: 'FC1' }),
  ],
  stations: [
    aStation('A'),
    aStation('B'),
    aStation('S', { kind: 'small_polling', countedAt: 'A' }),
    aStation('CCS', { kind: 'central_counting' }),
    aStation('A2', { constituency: 'LC2' }),
    aStation('F', { constituency: 'FC1' }),
  ],
});

let api: TestApi;
beforeEach(async () => {
  api = testApi(account);
  expect((await api.define(definition)).status).toBe(201);
});

const codes = (answer: { body: { errors?: { code: string }[] } }) =>
  answer.body.errors?.map(({ code }) => code);
const declare = (elected: readonly string[] = ['1a', '2a']) =>
  api.call('declare-result', { constituency: 'LC1', outcome: 'elected', elected });
const reportAll = async () => {
  const { status } = await api.report([
    aReport(),
    aReport({ station: 'B' }),
    aReport({ station: 'CCS', votes: {} }),
  ]);
  expect(status).toBe(201);
};

describe('a report', () => {
  test('sent three times at one moment is decided once, and all three get its answer', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => api.report(aReport())));
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 200]);
    const [first, ...others] = answers.map(({ body }) => body);
    for (const other of others) expect(other).toEqual({ ...first, outcome: 'replayed' });
  });

  test('refused at one moment three times over is looked at each time', async () => {
    const revised = aReport({ revision: 2, reason: 'misread' });
    const answers = await Promise.all([1, 2, 3].map(() => api.report(revised)));
    expect(answers.map(codes)).toEqual([['revision-missing'], ['revision-missing'], ['revision-missing']]);
    await api.report(aReport());
    expect((await api.report(revised)).status).toBe(201);
  });

  test('is accepted once; the same again is the same answer, whatever the order of its keys', async () => {
    const first = await api.report(aReport());
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      outcome: 'accepted',
      place: 'LC1/report#A#01#001',
      sha256: contentHash(aReport()),
      acceptedAt: '2016-09-04T14:31:00.000Z',
    });
    api.at(9);
    const { votes, ...rest } = aReport();
    const again = await api.report({ votes, ...rest });
    expect(again.status).toBe(200);
    expect(again.body).toEqual({ ...first.body, outcome: 'replayed' });
  });

  test('with another content for the same revision is a conflict that names both hashes, and changes nothing', async () => {
    await api.report(aReport());
    const before = await api.written();
    const other = aReport({ votes: { '1': 11, '2': 5, '3': 1 } });
    const answer = await api.report(other);
    expect(answer.status).toBe(409);
    expect(answer.body.errors[0]).toMatchObject({
      code: 'conflict',
      figures: { accepted: contentHash(aReport()), sent: contentHash(other) },
    });
    expect(await api.written()).toBe(before);
  });

  test('sent ten times at once with two contents is accepted once', async () => {
    const contents = [aReport(), aReport({ votes: { '1': 99 } })];
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => api.report(contents[i % 2])));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(4);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(5);
  });

  test('may be revised, one revision after the other, with a reason', async () => {
    const second = aReport({ revision: 2, reason: 'digits swapped', votes: { '1': 12 } });
    expect(codes(await api.report(second))).toEqual(['revision-missing']);
    await api.report(aReport());
    expect(codes(await api.report(aReport({ revision: 2 })))).toEqual(['reason-required']);
    expect((await api.report(second)).status).toBe(201);
    expect((await api.report(aReport({ revision: 4, reason: 'x' }))).status).toBe(409);
  });

  test('of a recount needs the count before it', async () => {
    expect(codes(await api.report(aReport({ count: 2 })))).toEqual(['count-missing']);
    await api.report(aReport());
    expect((await api.report(aReport({ count: 2 }))).status).toBe(201);
    expect(codes(await api.report(aReport({ count: 4 })))).toEqual(['count-missing']);
  });

  test('before the close of poll is accepted and held', async () => {
    api.at(-60);
    expect((await api.report(aReport())).status).toBe(201);
  });

  test.each([
    ['an unknown constituency', aReport({ constituency: 'LC9' }), 403, 'outside-scope'],
    ['an unknown station', aReport({ station: 'Z' }), 422, 'unknown-station'],
    ['a station of another constituency', aReport({ station: 'A2' }), 422, 'station-of-another-constituency'],
    ['a station counted elsewhere', aReport({ station: 'S' }), 422, 'counted-elsewhere'],
    ['an unknown list', aReport({ votes: { '9': 1 } }), 422, 'unknown-contestant'],
    ['a negative vote', aReport({ votes: { '1': -1 } }), 422, 'too-small'],
    ['a fraction of a vote', aReport({ votes: { '1': 0.5 } }), 422, 'not-a-whole-number'],
    ['a huge vote', aReport({ votes: { '1': 1e15 } }), 422, 'too-great'],
    ['rankings in a list poll', aRankedReport([[['1'], 1]]), 422, 'not-in-system'],
    ['an unknown field', { ...aReport(), secret: 1 }, 422, 'unknown-field'],
    ['nothing', {}, 422, 'missing-field'],
    ['null', null, 422, 'wrong-type'],
    ['a number', 7, 422, 'wrong-type'],
    ['an empty array', [], 422, 'too-short'],
  ])('with %s is refused, and nothing is written', async (_, body, status, code) => {
    const before = await api.written();
    const answer = await api.report(body);
    expect([answer.status, codes(answer)?.[0]]).toEqual([status, code]);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({
      type: `/problems/${code}`,
      status,
      title: expect.any(String),
      detail: expect.any(String),
    });
    expect(answer.body.errors[0]).toMatchObject({
      path: expect.stringMatching(/^\$/),
      problem: expect.any(String),
      remedy: expect.any(String),
    });
    expect(await api.written()).toBe(before);
  });

  test('of an uncontested constituency is refused', async () => {
    const answer = await api.report(aReport({ constituency: 'LC2', station: 'A2', votes: { '1': 1 } }), {
      as: { ...RO, constituency: 'LC2' },
    });
    expect([answer.status, codes(answer)]).toEqual([409, ['uncontested']]);
  });

  test('of a constituency that strikes have left uncontested is refused', async () => {
    for (const candidate of ['1a', '1b', '2a', '2b']) {
      const body = { constituency: 'LC1', event: 'died', satisfiedAt: '2016-09-01T12:00:00+08:00' };
      expect((await api.call('record-candidate-event', body, { candidate })).status).toBe(201);
    }
    expect(codes(await api.report(aReport()))).toEqual(['uncontested']);
  });

  test('of a terminated election is refused', async () => {
    const body = { constituency: 'LC1', event: 'died', satisfiedAt: '2016-09-04T12:00:00+08:00' };
    await api.call('record-candidate-event', body, { candidate: '1a' });
    const answer = await api.report(aReport());
    expect([answer.status, codes(answer)]).toEqual([409, ['terminated']]);
  });

  test('carries its warnings, with words in the language of the caller, and is never refused for them', async () => {
    const report = aReport({
      account: { supplied: 5, unissued: 7, unused: 0, spoilt: 0, tendered: 0 },
      votes: { '1': 90 },
    });
    const answer = await api.report(report, { headers: { 'accept-language': 'zh-HK' } });
    expect(answer.status).toBe(201);
    const found = answer.body.warnings.map(({ code }: { code: string }) => code);
    expect(found).toEqual(expect.arrayContaining(['A2', 'A3', 'contestant-missing']));
    for (const warning of answer.body.warnings) {
      expect(warning).toMatchObject({ fields: expect.any(Array), figures: expect.any(Object) });
      expect(warning.remedy).toMatch(/\p{Script=Han}/u);
    }
    expect((await api.report(report, { headers: { 'accept-language': 'zh-HK' } })).body.warnings).toEqual(
      answer.body.warnings,
    );
  });

  test('keeps its salt and rankings to itself', async () => {
    const report = aRankedReport([[['1', '2'], 3]], { constituency: 'FC1', station: 'F' });
    const answer = await api.report(report, { as: { ...RO, constituency: 'FC1' } });
    expect(answer.status).toBe(201);
    expect(JSON.stringify(answer.body)).not.toContain('0'.repeat(60));
  });

  test('too large for any record is refused as too large, not as our fault', async () => {
    const small = memoryRecords();
    const accept: typeof small.accept = (act) =>
      act.key.startsWith('report#')
        ? Promise.reject(new RecordTooLarge(act.key, 400_000))
        : small.accept(act);
    api = testApi(account, { ...small, accept });
    await api.define(definition);
    const answer = await api.report(aReport());
    expect([answer.status, codes(answer)]).toEqual([413, ['body-too-large']]);
    expect(answer.body.errors[0].figures).toEqual({ limit: maxRecordBytes });
    expect((await api.report([aReport(), aReport({ station: 'Z' })])).body.outcomes).toHaveLength(2);
  });

  test('that the store cannot take is our fault, told without details, and may be sent again', async () => {
    const broken = memoryRecords();
    let failing = true;
    const accept: typeof broken.accept = async (act) => {
      const kept = await broken.accept(act);
      if (failing && act.key.startsWith('report#')) throw new Error('socket hang up in list 陳大文');
      return kept;
    };
    api = testApi(account, { ...broken, accept });
    await api.define(definition);
    const answer = await api.report(aReport());
    expect([answer.status, codes(answer)]).toEqual([500, ['internal']]);
    expect(JSON.stringify(answer.body)).not.toContain('socket');
    expect(api.log.at(-1)).toMatchObject({
      level: 'error',
      status: 500,
      cause: expect.stringContaining('socket'),
    });
    failing = false;
    expect((await api.report(aReport())).body.outcome).toBe('replayed');
  });
});

describe('several reports at once', () => {
  test('each have an outcome, in order; a refused one keeps none of the others back', async () => {
    await api.report(aReport());
    const answer = await api.report([
      aReport(),
      aReport({ station: 'B' }),
      aReport({ station: 'B', votes: { '1': 7 } }),
      aReport({ station: 'Z' }),
      null,
      [aReport()],
      aReport({ revision: 2, reason: 'after the first' }),
    ]);
    expect(answer.status).toBe(207);
    expect(answer.body.outcomes.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'replayed',
      'accepted',
      'refused',
      'refused',
      'refused',
      'refused',
      'accepted',
    ]);
    expect(answer.body.outcomes[2]).toMatchObject({ status: 409, type: '/problems/conflict' });
    expect(answer.body.outcomes[3].errors[0]).toMatchObject({
      code: 'unknown-station',
      path: '$.station',
      value: 'Z',
    });
  });

  test('may bring a revision right after the report it revises', async () => {
    const answer = await api.report([
      aReport(),
      aReport({ revision: 2, reason: 'x' }),
      aReport({ revision: 3, reason: 'y' }),
    ]);
    expect(answer.status).toBe(201);
  });

  test('that were all accepted before are answered as such, and all refused with the first status', async () => {
    await reportAll();
    expect((await api.report([aReport(), aReport({ station: 'B' })])).status).toBe(200);
    expect((await api.report([aReport({ votes: {} }), aReport({ station: 'Z' })])).status).toBe(409);
  });

  test('ten thousand of them are too many, and none is written', async () => {
    const before = await api.written();
    const answer = await api.report(Array.from({ length: 10_000 }, () => ({ station: 'A' })));
    expect([answer.status, codes(answer)]).toEqual([413, ['too-many-reports']]);
    expect(answer.body.errors[0]).toMatchObject({ value: 10_000, figures: { limit: MAX_REPORTS } });
    const whole = await api.report(
      Array.from({ length: 10_000 }, () => ({ ...aReport(), reason: 'x'.repeat(200) })),
    );
    expect([whole.status, codes(whole)]).toEqual([413, ['body-too-large']]);
    expect(whole.body.errors[0].figures).toEqual({ limit: MAX_BODY_BYTES });
    expect(await api.written()).toBe(before);
  });
});

describe('misplaced papers', () => {
  const misplaced = aReport({ station: 'CCS', votes: { '1': 1 } });

  test('are a report of the central line', async () => {
    expect((await api.call('add-misplaced', misplaced)).status).toBe(201);
    expect((await api.call('add-misplaced', misplaced)).status).toBe(200);
    expect((await api.report(misplaced)).status).toBe(200);
  });

  test.each([
    [aReport(), 'not-a-central-line'],
    [aReport({ station: 'Z' }), 'unknown-station'],
  ])('are none of %j', async (body, code) => {
    const answer = await api.call('add-misplaced', body);
    expect([answer.status, codes(answer)]).toEqual([422, [code]]);
  });
});

describe('after the declaration', () => {
  const correction = aReport({ revision: 2, reason: 'digits swapped', votes: { '1': 1, '2': 50, '3': 40 } });

  test('a report is refused, and a correction with a reason is taken', async () => {
    await reportAll();
    expect(codes(await api.call('correct-report', correction))).toEqual(['not-declared']);
    expect((await declare()).status).toBe(201);
    expect(codes(await api.report(correction))).toEqual(['declared']);
    const recount = aReport({ count: 2 });
    expect(codes(await api.call('correct-report', recount))).toEqual(['reason-required']);
    const answer = await api.call('correct-report', correction);
    expect([answer.status, answer.body.outcome]).toEqual([201, 'accepted']);
  });

  test('an accepted report sent again is still the same answer', async () => {
    await reportAll();
    await declare();
    expect((await api.report(aReport())).status).toBe(200);
  });

  test('of a termination nothing is taken any more', async () => {
    await reportAll();
    const body = { constituency: 'LC1', outcome: 'terminated', elected: [], reason: 'death of a candidate' };
    expect((await api.call('declare-result', body)).status).toBe(201);
    expect(codes(await api.call('correct-report', correction))).toEqual(['terminated']);
  });
});

describe('an election', () => {
  test.each(['nowhere', 'a#b', '..', 'x'.repeat(5000), ''])(
    'called %j is not known, and nothing is looked up',
    async (election) => {
      const answer = await api.report(aReport(), { election });
      expect([answer.status, codes(answer)]).toEqual([404, ['election-unknown']]);
      expect(JSON.stringify(answer.body).length).toBeLessThan(1500);
    },
  );

  test('defined by its own id only', async () => {
    const answer = await api.define(definition, { election: 'other' });
    expect([answer.status, codes(answer)]).toEqual([422, ['election-id-differs']]);
    expect((await api.define(definition)).body.outcome).toBe('replayed');
  });
});
