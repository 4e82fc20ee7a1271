import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Notice } from '#shared/election/notice.ts';
import type { StationReport } from '#shared/election/report.ts';
import { balls } from '../support/builders.ts';
import { eventually, type PortalProcess, startPortalProcess } from '../support/running-portal.ts';
import { officersOf } from '../support/told-night.ts';
import {
  instant,
  readerOf,
  SAID,
  tellsOneStory,
  toldElection,
  verify,
  whereItSays,
} from '../support/told-story.ts';

const ELECTION = 'told-night';
const HOUR_MS = 3_600_000;
const folder = mkdtempSync(join(tmpdir(), 'open-returns-told-'));
let portal: PortalProcess;

const report = (station: string, votes: Readonly<Record<string, number>>, more = {}): StationReport => ({
  constituency: station === 'CCS-FC1' ? 'FC1' : 'LC1',
  station,
  count: 1,
  revision: 1,
  votes,
  ...more,
});

const reader = () => readerOf(portal, ELECTION);

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
    await night.send({ role: 'chief_electoral_officer' }, '/definition', toldElection(ELECTION));
    const chief = { role: 'commission', account: 'eac-secret' } as const;
    const opensAt = instant(HOUR_MS);
    const moved = { constituency: 'LC1', station: 'B', number: 1, to: SAID.town, opensAt, reason: SAID.move };
    await night.send(chief, '/relocations', moved);

    // Two entries differ; a third officer settles them from the paper. The account is odd, and explained.
    const flagged = report(
      'A',
      { '1': 50, '2': 31, '3': 30 },
      {
        account: { supplied: 200, unissued: 95, unused: 0, spoilt: 0 },
        explanations: { A4: SAID.explanation },
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
      () => reader().constituency('LC1'),
      ({ status }) => status === 'all',
    );
    const before = (await reader().constituency('LC1')).contestants.flatMap(({ elected }) => elected);
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
    await eventually(reader().pointer, ({ status }) => status === 'declared');
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
      body: report('B', { '1': 10, '2': 8, '3': 10 }, { count: 2, revision: 2, reason: SAID.correction }),
    });
    const [correcting] = (await drafts()).filter(({ supersedes }) => supersedes !== undefined);
    expect(correcting).toMatchObject({ type: 'N26', supersedes: 'c-LC1-1' });
    await post({ ...correcting, reason: 'A figure was corrected.' } as Omit<Notice, 'postedAt'>);
    await eventually(reader().pointer, ({ status }) => status === 'corrected');
  }, 60_000);
});

describe('the public', () => {
  test('reads one story in files, pages of every language, notices and feeds', async () => {
    await tellsOneStory(reader());
  }, 240_000);

  test('finds no account of any officer in the ledger, the files or the pages', async () => {
    expect(await whereItSays(reader(), '-secret')).toEqual([]);
  });

  test('can verify all of it with one command', async () => {
    const { code, said } = await verify(portal, join(folder, 'seen.json'));
    expect(code, said).toBe(0);
    expect(said).toContain(ELECTION);
  }, 60_000);
});
