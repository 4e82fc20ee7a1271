import { calendarOf } from '#shared/advertisements/platform-calendar.ts';
import { endOfDay } from '#shared/calendar/hong-kong-time.ts';
import { ELECTION_PARTITION, NOTICE_KEYS } from '#shared/recount/act.ts';
import { inspectionOf } from '#shared/recount/last-events.ts';
import { definitionReader, readableActs } from '../acts/stored-acts.ts';
import type { ActPorts } from '../http/act-route.ts';
import type { PublicUploads } from '../ports.ts';
import { acceptFiling } from './accept-filing.ts';
import { knownAccount } from './known-account.ts';
import { accountsOf, WHOLE_PLATFORM } from './platform-records.ts';

export interface EndingPorts extends Pick<ActPorts, 'records' | 'clock' | 'salt'> {
  readonly uploads: PublicUploads;
}

/** The last day of inspection by the public, as the notices of the election tell it; null while that cannot be computed. */
const lastDay = async ({ records, clock }: EndingPorts, election: string): Promise<string | null> => {
  const definition = await definitionReader(records)(election, clock.now());
  if (!definition) return null;
  const acts = readableActs(await records.list(election, ELECTION_PARTITION, { prefix: NOTICE_KEYS }));
  const { days } = await knownAccount(records, { election, account: WHOLE_PLATFORM });
  const notices = acts.flatMap((act) => (act.type === 'notice' ? [act.body] : []));
  return inspectionOf(definition, notices, calendarOf(days))?.ends.due ?? null;
};

/** After its last day, inspection by the public ends by itself: that goes on record, and every copy is taken away [2016 ¶8.57, D-7]. */
export const endInspection = async (ports: EndingPorts, election: string): Promise<boolean> => {
  const { records, clock, uploads } = ports;
  if ((await accountsOf(records, election)).length === 0) return false;
  const endedOn = await lastDay(ports, election);
  if (endedOn === null || clock.now().getTime() < Date.parse(endOfDay(endedOn))) return false;
  const known = await knownAccount(records, { election, account: WHOLE_PLATFORM });
  const now = clock.now().toISOString();
  const standing = known.acceptances.find(({ filing }) => filing.kind === 'inspection-ended');
  // What ended stays ended, whatever notices come afterwards.
  const filing = standing?.filing ?? ({ kind: 'inspection-ended', endedOn } as const);
  await acceptFiling(ports, known, filing, { role: 'chief_electoral_officer', by: 'calendar', now });
  for (const key of await uploads.list(`${election}/`)) await uploads.remove(key);
  return true;
};
