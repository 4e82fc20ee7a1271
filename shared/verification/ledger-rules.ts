import { VOTING_SYSTEMS } from '../election/definition.ts';
import type { Frontier } from '../ledger/merkle.ts';
import type { VersionFiles } from '../publication/version-files.ts';
import type { Attachments, EntryProblem, NamedAttachment } from '../recount/count-entry.ts';
import type { ElectionFold } from '../recount/election-fold.ts';
import type { LedgerEntry } from '../recount/ledger-entry.ts';
import { isByVotes } from '../recount/outcome-by-votes.ts';
import type { Result } from '../result.ts';
import type { EntryHistory } from './entry-history.ts';

/**
 * How a ledger is read: its entries decoded, held against the rules, folded, and published. There are two, so that a browser loads
 * the larger part only for a ledger with notices, filings or voting systems beyond votes: of a ledger without them both say the same.
 */
export interface LedgerRules {
  readonly attachmentOf: (leaf: Uint8Array) => NamedAttachment | null;
  readonly decode: (leaf: Uint8Array, attachment: Attachments) => Result<LedgerEntry, EntryProblem>;
  readonly check: (entry: LedgerEntry, fold: ElectionFold, history: EntryHistory) => readonly string[];
  readonly apply: (fold: ElectionFold, entry: LedgerEntry) => void;
  readonly publish: (build: {
    readonly fold: ElectionFold;
    readonly frontier: Frontier;
  }) => VersionFiles | null;
}

const RARER_SYSTEMS = VOTING_SYSTEMS.filter((system) => !isByVotes(system)).join('|');

/** What only the rules of everything know, as it stands in the canonical bytes of an entry. */
const RARER = new RegExp(`"type":"(?:notice|filed|rounds)"|"system":"(?:${RARER_SYSTEMS})"`);

const isRarer = (bytes: Uint8Array): boolean => RARER.test(new TextDecoder().decode(bytes));

/** Which rules a ledger needs: those of a count by votes alone, or those of everything. */
export type RulesNeeded = 'count' | 'everything';

export const rulesFor = (entries: Iterable<Uint8Array>): RulesNeeded =>
  [...entries].some(isRarer) ? 'everything' : 'count';

/** Gives the rules; what is at hand comes at once. */
export type LoadRules = (needed: RulesNeeded) => LedgerRules | Promise<LedgerRules>;
