import { gunzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { gzipped } from '#functions/http/gzipped.ts';
import { respond } from '#functions/http/reply.ts';
import type { Account } from '#shared/desk/account.ts';
import type { ProgressView } from '#shared/desk/desk-views.ts';
import { anAccount } from '../../support/accounts.ts';
import { CEO, signIn } from '../../support/api.ts';
import { aReport } from '../../support/builders.ts';
import { ARO, ARO_2, OBSERVER, PRESIDING, RETURNING, type TestDesk, testDesk } from '../../support/desk.ts';

const account = signIn();
afterAll(account.remove);

let desk: TestDesk;
let turn = 1;
beforeEach(async () => {
  desk = await testDesk(account);
  turn = 1;
});

/** The progress as it is a second after the last look, so that nothing is answered from before. */
const look = async (as = ARO, headers: Readonly<Record<string, string>> = {}) => {
  turn += 1;
  desk.api.at(turn);
  return desk.api.call('read-progress', undefined, { as, headers, parameters: { constituency: 'LC1' } });
};

const rowA = async (as = ARO): Promise<ProgressView['rows'][number] | undefined> =>
  ((await look(as)).body as ProgressView).rows.find(({ id }) => id === 'A');

const putAccount = (changes: Parameters<typeof anAccount>[0]) => {
  const whole = anAccount(changes);
  return desk.api.call('put-account', whole, { as: CEO, parameters: { account: whole.id } });
};

const presiding: Partial<Account> = { role: 'presiding_officer', constituencies: [], stations: ['A'] };

describe('the progress of a constituency', () => {
  test('says whom to phone at a station, from the accounts of its presiding officers', async () => {
    expect((await rowA())?.phone).toBeNull();
    await putAccount({ id: 'pro-8', ...presiding, phone: '+852 2111 1601' });
    desk.api.at(40);
    turn = 41;
    expect((await rowA())?.phone).toBe('+852 2111 1601');
    expect((await rowA(RETURNING))?.phone).toBe('+852 2111 1601');
  });

  test.each([
    ['of another election', { elections: ['legco-2012'] }],
    ['that is closed', { active: false }],
    ['without a number', { phone: undefined }],
    ['of another role', { role: 'returning_officer' as const, constituencies: ['LC1'] }],
  ])('leaves out an account %s', async (_, changes) => {
    const { phone, ...whole } = { ...anAccount({ id: 'pro-8', ...presiding }), ...changes };
    const sent = phone === undefined ? whole : { ...whole, phone };
    const put = await desk.api.call('put-account', sent, { as: CEO, parameters: { account: 'pro-8' } });
    expect(put.status).toBe(201);
    expect((await rowA())?.phone).toBeNull();
  });

  test('shows an observer neither numbers nor what one officer proposed to another', async () => {
    await putAccount({ id: 'pro-8', ...presiding });
    const act = {
      type: 'lots',
      body: { constituency: 'LC1', stage: 1, draws: [{ contestant: '1', number: 3 }] },
    };
    expect((await desk.propose(RETURNING, 1, act)).status).toBeLessThan(500);
    expect((await rowA(OBSERVER))?.phone).toBeNull();
    expect((await rowA(ARO))?.phone).not.toBeNull();
    expect(((await look(OBSERVER)).body as ProgressView).proposals).toEqual([]);
  });

  test('tells nothing of a count before the close of poll, whatever a machine has reported by then', async () => {
    const early = await testDesk(account);
    early.api.atDate(new Date('2016-09-04T21:00:00+08:00'));
    await early.api.report([aReport(), aReport({ station: 'B' })]);
    const figures = async () => (await early.progress(OBSERVER)).body as ProgressView;
    const before = await figures();
    expect(before.public).toMatchObject({ status: 'embargo', reports: 0, valid: 0, lastSeat: null });
    expect(before.contestants.map(({ votes }) => votes)).toEqual([0, 0, 0]);
    expect([before.ready, before.lots.needed, before.seatOrder]).toEqual([null, false, []]);
    early.api.atDate(new Date('2016-09-04T22:31:00+08:00'));
    const after = await figures();
    expect(after.public.reports).toBe(2);
    expect(after.contestants[0]?.votes).toBeGreaterThan(0);
  });

  test('is named by what it says: unchanged it is answered without a body, whatever the time', async () => {
    const first = await look();
    const etag = first.headers['etag'] ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    expect(await look(ARO, { 'if-none-match': etag })).toMatchObject({ status: 304, body: null });
    expect((await look()).headers['etag']).toBe(etag);
    await desk.enter(PRESIDING);
    const changed = await look(ARO, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers['etag']).not.toBe(etag);
    expect((changed.body as ProgressView).rows.find(({ id }) => id === 'A')?.state).toBe('to_confirm');
  });

  test('is shared for a second, and no longer', async () => {
    await look();
    await desk.enter(PRESIDING);
    const { body } = await desk.progress();
    expect(body.rows[0].state).toBe('waiting');
    expect((await rowA(ARO_2))?.state).toBe('to_confirm');
  });
});

describe('an answer', () => {
  const body = { rows: Array.from({ length: 200 }, (_, at) => ({ id: `A${at}`, state: 'waiting' })) };

  test('that is long is compressed for who can read that, and only then', () => {
    const plain = respond({ status: 200, body, pack: gzipped });
    expect(JSON.parse(plain.body)).toEqual(body);
    expect(plain.headers['content-encoding']).toBeUndefined();
    const small = respond({ status: 200, body, pack: gzipped }, { 'accept-encoding': 'gzip, deflate, br' });
    expect(small).toMatchObject({ statusCode: 200, isBase64Encoded: true });
    expect(small.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(Buffer.from(small.body, 'base64')).toString())).toEqual(body);
    expect(small.body.length).toBeLessThan(plain.body.length / 4);
    const short = respond({ status: 200, body: {}, pack: gzipped }, { 'accept-encoding': 'gzip' });
    expect(short.isBase64Encoded).toBeUndefined();
  });

  test.each(['"a1"', 'W/"a1"'])('known as %s has no body', (known) => {
    const answer = respond({ status: 200, body, etag: 'a1' }, { 'if-none-match': known });
    expect(answer).toMatchObject({ statusCode: 304, body: '' });
    expect(answer.headers['etag']).toBe('"a1"');
  });

  test.each(['"a2"', 'a1', undefined])('known as %s, or not at all, is whole', (known) => {
    expect(respond({ status: 200, body, etag: 'a1' }, { 'if-none-match': known }).statusCode).toBe(200);
  });
});
