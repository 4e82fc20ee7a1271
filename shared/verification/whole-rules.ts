import { publishVersion } from '../publication/publish-version.ts';
import { applyEntry } from '../recount/apply-entry.ts';
import { attachmentOf, decodeEntry } from '../recount/ledger-entry.ts';
import { checkEntry } from './check-entry.ts';
import type { LedgerRules } from './ledger-rules.ts';

/** Rules for any ledger. */
export const wholeRules: LedgerRules = {
  attachmentOf,
  decode: decodeEntry,
  check: checkEntry,
  apply: applyEntry,
  publish: publishVersion,
};
