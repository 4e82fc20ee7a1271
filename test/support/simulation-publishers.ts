import { PAGE_PARTS } from '#functions/publishing/bake-pages.ts';
import { type PublishingJobs, publishingJobs } from '#functions/publishing/sweep.ts';
import { ELECTION } from './simulation-election.ts';
import type { SeededRandom } from './simulation-random.ts';
import { type Machine, newMachine, type Scheduler } from './simulation-scheduler.ts';
import type { Weather } from './simulation-weather.ts';
import { type Planted, publishPortsOf, type World } from './simulation-world.ts';

interface Publisher {
  readonly machine: Machine;
  readonly jobs: PublishingJobs;
  running: number;
}

/** Publishing processes: woken, woken twice, not woken, swept, racing each other, dying and starting again. */
export interface Publishers {
  /** Maybe wakes somebody. */
  wake(): void;
  /** Kills all, but perhaps one that has nothing to do; answers with the process that must now put everything right. */
  repairer(): PublishingJobs;
}

export interface PublishersSetting {
  readonly world: World;
  readonly io: Scheduler;
  readonly random: SeededRandom;
  readonly weather: Weather;
  readonly planted: Planted;
  /** Told of a run that failed although nothing outside had. */
  readonly onFailure: (reason: unknown) => void;
}

export const publishers = (setting: PublishersSetting): Publishers => {
  const { world, io, random, weather, planted, onFailure } = setting;
  const alive: Publisher[] = [];
  let made = 0;

  const start = (): Publisher => {
    made += 1;
    const machine = newMachine(`publisher-${made}`, 'publisher', random.int(600) - 300);
    const ports = publishPortsOf(world, machine, io);
    const jobs = publishingJobs(planted.publisher?.(ports, world) ?? ports);
    const publisher: Publisher = { machine, jobs, running: 0 };
    machine.died = () => {
      alive.splice(alive.indexOf(publisher), 1);
    };
    alive.push(publisher);
    return publisher;
  };

  const free = (): Publisher | null => {
    const most = weather.overlaps ? 2 : 1;
    const idle = alive.filter(({ running }) => running < most);
    const grows = alive.length < weather.publishers;
    if (grows && (idle.length === 0 || random.chance(0.3))) return start();
    return idle.length > 0 ? random.pick(idle) : null;
  };

  /** A run may fail only when something outside did; then it is tried again, or left to the sweep. */
  const run = (publisher: Publisher, work: (jobs: PublishingJobs) => Promise<unknown>): void => {
    const from = io.steps;
    publisher.running += 1;
    work(publisher.jobs).then(
      () => {
        publisher.running -= 1;
      },
      (reason: unknown) => {
        publisher.running -= 1;
        if (publisher.machine.faultAt < from) onFailure(reason);
        else if (random.chance(0.6)) world.diary.wakes += 1;
      },
    );
  };

  const publishAll = async (jobs: PublishingJobs): Promise<void> => {
    await jobs.publish(ELECTION);
    for (const part of PAGE_PARTS) await jobs.bake(ELECTION, part);
  };

  return {
    wake: () => {
      const { diary } = world;
      const sweeps = random.chance(0.004);
      if (diary.wakes === 0 && !sweeps) return;
      const publisher = free();
      if (!publisher) return;
      if (sweeps) return run(publisher, (jobs) => jobs.sweep());
      diary.wakes = random.chance(0.2) ? diary.wakes : 0;
      if (!random.chance(weather.lostWakes)) run(publisher, publishAll);
    },
    repairer: () => {
      const survivor = alive.find(({ running }) => running === 0);
      for (const { machine } of [...alive]) if (machine !== survivor?.machine) io.kill(machine);
      return survivor && random.chance(0.5) ? survivor.jobs : start().jobs;
    },
  };
};
