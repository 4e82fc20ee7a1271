import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TokenRequest } from '#functions/local/token-issuer.ts';
import { CEO, RO, type SignIn, signIn, type TestApi, testApi } from '../../support/api.ts';
import { aDefinition, aReport } from '../../support/builders.ts';
import { aNotice, aResultNotice, without } from '../../support/notices.ts';

let office: SignIn;
let api: TestApi;
beforeAll(() => {
  office = signIn();
});
afterAll(() => office.remove());
beforeEach(async () => {
  api = testApi(office);
  await api.define(aDefinition());
  api.at(10);
});

const PRO: TokenRequest = { role: 'presiding_officer', station: 'A' };
const post = (body: unknown, as: TokenRequest = PRO) => api.call('post-notice', body, { as });

describe('posting a notice', () => {
  test('is accepted once; the same again is replayed, another at its place a conflict', async () => {
    expect((await post(aNotice())).status).toBe(201);
    expect(await post(aNotice())).toMatchObject({ status: 200, body: { outcome: 'replayed' } });
    const other = await post(aNotice({ text: { en: 'Another.' } }));
    expect([other.status, other.body.errors[0].code]).toEqual([409, 'conflict']);
  });

  test('is for the own station and the own constituency only; nothing is written otherwise', async () => {
    const before = await api.written();
    const ofOther = aNotice({ station: 'B' });
    expect((await post(ofOther)).body.errors[0].code).toBe('outside-scope');
    expect((await post(aResultNotice(), { role: 'returning_officer', constituency: 'LC2' })).status).toBe(
      403,
    );
    const ofAll = without(aNotice({ type: 'N1' }), 'constituency', 'station');
    expect((await post(ofAll, RO)).body.errors[0].code).toBe('outside-scope');
    for (const role of ['public', 'candidate', 'observer'] as const)
      expect((await post(aNotice(), { role, constituency: 'LC1' })).status).toBe(403);
    expect(await api.written()).toBe(before);
  });

  test('is for the whole election where the officer is', async () => {
    const designation = without(
      aNotice({
        type: 'N2',
        contents: { stations: ['A', 'B'] },
        postedAt: { place: { en: 'Gazette' }, at: '2016-08-25T09:00:00+08:00' },
      }),
      'constituency',
      'station',
    );
    expect((await post(designation, CEO)).status).toBe(201);
    expect((await post(designation, { role: 'commission' })).body.outcome).toBe('replayed');
    expect((await post({ ...designation, number: 2 }, { role: 'commission' })).status).toBe(403);
  });

  test('of a result waits for the declaration', async () => {
    await api.report([aReport(), aReport({ station: 'B' })], { as: RO });
    api.at(2000);
    const early = await post(aResultNotice(), RO);
    expect([early.status, early.body.errors[0].code]).toEqual([409, 'not-declared']);
    await api.call('declare-result', { constituency: 'LC1', outcome: 'elected', elected: ['1a', '2a'] });
    expect((await post(aResultNotice(), RO)).status).toBe(201);
  });

  test('in an election that nobody defined is refused', async () => {
    const answer = await api.call('post-notice', aNotice(), { as: PRO, election: 'legco-2020' });
    expect(answer.status).toBe(404);
  });

  test('keeps hostile text as it is, and refuses what only a machine sees', async () => {
    const text = { en: '<script>alert(1)</script>\n=HYPERLINK("x")' };
    expect((await post(aNotice({ text }))).status).toBe(201);
    const hidden = await post(aNotice({ number: 2, text: { en: 'a\u0007' } }));
    expect(hidden.body.errors[0].code).toBe('control-character');
  });
});
