import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aConstituency,
  aDefinition,
  aList,
  anElectionOf,
  aReport,
  balls,
  someLots,
} from '../../support/builders.ts';

const COMMAND = new URL('../../../functions/commands/count.ts', import.meta.url).pathname;
const LEGCO_2012 = new URL('../../../functions/elections/legco-2012/', import.meta.url).pathname;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'count-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
};

const count = (election: unknown, reports: unknown, ...more: readonly string[]) =>
  run('--election', file('election.json', election), '--reports', file('reports.json', reports), ...more);

const errorsIn = (stderr: string): Record<string, unknown>[] =>
  stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('the count command', () => {
  test('prints one JSON object and nothing else', () => {
    const { status, stdout, stderr } = count(aDefinition(), [aReport(), aReport({ station: 'B' })]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.endsWith('}\n')).toBe(true);
    expect(JSON.parse(stdout).constituencies).toHaveLength(1);
  });

  test('counts the real 2012 election to the declared names', () => {
    const { stdout } = run(
      '--election',
      join(LEGCO_2012, 'election.json'),
      '--reports',
      join(LEGCO_2012, 'reports.json'),
    );
    const election = JSON.parse(readFileSync(join(LEGCO_2012, 'election.json'), 'utf8'));
    const names = new Map<string, string>(
      election.constituencies.flatMap(
        (c: { id: string; contestants: { candidates: { id: string; name: Record<string, string> }[] }[] }) =>
          c.contestants.flatMap(({ candidates }) =>
            candidates.map(({ id, name }) => [`${c.id} ${id}`, name['zh-Hant'] ?? '']),
          ),
      ),
    );
    const official = JSON.parse(readFileSync(join(LEGCO_2012, 'official.json'), 'utf8'));
    const counted = JSON.parse(stdout).constituencies.map(
      (c: { id: string; contestants: { elected: string[] }[] }) => ({
        id: c.id,
        elected: c.contestants
          .flatMap(({ elected }) => elected.map((id) => names.get(`${c.id} ${id}`)))
          .sort(),
      }),
    );
    const list = Array.isArray(official) ? official : Object.values(official);
    for (const { id, elected } of list as { id: string; elected: string[] }[]) {
      expect(counted).toContainEqual({ id, elected: [...elected].sort() });
    }
  });

  test('takes lots from a file, in drawing order', () => {
    const tied = anElectionOf(aConstituency({ seats: 1, contestants: [aList('1'), aList('2')] }));
    const reports = [aReport({ votes: { '1': 5, '2': 5 } })];
    const lots = file('lots.json', [someLots({ draws: balls(['1', 2], ['2', 9]) })]);
    const [result] = JSON.parse(count(tied, reports, '--lots', lots).stdout).constituencies;
    expect(result.contestants.map(({ elected }: { elected: string[] }) => elected)).toEqual([[], ['2a']]);
    expect(JSON.parse(count(tied, reports).stdout).constituencies[0].lots).toEqual({
      needed: true,
      among: ['1', '2'],
      places: 1,
    });
  });

  test('reads files with a byte order mark', () => {
    expect(count(`\uFEFF${JSON.stringify(aDefinition())}`, '\uFEFF[]').status).toBe(0);
  });

  test.each([
    ['a vote that is no number', aDefinition(), [aReport({ votes: { '1': -1 } })], '$[0].votes["1"]', -1],
    ['an unknown station', aDefinition(), [aReport(), aReport({ station: 'Z' })], '$[1].station', 'Z'],
    ['a definition that is null', 'null', [], '$', null],
    ['text that is no JSON', '{"id": }', [], '$', expect.any(String)],
    ['bottomless nesting', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, [], expect.any(String), null],
    [
      'a key that would change objects',
      aDefinition(),
      `[{"__proto__":{"a":1}}]`,
      '$[0].__proto__',
      '__proto__',
    ],
  ])(
    'refuses %s with one error object a line and nothing on standard output',
    (_, election, reports, path, value) => {
      const { status, stdout, stderr } = count(election, reports);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      const [error] = errorsIn(stderr);
      expect(error).toMatchObject({ path, problem: expect.stringMatching(/\w/), value });
    },
  );

  test('tells every problem, each on its line', () => {
    const reports = [
      aReport({ station: 'X' }),
      aReport({ station: 'Y' }),
      aReport({ votes: { '9': 1, '8': 1 } }),
    ];
    expect(errorsIn(count(aDefinition(), reports).stderr).map(({ path }) => path)).toEqual([
      '$[0].station',
      '$[1].station',
      '$[2].votes["8"]',
      '$[2].votes["9"]',
    ]);
  });

  test('refuses lots that name nobody', () => {
    const lots = file('bad-lots.json', [someLots({ draws: balls(['9', 2]) })]);
    const { status, stdout, stderr } = count(aDefinition(), [], '--lots', lots);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(errorsIn(stderr)[0]).toMatchObject({ path: '$[0].draws[0].contestant', value: '9', file: lots });
  });

  test('refuses a file that is not there, and a folder', () => {
    const election = file('election.json', aDefinition());
    expect(run('--election', election, '--reports', join(folder, 'none.json'))).toMatchObject({
      status: 1,
      stdout: '',
    });
    const { status, stderr } = run('--election', election, '--reports', folder);
    expect(status).toBe(1);
    expect(errorsIn(stderr)[0]).toMatchObject({ path: '$', value: 'EISDIR' });
  });

  test('explains itself when asked, and when it is not understood', () => {
    const help = run('--help');
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(help.stdout).toContain('--reports FILE');
    for (const args of [['--election', 'x'], ['--what']]) {
      const { status, stdout, stderr } = run(...args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('--reports FILE');
    }
  });
});
