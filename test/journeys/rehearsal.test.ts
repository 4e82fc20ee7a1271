import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rehearsalId } from '#shared/election/rehearsal-id.ts';
import type { ElectionResults, LatestPointer } from '#shared/recount/results.ts';
import { overHttp, publishedIndex, publishedKey } from '../support/public-index.ts';
import { eventually, type PortalProcess, startPortalProcess } from '../support/running-portal.ts';

const folder = mkdtempSync(join(tmpdir(), 'open-returns-rehearsal-'));
const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
/** One is over, and is caught up with; the other is weeks ahead. */
const past = inHours(-48);
const coming = inHours(21 * 24);
let portal: PortalProcess;

const getText = async (path: string): Promise<string> => {
  const response = await fetch(`${portal.url}${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
};
const getJson = async <T>(path: string): Promise<T> => JSON.parse(await getText(path)) as T;
const pointerOf = (id: string) => getJson<LatestPointer>(`/data/${id}/latest.json`);

beforeAll(async () => {
  portal = await startPortalProcess(folder, ['--empty', '--rehearse', `${past},1`, '--rehearse', coming]);
}, 120_000);

afterAll(async () => {
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('rehearsal nights of a portal', () => {
  test('one that is weeks ahead has its zero files, each marked', async () => {
    const id = rehearsalId({ closesAt: coming });
    const pointer = await eventually(
      () => pointerOf(id),
      ({ version }) => version > 0,
    );
    expect(pointer).toMatchObject({ election: id, status: 'embargo', test: true });
    const key = await publishedKey(overHttp(portal.url), id, 'results.json');
    expect(await getJson<ElectionResults>(`/${key}`)).toMatchObject({ test: true, stationsReported: 0 });
  });

  test('one that is late is caught up with until everything is declared and one report corrected; every file says test, and verify holds', async () => {
    const id = rehearsalId({ closesAt: past });
    const pointer = await eventually(
      () => pointerOf(id),
      ({ status }) => status === 'corrected',
      60,
    );
    expect(pointer.test).toBe(true);
    // The last steps of all: the notice of a result, and its correction, which says more in a second revision.
    const register = async () =>
      getJson<{ notices: { revisions: unknown[] }[] }>(
        `/${await publishedKey(overHttp(portal.url), id, 'notices.json')}`,
      );
    await eventually(
      register,
      ({ notices }) => notices[1]?.revisions.length === 2 || notices[0]?.revisions.length === 2,
      60,
    );
    const { files } = await publishedIndex(overHttp(portal.url), id);
    const texts = Object.entries(files).filter(([name]) => !/\.xlsx$|^licence/.test(name));
    const isMarked = /"test":true|"IsTest":true|TEST|測試選舉|测试选举|,true\r?(,|$)/m;
    const unmarked = await Promise.all(
      texts.map(async ([name, { path }]) => (isMarked.test(await getText(path)) ? [] : [name])),
    );
    expect(unmarked.flat()).toEqual([]);
    const verified = spawnSync(
      process.execPath,
      [
        'functions/commands/verify.ts',
        '--from',
        portal.url,
        '--latest-only',
        '--election',
        id,
        '--state',
        join(folder, 'seen.json'),
      ],
      { encoding: 'utf8' },
    );
    expect([verified.status, verified.stdout + verified.stderr]).toEqual([0, expect.stringContaining(id)]);
  }, 90_000);

  test('both stand apart in the list of elections, marked, with the time of their close', async () => {
    const list = await eventually(
      () => getText('/en/'),
      (html) =>
        html.includes(rehearsalId({ closesAt: past })) && html.includes(rehearsalId({ closesAt: coming })),
      60,
    );
    expect(list).toContain('Rehearsals, with invented or replayed figures');
    expect(list.match(/<span class="label ochre">TEST<\/span>/g)).toHaveLength(2);
    expect(list).toMatch(/Polling day \w+ \d+ \w+ \d{4}, until \d\d:\d\d/);
  });
});
