import type * as z from 'zod/mini';
import type { Filing } from '#shared/advertisements/filing.ts';
import { Outage, type PlatformDays, StormDay } from '#shared/advertisements/platform-days.ts';
import { describePlatformProblem } from '#shared/advertisements/problem-words.ts';
import { definitionReader } from '../acts/stored-acts.ts';
import { parseBody } from '../acts/take-act.ts';
import { type ActPorts, actRoute } from '../http/act-route.ts';
import { refusal } from '../http/problem.ts';
import type { ActHandler } from '../http/route.ts';
import { acceptFiling, replyTo } from './accept-filing.ts';
import { knownAccount } from './known-account.ts';
import { WHOLE_PLATFORM } from './platform-records.ts';

/** One kind of entry for the whole platform: how it is read, which revision stands, and what goes on record. */
interface Entry<S extends z.ZodMiniType<{ revision: number }>> {
  readonly name: string;
  readonly schema: S;
  readonly standing: (days: PlatformDays, body: z.output<S>) => { readonly revision: number } | undefined;
  readonly filing: (body: z.output<S>) => Filing;
}

/** Entries move everybody's days: each is a revision of its own, and a wrong one is taken back by the next. */
const entryRoute = <S extends z.ZodMiniType<{ revision: number }>>(
  ports: ActPorts,
  { name, schema, standing, filing }: Entry<S>,
): ActHandler => {
  const definitionOf = definitionReader(ports.records);
  return actRoute(
    { name, describe: describePlatformProblem },
    ports,
    async ({ election, actor, now, body }) => {
      if (!(await definitionOf(election, ports.clock.now())))
        throw refusal('election-unknown', '$', election);
      const entry = parseBody(schema, body);
      const known = await knownAccount(ports.records, { election, account: WHOLE_PLATFORM });
      const expected = (standing(known.days, entry)?.revision ?? 0) + 1;
      if (entry.revision > expected)
        throw refusal('revision-missing', '$.revision', entry.revision, { expected });
      const how = { role: actor.role, by: actor.subject, now };
      return replyTo(await acceptFiling(ports, known, filing(entry), how));
    },
  );
};

/** A gale or a black rainstorm took a day: deadlines of few days pass over it [Cap. 1 s.71, G-1]. */
export const enterStormDay = (ports: ActPorts): ActHandler =>
  entryRoute(ports, {
    name: 'enter-storm-day',
    schema: StormDay,
    standing: ({ storms }, { day }) => storms.get(day),
    filing: (storm) => ({ kind: 'storm-day', ...storm }),
  });

/** The platform could not be reached for a while: that stands beside what was filed late meanwhile. */
export const recordOutage = (ports: ActPorts): ActHandler =>
  entryRoute(ports, {
    name: 'record-outage',
    schema: Outage,
    standing: ({ outages }, { number }) => outages.get(number),
    filing: (outage) => ({ kind: 'outage', ...outage }),
  });
