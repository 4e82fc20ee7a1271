import { hongKongDayOf, inHongKong } from '#shared/calendar/hong-kong-time.ts';
import { type Notice, noticeIdOf } from '#shared/election/notice.ts';
import type { RehearsalNight } from '#shared/election/rehearsal-night.ts';
import { type NightStep, planNight } from './night-plan.ts';
import { rehearsalScript } from './rehearsal-script.ts';

/** A step of a night with its time. */
export interface TimedStep extends NightStep {
  /** Milliseconds since 1970; 0 for what is due as soon as the night is known. */
  readonly dueAt: number;
}

const MINUTE_MS = 60_000;

/** The day draws the order: another day's night goes another way. */
const seedOf = ({ closesAt }: RehearsalNight): number => Number(hongKongDayOf(closesAt).replaceAll('-', ''));

/** The first step that posts the notice of this one; a later revision of it says the same of when it was posted. */
const postedFirst = (steps: readonly NightStep[], step: NightStep): number => {
  const idOf = ({ body }: NightStep): string => noticeIdOf(body as Notice);
  return steps.findIndex((other) => other.resource === 'notices' && idOf(other) === idOf(step));
};

/**
 * The steps of a night in their order, each with the time from which it is due: the definition at once, everything else after the close of
 * poll and before the night's end, evenly spread. The same night always gives the same steps.
 */
export const timedNight = (night: RehearsalNight): readonly TimedStep[] => {
  const [definition, ...steps] = planNight(rehearsalScript(night), seedOf(night)).flat();
  const closesAt = Date.parse(night.closesAt);
  const eachMs = (night.minutes * MINUTE_MS) / (steps.length + 1);
  const dueAt = (index: number): number => closesAt + Math.ceil((index + 1) * eachMs);
  const bodyOf = (step: NightStep): unknown => {
    if (step.resource !== 'notices') return step.body;
    const notice = step.body as Notice;
    const at = inHongKong(new Date(dueAt(postedFirst(steps, step))).toISOString());
    return { ...notice, postedAt: { ...notice.postedAt, at } };
  };
  return [
    ...(definition ? [{ ...definition, dueAt: 0 }] : []),
    ...steps.map((step, index) => ({ ...step, body: bodyOf(step), dueAt: dueAt(index) })),
  ];
};
