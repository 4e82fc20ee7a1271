/** Two small elections, published for real: every voting system, withheld and published rankings, corrections, a declaration, a skipped version. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { storedAct } from '#functions/acts/stored-acts.ts';
import { memoryObjectStore } from '#functions/adapters/local/memory-object-store.ts';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import type { Signer } from '#functions/ports.ts';
import { publishHeartbeat } from '#functions/publishing/heartbeat.ts';
import { coldLedger, orderPending } from '#functions/publishing/ledger-sync.ts';
import type { Pages } from '#functions/publishing/pages.ts';
import { electionPublisher, type PublishPorts } from '#functions/publishing/publish-election.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import type { StationReport } from '#shared/election/report.ts';
import { Act } from '#shared/recount/act.ts';
import { isByVotes } from '#shared/recount/outcome-by-votes.ts';
import type { Source } from '#shared/verification/source.ts';

export type Files = Map<string, Uint8Array>;

const rawKey = (publicKey: KeyObject): Uint8Array =>
  new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32));

export const newSigner = (name: string): Signer => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    name,
    publicKey: rawKey(publicKey),
    sign: async (message) => new Uint8Array(sign(null, message, privateKey)),
  };
};

const closesAt = '2016-09-04T22:30:00+08:00';
const names = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    number: String(index + 1),
    name: { en: `Contestant ${index + 1}`, 'zh-Hant': `候選人${index + 1}` },
  }));

const place = (constituency: string, index: number, padding = '') => ({
  id: `${constituency}-S${index + 1}`,
  kind: 'polling_counting' as const,
  name: { en: `Station "${index + 1}", ${constituency}${padding}` },
  constituency,
});

const constituency = (
  id: string,
  kind: ElectionDefinition['constituencies'][number]['kind'],
  system: ElectionDefinition['constituencies'][number]['system'],
  seats: number,
) => ({
  id,
  kind,
  system,
  seats,
  electors: 50_000,
  name: { en: `Constituency ${id}` },
  contestants: names(4),
});

const stations = (id: string, count: number, padding = '') =>
  Array.from({ length: count }, (_, index) => place(id, index, padding));

/** Every system; rankings stay private. */
export const nightDefinition: ElectionDefinition = {
  id: 'night-2016',
  title: { en: 'A night', 'zh-Hant': '一夜' },
  edition: '2016',
  timeZone: 'Asia/Hong_Kong',
  pollOpensAt: '2016-09-04T07:30:00+08:00',
  pollClosesAt: closesAt,
  test: false,
  constituencies: [
    constituency('LC1', 'geographical', 'list_pr', 3),
    constituency('FC1', 'ordinary_fc', 'first_past_the_post', 1),
    constituency('SP1', 'special_fc', 'preferential', 1),
    constituency('Q1', 'referendum', 'net_support', 1),
  ],
  stations: [...stations('LC1', 3), ...stations('FC1', 1), ...stations('SP1', 2), ...stations('Q1', 1)],
};

const byVotes = nightDefinition.constituencies.filter(({ system }) => isByVotes(system));

/** The same night with nothing but votes: the smaller rules of verification are enough for it. */
export const votesDefinition: ElectionDefinition = {
  ...nightDefinition,
  constituencies: byVotes,
  stations: nightDefinition.stations.filter((station) =>
    byVotes.some(({ id }) => id === station.constituency),
  ),
};

/** Rankings are published; the definition is too large for a leaf, and the entries for one tile. */
export const rankedDefinition: ElectionDefinition = {
  ...nightDefinition,
  id: 'ranked-2016',
  test: true,
  publishRankings: true,
  constituencies: [constituency('SP1', 'special_fc', 'preferential', 1)],
  stations: stations('SP1', 300, ' '.padEnd(200, 'x')),
};

const report = (body: Partial<StationReport> & { constituency: string; station: string }) => ({
  type: 'report',
  role: 'presiding_officer',
  correction: false,
  warnings: [],
  body: { count: 1, revision: 1, ...body },
});

export interface World {
  readonly ports: PublishPorts;
  readonly election: string;
  readonly signer: Signer;
  readonly act: (act: object) => Promise<void>;
  readonly publish: () => Promise<void>;
  /** Orders without publishing: that version's files never exist. */
  readonly order: () => Promise<void>;
  readonly beat: () => Promise<void>;
  /** Bakes every page of what was published last. */
  readonly bake: () => Promise<void>;
  /** Public files, those below `data/` if nothing else is asked for. */
  readonly files: (below?: string) => Promise<Files>;
  readonly at: (seconds: number) => void;
}

/** Pages that nobody reads. */
const plainPages: Pages = { build: 1, render: async () => new TextEncoder().encode('<p>') };

export const newWorld = (
  definition: ElectionDefinition,
  signer = newSigner('returns.example'),
  pages = plainPages,
): World => {
  const election = definition.id;
  const [records, store] = [memoryRecords(), memoryObjectStore()];
  let now = Date.parse(closesAt) - 3_600_000;
  const clock = { now: () => new Date(now) };
  const ports = { records, files: store, pages, clock, signers: { real: signer, test: signer } };
  const publisher = electionPublisher(ports);
  const ordered = coldLedger(election);
  return {
    ports,
    election,
    signer,
    at: (seconds) => {
      now = Date.parse(closesAt) + seconds * 1000;
    },
    act: async (act) => {
      now += 1000;
      const whole = Act.parse({ election, acceptedAt: new Date(now).toISOString(), ...act });
      await records.accept(storedAct(whole));
    },
    publish: async () => {
      now += 1000;
      await publisher.publish(election);
    },
    order: () => orderPending(ports, ordered),
    bake: async () => {
      for (const part of ['figures', 'explanations', 'stations'] as const)
        await publisher.bake(election, part);
    },
    beat: async () => {
      const published = await publisher.publish(election);
      if (published) await publishHeartbeat(ports, published);
    },
    files: async (below = 'data/') => {
      const found: Files = new Map();
      for (const key of await store.list(below)) {
        const object = await store.get(key);
        if (object) found.set(key, object.bytes);
      }
      return found;
    },
  };
};

