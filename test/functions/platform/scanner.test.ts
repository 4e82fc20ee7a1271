import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Inspect } from '#functions/platform/verdicts.ts';
import type { ScanResult } from '#functions/ports.ts';
import { must } from '#shared/result.ts';
import { signIn, type TestApi, testApi } from '../../support/api.ts';
import { aConstituency, aDefinition, aList, aStation } from '../../support/builders.ts';
import { aFiled, foundIn } from '../../support/filings.ts';
import { announced, platformNight } from '../../support/platform-night.ts';

const definition = aDefinition({
  constituencies: [aConstituency({ id: 'LC1', contestants: [aList('1', 2)] })],
  stations: [aStation('A')],
});
const door = signIn();
afterAll(() => door.remove());

/** An inspection that finds nothing wrong with anything, and draws it. */
const harmless: Inspect = async ({ bytes }) => {
  const name = /^The file (.+)\.$/s.exec(new TextDecoder().decode(bytes))?.[1] ?? '';
  return {
    inspection: foundIn(announced(name)),
    previews: { png: Uint8Array.of(0x89, 0x50, 0x4e, 0x47), text: name },
  };
};

let api: TestApi;
let night: ReturnType<typeof platformNight>;
let keyOf: ReadonlyMap<string, string>;

beforeEach(async () => {
  api = testApi(door);
  api.atDate(new Date('2016-08-15T11:00:00+08:00'));
  night = platformNight(api, harmless);
  await api.define(definition);
  await night.openAccount();
  const opened = await night.open('s1', [aFiled({ files: ['A.jpg', 'B.jpg'].map(announced) })]);
  keyOf = new Map(
    opened.body.files.map(({ name, upload }: { name: string; upload: { fields: { key: string } } }) => [
      name,
      upload.fields.key,
    ]),
  );
  for (const name of keyOf.keys()) night.send(opened, name);
  expect((await night.commit('s1')).status).toBe(201);
});

const scanner = (says: Readonly<Record<string, ScanResult>>): void => {
  for (const [name, result] of Object.entries(says))
    api.platform.scanned.set(must(keyOf.get(name), 'sent'), result);
};
const states = async (): Promise<readonly string[]> =>
  (await night.read()).body.receipts[0].receipt.files.map(({ state }: { state: string }) => state);
const files = async () => (await night.read()).body.register.advertisements[0].files;
/** Pictures and copies that anybody could fetch, by the name of the file they are of. */
const publicOf = async (name: string): Promise<readonly string[]> =>
  (await api.platform.uploads.list('')).filter((key) => key.includes(announced(name).sha256));

describe('the scanner beside the inspection', () => {
  test('that finds nothing is named in the public report', async () => {
    scanner({ 'A.jpg': 'clean', 'B.jpg': 'clean' });
    await night.tend();
    expect(await states()).toEqual(['clean', 'clean']);
    for (const { inspection } of await files())
      expect(inspection.scans).toEqual([
        { engine: 'signatures', outcome: 'clean' },
        { engine: 'guardduty', outcome: 'clean' },
      ]);
    expect(await publicOf('A.jpg')).toHaveLength(2);
  });

  test.each([
    ['infected', 'virus', 'infected'],
    ['unscannable', 'could-not-be-scanned', 'not-scanned'],
  ] as const)('that says %s keeps the file from the public, now and ever', async (result, code, outcome) => {
    scanner({ 'A.jpg': result, 'B.jpg': 'clean' });
    await night.tend();
    expect(await states()).toEqual(['refused', 'clean']);
    const [refused] = await files();
    expect(refused.inspection).toMatchObject({
      verdict: 'refused',
      findings: [{ code }],
      scans: [{ engine: 'signatures' }, { engine: 'guardduty', outcome }],
    });
    const confirm = { number: 1, sha256: announced('A.jpg').sha256 };
    expect((await night.own('confirm-held', confirm)).status).toBe(409);
    scanner({ 'A.jpg': 'clean' });
    await night.tend();
    expect(await publicOf('A.jpg')).toEqual([]);
    expect(await publicOf('B.jpg')).toHaveLength(2);
  });

  test('is waited for: until it has spoken of every file, none of them goes anywhere', async () => {
    scanner({ 'A.jpg': 'clean', 'B.jpg': 'waiting' });
    for (let turn = 0; turn < 3; turn += 1) await night.tend();
    expect(await states()).toEqual(['waiting', 'waiting']);
    expect(await api.platform.uploads.list('')).toEqual([]);
    expect(await api.platform.vault.list('')).toEqual([]);
    scanner({ 'B.jpg': 'clean' });
    await night.tend();
    expect(await states()).toEqual(['clean', 'clean']);
  });

  test('where there is none leaves what our own inspection said', async () => {
    await night.tend();
    expect(await states()).toEqual(['clean', 'clean']);
    expect((await files())[0].inspection.scans).toEqual([{ engine: 'signatures', outcome: 'clean' }]);
  });
});
