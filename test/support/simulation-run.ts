import type { PublishingJobs } from '#functions/publishing/sweep.ts';
import { ELECTION, figureSource, POLL_CLOSES_AT } from './simulation-election.ts';
import { nightErrands } from './simulation-errands.ts';
import { office, person, SALT } from './simulation-people.ts';
import { publishers } from './simulation-publishers.ts';
import { seededRandom } from './simulation-random.ts';
import { type Machine, newMachine, scheduler } from './simulation-scheduler.ts';
import {
  assertCaughtUp,
  assertNothingDerived,
  assertOrderFree,
  assertRebuilds,
  assertResults,
  assertStill,
} from './simulation-settle.ts';
import { watcher } from './simulation-watch.ts';
import { FAULTS, picker, planOf, STARTS_AT, tick, weatherOf } from './simulation-weather.ts';
import { newWorld, type Planted, Violation } from './simulation-world.ts';

/** One schedule: an election night that a seed decides, with everything that can go wrong, checked all the way. */

export interface ScheduleReport {
  readonly seed: number;
  readonly steps: number;
  readonly pointerMoves: number;
  readonly accepted: number;
  readonly faults: number;
  readonly violation: Violation | null;
  readonly trace: readonly string[];
}

const asViolation = (reason: unknown): Violation =>
  reason instanceof Violation
    ? reason
    : new Violation('calm', reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));

/** Rounds without anything to do after which a night is over. */
const IDLE_ROUNDS = 40;

const prepare = (seed: number, planted: Planted) => {
  const random = seededRandom(seed);
  const weather = weatherOf(random);
  const world = newWorld(planted, POLL_CLOSES_AT + STARTS_AT[weather.phase]);
  const figures = figureSource(random);
  const watch = watcher(world, { secrets: figures.given, hidden: figures.hidden, salt: SALT });
  const state = { calm: false, faults: 0, violation: null as Violation | null };
  const fail = (reason: unknown): void => {
    state.violation ??= asViolation(reason);
  };
  const io = scheduler({
    pick: picker(random, weather),
    fault: () => {
      if (state.calm || !random.chance(weather.faultRate)) return 'none';
      state.faults += 1;
      return random.pick(FAULTS);
    },
    watch: async ({ machine }) => {
      if (machine.kind !== 'person') await watch.afterStep();
    },
  });
  const desk = office(world, io, random);
  const plan = planOf(random);
  const crowd = publishers({ world, io, random, weather, planted, onFailure: fail });
  return { random, weather, world, figures, watch, state, fail, io, desk, plan, crowd, planted };
};
type Night = ReturnType<typeof prepare>;

const step = async ({ io, state }: Night): Promise<boolean> => {
  const more = await io.step();
  if (state.violation) throw state.violation;
  return more;
};

/** People, machines and failures until nothing is left to do, or until everything dies at once. */
const playNight = async (night: Night): Promise<readonly Machine[]> => {
  const { world, io, random, desk, plan, figures, weather, crowd, fail } = night;
  const people = nightErrands(world, plan, figures, random).map((errands, index) => {
    const self = newMachine(`person-${index}`, 'person');
    person(self, errands, { io, random, desk }).catch(fail);
    return self;
  });
  for (let idle = 0; io.steps < weather.blackout && idle < IDLE_ROUNDS; ) {
    world.now = tick(world.now, weather, random);
    if (random.chance(0.12)) crowd.wake();
    idle = (await step(night)) ? 0 : idle + 1;
  }
  return people;
};

const sweepNow = async (night: Night, jobs: PublishingJobs): Promise<void> => {
  let over = false;
  jobs
    .sweep()
    .catch((reason: unknown) =>
      night.fail(new Violation('I8', `the repairing sweep failed: ${asViolation(reason).message}`)),
    )
    .finally(() => {
      over = true;
    });
  while (!over && (await step(night)));
  if (!over) throw new Violation('I8', 'the repairing sweep never ended');
};

/** Everything dies; one sweep, by a new process or by one that survived, must put all of it right. */
const repair = async (night: Night, people: readonly Machine[]): Promise<PublishingJobs> => {
  night.state.calm = true;
  for (const self of people) night.io.kill(self);
  night.desk.killAll();
  const jobs = night.crowd.repairer();
  await sweepNow(night, jobs);
  await assertCaughtUp(night.world, night.watch);
  return jobs;
};

const assertKept = async ({ desk, world }: Night): Promise<void> => {
  for (const [place, sha256] of desk.acknowledged) {
    const [partition = '', key = ''] = place.split('/');
    const kept = await world.records.find(ELECTION, partition, key);
    if (kept?.sha256 !== sha256) throw new Violation('I1', `${place} was acknowledged, then lost`);
  }
};

const play = async (night: Night): Promise<void> => {
  const { world, watch, random, planted } = night;
  const people = await playNight(night);
  let jobs = await repair(night, people);
  if (!watch.facts.definition()) return;
  if (!watch.facts.closed()) {
    await assertNothingDerived(world, watch);
    world.now = POLL_CLOSES_AT + 700_000;
    jobs = await repair(night, people);
  }
  await assertKept(night);
  const { late, declared } = await assertResults(world, watch);
  // The dearest questions are put to a part of the schedules only.
  if (random.chance(0.5)) await assertRebuilds(world, watch, planted);
  if (random.chance(0.3)) await assertStill(world, jobs, (one) => sweepNow(night, one));
  // What a declaration and a report that raced with it come to depends on their order, which the ledger tells.
  if (late === 0 && declared === 0 && random.chance(0.3)) {
    await assertOrderFree(world, random.shuffled(world.diary.accepted), planted);
  }
};

export const runSchedule = async (seed: number, planted: Planted = {}): Promise<ScheduleReport> => {
  const night = prepare(seed, planted);
  const violation = await play(night).then(() => night.state.violation, asViolation);
  return {
    seed,
    steps: night.io.steps,
    pointerMoves: night.watch.facts.moves(),
    accepted: night.world.diary.accepted.length,
    faults: night.state.faults,
    violation,
    trace: night.io.trace,
  };
};
