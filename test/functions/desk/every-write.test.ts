import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import { MANIFEST } from '#functions/manifest.ts';
import type { StoredAct } from '#functions/ports.ts';
import { signIn, testApi } from '../../support/api.ts';
import { deskNight } from '../../support/desk-night.ts';

const account = signIn();
afterAll(account.remove);

const writing = MANIFEST.filter(
  ({ trigger, access }) =>
    trigger.kind === 'http' && (access.records.includes('accept') || access.accounts.includes('write')),
).map(({ name }) => name);

interface Written extends StoredAct {
  readonly route: string;
  readonly caller: string | undefined;
}
const written: Written[] = [];

beforeAll(async () => {
  const records = memoryRecords();
  let [route, caller]: [string, string | undefined] = ['', undefined];
  const accept = records.accept.bind(records);
  records.accept = (act) => {
    written.push({ ...act, route, caller });
    return accept(act);
  };
  await deskNight(testApi(account, records), (name, as) => {
    [route, caller] = [name, as.account];
  });
});

describe('a write of', () => {
  test.each(writing)('%s says which account did it', (name) => {
    const own = written.filter(({ route }) => route === name);
    expect(own.length, `the night at the desk uses ${name}`).toBeGreaterThan(0);
    for (const { by, caller } of own) expect([by, caller]).toEqual([caller, expect.any(String)]);
  });

  test('any route says so outside what becomes public', () => {
    for (const { body, by, election } of written) {
      if (!election.startsWith('@')) expect(body).not.toContain(by);
    }
  });
});
