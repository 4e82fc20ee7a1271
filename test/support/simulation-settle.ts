import { memoryObjectStore } from '#functions/adapters/local/memory-object-store.ts';
import type { PublishingJobs } from '#functions/publishing/sweep.ts';
import { publishingJobs } from '#functions/publishing/sweep.ts';
import type { StationReport } from '#shared/election/report.ts';
import { bundlePathsFor, tilePathsFor } from '#shared/ledger/tiles.ts';
import { isBakeHistory } from '#shared/publication/page-delta.ts';
import { dataPaths } from '#shared/publication/paths.ts';
import type { Batch } from '#shared/recount/order.ts';
import type { LatestPointer } from '#shared/recount/results.ts';
import { figuresOf, publishedIndex } from './public-index.ts';
import { ELECTION, POLL_CLOSES_AT } from './simulation-election.ts';
import { type ExpectedConstituency, expectedConstituency } from './simulation-oracle.ts';
import type { Watcher } from './simulation-watch.ts';
import {
  type AcceptedAct,
  calmPorts,
  newWorld,
  type Planted,
  Violation,
  type World,
} from './simulation-world.ts';

/** What must hold once nothing is on its way any more. */

const broken = (invariant: string, message: string): never => {
  throw new Violation(invariant, message);
};
const text = new TextDecoder();

const read = async (world: World, key: string): Promise<string> => {
  const object = await world.files.get(key);
  return object ? text.decode(object.bytes) : broken('I6', `${key} does not exist`);
};

const isHeld = (body: string): boolean => !body.includes('"type":"definition"');

/** I8: one sweep brought everything that may be public to the public. */
export const assertCaughtUp = async (world: World, { facts }: Watcher): Promise<void> => {
  const definition = facts.definition();
  if (!definition) return;
  for (const [place, body] of facts.places) {
    if (facts.ordered.has(place)) continue;
    if (facts.closed() || !isHeld(body)) broken('I8', `${place} is accepted, but not in the ledger`);
  }
  const head = facts.batchBodies.size;
  const pointer = facts.pointer();
  if (pointer?.version !== head) broken('I8', `pointer at ${pointer?.version}, the order at ${head}`);
  const last = JSON.parse(facts.batchBodies.get(head) ?? '{}') as Batch;
  if (pointer?.size !== last.size || pointer.root !== last.root) broken('I8', 'the pointer has another tree');
  const checkpoint = await read(world, dataPaths.checkpoint(ELECTION));
  if (checkpoint.split('\n')[1] !== String(last.size)) broken('I8', 'the checkpoint is behind');
  const marks = await world.files.list(`baked/${ELECTION}`);
  for (const mark of marks) {
    const { version } = JSON.parse(await read(world, mark));
    if (version !== head) broken('I8', `${mark} at ${version}, the order at ${head}`);
  }
  if (marks.length === 0) broken('I8', 'no pages are baked');
};

/** Reports that count, by constituency, in the order of the ledger: after a declaration only corrections do. */
const countedReports = ({ facts }: Watcher, world: World) => {
  const arrivals = new Map(world.diary.accepted.map((one) => [`${one.act.partition}/${one.act.key}`, one]));
  const order = [...facts.batchBodies]
    .sort(([a], [b]) => a - b)
    .flatMap(([, body]) => (JSON.parse(body) as Batch).places)
    .map(({ partition, key }) => arrivals.get(`${partition}/${key}`))
    .filter((one): one is AcceptedAct => one !== undefined);
  const declared = new Map<string, AcceptedAct>();
  const counted = new Map<string, StationReport[]>();
  let late = 0;
  for (const one of order) {
    const act = JSON.parse(one.act.body);
    const id = one.act.partition;
    if (act.type === 'declaration' && !declared.has(id)) declared.set(id, one);
    if (act.type !== 'report') continue;
    const declaration = declared.get(id);
    if (declaration && !act.correction) {
      late += 1;
      if (one.step < declaration.readAt) {
        broken(
          'I1',
          `${one.act.key} was counted in the declaration of ${id}, and then set aside as after it`,
        );
      }
    } else counted.set(id, [...(counted.get(id) ?? []), act.body]);
  }
  const elected = new Map([...declared].map(([id, { act }]) => [id, JSON.parse(act.body).body.elected]));
  return { counted, late, elected: elected as ReadonlyMap<string, readonly string[]> };
};

const rowsOf = (csv: string): Record<string, string>[] => {
  const [header = '', ...lines] = csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
};

