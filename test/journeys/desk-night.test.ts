import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Notice } from '#shared/election/notice.ts';
import type { StationReport } from '#shared/election/report.ts';
import type { ConstituencyResult, LatestPointer } from '#shared/recount/results.ts';
import { aCandidate, aConstituency, aDefinition, aList, aStation, balls } from '../support/builders.ts';
import { eventually, type PortalProcess, startPortalProcess } from '../support/running-portal.ts';
import { atomProblems } from '../support/strict-feeds.ts';
import { officersOf } from '../support/told-night.ts';

const ELECTION = 'told-night';
const HOUR_MS = 3_600_000;
const folder = mkdtempSync(join(tmpdir(), 'open-returns-told-'));
let portal: PortalProcess;

const HOSTILE = '</script><img src=x onerror=alert(1)>';
const EXPLANATION = `six papers of another box ${HOSTILE}`;
const instant = (fromNowMs: number): string => new Date(Date.now() + fromNowMs).toISOString();

const definition = () =>
  aDefinition({
    id: ELECTION,
    title: { en: 'Told night', 'zh-Hant': '述說之夜', 'zh-Hans': '述说之夜' },
    test: true,
    entry: 'double',
    pollOpensAt: instant(-16 * HOUR_MS),
    pollClosesAt: instant(-HOUR_MS),
    constituencies: [
      aConstituency({ contestants: ['1', '2', '3'].map((id) => aList(id, 2)) }),
      aConstituency({
        id: 'FC1',
        kind: 'ordinary_fc',
        system: 'first_past_the_post',
        seats: 1,
        name: { en: 'Education', 'zh-Hant': '教育界' },
        contestants: ['1', '2', '3'].map((id) => aCandidate(id)),
      }),
    ],
    stations: [
      aStation('A'),
      aStation('B'),
      aStation('CCS', { kind: 'central_counting' }),
      aStation('CCS-FC1', { kind: 'central_counting', constituency: 'FC1' }),
    ],
  });

const report = (station: string, votes: Readonly<Record<string, number>>, more = {}): StationReport => ({
  constituency: station === 'CCS-FC1' ? 'FC1' : 'LC1',
  station,
  count: 1,
  revision: 1,
  votes,
  ...more,
});

