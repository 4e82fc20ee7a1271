import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { legco2012 } from '#functions/elections/legco-2012.ts';
import type { StationReport } from '#shared/election/report.ts';
import type { ConstituencyResult, ElectionResults, LatestPointer } from '#shared/recount/results.ts';
import { overHttp, publishedIndex, publishedKey } from '../support/public-index.ts';
import { eventually, type PortalProcess, startPortalProcess } from '../support/running-portal.ts';

const ELECTION = 'legco-2012';
const folder = mkdtempSync(join(tmpdir(), 'open-returns-night-'));
let portal: PortalProcess;

const getJson = async <T>(path: string): Promise<T> => {
  const response = await fetch(`${portal.url}${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
};

const pointer = () => getJson<LatestPointer>(`/data/${ELECTION}/latest.json`);

const published = async <T>(name: string): Promise<T> => {
  return getJson<T>(`/${await publishedKey(overHttp(portal.url), ELECTION, name)}`);
};

const post = async (report: StationReport): Promise<number> => {
  const token = portal.token({ role: 'presiding_officer', station: report.station });
  const response = await fetch(`${portal.url}/api/elections/${ELECTION}/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(report),
  });
  await response.arrayBuffer();
  return response.status;
};

beforeAll(async () => {
  portal = await startPortalProcess(folder, ['--replay', 'none']);
}, 120_000);

afterAll(async () => {
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a night that is killed in the middle', () => {
  const { reports, definition } = legco2012();
  const someReports = reports.filter(({ constituency }) => constituency === 'LC2');
  const acknowledged = new Set<string>();

  test('keeps every acknowledged report through kill -9 and goes on at the next start', async () => {
    const half = Math.floor(someReports.length / 2);
    const sending = someReports.slice(0, half).map(async (report) => {
      const status = await post(report).catch(() => 0);
      if (status === 201 || status === 200) acknowledged.add(report.station);
    });
    await Promise.all(sending.slice(0, 10));
    await portal.kill();
    await Promise.all(sending);
    expect(acknowledged.size).toBeGreaterThan(0);

    portal = await startPortalProcess(folder, ['--replay', 'none']);
    const file = await eventually(
      () => published<ConstituencyResult>('constituencies/LC2.json'),
      ({ stationsReported }) => stationsReported >= acknowledged.size,
    );
    const reported = new Set(file.stations.filter(({ status }) => status === 'reported').map(({ id }) => id));
    expect([...acknowledged].filter((station) => !reported.has(station))).toEqual([]);
  }, 120_000);

  test('counts each report once however often it is sent, and ends at the official totals', async () => {
    for (let round = 0; round < 2; round += 1) {
      const statuses = await Promise.all(someReports.map(post));
      expect(statuses.every((status) => status === 201 || status === 200)).toBe(true);
    }
    const file = await eventually(
      () => published<ConstituencyResult>('constituencies/LC2.json'),
      ({ stationsReported, stationsExpected }) => stationsReported === stationsExpected,
    );
    expect(file.valid).toBe(232_081);
    expect(file.quota).toBe('46416');
    expect(file.status).toBe('all');
  }, 120_000);

  test('shows the same figures on the page, read without scripts', async () => {
    const page = await eventually(
      async () => (await fetch(`${portal.url}/en/${ELECTION}/constituencies/LC2/`)).text(),
      (html) => html.includes('232,081'),
    );
    expect(page).toContain('46,416');
    expect(page).toContain('lang="en"');
  }, 60_000);

  test('serves a picture for where the page is shared', async () => {
    const address = `${portal.url}/zh-hant/${ELECTION}/constituencies/LC2/share.png?v=1`;
    const response = await eventually(
      () => fetch(address),
      ({ ok }) => ok,
      80,
    );
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const png = Buffer.from(await response.arrayBuffer());
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  }, 90_000);

  test('names every file in its index with the hash it has, and is asked for by less than 2 kB', async () => {
    const latest = await pointer();
    expect(JSON.stringify(latest).length).toBeLessThan(2000);
    const { files } = await publishedIndex(overHttp(portal.url), ELECTION);
    for (const { path, sha256, bytes } of [...Object.values(latest.files), ...Object.values(files)]) {
      const body = new Uint8Array(await (await fetch(`${portal.url}${path}`)).arrayBuffer());
      const digest = await crypto.subtle.digest('SHA-256', body);
      expect(Buffer.from(digest).toString('hex'), path).toBe(sha256);
      expect(body.length).toBe(bytes);
    }
    expect(definition.constituencies.map(({ id }) => files[`constituencies/${id}.json`])).not.toContain(
      undefined,
    );
  });

  test('lists all elections that come with the product', async () => {
    const ready = JSON.parse(readFileSync(join(folder, 'ready.json'), 'utf8')) as { elections: string[] };
    expect(ready.elections).toEqual([
      'desk-training',
      'legco-2012',
      'legco-2016-rehearsal',
      'platform-training',
      'popvote-2017',
    ]);
    const results = await published<ElectionResults>('results.json');
    expect(results.test).toBe(false);
  });

  test('stops cleanly', async () => {
    expect(await portal.stop()).toBe(0);
    portal = await startPortalProcess(folder, ['--replay', 'none']);
  }, 60_000);
});
