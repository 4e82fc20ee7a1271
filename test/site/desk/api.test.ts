import { describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { deskApi, shapeOf } from '../../../site/desk/api.ts';
import { fieldPath } from '../../../site/desk/api-problem.ts';
import { matchPattern, segmentsOf } from '../../../site/desk/router.ts';

const Shape = shapeOf<{ readonly now: string }>(z.looseObject({ now: z.string() }));
const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });

const apiWith = (...answers: readonly (Response | Error)[]) => {
  const left = [...answers];
  const fetchApi = vi.fn(async (_path: string, _init?: RequestInit) => {
    const answer = left.length > 1 ? left.shift() : left[0];
    if (answer instanceof Error || answer === undefined) throw answer;
    return answer.clone();
  });
  vi.stubGlobal('navigator', { onLine: true });
  return { fetchApi, api: deskApi({ fetchApi, language: () => 'zh-Hant', pause: async () => undefined }) };
};

describe('a call of the API', () => {
  test('asks in the reader’s language and takes an answer of the right shape', async () => {
    const { api, fetchApi } = apiWith(json({ now: 't', more: 1 }));
    expect(await api.get('/api/desk', Shape)).toEqual({ ok: true, value: { now: 't', more: 1 } });
    expect(fetchApi.mock.calls[0]?.[1]?.headers).toMatchObject({ 'accept-language': 'zh-Hant' });
  });

  test('an answer of another shape is a failure, not a crash', async () => {
    const { api } = apiWith(json({ now: 3 }));
    expect(await api.get('/api/desk', Shape)).toMatchObject({ ok: false, problem: { kind: 'failed' } });
  });

  test('a lost network is tried again; only then it is called lost', async () => {
    const back = apiWith(new TypeError('lost'), json({ now: 't' }));
    expect((await back.api.get('/api/desk', Shape)).ok).toBe(true);
    const gone = apiWith(new TypeError('lost'));
    expect(await gone.api.post('/api/x', {}, Shape)).toEqual({ ok: false, problem: { kind: 'offline' } });
    expect(gone.fetchApi).toHaveBeenCalledTimes(3);
  });

  test('a refusal is not tried again, and brings its problems', async () => {
    const problem = {
      code: 'sum-differs',
      path: '$.validVotes',
      problem: 'p',
      remedy: 'r',
      value: 3,
      figures: { sum: 2 },
    };
    const { api, fetchApi } = apiWith(json({ errors: [problem] }, 422));
    expect(await api.post('/api/x', {}, Shape)).toEqual({
      ok: false,
      problem: { kind: 'refused', status: 422, problems: [problem] },
    });
    expect(fetchApi).toHaveBeenCalledOnce();
  });

  test('a session that ended and a server that fails are told apart', async () => {
    expect(await apiWith(json({}, 401)).api.get('/', Shape)).toMatchObject({
      problem: { kind: 'signed-out' },
    });
    expect(await apiWith(new Response('', { status: 502 })).api.get('/', Shape)).toMatchObject({
      problem: { kind: 'failed', status: 502 },
    });
  });

  test('an answer that is known by its name is asked for once: 304 is no answer and no failure', async () => {
    const named = new Response(JSON.stringify({ now: 't' }), { headers: { etag: '"a1"' } });
    const first = apiWith(named);
    expect(await first.api.getChanged('/', Shape, null)).toEqual({
      ok: true,
      value: { value: { now: 't' }, etag: '"a1"' },
    });
    expect(first.fetchApi.mock.calls[0]?.[1]?.headers).not.toHaveProperty('if-none-match');
    const second = apiWith(new Response(null, { status: 304 }));
    expect(await second.api.getChanged('/', Shape, '"a1"')).toEqual({ ok: true, value: null });
    expect(second.fetchApi.mock.calls[0]?.[1]?.headers).toMatchObject({ 'if-none-match': '"a1"' });
    expect(await apiWith(json({}, 401)).api.getChanged('/', Shape, '"a1"')).toMatchObject({
      problem: { kind: 'signed-out' },
    });
  });

  test('a problem in the report of an entry is one of the report’s own fields', () => {
    expect(fieldPath('$.report.votes["12"]')).toBe('$.votes["12"]');
    expect(fieldPath('$.validVotes')).toBe('$.validVotes');
  });
});

test('addresses of screens are found by their pattern, whatever the names', () => {
  const segments = segmentsOf('#/legco-2016/LC1/stations/A%2F1/report');
  expect(matchPattern('{election}/{constituency}/stations/{station}/report', segments)).toEqual({
    election: 'legco-2016',
    constituency: 'LC1',
    station: 'A/1',
  });
  expect(matchPattern('', segmentsOf('#/'))).toEqual({});
  expect(matchPattern('{election}', segmentsOf('#/a/b'))).toBeNull();
  expect(matchPattern('{election}/x', segmentsOf('#/%E0%A4%A'))).toBeNull();
});