const text = async (path: string): Promise<string> => {
  const response = await fetch(`${portal.url}${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
};
const pointer = async () => JSON.parse(await text(`/data/${ELECTION}/latest.json`)) as LatestPointer;
const published = async <T>(name: string): Promise<T> =>
  JSON.parse(await text((await pointer()).files[name]?.path ?? '')) as T;
const constituency = (id: string) => published<ConstituencyResult>(`constituencies/${id}.json`);

beforeAll(async () => {
  portal = await startPortalProcess(folder);
}, 120_000);

afterAll(async () => {
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a night at the desk', () => {
  test('goes through with everything that can happen in it', async () => {
    const night = officersOf(portal, ELECTION);
    const lc1 = night.people('LC1');
    await night.send({ role: 'chief_electoral_officer' }, '/definition', definition());
    const chief = { role: 'commission', account: 'eac-secret' } as const;
    const to = { en: 'Town Hall', 'zh-Hant': '大會堂', 'zh-Hans': '大会堂' };
    const opensAt = instant(HOUR_MS);
    const moved = { constituency: 'LC1', station: 'B', number: 1, to, opensAt, reason: 'The power failed.' };
    await night.send(chief, '/relocations', moved);

    // Two entries differ; a third officer settles them from the paper. The account is odd, and explained.
    const flagged = report(
      'A',
      { '1': 50, '2': 31, '3': 30 },
      {
        account: { supplied: 200, unissued: 95, unused: 0, spoilt: 0 },
        explanations: { A4: EXPLANATION },
      },
    );
    await night.entry(lc1.typist('A'), flagged);
    await night.entry(lc1.second('A'), { ...flagged, votes: { '1': 50, '2': 13, '3': 30 } });
    expect((await night.stationOf('LC1', 'A')).row.state).toBe('differing');
    await night.send(lc1.aro2, '/resolutions', { attempt: 1, report: flagged });
    await night.confirm(flagged);
    await night.report(report('B', { '1': 10, '2': 10, '3': 10 }));
    await night.report(report('CCS', { '1': 1, '2': 0, '3': 0 }));
    await eventually(
      () => constituency('LC1'),
      ({ status }) => status === 'all',
    );
    const before = (await constituency('LC1')).contestants.flatMap(({ elected }) => elected);
    expect(before).toEqual(['1a', '2a']);

    // A recount of all stations moves the last seat.
    const asked = { scope: 'constituency', requestedBy: 'candidate', decision: 'allowed' };
    await night.send(lc1.ro, '/recounts', { constituency: 'LC1', number: 1, ...asked });
    await night.report({ ...flagged, count: 2, votes: { '1': 50, '2': 30, '3': 31 } });
    await night.report(report('B', { '1': 10, '2': 9, '3': 10 }, { count: 2 }));

    // One of those now elected has died: the next name of the list takes the seat.
    await night.both('LC1', 1, {
      type: 'event',
      candidate: '3a',
      body: { constituency: 'LC1', event: 'died', satisfiedAt: instant(-HOUR_MS / 2) },
    });
    await night.both('LC1', 2, {
      type: 'declaration',
      body: { constituency: 'LC1', outcome: 'elected', elected: ['1a', '3b'] },
    });

    // In the other constituency lots decide, in a second round.
    await night.report(report('CCS-FC1', { '1': 5, '2': 5, '3': 1 }));
    const lots = (stage: number, draws: ReturnType<typeof balls>) =>
      night.both('FC1', stage, { type: 'lots', body: { constituency: 'FC1', stage, draws } });
    await lots(1, balls(['1', 7], ['2', 7]));
    await lots(2, balls(['1', 3], ['2', 9]));
    await night.both('FC1', 3, {
      type: 'declaration',
      body: { constituency: 'FC1', outcome: 'elected', elected: ['2'] },
    });
    await eventually(pointer, ({ status }) => status === 'declared');
  }, 120_000);

  test('leaves drafts of notices that an officer posts, and a correction whose notice supersedes the first', async () => {
    const night = officersOf(portal, ELECTION);
    const { ro } = night.people('LC1');
    const drafts = async () => {
      const answer = (await night.send(ro, '/notices/drafts', undefined, 200)) as {
        readonly drafts: readonly { readonly notice: Omit<Notice, 'postedAt'> }[];
      };
      return answer.drafts.map(({ notice }) => notice);
    };
    const outside = { en: 'Outside the Central Counting Station', 'zh-Hant': '中央點票站外' };
    const post = (notice: Omit<Notice, 'postedAt'> | undefined) =>
      night.send(ro, '/notices', { ...notice, postedAt: { place: outside, at: new Date().toISOString() } });
    const waiting = await drafts();
    expect(waiting.map(({ type }) => type)).toEqual(expect.arrayContaining(['N25', 'N26']));
    await post(waiting.find(({ type }) => type === 'N26'));
    await post(waiting.find(({ type }) => type === 'N25'));
    expect((await drafts()).map(({ type }) => type)).not.toContain('N26');

    await night.both('LC1', 3, {
      type: 'correction',
      body: report(
        'B',
        { '1': 10, '2': 8, '3': 10 },
        { count: 2, revision: 2, reason: `digits swapped ${HOSTILE}` },
      ),
    });
    const [correcting] = (await drafts()).filter(({ supersedes }) => supersedes !== undefined);
    expect(correcting).toMatchObject({ type: 'N26', supersedes: 'c-LC1-1' });
    await post({ ...correcting, reason: 'A figure was corrected.' } as Omit<Notice, 'postedAt'>);
    await eventually(pointer, ({ status }) => status === 'corrected');
  }, 60_000);
});

describe('the public', () => {
  test('reads one story in files, pages of every language, notices and feeds', async () => {
    const result = await eventually(
      () => constituency('LC1'),
      ({ status }) => status === 'corrected',
    );
    expect(result).toMatchObject({
      declaration: { outcome: 'elected', elected: ['1a', '3b'] },
      recounts: [{ scope: 'constituency', decision: 'allowed' }],
      events: [{ candidate: '3a', event: 'died', stage: 'after_close' }],
      relocations: [{ station: 'B', to: { en: 'Town Hall' } }],
    });
    const [a] = result.stations;
    expect(a?.flags).toMatchObject([{ code: 'A4', explanation: EXPLANATION }]);
    expect((await constituency('FC1')).lots.rounds).toMatchObject([
      { redraw: ['1', '2'] },
      { elected: ['2'] },
    ]);
    for (const [language, town] of [
      ['en', 'Town Hall'],
      ['zh-hant', '大會堂'],
      ['zh-hans', '大会堂'],
    ] as const) {
      const page = (path: string, says: string) =>
        eventually(
          () => text(`/${language}/${ELECTION}/${path}`),
          (html) => html.includes(says),
          // Station pages are baked in a pause, and a busy machine has few.
          120,
        );
      await page('constituencies/LC1/', 'Candidate 3b');
      await page('stations/B/', town);
      await page('stations/B/', 'digits swapped &lt;/script&gt;');
      await page('stations/A/', 'six papers of another box &lt;/script&gt;');
      await page('notices/', 'c-LC1-2');
      await page('notices/c-LC1-1/', 'c-LC1-2');
    }
    for (const feed of ['feed.atom', 'feed.zh-hant.atom', 'feed.zh-hans.atom']) {
      const atom = await text(`/data/${ELECTION}/${feed}`);
      expect(atomProblems(atom)).toEqual([]);
      expect(atom).toContain('c-LC1-2');
    }
  }, 240_000);

  test('finds no account of any officer in the ledger, the files or the pages', async () => {
    const latest = await pointer();
    const paths = [
      ...Object.values(latest.files).map(({ path }) => path),
      `/data/${ELECTION}/log/tile/entries/000.p/${latest.size}`,
      `/en/${ELECTION}/constituencies/LC1/`,
      `/en/${ELECTION}/stations/A/`,
      `/data/${ELECTION}/feed.json`,
    ];
    const said = await Promise.all(
      paths.map((path) =>
        eventually(
          () => text(path),
          (found) => found !== '',
        ),
      ),
    );
    expect(said.some((one) => one.includes('presiding_officer'))).toBe(true);
    expect(paths.filter((_, index) => said[index]?.includes('-secret'))).toEqual([]);
  });

  test('can verify all of it with one command', async () => {
    const verify = join(process.cwd(), 'functions', 'commands', 'verify.ts');
    const seen = join(folder, 'seen.json');
    const child = spawn(process.execPath, [verify, '--from', portal.url, '--state', seen], { stdio: 'pipe' });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    }
    const [code] = (await once(child, 'exit')) as [number];
    expect(code, said).toBe(0);
    expect(said).toContain(ELECTION);
  }, 60_000);
});
