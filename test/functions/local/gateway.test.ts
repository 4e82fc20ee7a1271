import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gateway, toEvent } from '#functions/local/gateway.ts';
import { PortProblem, type RunningServer, startWebServer } from '#functions/local/web-server.ts';
import { MANIFEST } from '#functions/manifest.ts';

const seen: { name: string; event: APIGatewayProxyEventV2 }[] = [];
const handlers = Object.fromEntries(
  MANIFEST.map(({ name }) => [
    name,
    async (event: APIGatewayProxyEventV2) => {
      if (event.body === '"fail"') throw new Error('broken');
      seen.push({ name, event });
      return { statusCode: 201, headers: { 'content-type': 'application/json' }, body: '{}' };
    },
  ]),
);

let server: RunningServer;
beforeAll(async () => {
  server = await startWebServer(0, {
    gateway: gateway(handlers),
    site: async (_, response) => void response.writeHead(200).end('site'),
  });
});
afterAll(() => server.close());

const call = (path: string, init: RequestInit = {}) =>
  fetch(`${server.url}${path}`, { method: 'POST', body: '{}', ...init });
const last = () => seen.at(-1);

describe('a request', () => {
  test.each(
    MANIFEST.flatMap(({ name, trigger }) => (trigger.kind === 'http' ? [[name, trigger] as const] : [])),
  )('reaches %s by its route', async (name, { method, path }) => {
    const address = path.replace('{election}', 'legco-2016').replaceAll(/\{\w+\}/g, '1a');
    const sent = method === 'GET' ? { method, body: null } : { method };
    expect((await call(address, sent)).status).toBe(201);
    expect(last()?.name).toBe(name);
    if (path.includes('{election}')) expect(last()?.event.pathParameters?.['election']).toBe('legco-2016');
  });

  test('becomes the event that API Gateway makes of it', async () => {
    await call('/api/elections/e/reports?a=1&b=2&b=%E7%A5%A8', {
      body: '票',
      headers: { 'X-Thing': 'Yes', 'content-type': 'application/json' },
    });
    expect(last()?.event).toMatchObject({
      version: '2.0',
      rawPath: '/api/elections/e/reports',
      rawQueryString: 'a=1&b=2&b=%E7%A5%A8',
      queryStringParameters: { a: '1', b: '2,票' },
      headers: { 'x-thing': 'Yes', 'content-type': 'application/json' },
      isBase64Encoded: false,
      body: '票',
      requestContext: {
        http: { method: 'POST', path: '/api/elections/e/reports' },
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    });
  });

  test('of bytes comes in base64, and without a body has none', async () => {
    await call('/api/elections/e/lots', {
      body: Buffer.from([0, 255]),
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(last()?.event).toMatchObject({ isBase64Encoded: true, body: 'AP8=' });
    expect(toEvent({ method: 'POST', url: '/x', headers: {} }, Buffer.alloc(0), {})).not.toHaveProperty(
      'body',
    );
    expect(toEvent({ headers: { 'set-cookie': ['a', 'b'] } }, Buffer.alloc(0), {})).toMatchObject({
      rawPath: '/',
      headers: { 'set-cookie': 'a,b' },
    });
  });

  test('may name a candidate by any characters, also broken ones', async () => {
    await call(`/api/elections/e/candidates/${encodeURIComponent('甲/乙#1')}/events`);
    expect(last()?.event.pathParameters).toEqual({ election: 'e', candidate: '甲/乙#1' });
    await call('/api/elections/e/candidates/100%/events');
    expect(last()?.event.pathParameters?.['candidate']).toBe('100%');
  });

  test.each([
    ['/api/elections/e/gifts', 'POST', 404, 'not-found', null],
    ['/api/', 'POST', 404, 'not-found', null],
    ['/api/elections/e/reports/1', 'POST', 404, 'not-found', null],
    ['/api/elections//reports', 'POST', 404, 'not-found', null],
    ['/api/elections/e/reports', 'DELETE', 405, 'method-not-allowed', 'POST'],
    ['/api/elections/e/definition', 'POST', 405, 'method-not-allowed', 'PUT'],
  ])('to %s with %s is answered with %i', async (path, method, status, code, allow) => {
    const response = await call(path, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([status, allow]);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await response.json()).toMatchObject({ status, errors: [{ code }] });
  });

  test('to nowhere is told so in the caller’s language', async () => {
    const response = await call('/api/nowhere', { headers: { 'accept-language': 'zh-CN' } });
    expect(response.headers.get('content-language')).toBe('zh-Hans');
  });

  test('over ten megabytes is refused and does not reach a function', async () => {
    const before = seen.length;
    const response = await call('/api/elections/e/reports', { body: Buffer.alloc(10_000_001, 32) });
    expect([response.status, (await response.json()).errors[0].code]).toEqual([413, 'body-too-large']);
    expect(seen.length).toBe(before);
  });

  test('that is not for the API goes to the site', async () => {
    expect(await (await fetch(`${server.url}/apis`)).text()).toBe('site');
  });
});

describe('the server', () => {
  test('needs a function for each route of the manifest', () => {
    expect(() => gateway({})).toThrow(/has no handler/);
  });

  test('says in one sentence that its port is taken, and what to do', async () => {
    const port = Number(new URL(server.url).port);
    const again = startWebServer(port, { gateway: gateway(handlers), site: async () => {} });
    await expect(again).rejects.toThrow(PortProblem);
    await expect(again).rejects.toThrow(/--port/);
  });

  test('answers 500 where a function fails, and goes on', async () => {
    const { write } = process.stderr;
    process.stderr.write = (() => true) as typeof write;
    const response = await call('/api/elections/e/reports', { body: '"fail"' });
    process.stderr.write = write;
    expect(response.status).toBe(500);
    expect((await call('/api/elections/e/reports')).status).toBe(201);
  });
});
