import { canonicalJson } from '#shared/canonical-json.ts';
import { rehearsalId } from '#shared/election/rehearsal-id.ts';
import type { RehearsalNight } from '#shared/election/rehearsal-night.ts';
import { definitionRevisions } from '../acts/stored-acts.ts';
import { allFailures } from '../all-failures.ts';
import type { ActPorts } from '../http/act-route.ts';
import { rehearsalRecords } from './rehearsal-records.ts';
import { stepPlace } from './step-act.ts';
import { StepRefused, stepTaker, type TakeStep } from './take-step.ts';
import { type TimedStep, timedNight } from './timed-night.ts';

export interface RehearsePorts extends Omit<ActPorts, 'verifyToken'> {
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

export interface RehearseOptions {
  readonly nights: readonly RehearsalNight[];
  /** How long one run goes on waiting for what comes due, and begins steps: what it does not come to is done by the next. */
  readonly runMs: number;
}

/** A night with what this process knows of it; knowing nothing only costs reading. */
interface Playing {
  readonly id: string;
  readonly closesAt: number;
  readonly steps: readonly TimedStep[];
  /** How many steps, from the first on, are known to be accepted. */
  done: number;
}

const nameOf = ({ partition, key }: { readonly partition: string; readonly key: string }): string =>
  `${partition}/${key}`;

interface Stage extends RehearsePorts {
  readonly take: TakeStep;
}

const standingDefinition = async ({ records }: Stage, { id }: Playing): Promise<string | null> => {
  const standing = (await definitionRevisions(records, id)).at(-1);
  return standing ? canonicalJson(standing.body) : null;
};

/**
 * Announces a night, or what has changed about it since; once its poll has closed it stays as it is. Content that stood before and was changed
 * since cannot come back: acceptance takes it for a late duplicate.
 */
const announce = async (stage: Stage, night: Playing, step: TimedStep): Promise<void> => {
  const wanted = canonicalJson(step.body);
  const before = await standingDefinition(stage, night);
  const isOver = stage.clock.now().getTime() >= night.closesAt;
  if (before === wanted || (before !== null && isOver)) return;
  const outcome = await stage.take(night.id, step);
  if (outcome === 'accepted' || (await standingDefinition(stage, night)) === wanted) return;
  throw new StepRefused(
    `${night.id} cannot be moved back to ${new Date(night.closesAt).toISOString()}, where it was before: give its closesAt another minute.`,
  );
};

/** The steps among these that are accepted, whoever took them. */
const acceptedOf = async (
  { records }: Stage,
  id: string,
  due: readonly TimedStep[],
): Promise<ReadonlySet<string>> => {
  const partitions = [...new Set(due.map((step) => stepPlace(step).partition))];
  const found = await Promise.all(partitions.map((partition) => records.list(id, partition)));
  return new Set(found.flat().map(nameOf));
};

/** Takes in their order what is due by now and not accepted yet, until the time is over. */
const playDue = async (stage: Stage, night: Playing, until: number): Promise<void> => {
  const now = stage.clock.now().getTime();
  const [definition] = night.steps;
  if (night.done === 0 && definition) {
    await announce(stage, night, definition);
    night.done = 1;
  }
  const due = night.steps.slice(night.done).filter(({ dueAt }) => dueAt <= now);
  if (due.length === 0) return;
  const accepted = await acceptedOf(stage, night.id, due);
  for (const step of due) {
    if (!accepted.has(nameOf(stepPlace(step)))) {
      if (stage.clock.now().getTime() > until) return;
      await stage.take(night.id, step);
    }
    night.done += 1;
  }
};

/** When the next step of these nights is due; never where none is left. */
const nextDue = (nights: readonly Playing[]): number =>
  Math.min(Number.POSITIVE_INFINITY, ...nights.flatMap(({ steps, done }) => steps[done]?.dueAt ?? []));

/**
 * Plays rehearsal nights: announces each as soon as it is known, and after its close of poll takes what the clock says is due, in order, through
 * the handlers that officers' acts go through. The clock and the records say all there is to know, so a run may end anywhere, and any number
 * of runs may go on at once: a step taken twice is a replay. A night that stands still never holds up another.
 */
export const rehearse = (ports: RehearsePorts, { nights, runMs }: RehearseOptions): (() => Promise<void>) => {
  const records = rehearsalRecords(ports.records);
  const stage: Stage = { ...ports, records, take: stepTaker({ ...ports, records }) };
  const playing = nights.map(
    (night): Playing => ({
      id: rehearsalId(night),
      closesAt: Date.parse(night.closesAt),
      steps: timedNight(night),
      done: 0,
    }),
  );
  return async () => {
    const now = (): number => ports.clock.now().getTime();
    const until = now() + runMs;
    const failures: unknown[] = [];
    let left: readonly Playing[] = playing;
    for (;;) {
      const standing = new Set<Playing>();
      for (const night of left) {
        await playDue(stage, night, until).catch((failure: unknown) => {
          failures.push(failure);
          standing.add(night);
        });
      }
      left = left.filter((night) => !standing.has(night));
      const next = nextDue(left);
      if (next > until || now() >= until) break;
      await ports.wait(Math.max(0, next - now()));
    }
    if (failures.length > 0) throw allFailures('Not every rehearsal night could be played', failures);
  };
};
