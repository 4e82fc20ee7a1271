import { type PublishingJobs, publishingJobs } from '#functions/publishing/sweep.ts';
import {
  definitionOf,
  ELECTION,
  type ElectionShape,
  figureSource,
  POLL_CLOSES_AT,
} from './simulation-election.ts';
import { type NightPlan, nightErrands } from './simulation-errands.ts';
import { office, person, SALT } from './simulation-people.ts';
import { type SeededRandom, seededRandom } from './simulation-random.ts';
import { type Fault, type Io, type Machine, newMachine, type Scheduler, scheduler } from './simulation-scheduler.ts';
import {
  assertCaughtUp,
  assertNothingDerived,
  assertOrderFree,
  assertRebuilds,
  assertResults,
  assertStill,
} from './simulation-settle.ts';
import { type Watcher, watcher } from './simulation-watch.ts';
import { newWorld, type Planted, publishPortsOf, Violation, type World } from './simulation-world.ts';

/** One schedule: an election night that a seed decides, with everything that can go wrong, checked all the way. */

export interface ScheduleReport {
  readonly seed: number;
  readonly steps: number;
  readonly pointerMoves: number;
  readonly accepted: number;
  readonly faults: number;
  readonly violation: Violation | null;
  readonly trace: readonly string[];
  readonly world: World;
}

interface Weather {
  readonly faultRate: number;
  readonly burst: number;
  readonly publishers: number;
  /** Whether one publishing process may be asked again while it works, as a sweep may on one computer. */
  readonly overlaps: boolean;
  readonly phase: 'before' | 'across' | 'after';
  readonly clockSteps: boolean;
  readonly lostWakes: number;
  /** Step at which everything dies at once. */
  readonly blackout: number;
}

const weatherOf = (random: SeededRandom): Weather => ({
  faultRate: random.pick([0, 0, 0.004, 0.015, 0.05]),
  burst: random.pick([0, 0.6, 0.9]),
  publishers: 1 + random.int(3),
  overlaps: random.chance(0.25),
  phase: random.pick(['before', 'across', 'across', 'after', 'after']),
  clockSteps: random.chance(0.4),
  lostWakes: random.pick([0, 0.2, 0.5]),
  blackout: random.chance(0.4) ? 20 + random.int(500) : Number.POSITIVE_INFINITY,
});

const FAULTS: readonly Fault[] = ['fails', 'fails-but-kept', 'dies', 'dies-but-kept'];

const planOf = (random: SeededRandom): NightPlan => {
  const shape: ElectionShape = {
    second: random.chance(0.65) ? 'first_past_the_post' : 'preferential',
    stations: [3 + random.int(2), 2 + random.int(2)],
    test: random.chance(0.3),
  };
  const closesAt = POLL_CLOSES_AT + (random.chance(0.3) ? 600_000 : 0);
  return {
    definition: definitionOf(shape),
    revised: random.chance(0.3) ? definitionOf(shape, { title: 'Revised election', closesAt }) : null,
    declares: random.chance(0.4),
  };
};

const MAX_STEPS = 6000;

interface Publisher {
  readonly machine: Machine;
  readonly jobs: PublishingJobs;
  running: number;
}

const isPerson = ({ machine }: Io): boolean => machine.kind === 'person';

/** Prefers the machine that acted last, or one machine as good as another, or one waiting call as good as another. */
const picker = (random: SeededRandom, burst: number) => {
  let last: Machine | null = null;
  return (waiting: readonly Io[]): number => {
    const goOn = last && random.chance(burst) ? waiting.findIndex(({ machine }) => machine === last) : -1;
    const machines = [...new Set(waiting.map(({ machine }) => machine))];
    const chosen = random.pick(machines);
    const other = random.chance(0.5)
      ? random.int(waiting.length)
      : waiting.findIndex(({ machine }) => machine === chosen);
    const at = goOn >= 0 ? goOn : other;
    last = waiting[at]?.machine ?? null;
    return at;
  };
};

