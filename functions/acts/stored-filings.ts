import { FILINGS_PARTITION } from '#shared/recount/act.ts';
import { FilingAct, type OrderedAct } from '#shared/recount/filing-act.ts';
import type { StoredAct } from '../ports.ts';
import { readAct, readable, rememberingReader } from './stored-acts.ts';

/** Reads back what the Central Platform put on record. */
export const readFiling = rememberingReader(FilingAct);

/** Whatever can be ordered: an act of the count, or what the Central Platform put on record. */
export const readOrdered = (stored: StoredAct): OrderedAct =>
  stored.partition === FILINGS_PARTITION ? readFiling(stored) : readAct(stored);

/** Whether it stands where it says it stands: what does not is passed over [I12]. */
export const isReadable = (stored: StoredAct): boolean => readable(stored, readOrdered) !== null;
