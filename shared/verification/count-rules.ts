import { noRegisters } from '../publication/no-registers.ts';
import { versionFiles } from '../publication/version-files.ts';
import { applyCountEntry, type FiguresEntry } from '../recount/apply-count-entry.ts';
import { decodeCountEntry, referenceOf } from '../recount/count-entry.ts';
import type { LedgerEntry } from '../recount/ledger-entry.ts';
import { checkCountEntry } from './check-count-entry.ts';
import type { LedgerRules } from './ledger-rules.ts';

const ofTheCount = (entry: LedgerEntry): FiguresEntry => {
  if (entry.type === 'filed' || entry.type === 'notice')
    throw new TypeError(`an entry of type ${entry.type} needs the rules of the registers`);
  return entry;
};

/** Rules for a ledger without notices and filings: its registers are empty, and published as such. */
export const countRules: LedgerRules = {
  attachmentOf: referenceOf,
  decode: decodeCountEntry,
  check: (entry, fold, history) => checkCountEntry(ofTheCount(entry), fold, history),
  apply: (fold, entry) => applyCountEntry(fold, ofTheCount(entry)),
  publish: (build) => versionFiles(build, noRegisters),
};
