import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyCommand } from '#functions/commands/verify-command.ts';
import type { TokenRequest } from '#functions/local/token-issuer.ts';
import { PAGE_PARTS } from '#functions/publishing/bake-pages.ts';
import type { DecisionsView } from '#shared/desk/decisions-view.ts';
import type { StationReport } from '#shared/election/report.ts';
import type { Statement } from '#shared/election/statement.ts';
import type { ConstituencyResult } from '#shared/recount/results.ts';
import { must } from '#shared/result.ts';
import { builtSite } from '../site/built-site.ts';
import { aNight, nightOf } from '../support/acts-night.ts';
import { overHttp, publishedKey } from '../support/public-index.ts';
import { eventually, type PortalProcess, startPortalProcess } from '../support/running-portal.ts';

const ELECTIONS = ['accounts-private', 'accounts-public'] as const;
type Id = (typeof ELECTIONS)[number];

const folder = mkdtempSync(join(tmpdir(), 'open-returns-withheld-'));
let portal: PortalProcess;

const VOTES = { '1': 400_000, '2': 300_000, '3': 500_000 };
const report = (station: string, changes: Partial<StationReport>): StationReport => ({
  constituency: 'LC1',
  station,
  count: 1,
  revision: 1,
  votes: VOTES,
  invalid: { unmarked: 19 },
  ...changes,
});

/** Every figure that no one may read out of it stands for nothing else; A found less than its account shows, B more. */
const A = report('A', {
  questionable: { accepted: 7_310_461, rejected: { uncertain: 1_020_407, mutilated: 2_130_509 } },
  account: {
    supplied: 9_310_427,
    unissued: 1_130_213,
    unused: 1_210_031,
    spoilt: 1_070_039,
    tendered: 1_030_507,
  },
});
const CORRECTED: StationReport = {
  ...A,
  revision: 2,
  reason: 'Mistyped',
  account: { ...A.account, supplied: 9_420_611, spoilt: 1_080_043 },
};
const B = report('B', {
  questionable: { accepted: 6_310_457, rejected: { identifying_mark: 1_060_117 } },
  account: {
    supplied: 5_210_733,
    unissued: 1_140_411,
    unused: 2_010_013,
    spoilt: 1_300_021,
    tendered: 1_050_703,
  },
  explanations: { A4: 'The box of the next hall was opened here.' },
});
const CCS = report('CCS', { votes: { '1': 3 }, invalid: {}, questionable: { accepted: 4_010_213 } });
const LATER: StationReport = {
  ...B,
  revision: 2,
  reason: 'Seen later',
  account: { ...B.account, unused: 2_020_021 },
};

const figuresIn = (value: unknown): readonly number[] => {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(figuresIn) : [];
};

const boxOf = ({
  supplied = 0,
  unissued = 0,
  unused = 0,
  spoilt = 0,
}: NonNullable<StationReport['account']>) =>
  [supplied - unissued, supplied - unissued - unused - spoilt] as const;

/** The private figures, and those that could be worked out from nothing but them. */
const PRIVATE = new Set(
  [A, CORRECTED, B, CCS, LATER].flatMap(({ account, questionable }) => [
    ...figuresIn(account),
    ...figuresIn(questionable),
    ...boxOf(account ?? {}),
  ]),
);
// What is public of a station's questionable papers is how many were rejected: B had one ground only.
PRIVATE.delete(1_060_117);
PRIVATE.delete(0);

const FIGURES = /(?<![0-9A-Za-z+/=])\d{1,3}(?:,?\d{3}){2}(?![0-9A-Za-z+/=])/g;

const published = (): readonly string[] =>
  readdirSync(join(folder, 'public'), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, 'public', name))
    .filter((path) => statSync(path).isFile());

const ofElection = (id: Id): readonly string[] => published().filter((path) => path.includes(id));

/** Private figures of stations that stand in a published file, each with its file. */
const leaks = (id: Id): ReadonlyMap<number, string> => {
  const found = new Map<number, string>();
  for (const path of ofElection(id)) {
    for (const [text] of readFileSync(path, 'utf8').matchAll(FIGURES)) {
      const figure = Number(text.replaceAll(',', ''));
      if (PRIVATE.has(figure)) found.set(figure, path);
    }
  }
  return found;
};

/** Pages of stations are baked last, and a busy machine takes its time. */
const SLOW = { timeout: 400_000 };
const SLOW_SECONDS = 120;

const page = async (path: string): Promise<string> => {
  const response = await fetch(`${portal.url}${path}`);
  return response.ok ? response.text() : '';
};

const result = async (id: Id): Promise<ConstituencyResult> => {
  const read = overHttp(portal.url);
  const key = await publishedKey(read, id, 'constituencies/LC1.json');
  return JSON.parse(await read(key)) as ConstituencyResult;
};

/** The constituency's file once it is so, and every page of its version. */
const once = async (id: Id, isSo: (found: ConstituencyResult) => boolean): Promise<ConstituencyResult> => {
  const found = await eventually(() => result(id), isSo, SLOW_SECONDS);
  const bakedTo = (part: string): number =>
    JSON.parse(readFileSync(join(folder, 'public', 'baked', `${id}-${part}.json`), 'utf8')).version;
  await eventually(
    async () => Math.min(...PAGE_PARTS.map(bakedTo)),
    (version) => version >= found.version,
    SLOW_SECONDS,
  );
  return found;
};

