import type { Day } from '../calendar/day.ts';
import { lastEvent } from '../calendar/deadlines.ts';
import { hongKongDayOf } from '../calendar/hong-kong-time.ts';
import type { ElectionDefinition } from '../election/definition.ts';
import { must } from '../result.ts';
import type { ElectionFold } from './election-fold.ts';

/** The event from which returns, and with them the inspection of advertisements, are counted [2016 ¶8.57, ¶16.26, E-1]. */
export interface LastEvent {
  /** Null as long as a constituency is open: nobody knows the day. */
  readonly day: Day | null;
  /** The version that last changed anything of it. */
  readonly version: number;
}

/** Results in the Gazette, those that another took the place of too: they tell when the day last changed. */
const gazetted = (fold: ElectionFold) =>
  [...fold.notices.values()].flatMap(({ revisions, supersededBy, version }) => {
    const { body } = must(revisions.at(-1), 'a notice has a revision').act;
    return body.type === 'N27' ? [{ body, stands: supersededBy === null, version }] : [];
  });

/** The last result in the Gazette, termination or failure over the whole election. */
export const lastEventOf = (fold: ElectionFold, definition: ElectionDefinition): LastEvent => {
  const results = gazetted(fold);
  const closed = definition.constituencies.map(({ id }) => {
    const { declaration, declared } = fold.constituencies.get(id) ?? {};
    if (declaration && declaration.body.outcome !== 'elected')
      return { day: hongKongDayOf(declaration.acceptedAt), version: declared?.version ?? 0 };
    const notice = results.findLast(({ body, stands }) => stands && body.constituency === id);
    return { day: notice?.body.gazette?.date ?? null, version: 0 };
  });
  const days = closed.flatMap(({ day }) => day ?? []);
  return {
    day: days.length === closed.length ? lastEvent(days) : null,
    version: Math.max(0, ...[...results, ...closed].map(({ version }) => version)),
  };
};