const define = (world: World, body: ElectionDefinition) =>
  world.act({ type: 'definition', role: 'chief_electoral_officer', revision: 1, body });

const firstReports = [
  report({
    constituency: 'LC1',
    station: 'LC1-S1',
    votes: { '1': 101, '2': 53, '3': 29, '4': 7 },
    invalid: { unmarked: 3 },
  }),
  report({
    constituency: 'SP1',
    station: 'SP1-S1',
    rankings: [
      { order: ['1', '2'], papers: 11 },
      { order: ['2'], papers: 7 },
      { order: ['3', '4', '2'], papers: 5 },
      { order: ['4', '3'], papers: 3 },
    ],
  }),
  report({ constituency: 'FC1', station: 'FC1-S1', votes: { '1': 17, '2': 19, '3': 2, '4': 0 } }),
];
const laterReports = [
  report({ constituency: 'LC1', station: 'LC1-S2', votes: { '1': 41, '2': 83, '3': 31, '4': 0 } }),
  report({
    constituency: 'Q1',
    station: 'Q1-S1',
    choices: {
      '1': { support: 23, oppose: 5, abstain: 1 },
      '2': { support: 2, oppose: 9, abstain: 0 },
      '3': { support: 1, oppose: 0, abstain: 3 },
      '4': { support: 0, oppose: 0, abstain: 0 },
    },
  }),
  report({
    constituency: 'SP1',
    station: 'SP1-S2',
    rankings: [
      { order: ['2', '1'], papers: 4 },
      { order: ['4', null, '1'], papers: 2 },
      { order: [['1', '2']], papers: 1 },
    ],
  }),
];

/** A night up to its end; `snapshots` are the public files after each publication. */
export const publishNight = async (signer?: Signer, pages?: Pages, definition = nightDefinition) => {
  const world = newWorld(definition, signer, pages);
  const isHeld = ({ body }: ReturnType<typeof report>): boolean =>
    definition.constituencies.some(({ id }) => id === body.constituency);
  const snapshots: Files[] = [];
  const publish = async () => {
    await world.publish();
    snapshots.push(await world.files());
  };
  await define(world, definition);
  await publish();
  world.at(60);
  await publish();
  for (const act of firstReports.filter(isHeld)) {
    await world.act(act);
    await publish();
  }
  await world.act(laterReports[0] ?? {});
  await world.order();
  for (const act of laterReports.slice(1).filter(isHeld)) await world.act(act);
  await publish();
  await world.act(
    report({
      constituency: 'LC1',
      station: 'LC1-S1',
      revision: 2,
      reason: 'digits swapped',
      votes: { '1': 110, '2': 53, '3': 29, '4': 7 },
    }),
  );
  await world.act({
    type: 'recount',
    role: 'returning_officer',
    body: {
      constituency: 'FC1',
      number: 1,
      scope: 'constituency',
      requestedBy: 'candidate',
      decision: 'refused',
      reason: 'no doubt',
    },
  });
  await publish();
  await world.act({
    type: 'declaration',
    role: 'returning_officer',
    body: { constituency: 'FC1', outcome: 'elected', elected: ['2'] },
  });
  await publish();
  await world.act({
    ...report({
      constituency: 'FC1',
      station: 'FC1-S1',
      revision: 2,
      reason: 'found in the box',
      votes: { '1': 18, '2': 19, '3': 2, '4': 0 },
    }),
    correction: true,
  });
  await publish();
  await world.beat();
  return { world, snapshots, files: await world.files() };
};

/** An election of 300 reports in few versions: more than one tile, and an entry that does not fit into a leaf. */
export const publishRanked = async () => {
  const world = newWorld(rankedDefinition);
  await define(world, rankedDefinition);
  await world.publish();
  world.at(60);
  for (const [index, station] of rankedDefinition.stations.entries()) {
    const rankings = [
      { order: ['1', '2'], papers: index % 7 },
      { order: ['2', '3', '1'], papers: index % 5 },
      { order: ['4'], papers: 1 },
    ];
    await world.act(report({ constituency: 'SP1', station: station.id, rankings }));
    if (index % 120 === 119) await world.publish();
  }
  await world.publish();
  return { world, files: await world.files() };
};

/** The files as a place that can be listed, or one that cannot, like the web. */
export const memorySource = (files: Files, listable = true): Source => ({
  name: 'memory',
  read: async (key) => {
    const bytes = files.get(key);
    return bytes ? { kind: 'read', bytes, contentType: null } : { kind: 'missing' };
  },
  list: async (election) =>
    listable ? [...files.keys()].filter((key) => key.startsWith(`data/${election}/`)) : null,
  elections: async () => [...new Set([...files.keys()].map((key) => key.split('/')[1] ?? ''))],
});

export const writeFolder = (files: Files, folder: string): void => {
  for (const [key, bytes] of files) {
    const path = join(folder, key);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
};
