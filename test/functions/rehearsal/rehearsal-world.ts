import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import type { Records } from '#functions/ports.ts';
import { rehearse } from '#functions/rehearsal/rehearse.ts';
import { stepPlace } from '#functions/rehearsal/step-act.ts';
import { timedNight } from '#functions/rehearsal/timed-night.ts';
import { rehearsalId } from '#shared/election/rehearsal-id.ts';
import type { RehearsalNight } from '#shared/election/rehearsal-night.ts';

export const NIGHT: RehearsalNight = {
  closesAt: '2026-12-05T22:30:00+08:00',
  election: 'legco-2016-rehearsal',
  minutes: 90,
};
export const CLOSES = Date.parse(NIGHT.closesAt);
export const END = CLOSES + NIGHT.minutes * 60_000;

/** A clock that moves by as much whenever it is looked at, when a job waits, and when a test says so. */
export const aClock = (at: number, eachLookMs = 1) => {
  let now = at;
  return {
    now: () => {
      now += eachLookMs;
      return new Date(now);
    },
    set: (next: number): void => {
      now = next;
    },
    wait: async (milliseconds: number): Promise<void> => {
      now += milliseconds;
    },
  };
};

export type TestClock = ReturnType<typeof aClock>;

export const aJob = (
  clock: TestClock,
  records: Records = memoryRecords(),
  {
    nights = [NIGHT],
    runMs = 55_000,
  }: { readonly nights?: readonly RehearsalNight[]; readonly runMs?: number } = {},
) =>
  rehearse(
    { records, clock, salt: () => '0'.repeat(64), log: () => undefined, wait: clock.wait },
    { nights, runMs },
  );

/** A run each minute, as the schedule wakes it. */
export const everyMinute = async (
  clock: TestClock,
  run: () => Promise<void>,
  until: number,
): Promise<void> => {
  for (let minute = clock.now().getTime(); minute <= until; minute += 60_000) {
    clock.set(Math.max(minute, clock.now().getTime()));
    await run();
  }
};

/** Places and contents of all acts of a night, in the order in which they were accepted. */
export const acceptedIn = async (records: Records, night = NIGHT): Promise<readonly string[]> => {
  const partitions = new Set(
    timedNight(night)
      .slice(1)
      .map((step) => stepPlace(step).partition),
  );
  const acts = (
    await Promise.all([...partitions].map((one) => records.list(rehearsalId(night), one)))
  ).flat();
  return acts
    .filter(({ key }) => !key.startsWith('definition#'))
    .sort((a, b) => (a.acceptedAt < b.acceptedAt ? -1 : 1))
    .map(({ partition, key }) => `${partition}/${key}`);
};

/** The same of its script. */
export const stepsOf = (night = NIGHT): readonly string[] =>
  timedNight(night)
    .slice(1)
    .map((step) => Object.values(stepPlace(step)).join('/'));
