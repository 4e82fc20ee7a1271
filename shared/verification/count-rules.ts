import { noRegisters } from '../publication/no-registers.ts';
import { versionFiles } from '../publication/version-files.ts';
import { applyCountEntry } from '../recount/apply-count-entry.ts';
import { decodeCountEntry, referenceOf } from '../recount/count-entry.ts';
import type { LedgerEntry } from '../recount/ledger-entry.ts';
import { outcomeByVotes } from '../recount/outcome-by-votes.ts';
import { checkCountEntry, type PlainEntry } from './check-count-entry.ts';
import type { LedgerRules } from './ledger-rules.ts';

const ofTheCount = (entry: LedgerEntry): PlainEntry => {
  if (entry.type === 'filed' || entry.type === 'notice' || entry.type === 'rounds')
    throw new TypeError(`an entry of type ${entry.type} needs the rules of everything`);
  return entry;
};

/** Rules for a ledger without notices and filings, whose seats follow from votes alone: its registers are empty, and published as such. */
export const countRules: LedgerRules = {
  attachmentOf: referenceOf,
  decode: decodeCountEntry,
  check: (entry, fold, history) => checkCountEntry(ofTheCount(entry), fold, history),
  apply: (fold, entry) => applyCountEntry(fold, ofTheCount(entry)),
  publish: (build) => versionFiles(build, noRegisters, outcomeByVotes),
};