class Night {
  readonly random: SeededRandom;
  readonly weather: Weather;
  readonly world: World;
  readonly watch: Watcher;
  readonly io: Scheduler;
  readonly planted: Planted;
  readonly desk: ReturnType<typeof office>;
  readonly plan: NightPlan;
  readonly figures: ReturnType<typeof figureSource>;
  faults = 0;
  private calm = false;
  private readonly publishers: Publisher[] = [];
  private readonly people: Machine[] = [];
  private made = 0;
  private violation: Violation | null = null;

  constructor(seed: number, planted: Planted) {
    this.random = seededRandom(seed);
    this.planted = planted;
    this.weather = weatherOf(this.random);
    const start = { before: -3_600_000, across: -20_000, after: 5_000 }[this.weather.phase];
    this.world = newWorld(planted, POLL_CLOSES_AT + start);
    this.figures = figureSource(this.random);
    this.watch = watcher(this.world, { secrets: this.figures.given, salt: SALT });
    this.io = scheduler({
      pick: picker(this.random, this.weather.burst),
      fault: () => this.drawFault(),
      watch: async (io) => {
        if (!isPerson(io)) await this.watch.afterStep();
      },
    });
    this.desk = office(this.world, this.io, this.random);
    this.plan = planOf(this.random);
  }

  private drawFault(): Fault {
    if (this.calm || !this.random.chance(this.weather.faultRate)) return 'none';
    this.faults += 1;
    return this.random.pick(FAULTS);
  }

  private startPublisher(): Publisher {
    this.made += 1;
    const machine = newMachine(`publisher-${this.made}`, 'publisher', this.random.int(600) - 300);
    const ports = publishPortsOf(this.world, machine, this.io);
    const jobs = publishingJobs(this.planted.publisher?.(ports, this.world) ?? ports);
    const publisher: Publisher = { machine, jobs, running: 0 };
    machine.died = () => {
      this.publishers.splice(this.publishers.indexOf(publisher), 1);
    };
    this.publishers.push(publisher);
    return publisher;
  }

  private freePublisher(): Publisher | null {
    const most = this.weather.overlaps ? 2 : 1;
    const free = this.publishers.filter(({ running }) => running < most);
    const grows = this.publishers.length < this.weather.publishers;
    if (grows && (free.length === 0 || this.random.chance(0.3))) return this.startPublisher();
    return free.length > 0 ? this.random.pick(free) : null;
  }

  private fail(reason: unknown): void {
    this.violation ??=
      reason instanceof Violation ? reason : new Violation('calm', String((reason as Error)?.stack ?? reason));
  }

  /** A run may fail only when something outside did; then it is tried again, or left to the sweep. */
  private run(publisher: Publisher, work: (jobs: PublishingJobs) => Promise<unknown>): Promise<void> {
    const from = this.io.steps;
    publisher.running += 1;
    return work(publisher.jobs).then(
      () => {
        publisher.running -= 1;
      },
      (reason: unknown) => {
        publisher.running -= 1;
        if (publisher.machine.faultAt < from) this.fail(reason);
        else if (this.random.chance(0.6)) this.world.diary.wakes += 1;
      },
    );
  }

  private wake(): void {
    const { diary } = this.world;
    const sweeps = this.random.chance(0.004);
    if (diary.wakes === 0 && !sweeps) return;
    const publisher = this.freePublisher();
    if (!publisher) return;
    if (sweeps) return void this.run(publisher, (jobs) => jobs.sweep());
    diary.wakes = this.random.chance(0.2) ? diary.wakes : 0;
    if (this.random.chance(this.weather.lostWakes)) return;
    void this.run(publisher, (jobs) => jobs.publish(ELECTION));
  }

  private tick(): void {
    const { phase, clockSteps } = this.weather;
    this.world.now += this.random.int(9);
    if (clockSteps && this.random.chance(0.004)) this.world.now -= this.random.int(9_000);
    if (clockSteps && this.random.chance(0.004)) this.world.now += this.random.int(9_000);
    if (phase === 'across' && this.random.chance(0.008)) this.world.now = POLL_CLOSES_AT - 20 + this.random.int(40);
    if (phase === 'before') this.world.now = Math.min(this.world.now, POLL_CLOSES_AT - 2_000);
  }

