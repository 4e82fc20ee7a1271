import { storedAct } from '#functions/acts/stored-acts.ts';
import { type PublishingJobs, publishingJobs } from '#functions/publishing/sweep.ts';
import type { Role } from '#shared/election/acts.ts';
import type { StationReport } from '#shared/election/report.ts';
import { acceptReport } from '#shared/recount/accept-report.ts';
import { must } from '#shared/result.ts';
import { aReport, definitionOf, ELECTION, figureSource, POLL_CLOSES_AT } from './simulation-election.ts';
import { SALT } from './simulation-people.ts';
import { seededRandom } from './simulation-random.ts';
import { type Fault, type Machine, newMachine, type Scheduler, scheduler } from './simulation-scheduler.ts';
import { type Watcher, watcher } from './simulation-watch.ts';
import { newWorld, publishPortsOf, recordsOf, type World } from './simulation-world.ts';

/** One election whose second version waits to be published, by one machine, with one fault at a chosen step. */

export const DEFINITION = definitionOf({ second: 'first_past_the_post', stations: [3, 2], test: false });

export interface OneRun {
  readonly world: World;
  readonly watch: Watcher;
  readonly io: Scheduler;
  readonly labels: string[];
  machine: Machine;
  jobs: PublishingJobs;
  /** Runs to its end or to the death of its machine. */
  run(work: (jobs: PublishingJobs) => Promise<unknown>): Promise<'done' | 'failed' | 'dead'>;
  replaceMachine(): void;
  keep(body: StationReport): Promise<void>;
  setFault(fault: Fault, at: number): void;
}

const roles: Role = 'returning_officer';

export const oneRun = (): OneRun => {
  const world = newWorld({}, POLL_CLOSES_AT + 1000);
  const figures = figureSource(seededRandom(1));
  const watch = watcher(world, { secrets: figures.given, hidden: figures.hidden, salt: SALT });
  const labels: string[] = [];
  let planned: { fault: Fault; at: number } = { fault: 'none', at: -1 };
  let broken: unknown = null;
  const io = scheduler({
    pick: () => 0,
    fault: ({ label }) => {
      labels.push(label);
      return labels.length - 1 === planned.at ? planned.fault : 'none';
    },
    watch: () =>
      watch.afterStep().catch((reason: unknown) => {
        broken ??= reason;
      }),
  });
  const seeding = newMachine('seeding', 'ingest');
  const start = () => {
    const machine = newMachine('publisher', 'publisher');
    return { machine, jobs: publishingJobs(publishPortsOf(world, machine, io)) };
  };
  const one: OneRun = {
    world,
    watch,
    io,
    labels,
    ...start(),
    run: async (work) => {
      let end: 'done' | 'failed' | 'dead' = 'dead';
      work(one.jobs).then(
        () => {
          end = 'done';
        },
        () => {
          end = 'failed';
        },
      );
      while (await io.step());
      if (broken) throw broken;
      return end;
    },
    replaceMachine: () => Object.assign(one, start()),
    keep: async (body) => {
      const acceptedAt = new Date(world.now).toISOString();
      const known = { election: ELECTION, definition: DEFINITION, acts: [] };
      const decided = acceptReport(known, body, {
        role: roles,
        now: acceptedAt,
        correction: false,
        salt: SALT,
      });
      const act = must(decided.ok ? decided.value : null, 'the report is acceptable');
      const keeping = recordsOf(world, seeding, io).accept(storedAct(act));
      await io.step();
      await keeping;
    },
    setFault: (fault, at) => {
      planned = { fault, at };
      labels.length = 0;
    },
  };
  return one;
};

/** A world with version 1 public and reports waiting for version 2. */
export const halfPublished = async (): Promise<OneRun> => {
  const one = oneRun();
  const { world, io } = one;
  const figures = figureSource(seededRandom(2));
  const chief = newMachine('chief', 'ingest');
  const records = recordsOf(world, chief, io);
  const acceptedAt = new Date(world.now).toISOString();
  const definition = storedAct({
    type: 'definition',
    election: ELECTION,
    acceptedAt,
    role: 'chief_electoral_officer',
    revision: 1,
    body: DEFINITION,
  });
  const seeding = Promise.all([records.registerElection(ELECTION), records.accept(definition)]);
  while (await io.step());
  await seeding;
  const report = (station: string) => aReport(DEFINITION, { station, count: 1, revision: 1 }, figures);
  await one.keep(report('A1'));
  await one.run((jobs) => jobs.sweep());
  for (const station of ['A2', 'A3', 'F1', 'F2']) await one.keep(report(station));
  return one;
};
