import * as z from 'zod/mini';
import { isDay } from '../calendar/day.ts';
import { Instant } from '../election/identifiers.ts';
import { lineOf, Text } from '../election/text.ts';

const Revision = z.int().check(z.gte(1), z.lte(99));

/** A day that a gale or a black rainstorm took, as an officer entered it; `none` takes a wrong entry back [Cap. 1 s.71]. */
export const StormDay = z.strictObject({
  day: z.string().check(z.refine(isDay, { error: 'not-a-day' })),
  revision: Revision,
  weather: z.enum(['gale', 'black_rain', 'none']),
  /** Where it can be read, such as the Observatory's record of warnings. */
  source: lineOf(300),
});
export type StormDay = z.infer<typeof StormDay>;

/** The platform could not be reached: told beside what was filed late meanwhile. */
export const Outage = z.strictObject({
  number: z.int().check(z.gte(1), z.lte(999)),
  revision: Revision,
  from: Instant,
  to: Instant,
  what: Text,
});
export type Outage = z.infer<typeof Outage>;

/** What moves or explains the days of a whole platform: the newest revision of each entry. */
export interface PlatformDays {
  readonly storms: Map<string, StormDay>;
  readonly outages: Map<number, Outage>;
}

export const startDays = (): PlatformDays => ({ storms: new Map(), outages: new Map() });

const isNewer = (
  before: { readonly revision: number } | undefined,
  { revision }: { readonly revision: number },
) => (before?.revision ?? 0) < revision;

export const addStorm = ({ storms }: PlatformDays, storm: StormDay): void => {
  if (isNewer(storms.get(storm.day), storm)) storms.set(storm.day, storm);
};

export const addOutage = ({ outages }: PlatformDays, outage: Outage): void => {
  if (isNewer(outages.get(outage.number), outage)) outages.set(outage.number, outage);
};
