import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { preferredLanguage } from '#functions/http/language.ts';
import { consoleLog, loggedPath } from '#functions/http/log.ts';
import { Refusal, refusal, statusOf } from '#functions/http/problem.ts';
import { problemBody, respondProblem } from '#functions/http/reply.ts';
import { describeProblem } from '#shared/election/problem-words.ts';
import { contentHash } from '#shared/hash.ts';
import { RO, signIn, type TestApi, testApi } from '../../support/api.ts';
import { aDefinition, aReport } from '../../support/builders.ts';

const account = signIn();
afterAll(account.remove);

let api: TestApi;
beforeEach(async () => {
  api = testApi(account);
  await api.define(aDefinition());
});

const code = (answer: { body: { errors?: { code: string }[] } }) => answer.body.errors?.[0]?.code;

describe('a body', () => {
  test.each([
    ['{broken', 400, 'malformed-json'],
    ['', 400, 'body-missing'],
    ['undefined', 400, 'malformed-json'],
    ['{"a":1}{"b":2}', 400, 'malformed-json'],
    ["{'a':1}", 400, 'malformed-json'],
    ['null', 422, 'wrong-type'],
    ['"text"', 422, 'wrong-type'],
    ['{"__proto__":{"role":"x"}}', 422, 'reserved-name'],
    ['[{"__proto__":1}]', 422, 'reserved-name'],
    ['{"constructor":{"prototype":{"a":1}}}', 400, 'malformed-json'],
    [`${'['.repeat(60_000)}${']'.repeat(60_000)}`, 400, 'malformed-json'],
    ['{"votes":{"1":1e999}}', 422, 'missing-field'],
  ])('of %.40s is answered with %i', async (raw, status, expected) => {
    const before = await api.written();
    const answer = await api.report(undefined, { raw });
    expect([answer.status, code(answer)]).toEqual([status, expected]);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(await api.written()).toBe(before);
  });

  test('that is missing altogether is said to be missing', async () => {
    expect(code(await api.report(undefined))).toBe('body-missing');
  });

  test('may come in base64 and is the same report', async () => {
    const answer = await api.report(aReport(), { base64: true });
    expect([answer.status, answer.body.sha256]).toEqual([201, contentHash(aReport())]);
    expect((await api.report(aReport())).status).toBe(200);
  });

  test('over the limit is refused, counted in bytes', async () => {
    const answer = await api.report(undefined, { raw: JSON.stringify('票'.repeat(700_000)) });
    expect([answer.status, code(answer)]).toEqual([413, 'body-too-large']);
    const encoded = await api.report(undefined, { raw: JSON.stringify('x'.repeat(2_000_001)), base64: true });
    expect(encoded.status).toBe(413);
  });

  test.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/jsonp', ''])(
    'of the type "%s" is not taken',
    async (type) => {
      const answer = await api.report(aReport(), { headers: { 'content-type': type } });
      expect([answer.status, code(answer)]).toEqual([415, 'unsupported-media-type']);
    },
  );

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])(
    'of the type "%s" is',
    async (type) => {
      expect((await api.report(aReport(), { headers: { 'content-type': type } })).status).toBe(201);
    },
  );
});

describe('an answer', () => {
  test('is never kept by a cache', async () => {
    for (const answer of [await api.report(aReport()), await api.report({})]) {
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
    }
  });

  test.each([
    ['en', /^[\x20-\x7e“”’]+$/, 'en'],
    ['zh-HK', /票站|點票|欄位|沒有/, 'zh-Hant'],
    ['zh-CN, en;q=0.5', /字段|投票站|没有/, 'zh-Hans'],
    ['de', /^[\x20-\x7e“”’]+$/, 'en'],
  ])('to a caller who reads %s is in that language', async (language, pattern, tag) => {
    const answer = await api.report(aReport({ station: 'Z' }), { headers: { 'accept-language': language } });
    expect(answer.body.errors[0].problem).toMatch(pattern);
    expect(answer.headers['content-language']).toBe(tag);
  });

  test('repeats a hostile name only as data, short, and whole characters only', async () => {
    const hostile = `<script>\u202e${'👩‍👩‍👧'.repeat(2000)}`;
    const answer = await api.report({ ...aReport(), [hostile]: hostile });
    expect(answer.status).toBe(422);
    expect(String(answer.body.errors[0].value).length).toBeLessThanOrEqual(121);
    expect(String(answer.body.errors[0].value).isWellFormed()).toBe(true);
  });
});