  private throwFirst(): void {
    if (this.violation) throw this.violation;
  }

  private async step(): Promise<boolean> {
    const more = await this.io.step();
    this.throwFirst();
    return more;
  }

  private async night(): Promise<void> {
    const people = nightErrands(this.world, this.plan, this.figures, this.random);
    const { io, random, desk } = this;
    people.forEach((errands, index) => {
      const self = newMachine(`person-${index}`, 'person');
      this.people.push(self);
      person(self, errands, { io, random, desk }).catch((reason: unknown) => this.fail(reason));
    });
    const until = Math.min(this.weather.blackout, MAX_STEPS);
    for (let idle = 0; this.io.steps < until && idle < 40; ) {
      this.tick();
      if (this.random.chance(0.12)) this.wake();
      idle = (await this.step()) ? 0 : idle + 1;
    }
  }

  private async sweepNow(jobs: PublishingJobs): Promise<void> {
    let over = false;
    const sweeping = jobs.sweep().then(
      () => {
        over = true;
      },
      (reason: unknown) => {
        over = true;
        this.fail(new Violation('I8', `the repairing sweep failed: ${(reason as Error)?.stack}`));
      },
    );
    while (!over && (await this.step()));
    if (!over) throw new Violation('I8', 'the repairing sweep never ended');
    await sweeping;
    this.throwFirst();
  }

  /** Everything dies; one sweep, by a new process or by one that survived, must put all of it right. */
  private async repair(): Promise<PublishingJobs> {
    this.calm = true;
    for (const self of this.people) this.io.kill(self);
    this.desk.killAll();
    const survivor = this.publishers.find(({ running }) => running === 0);
    for (const { machine } of [...this.publishers]) if (machine !== survivor?.machine) this.io.kill(machine);
    const warm = survivor && this.random.chance(0.5);
    const { jobs } = warm ? survivor : this.startPublisher();
    await this.sweepNow(jobs);
    await assertCaughtUp(this.world, this.watch);
    return jobs;
  }

  private async assertKept(): Promise<void> {
    for (const [place, sha256] of this.desk.acknowledged) {
      const [partition = '', key = ''] = place.split('/');
      const kept = await this.world.records.find(ELECTION, partition, key);
      if (kept?.sha256 !== sha256) throw new Violation('I1', `${place} was acknowledged, then lost`);
    }
  }

  async play(): Promise<void> {
    await this.night();
    let jobs = await this.repair();
    if (!this.watch.facts.definition()) return;
    if (!this.watch.facts.closed()) {
      await assertNothingDerived(this.world, this.watch);
      this.world.now = POLL_CLOSES_AT + 700_000;
      jobs = await this.repair();
    }
    await this.assertKept();
    const { late, declared } = await assertResults(this.world, this.watch);
    await assertRebuilds(this.world, this.watch, this.planted);
    await assertStill(this.world, jobs, (one) => this.sweepNow(one));
    // What a declaration and a report that raced with it come to depends on their order, which the ledger tells.
    if (late === 0 && declared === 0 && this.random.chance(0.5)) {
      await assertOrderFree(this.world, this.random.shuffled(this.world.diary.accepted), this.planted);
    }
  }

  get firstViolation(): Violation | null {
    return this.violation;
  }
}

const asViolation = (reason: unknown): Violation =>
  reason instanceof Violation ? reason : new Violation('calm', String((reason as Error)?.stack ?? reason));

export const runSchedule = async (seed: number, planted: Planted = {}): Promise<ScheduleReport> => {
  const night = new Night(seed, planted);
  const violation = await night.play().then(() => night.firstViolation, asViolation);
  return {
    seed,
    steps: night.io.steps,
    pointerMoves: night.watch.facts.moves(),
    accepted: night.world.diary.accepted.length,
    faults: night.faults,
    violation,
    trace: night.io.trace,
    world: night.world,
  };
};