const assertStations = (rows: readonly Record<string, string>[], expected: ExpectedConstituency): void => {
  const found = rows
    .filter((row) => row['constituency'] === expected.id)
    .map(({ station, count, revision, contestant, votes, valid, rejected }) =>
      [station, count, revision, contestant, votes, valid, rejected].join(','),
    );
  if (found.join('\n') !== expected.stationRows.join('\n')) {
    broken(
      'I3',
      `stations.csv of ${expected.id}:\n${found.join('\n')}\nexpected:\n${expected.stationRows.join('\n')}`,
    );
  }
};

interface Steps {
  readonly step: string;
  readonly used?: string;
  readonly valid?: number;
  readonly elected?: readonly { readonly contestant: string; readonly candidates: readonly string[] }[];
}

/** I3 and I11: the published figures against what the accepted reports add up to. */
const assertFigures = (
  expected: ExpectedConstituency,
  results: readonly Record<string, string>[],
  steps: readonly Steps[],
): void => {
  if (expected.reported === 0) return;
  const { id, contestants } = expected;
  const own = results.filter((row) => row['constituency'] === id);
  for (const row of own) {
    const contestant = row['contestant'] ?? '';
    if (Number(row['votes']) !== expected.votes[contestant]) {
      broken('I3', `${id}/${contestant} has ${row['votes']} votes, not ${expected.votes[contestant]}`);
    }
    const wanted = contestants?.[contestant];
    if (!wanted) continue;
    const [quotaSeats, seats] = [Number(row['quota_seats']), Number(row['seats_won'])];
    if (quotaSeats !== wanted.quotaSeats || seats !== wanted.seats) {
      broken(
        'I3',
        `${id}/${contestant} has ${quotaSeats}/${seats} seats, not ${wanted.quotaSeats}/${wanted.seats}`,
      );
    }
  }
  if (own.some((row) => Number(row['stations_reported']) !== expected.reported))
    broken('I3', `${id} reports`);
  const quota = steps.find(({ step }) => step === 'quota')?.used ?? null;
  if (expected.quota !== null && quota !== String(expected.quota)) broken('I3', `quota ${quota}`);
  if (steps.find(({ step }) => step === 'add-up')?.valid !== expected.valid) broken('I3', `${id} valid`);
  if (!contestants) return;
  const won = own.reduce((sum, row) => sum + Number(row['seats_won']), 0);
  if (won !== Number(own[0]?.['seats'])) broken('I11', `${id} fills ${won} seats of ${own[0]?.['seats']}`);
  const named = steps.find(({ step }) => step === 'names')?.elected ?? [];
  for (const [contestant, { seats }] of Object.entries(contestants)) {
    const names = named.find((one) => one.contestant === contestant)?.candidates ?? [];
    if (names.length !== seats)
      broken('I3', `${id}/${contestant} has ${names.length} names for ${seats} seats`);
  }
};

/** Names that were declared keep their seats, whatever corrections say since. */
const asDeclared = (
  expected: ExpectedConstituency,
  elected: readonly string[] | null,
): ExpectedConstituency =>
  elected === null
    ? expected
    : {
        ...expected,
        contestants: Object.fromEntries(
          Object.entries(expected.votes).map(([id, votes]) => [
            id,
            {
              votes,
              quotaSeats: expected.contestants?.[id]?.quotaSeats ?? 0,
              seats: elected.filter((name) => name.startsWith(id)).length,
            },
          ]),
        ),
      };

const COMPARED = ['results.csv', 'stations.csv', 'allocation.json'] as const;

const pointerPaths = async (world: World): Promise<Record<string, string>> => {
  const { files: named } = JSON.parse(await read(world, dataPaths.latest(ELECTION))) as LatestPointer;
  const { files } = await publishedIndex((key) => read(world, key), ELECTION);
  return Object.fromEntries(
    Object.entries({ ...files, ...named }).map(([name, { path }]) => [name, path.slice(1)]),
  );
};

