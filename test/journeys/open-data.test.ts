import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { parse } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#shared/election/acts.ts';
import type { StationReport } from '#shared/election/report.ts';
import type { LatestPointer } from '#shared/recount/results.ts';
import { aDefinition, aReport, aStation } from '../support/builders.ts';
import { csvRows } from '../support/open-data.ts';
import { eventually, type PortalProcess, startPortalProcess } from '../support/running-portal.ts';

const ELECTION = 'paper-2016';
const STATIONS = Array.from({ length: 12 }, (_, index) => `S${index + 1}`);
const folder = mkdtempSync(join(tmpdir(), 'open-returns-data-'));
let portal: PortalProcess;

const send = async (resource: string, role: Role, body: unknown, method = 'POST'): Promise<void> => {
  const { constituency = '', station = '' } = body as { constituency?: string; station?: string };
  const token = portal.token({ role, constituency, ...(station === '' ? {} : { station }) });
  const response = await fetch(`${portal.url}/api/elections/${ELECTION}/${resource}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${resource}: ${response.status} ${await response.text()}`);
};

/** Reports come one after the other, two of them corrected; then the result is declared. */
const night = async (): Promise<void> => {
  const report = (station: string, changes: Partial<StationReport> = {}) =>
    send('reports', 'presiding_officer', aReport({ station, ...changes }));
  for (const station of STATIONS) {
    await report(station);
    if (station === 'S3')
      await report(station, { revision: 2, reason: 'digits swapped', votes: { '1': 9, '2': 5, '3': 1 } });
    await pause(150);
  }
  await send('declarations', 'returning_officer', {
    constituency: 'LC1',
    outcome: 'elected',
    elected: ['1a', '2a'],
  });
};

beforeAll(async () => {
  portal = await startPortalProcess(folder);
  const definition = aDefinition({
    id: ELECTION,
    test: true,
    stations: STATIONS.map((id) => aStation(id, { name: { en: id, 'zh-Hant': `點票站${id}` } })),
  });
  await send('definition', 'chief_electoral_officer', definition, 'PUT');
}, 120_000);

afterAll(async () => {
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
});

const text = async (path: string): Promise<string> => {
  const response = await fetch(`${portal.url}${path}`);
  return response.ok ? response.text() : '';
};

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

const all = (node: Node): readonly Node[] => [node, ...(node.childNodes ?? []).flatMap(all)];
const wordsIn = (node: Node): string =>
  all(node)
    .map(({ value = '' }) => value)
    .join('');

/** The commands that the open-data page prints, as a reader copies them, with the address of this site. */
const commandsOn = async (
  path: string,
): Promise<readonly { readonly name: string; readonly text: string }[]> =>
  all(parse(await text(path)) as unknown as Node).flatMap((node) => {
    const name = node.attrs?.find((attribute) => attribute.name === 'data-command')?.value;
    const code = name === undefined ? undefined : all(node).find(({ nodeName }) => nodeName === 'code');
    return name && code ? [{ name, text: wordsIn(code).replaceAll('https://PORTAL', portal.url) }] : [];
  });

const pageAt = `/en/${ELECTION}/open-data/`;
const command = async (name: string, index = 0): Promise<string> => {
  const commands = await eventually(
    () => commandsOn(pageAt),
    (found) => found.length > 0,
    60,
  );
  return commands.filter((one) => one.name === name)[index]?.text ?? '';
};

const has = (program: string, flag = '--version'): boolean => spawnSync(program, [flag]).status === 0;
const pythonHere = has('python3');
const rHere = has('Rscript');
const run = promisify(execFile);

/** A program that goes on by itself, with everything it says. */
const started = (program: string, args: readonly string[]): { child: ChildProcess; said: () => string } => {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  return { child, said: () => said };
};

describe('what the open-data page prints', () => {
  test.runIf(pythonHere)(
    'follows the count from zero to the end, and misses no version',
    async () => {
      const follower = started('python3', ['-c', await command('Python', 1)]);
      const [[code]] = await Promise.all([once(follower.child, 'exit'), night()]);
      expect(code, follower.said()).toBe(0);
      const versions = [...follower.said().matchAll(/^version (\d+) (\S+) (\S+)$/gm)];
      const numbers = versions.map(([, version]) => Number(version));
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      const latest = JSON.parse(await text(`/data/${ELECTION}/latest.json`)) as LatestPointer;
      expect(numbers.at(-1)).toBe(latest.version);
      expect(versions.at(-1)?.[3]).toBe(latest.status);
      expect(follower.said()).toContain('LC1 S12 report None -> 16');
      expect(follower.said()).toContain('LC1 S3 votes.1 10 -> 9 digits swapped');
      expect(numbers.length).toBeGreaterThan(5);
    },
    90_000,
  );

  test('runs in curl as it stands', async () => {
    const place = mkdtempSync(join(folder, 'curl-'));
    await run('sh', ['-ec', await command('curl')], { cwd: place });
    const rows = csvRows(readFileSync(join(place, 'results.csv'), 'utf8'));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row['test']).toBe('true');
    expect(readFileSync(join(place, 'results.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  test.runIf(pythonHere)('runs in Python as it stands', async () => {
    const { stdout } = await run('python3', ['-c', await command('Python')]);
    expect(stdout).toMatch(/^version \d+ \S+ \S+ TEST$/m);
  });

  test.runIf(rHere)('runs in R as it stands', async () => {
    const { stdout } = await run('Rscript', ['-e', await command('R')]);
    expect(stdout).toContain('provisional');
  });
});

describe('every file', () => {
  test('may be read by a script of any site, asked for again cheaply, and by any program', async () => {
    const path = `/data/${ELECTION}/latest.json`;
    const asked = await fetch(`${portal.url}${path}`, {
      method: 'OPTIONS',
      headers: { origin: 'https://paper.example', 'access-control-request-headers': 'if-none-match' },
    });
    expect([asked.status, asked.headers.get('access-control-allow-headers')]).toEqual([204, '*']);
    const first = await fetch(`${portal.url}${path}`, { headers: { 'user-agent': 'curl/1.0 bot' } });
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(first.headers.get('access-control-expose-headers')).toContain('ETag');
    expect((await first.text()).length).toBeLessThan(2000);
    const again = await fetch(`${portal.url}${path}`, {
      headers: { 'if-none-match': `"other", ${first.headers.get('etag')}` },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('of a version stays where it was, and is the same in its archive', async () => {
    const was = JSON.parse(await text(`/data/${ELECTION}/versions/1.json`)) as LatestPointer;
    expect(was.version).toBe(1);
    for (const { path, sha256 } of Object.values(was.files)) {
      const response = await fetch(`${portal.url}${path}`);
      const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
      expect(Buffer.from(digest).toString('hex'), path).toBe(sha256);
      expect(response.headers.get('cache-control')).toContain('immutable');
    }
  });
});
