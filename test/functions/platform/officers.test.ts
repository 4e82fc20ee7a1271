import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { AuditPage } from '#shared/desk/audit.ts';
import { CEO, signIn, type TestApi, testApi } from '../../support/api.ts';
import { aConstituency, aDefinition, aList, aStation } from '../../support/builders.ts';
import { aFiled } from '../../support/filings.ts';
import { announced, byContent, platformNight } from '../../support/platform-night.ts';

const definition = aDefinition({
  constituencies: [aConstituency({ id: 'LC1', contestants: [aList('1', 2), aList('2', 1)] })],
  stations: [aStation('A')],
});

const door = signIn();
afterAll(() => door.remove());

let api: TestApi;
let night: ReturnType<typeof platformNight>;

beforeEach(async () => {
  api = testApi(door);
  api.atDate(new Date('2016-08-15T11:00:00+08:00'));
  night = platformNight(api, byContent);
  expect((await api.define(definition)).status).toBe(201);
  expect((await night.openAccount()).status).toBe(201);
});

describe('officers', () => {
  const waiting = async (): Promise<readonly unknown[]> => {
    const { body } = await api.call('list-platform-accounts', undefined, { as: CEO });
    return body.accounts[0].waiting.map((one: { kind: string; about: string; files: string[] }) => [
      one.kind,
      one.about,
      one.files.join(),
    ]);
  };

  test('see what waits, is held, was refused and came late, the most pressing first', async () => {
    api.atDate(new Date('2016-08-17T11:00:00+08:00'));
    const late = await night.open('s1', [
      aFiled({ files: ['held.pdf', 'macro.doc', 'A.jpg'].map(announced) }),
    ]);
    expect(await waiting()).toEqual([['unfinished', null, 'held.pdf,macro.doc,A.jpg']]);
    for (const name of ['held.pdf', 'macro.doc', 'A.jpg']) night.send(late, name);
    const { reference } = (await night.commit('s1')).body.receipt;
    const ad = 'HKI-01-0001-1';
    expect(await waiting()).toEqual([
      ['waiting', ad, 'held.pdf,macro.doc,A.jpg'],
      ['late', reference, ''],
    ]);
    await night.tend();
    const removal = { of: ad, by: 'court', reason: 'Order of the court.' };
    await api.call('remove-advertisement', removal, { as: CEO, parameters: { platform: 'HKI-01' } });
    expect(await waiting()).toEqual([
      ['removal', ad, ''],
      ['held', ad, 'held.pdf'],
      ['refused', ad, 'macro.doc'],
      ['late', reference, ''],
    ]);
    await night.own('confirm-held', { number: 1, sha256: announced('held.pdf').sha256 });
    await api.call('remove-advertisement', removal, {
      as: { role: 'commission', account: 'commission-1' },
      parameters: { platform: 'HKI-01' },
    });
    expect(await waiting()).toEqual([['late', reference, '']]);
  });
});

describe('the audit trail', () => {
  const trail = async (as: object = CEO): Promise<AuditPage> =>
    (await api.call('read-audit', undefined, { as: as as typeof CEO, query: { limit: '200' } })).body;

  test('tells officers who did what on the platform, and both of who removed something', async () => {
    await night.submit('s1', ['held.pdf']);
    await night.tend();
    await night.own('confirm-held', { number: 1, sha256: announced('held.pdf').sha256 });
    const removal = { of: 'HKI-01-0001-1', by: 'court', reason: 'Order of the court.' };
    for (const account of ['chief-a', 'chief-b']) {
      await api.call('remove-advertisement', removal, {
        as: { role: 'chief_electoral_officer', account },
        parameters: { platform: 'HKI-01' },
      });
    }
    const { lines } = await trail();
    const told = lines.map(({ kind, who, second }) => [kind, who.account, second?.account ?? null]);
    expect(told.filter(([kind]) => kind !== 'definition')).toEqual([
      ['removal', 'chief-a', 'chief-b'],
      ['removal-proposal', 'chief-a', null],
      ['confirmation', 'HKI-01', null],
      ['submission', 'HKI-01', null],
      ['platform-account', expect.any(String), null],
    ]);
    expect(lines.find(({ kind }) => kind === 'submission')?.changes).toEqual([
      { path: '$.files', before: null, after: 'held.pdf' },
    ]);
  });

  test('tells nobody of them who answers for one constituency only', async () => {
    await night.submit('s1', ['File1.jpg']);
    const { lines } = await trail({ role: 'returning_officer', constituency: 'LC1', account: 'ro-1' });
    expect(lines.map(({ kind }) => kind)).toEqual(['definition']);
  });
});