export const assertResults = async (
  world: World,
  watch: Watcher,
): Promise<{ readonly late: number; readonly declared: number }> => {
  const { counted, late, elected } = countedReports(watch, world);
  const definition = watch.facts.definition();
  const summary = { late, declared: elected.size };
  if (!definition) return summary;
  const paths = await pointerPaths(world);
  const stations = rowsOf(await read(world, paths['stations.csv'] ?? ''));
  const results = rowsOf(await read(world, paths['results.csv'] ?? ''));
  const allocation = JSON.parse(await read(world, paths['allocation.json'] ?? ''));
  for (const { id } of definition.constituencies) {
    const expected = asDeclared(
      expectedConstituency(definition, id, counted.get(id) ?? []),
      elected.get(id) ?? null,
    );
    assertStations(stations, expected);
    const { steps } = allocation.constituencies.find((one: { id: string }) => one.id === id);
    assertFigures(expected, results, steps);
  }
  return summary;
};

/** I2: the same acts in another order, in one sweep, give the same final files. */
export const assertOrderFree = async (world: World, shuffled: readonly AcceptedAct[], planted: Planted) => {
  const other = newWorld({}, POLL_CLOSES_AT + 3_600_000);
  await other.records.registerElection(ELECTION);
  for (const { act } of shuffled) await other.records.accept(act);
  await publishingJobs(calmPorts(other, planted)).sweep();
  const [mine, theirs] = [await pointerPaths(world), await pointerPaths(other)];
  for (const name of COMPARED) {
    const [one, another] = [await read(world, mine[name] ?? ''), await read(other, theirs[name] ?? '')];
    const same = name.endsWith('.csv') ? figuresOf(one) === figuresOf(another) : one === another;
    if (!same) broken('I2', `${name} depends on the order in which acts came`);
  }
};

const reachable = async (world: World, size: number): Promise<readonly string[]> => [
  dataPaths.latest(ELECTION),
  dataPaths.checkpoint(ELECTION),
  dataPaths.verifierKey(ELECTION),
  ...(await world.files.list('baked/')),
  ...Object.values(await pointerPaths(world)),
  ...[...bundlePathsFor(size), ...tilePathsFor(size)].map((path) => `${dataPaths.log(ELECTION)}${path}`),
  ...(await world.files.list('')).filter((key) => key.endsWith('.html')),
];

/** I9: with all public files lost, one sweep makes the same bytes again. */
export const assertRebuilds = async (world: World, { facts }: Watcher, planted: Planted): Promise<void> => {
  const files = memoryObjectStore();
  const rebuilt: World = { ...world, files: planted.files?.(files) ?? files };
  await publishingJobs(calmPorts(rebuilt, planted)).sweep();
  for (const key of await reachable(world, facts.pointer()?.size ?? 0)) {
    const [before, after] = [await world.files.get(key), await rebuilt.files.get(key)];
    if (!before || !after || Buffer.compare(before.bytes, after.bytes) !== 0) {
      broken('I9', `${key} is ${after ? 'rebuilt with other bytes' : 'not rebuilt'}`);
    }
  }
};

/** I10: what is public before the poll has closed is the same as if no report had ever come. */
export const assertNothingDerived = async (world: World, { facts }: Watcher): Promise<void> => {
  const other = newWorld({}, POLL_CLOSES_AT - 3_600_000);
  await other.records.registerElection(ELECTION);
  for (const [version, body] of [...facts.batchBodies].sort(([a], [b]) => a - b)) {
    for (const { partition, key } of (JSON.parse(body) as Batch).places) {
      const act = await world.records.find(ELECTION, partition, key);
      if (act) await other.records.accept(act);
    }
    await other.records.appendBatch({ election: ELECTION, version, body });
    await publishingJobs(calmPorts(other)).sweep();
  }
  for (const key of await world.files.list('')) {
    // Which bakes a page went through depends on when it was baked; every one of them is of a version, and compared as a page.
    if (key === dataPaths.heartbeat(ELECTION) || isBakeHistory(key)) continue;
    const [mine, theirs] = [await world.files.head(key), await other.files.head(key)];
    if (mine?.etag !== theirs?.etag) broken('I10', `${key} would be another without the reports`);
  }
};

/** A second sweep with nothing new leaves everything as it is. */
export const assertStill = async (
  world: World,
  jobs: PublishingJobs,
  sweep: (jobs: PublishingJobs) => Promise<void>,
) => {
  const standing = async () =>
    Promise.all(
      (await world.files.list('')).map(async (key) => `${key} ${(await world.files.head(key))?.etag}`),
    );
  const isLife = (line: string) => line.startsWith(dataPaths.heartbeat(ELECTION));
  const before = (await standing()).filter((line) => !isLife(line)).join('\n');
  await sweep(jobs);
  if ((await standing()).filter((line) => !isLife(line)).join('\n') !== before) {
    broken('I8', 'a second sweep changed something');
  }
};
