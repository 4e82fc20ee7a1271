import { describe, expect, test } from 'vitest';
import { signed, wholeNumber } from '../../../site/islands/figure-marks.ts';
import { readHeartbeat, readPointer, Unreachable } from '../../../site/islands/published-files.ts';

const answering = (body: string, init?: ResponseInit) => async () => new Response(body, init);
const pointer = { version: 41, asOf: '', status: 'counting', pollAfterMs: 5000, files: {} };

describe('the pointer', () => {
  test('is asked for past the cache', async () => {
    const asked: [string, RequestInit][] = [];
    await readPointer(async (address, init) => {
      asked.push([address, init]);
      return new Response(JSON.stringify(pointer));
    }, '/data/x/latest.json');
    expect(asked).toMatchObject([['/data/x/latest.json', { cache: 'no-cache' }]]);
  });

  test('brings the server’s clock, also out of a cache', async () => {
    const headers = { date: 'Sun, 09 Sep 2012 18:00:00 GMT', age: '30' };
    const { serverTime } = await readPointer(answering(JSON.stringify(pointer), { headers }), 'x');
    expect(serverTime).toBe(Date.UTC(2012, 8, 9, 18, 0, 30));
  });

  test.each([
    '',
    'null',
    '[]',
    '{"version":"41","files":{}}',
    '{"version":41}',
    '{"version":1.5,"files":{}}',
    '<html>',
  ])('is refused as %j', async (body) => {
    await expect(readPointer(answering(body), 'x')).rejects.not.toBeInstanceOf(Unreachable);
  });

  test('an error answer is not the reader’s connection, a broken connection is', async () => {
    await expect(readPointer(answering('', { status: 503 }), 'x')).rejects.not.toBeInstanceOf(Unreachable);
    await expect(readPointer(() => Promise.reject(new TypeError('failed')), 'x')).rejects.toBeInstanceOf(
      Unreachable,
    );
  });
});

test('the heartbeat is the pointer’s neighbour and tells its time on the fourth line', async () => {
  const asked: string[] = [];
  const at = await readHeartbeat(async (address) => {
    asked.push(address);
    return new Response('open-returns/heartbeat\nlegco-2012\n41\n2012-09-10T02:00:00+08:00\n\n— key sig\n');
  }, '/data/legco-2012/latest.json');
  expect(asked).toEqual(['/data/legco-2012/heartbeat']);
  expect(at).toBe(Date.UTC(2012, 8, 9, 18));
});

test.each([
  ['51,086', 51086],
  [' 498,610票', 498610],
  ['−90', -90],
  ['0', 0],
  ['14.48%', Number.NaN],
  ['1,234.5', Number.NaN],
  ['–', Number.NaN],
  ['', Number.NaN],
])('the figure %j is read as %d', (text, value) => {
  expect(wholeNumber(text)).toBe(value);
});

test('differences carry their sign', () => {
  expect([214, -985, 1234567].map(signed)).toEqual(['+214', '−985', '+1,234,567']);
});
