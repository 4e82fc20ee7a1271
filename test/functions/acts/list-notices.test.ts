import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TokenRequest } from '#functions/local/token-issuer.ts';
import { CEO, RO, type SignIn, signIn, type TestApi, testApi } from '../../support/api.ts';
import { aConstituency, aDefinition, aReport, aStation } from '../../support/builders.ts';
import { aNotice, aResultNotice } from '../../support/notices.ts';

let office: SignIn;
let api: TestApi;
beforeAll(() => {
  office = signIn();
});
afterAll(() => office.remove());
beforeEach(async () => {
  api = testApi(office);
  await api.define(
    aDefinition({
      constituencies: [aConstituency(), aConstituency({ id: 'LC2' })],
      stations: [aStation('A'), aStation('B'), aStation('C', { constituency: 'LC2' })],
    }),
  );
  api.at(2000);
});

const PRO: TokenRequest = { role: 'presiding_officer', station: 'A' };
const look = (as: TokenRequest) => api.call('list-notices', undefined, { as });
type Listed = Readonly<Record<string, unknown>>;
const types = (list: readonly { type?: string; notice?: { type: string } }[]) =>
  list.map((one) => one.type ?? one.notice?.type);

describe('looking at notices', () => {
  test('shows an officer drafts, notices posted and notices owed of the own place', async () => {
    await api.report([aReport(), aReport({ station: 'B' })], { as: RO });
    await api.call('declare-result', { constituency: 'LC1', outcome: 'elected', elected: ['1a', '2a'] });
    const before = await look(RO);
    expect([before.status, types(before.body.drafts)]).toEqual([200, ['N26', 'N27']]);
    expect(
      before.body.owed.every(({ constituency }: Listed) => constituency === null || constituency === 'LC1'),
    ).toBe(true);
    await api.call('post-notice', aResultNotice(), { as: RO });
    const after = await look(RO);
    expect([types(after.body.drafts), types(after.body.posted)]).toEqual([['N27'], ['N26']]);
  });

  test('shows a presiding officer the own station only', async () => {
    await api.call('post-notice', aNotice({ station: 'B' }), {
      as: { role: 'presiding_officer', station: 'B' },
    });
    const { body } = await look(PRO);
    expect(body.posted).toEqual([]);
    expect(body.owed.length).toBeGreaterThan(0);
    for (const { stations } of body.owed) expect(stations).toEqual(['A']);
    const own = await api.call('post-notice', aNotice(), { as: PRO });
    expect(own.status).toBe(201);
    const after = await look(PRO);
    expect(types(after.body.posted)).toEqual(['N23']);
    expect(types(after.body.owed)).not.toContain('N23');
  });

  test('shows the whole election to those who work for it, and nothing to others', async () => {
    const { body } = await look(CEO);
    expect(new Set(body.owed.map(({ constituency }: Listed) => constituency))).toEqual(
      new Set([null, 'LC1', 'LC2']),
    );
    expect((await look({ role: 'observer' })).status).toBe(200);
    for (const role of ['public', 'candidate'] as const) expect((await look({ role })).status).toBe(403);
    expect((await api.call('list-notices', undefined, { as: CEO, election: 'legco-2020' })).status).toBe(404);
  });
});
