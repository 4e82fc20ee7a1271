import { contentHash } from '#shared/hash.ts';
import { FILINGS_PARTITION, filingKey } from '#shared/recount/act.ts';
import type { FilingAct } from '#shared/recount/filing-act.ts';
import { storedAct } from '../acts/stored-acts.ts';
import type { Records } from '../ports.ts';
import { type AccountPlace, type Kept, storedRecord } from './platform-records.ts';

/** The last filing that this process knows to be on record, by election. */
const hints = new WeakMap<Records, Map<string, number>>();

const hintsOf = (records: Records): Map<string, number> => {
  const known = hints.get(records) ?? new Map<string, number>();
  hints.set(records, known);
  return known;
};

const stands = async (records: Records, election: string, sequence: number): Promise<boolean> =>
  sequence === 0 || (await records.find(election, FILINGS_PARTITION, filingKey(sequence))) !== null;

/** The number of the last filing on record, 0 for none: they are numbered without gaps, so a few looks find it. */
export const lastSequence = async (records: Records, election: string): Promise<number> => {
  const known = hintsOf(records);
  let low = known.get(election) ?? 0;
  let step = 1;
  while (await stands(records, election, low + step)) {
    low += step;
    step *= 2;
  }
  // `low` stands, `low + step` does not.
  while (step > 1) {
    step = Math.ceil(step / 2);
    if (await stands(records, election, low + step)) low += step;
  }
  known.set(election, low);
  return low;
};

const actOf = (
  election: string,
  { filing, salt, role, confirmedBy, acceptedAt }: Kept<'acceptance'>,
  sequence: number,
): FilingAct => ({
  type: 'filing',
  election,
  acceptedAt,
  role,
  ...(confirmedBy === undefined ? {} : { confirmedBy }),
  sequence,
  body: filing,
  ...(filing.kind === 'submission' || filing.kind === 'inspection' ? { salt } : {}),
});

/**
 * Puts what was accepted on record behind everything that is there, once: whoever tries again, also after a crash or beside another,
 * meets it on the way, since nobody passes a number without looking what stands there.
 */
const place = async (records: Records, election: string, acceptance: Kept<'acceptance'>): Promise<number> => {
  const sha256 = contentHash(acceptance.filing);
  const behind = await records.list(election, FILINGS_PARTITION, { from: filingKey(acceptance.after + 1) });
  const at = behind.findIndex((stored) => stored.sha256 === sha256);
  if (at >= 0) return acceptance.after + 1 + at;
  for (let sequence = acceptance.after + 1 + behind.length; ; sequence += 1) {
    const written = await records.accept(storedAct(actOf(election, acceptance, sequence), acceptance.by));
    if (written.kind !== 'conflict') return sequence;
  }
};

/** The acceptance's place among the filings, from 1: it stands in the order from here on, and is published next. */
export const putOnRecord = async (
  records: Records,
  of: AccountPlace,
  acceptance: Kept<'acceptance'>,
): Promise<number> => {
  const sequence = await place(records, of.election, acceptance);
  const known = hintsOf(records);
  known.set(of.election, Math.max(sequence, known.get(of.election) ?? 0));
  const done = {
    type: 'done',
    what: 'on-record',
    of: acceptance.key,
    sequence,
    acceptedAt: acceptance.acceptedAt,
  } as const;
  await records.accept(storedRecord(of, done, acceptance.by));
  return sequence;
};
