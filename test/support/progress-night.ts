import { fileURLToPath } from 'node:url';
import { storedAct } from '#functions/acts/stored-acts.ts';
import { storedDeskRecord } from '#functions/desk/desk-records.ts';
import { buildSite } from '#functions/local/build-site.ts';
import { type RunningPortal, startPortal } from '#functions/local/portal.ts';
import { type TokenRequest, tokenIssuer } from '#functions/local/token-issuer.ts';
import type { DeskRecord } from '#shared/desk/desk-record.ts';
import type { StepName } from '#shared/desk/entry.ts';
import type { ElectionDefinition, Station } from '#shared/election/definition.ts';
import type { StationReport } from '#shared/election/report.ts';
import { must } from '#shared/result.ts';
import { aConstituency, aDefinition, aList, aStation } from './builders.ts';

/** A night at a desk with very many stations: some confirmed, some differing, some silent. */

/** 600 stations in one constituency. */
export const GREAT = 'great-night';
/** The same night with few, for what does not hang on their number. */
export const SMALL = 'small-night';
const LISTS = Array.from({ length: 16 }, (_, index) => String(index + 1));
const DISTRICTS = 'ABCDEFGHJKLMNPQRST';
const MINUTE_MS = 60_000;

const stationId = (index: number, all: number): string => {
  const each = Math.ceil(all / DISTRICTS.length);
  const letter = must(DISTRICTS[Math.floor(index / each)], 'there are enough districts');
  return `${letter}${String((index % each) + 1).padStart(2, '0')}01`;
};

export const nightStations = (all: number): readonly Station[] => [
  ...Array.from({ length: all }, (_, index) => {
    const id = stationId(index, all);
    return aStation(id, {
      electors: 4000,
      name: {
        en: `Counting Station ${id}, Hall of a School with a Long Name`,
        'zh-Hant': `${id}點票站：官立小學禮堂`,
      },
    });
  }),
  aStation('CCS', {
    kind: 'central_counting',
    name: { en: 'Central Counting Station', 'zh-Hant': '中央點票站', 'zh-Hans': '中央点票站' },
  }),
];

export const nightDefinition = (id: string, all: number, closedMs: number): ElectionDefinition =>
  aDefinition({
    id,
    title: { en: 'Night at the desk', 'zh-Hant': '工作台之夜', 'zh-Hans': '工作台之夜' },
    test: true,
    entry: 'double',
    pollOpensAt: new Date(closedMs - 15 * 60 * MINUTE_MS).toISOString(),
    pollClosesAt: new Date(closedMs).toISOString(),
    constituencies: [
      aConstituency({
        seats: 7,
        name: { en: 'Hong Kong Island', 'zh-Hant': '香港島', 'zh-Hans': '香港岛' },
        contestants: LISTS.map((id) => aList(id, 3, { name: { en: `List ${id}`, 'zh-Hant': `名單${id}` } })),
      }),
    ],
    stations: [...nightStations(all)],
  });

export const nightReport = (
  station: string,
  seed: number,
  changes: Partial<StationReport> = {},
): StationReport => ({
  constituency: 'LC1',
  station,
  count: 1,
  revision: 1,
  votes: Object.fromEntries(LISTS.map((id, at) => [id, 40 + ((seed * 7 + at * 31) % 170)])),
  invalid: { unmarked: seed % 9, spoilt: seed % 3 },
  questionable: { accepted: 2, rejected: { uncertain: seed % 4 } },
  ...changes,
});

/** More papers found than the account leaves for the box: warning A4. */
const flaggedReport = (station: string, seed: number): StationReport =>
  nightReport(station, seed, {
    account: { supplied: 1000, unissued: 990, unused: 0, spoilt: 0, tendered: 0 },
    explanations: { A4: 'One packet was written down under the next station.' },
  });

const person = (slot: number, station: string): string => `pro-${slot}-${station.toLowerCase()}`;

interface Seed {
  readonly election: string;
  readonly nowMs: number;
  readonly portal: RunningPortal;
}

const ago = (nowMs: number, minutes: number): string => new Date(nowMs - minutes * MINUTE_MS).toISOString();

const leave = async ({ portal }: Seed, record: DeskRecord, by: string): Promise<void> => {
  await portal.records.accept(storedDeskRecord(record, by));
};

const common = (election: string, at: string) => ({
  election,
  acceptedAt: at,
  role: 'presiding_officer' as const,
});

const step = (seed: Seed, station: string, name: StepName, minutes: number): Promise<void> => {
  const body = { constituency: 'LC1', station, count: 1, step: name };
  return leave(
    seed,
    { ...common(seed.election, ago(seed.nowMs, minutes)), type: 'step', body },
    person(1, station),
  );
};