const send = async (id: Id, path: string, role: TokenRequest['role'], body: unknown): Promise<void> => {
  const { station = null } = body as { station?: string };
  const as = { role, constituency: 'LC1', ...(station && role === 'presiding_officer' ? { station } : {}) };
  const answer = await nightOf(portal, id).call(path, as, body);
  if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
};

const verified = async (id: Id): Promise<string> => {
  let told = '';
  const write = (text: string): void => {
    told += text;
  };
  const args = ['--from', portal.url, '--election', id, '--state', join(folder, `seen-${id}.json`)];
  const code = await verifyCommand(args, { out: { write }, error: { write } });
  return code === 0 ? 'holds' : told;
};

beforeAll(async () => {
  await builtSite();
  portal = await startPortalProcess(folder);
  for (const id of ELECTIONS) {
    const open = id === 'accounts-public';
    await nightOf(portal, id).define(aNight(id, { entry: 'single', publishAccounts: open }));
    for (const one of [A, CORRECTED]) await send(id, '/reports', 'presiding_officer', one);
  }
}, 240_000);

afterAll(async () => {
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('an election that says nothing of accounts', SLOW, () => {
  const id = 'accounts-private';

  test('keeps those of its stations private while they report, and tells no estimate of misplaced papers', async () => {
    const found = await once(id, ({ changes }) => changes.length > 0);
    expect(found.misplaced?.estimate).toBeNull();
    expect(found.changes.map(({ field, old, new: now }) => [field, old, now])).toEqual([
      ['withheld', null, null],
    ]);
    expect(ofElection(id).filter((path) => path.includes('stations/A'))).toHaveLength(3);
    expect(leaks(id)).toEqual(new Map());
  });

  test('tells the estimate once all have, and papers not counted as the stations found them', async () => {
    await send(id, '/reports', 'presiding_officer', B);
    const { misplaced } = await once(id, ({ status }) => status === 'misplaced');
    const [, box] = boxOf(CORRECTED.account ?? {});
    const counted = 1_200_000 + 19 + 1_020_407 + 2_130_509;
    expect(misplaced?.estimate).toBe(Math.max(0, box - counted));
    await send(id, '/misplaced', 'returning_officer', CCS);
    const { rejected, stations } = await once(id, ({ status }) => status === 'all');
    expect(rejected).toBe(19 + 1_020_407 + 2_130_509 + 19 + 1_060_117);
    expect(stations.find((station) => station.id === 'B')?.flags).toContainEqual(
      expect.objectContaining({ code: 'A4', figures: {}, explanation: B.explanations?.['A4'] }),
    );
    expect(leaks(id)).toEqual(new Map());
    expect(await verified(id)).toBe('holds');
  });

  test('still has the whole of them at the desk', async () => {
    const { call, ro, progress } = nightOf(portal, id);
    const { misplaced } = await result(id);
    expect((await progress(ro)).misplaced).toEqual(misplaced);
    const { body } = await call('/desk/LC1/decisions', ro);
    for (const figure of figuresIn(CORRECTED.account)) expect(figuresIn(body)).toContain(figure);
  });

  test('keeps them private after the declaration and a correction too, and publishes their sums', async () => {
    const { contestants } = await result(id);
    const elected = contestants.flatMap((contestant) => contestant.elected);
    await send(id, '/declarations', 'returning_officer', {
      constituency: 'LC1',
      outcome: 'elected',
      elected,
    });
    await send(id, '/corrections', 'returning_officer', LATER);
    await once(id, ({ status }) => status === 'corrected');
    expect(leaks(id)).toEqual(new Map());

    const { call, ro } = nightOf(portal, id);
    const { total } = (await call('/desk/LC1/decisions', ro)).body as DecisionsView;
    const figures = must(total, 'the returning officer sees the sums');
    const statement: Statement = { constituency: 'LC1', number: 1, ...figures };
    await send(id, '/statements', 'returning_officer', statement);
    const stated = await once(id, (found) => found.statement !== null);
    expect(stated.statement?.accounts).toMatchObject({ accounted: 2, supplied: 9_420_611 + 5_210_733 });
    expect(leaks(id)).toEqual(new Map());
    expect(await verified(id)).toBe('holds');
  });

  test.each([
    ['en', 'of a single counting place are not published', 'together', '3,150,935'],
    ['zh-hant', '個別點票地點的選票結算表及問題選票不予公布', '合計', '3,150,935'],
    ['zh-hans', '个别点票地点的选票结算表及问题选票不予公布', '合计', '3,150,935'],
  ])('says so on the page of a station, in %s, and leads to the sums', async (language, ...words) => {
    const html = await eventually(
      () => page(`/${language}/${id}/stations/A/`),
      (text) => text.includes('/LC1/#statement'),
      SLOW_SECONDS,
    );
    for (const word of words) expect(html).toContain(word);
  });
});

test(
  'an election that publishes them has every one of them in its files and pages, and verifies',
  SLOW,
  async () => {
    const id = 'accounts-public';
    await send(id, '/reports', 'presiding_officer', B);
    await send(id, '/misplaced', 'returning_officer', CCS);
    await once(id, ({ status }) => status === 'all');
    const told = leaks(id);
    for (const one of [A, CORRECTED, B, CCS]) {
      for (const figure of figuresIn([one.account, one.questionable])) {
        if (figure !== 1_060_117) expect([...told.keys()]).toContain(figure);
      }
    }
    expect(await page(`/en/${id}/stations/A/`)).toContain('9,420,611');
    expect(await verified(id)).toBe('holds');
  },
);