describe('the log', () => {
  test('has one line a request, without names, tokens or figures', async () => {
    api.log.length = 0;
    const token = account.token({ ...RO, account: 'chan-tai-man' });
    const bodies: unknown[] = [
      aReport({ reason: 'Chan Tai Man misread 4711', votes: { '1': 4711 } }),
      aReport({ votes: { '1': 4712 } }),
      { ...aReport(), 'Chan Tai Man': 4713 },
      { ...aReport(), ChanTaiMan: 4713 },
      aReport({ votes: { 'Chan Tai Man': 4714 } }),
      aReport({ votes: { ChanTaiMan: 4714 } }),
      { ...aReport(), invalid: { ChanTaiMan: 4715 } },
      { ...aReport(), account: { ChanTaiMan: 4715 } },
      [aReport({ station: 'ChanTaiMan' })],
      'Chan Tai Man',
    ];
    for (const body of bodies) await api.report(body, { authorization: `Bearer ${token}` });
    await api.report(undefined, {
      authorization: `Bearer ${token}`,
      raw: '{"ChanTaiMan":{"__proto__":4716}',
    });
    await api.report(aReport(), { authorization: `Bearer ${token}x` });
    expect(api.log).toHaveLength(bodies.length + 2);
    const text = JSON.stringify(api.log);
    expect(text).not.toMatch(/chan|471\d/i);
    expect(text).not.toContain(token.slice(0, 20));
    for (const line of api.log) {
      expect(line).toMatchObject({
        function: 'submit-reports',
        request: 'request-1',
        status: expect.any(Number),
      });
    }
  });

  test.each([
    ['unknown-field', '$.constituencies[0]["X Y"]', '$.constituencies[0]'],
    ['too-long', '$.constituencies[0].name["zh-Hant"]', '$.constituencies[0].name[*]'],
    ['too-small', '$.votes["1"]', '$.votes[*]'],
    ['too-small', '$[3].votes.Chan', '$[3].votes[*]'],
    ['unknown-field', '$.choices.Chan.extra', '$.choices[*]'],
    ['reserved-name', '$.Chan.__proto__', '$'],
    ['wrong-type', `$.Chan${'[0]'.repeat(40)}`, '$'],
    ['wrong-type', '$', '$'],
  ])('says of %s at %s only %s', (kind, path, logged) => {
    expect(loggedPath({ code: kind, path })).toBe(logged);
  });
});

describe('a language', () => {
  test.each([
    [undefined, 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['fr', 'en'],
    ['zh', 'zh-Hant'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['ZH-cn', 'zh-Hans'],
    ['en-GB;q=0.8, zh-HK;q=0.9', 'zh-Hant'],
    ['zh;q=0, en', 'en'],
    ['fr, zh-CN;q=0.1', 'zh-Hans'],
    ['zh-HK;q=.', 'en'],
    [' en ; q=1 , zh', 'en'],
  ])('is read from "%s" as %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });

  test('is read from any text at all', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(['en', 'zh-Hant', 'zh-Hans']).toContain(preferredLanguage(header));
      }),
    );
  });
});

describe('a problem', () => {
  test.each([
    ['malformed-json', 400],
    ['no-token', 401],
    ['outside-scope', 403],
    ['election-unknown', 404],
    ['conflict', 409],
    ['body-too-large', 413],
    ['unsupported-media-type', 415],
    ['unknown-station', 422],
    ['internal', 500],
  ])('%s has the status %i', (kind, status) => {
    expect(statusOf(refusal(kind).problems)).toBe(status);
    expect(respondProblem(refusal(kind).problems, 'en', describeProblem).statusCode).toBe(status);
  });

  test('of nothing at all would be ours', () => {
    expect(statusOf([])).toBe(500);
    expect(problemBody([], 'en', describeProblem)).toMatchObject({ type: '/problems/internal', status: 500 });
    expect(new Refusal([]).name).toBe('Refusal');
  });
});

describe('the log of a function', () => {
  test('is one line of JSON on standard output', () => {
    const { write } = process.stdout;
    const lines: string[] = [];
    process.stdout.write = ((text: string) => lines.push(text) > 0) as typeof write;
    consoleLog({ level: 'info', function: 'f', request: 'r', status: 200 });
    process.stdout.write = write;
    expect(lines).toEqual(['{"level":"info","function":"f","request":"r","status":200}\n']);
  });
});