const entries = async (seed: Seed, reports: readonly StationReport[], minutes: number): Promise<void> => {
  for (const [at, report] of reports.entries()) {
    const slot = at === 0 ? 1 : 2;
    const acceptedAt = ago(seed.nowMs, minutes - at);
    await leave(
      seed,
      { ...common(seed.election, acceptedAt), type: 'entry', slot, body: { attempt: 1, report } },
      person(slot, report.station),
    );
  }
};

type Situation = (seed: Seed, station: string, index: number) => Promise<void>;

const situations = {
  confirmed: async (seed, station, index) => {
    const act = {
      ...common(seed.election, ago(seed.nowMs, 20)),
      type: 'report' as const,
      correction: false,
      body: nightReport(station, index),
      warnings: [],
    };
    await seed.portal.records.accept(storedAct(act, person(1, station)));
  },
  ready: async (seed, station, index) => {
    await step(seed, station, 'result_told', 15);
    await entries(seed, [nightReport(station, index), nightReport(station, index)], 14 - (index % 9));
  },
  once: (seed, station, index) => entries(seed, [nightReport(station, index)], 6),
  differing: (seed, station, index) => {
    const one = nightReport(station, index);
    return entries(seed, [one, { ...one, votes: { ...one.votes, '3': 9, '5': 8 } }], 5 + (index % 11));
  },
  flagged: async (seed, station, index) => {
    await step(seed, station, 'result_told', 40);
    await entries(seed, [flaggedReport(station, index), flaggedReport(station, index)], 38 - (index % 13));
  },
  silent: (seed, station, index) => step(seed, station, 'boxes_open', 46 + (index % 30)),
  waiting: (seed, station) => step(seed, station, 'sorted', 9),
} satisfies Readonly<Record<string, Situation>>;

/** Of every twenty stations: twelve confirmed, and a few of everything else. */
const USUAL: readonly (keyof typeof situations)[] = [
  ...Array.from({ length: 11 }, () => 'confirmed' as const),
  'ready',
  'ready',
  'once',
  'waiting',
  'waiting',
  'waiting',
  'waiting',
  'waiting',
  'confirmed',
];
const RARE: Readonly<Record<number, keyof typeof situations>> = {
  14: 'differing',
  54: 'silent',
  75: 'flagged',
  94: 'silent',
};

export const situationOf = (index: number): keyof typeof situations =>
  RARE[index % 97] ?? must(USUAL[(index * 7) % USUAL.length], 'every station is in some situation');

export interface ProgressNight {
  readonly url: string;
  readonly portal: RunningPortal;
  /** Lays such a night down for an election. Where thousands of requests would only take time, records are kept as the API would leave them. */
  readonly lay: (election: string, stations: number) => Promise<void>;
  /** Over HTTP, as an officer's device does it. */
  readonly post: (path: string, body: unknown, as: TokenRequest) => Promise<Response>;
  readonly get: (path: string, as: TokenRequest, headers?: Record<string, string>) => Promise<Response>;
  close(): Promise<void>;
}

export const ARO: TokenRequest = {
  role: 'assistant_returning_officer',
  constituency: 'LC1',
  account: `${GREAT}.LC1.aro-1`,
};

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const AT_A_TIME = 8;

const layNight = async (seed: Seed, all: number): Promise<void> => {
  const stations = nightStations(all).filter(({ kind }) => kind === 'polling_counting');
  const laid = async (from: number): Promise<void> => {
    for (let index = from; index < stations.length; index += AT_A_TIME) {
      await situations[situationOf(index)](seed, must(stations[index], 'a station').id, index);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, (_, from) => laid(from)));
};

/** Starts a portal for nights at the desk. */
export const startProgressNight = async (folder: string): Promise<ProgressNight> => {
  await buildSite(ROOT, () => {});
  const portal = await startPortal({
    dataFolder: folder,
    port: 0,
    siteFolder: `${ROOT}site/dist`,
    log: () => {},
    sweepEveryMs: 60_000,
  });
  const issue = tokenIssuer(folder);
  const send = (method: string, path: string, as: TokenRequest, more: RequestInit = {}): Promise<Response> =>
    fetch(`${portal.url}/api/elections/${path}`, {
      ...more,
      method,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${issue(as, new Date())}`,
        ...(more.headers as Record<string, string> | undefined),
      },
    });
  return {
    url: portal.url,
    portal,
    lay: async (election, all) => {
      const nowMs = Date.now();
      const body = JSON.stringify(nightDefinition(election, all, nowMs - 100 * MINUTE_MS));
      const defined = await send(
        'PUT',
        `${election}/definition`,
        { role: 'chief_electoral_officer' },
        { body },
      );
      if (!defined.ok) throw new Error(await defined.text());
      await layNight({ election, nowMs, portal }, all);
    },
    post: (path, body, as) => send('POST', path, as, { body: JSON.stringify(body) }),
    get: (path, as, headers = {}) => send('GET', path, as, { headers }),
    close: portal.close,
  };
};
