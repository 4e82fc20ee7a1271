import type { ActOf } from '../recount/act.ts';
import type { WithheldEntry } from '../recount/count-entry.ts';
import type { ConstituencyFold, ElectionFold } from '../recount/election-fold.ts';
import { isEstimateDue, keepsAccountsBack } from '../recount/misplaced-papers.ts';
import { constituencyOf } from '../recount/tally.ts';

/** What the entries before this one have said, as far as the rules of the ledger ask. */
export interface EntryHistory {
  /** Places of acts: each comes once. */
  readonly places: Set<string>;
  /** Entries of this batch that withhold rankings, by constituency, and those that withhold accounts. */
  readonly rankings: Map<string, number[]>;
  readonly accounts: Map<string, number[]>;
  /** Constituencies whose rounds, or misplaced papers, were told in this batch since then. */
  readonly rounds: Set<string>;
  readonly estimates: Set<string>;
  /** Whether this batch holds a definition. */
  isDefined: boolean;
}

export const startHistory = (): EntryHistory => ({
  places: new Set(),
  rankings: new Map(),
  accounts: new Map(),
  rounds: new Set(),
  estimates: new Set(),
  isDefined: false,
});

/** Remembers what a report withholds: something is owed for it before the batch ends. */
export const noteWithheld = (
  history: EntryHistory,
  { rankingsCommitment, accountsCommitment }: WithheldEntry,
  { body: { constituency } }: ActOf<'report'>,
  index: number,
): void => {
  const note = (entries: Map<string, number[]>, told: Set<string>): void => {
    entries.set(constituency, [...(entries.get(constituency) ?? []), index]);
    told.delete(constituency);
  };
  if (rankingsCommitment !== undefined) note(history.rankings, history.rounds);
  if (accountsCommitment !== undefined) note(history.accounts, history.estimates);
};

/** Whether one of these entries is a report that the fold took: for one that is set aside nothing is owed. */
const isTaken = (state: ConstituencyFold | undefined, entries: readonly number[]): boolean =>
  [...(state?.reports.values() ?? [])].some((revisions) =>
    revisions.some(({ act }) => entries.includes(act.entry)),
  );

/** Whether the ledger may tell the misplaced papers of a constituency as it stands, and must once its reports or stations change. */
export const isEstimateTold = (fold: ElectionFold, id: string): boolean => {
  const { definition } = fold;
  const constituency = definition && constituencyOf(definition, id);
  const state = fold.constituencies.get(id);
  if (!constituency || !state || !keepsAccountsBack(fold, state)) return false;
  const expected = fold.expected.get(id) ?? [];
  return isEstimateDue(definition, constituency, expected, (station) => state.reports.has(station));
};

const owedEstimates = (history: EntryHistory, fold: ElectionFold): readonly string[] => {
  const touched = [...history.accounts].filter(([id, entries]) =>
    isTaken(fold.constituencies.get(id), entries),
  );
  const ids = history.isDefined ? [...fold.constituencies.keys()] : touched.map(([id]) => id);
  return ids.filter((id) => isEstimateTold(fold, id) && !history.estimates.has(id));
};

/**
 * What a batch left out: a constituency whose rankings are withheld owes its rounds in the same batch, and one whose accounts are
 * withheld its misplaced papers, once every station has reported.
 */
export const checkBatchEnd = (history: EntryHistory, fold: ElectionFold): readonly string[] => {
  const rounds = [...history.rankings].filter(
    ([id, entries]) => !history.rounds.has(id) && isTaken(fold.constituencies.get(id), entries),
  );
  const findings = [
    ...rounds.map(([id]) => `the rankings of ${id} are withheld, but no rounds are logged with them`),
    ...owedEstimates(history, fold).map(
      (id) =>
        `the accounts of ${id} are withheld and all its stations have reported, but no estimate of misplaced papers is logged with them`,
    ),
  ];
  for (const noted of [history.rankings, history.accounts, history.rounds, history.estimates]) noted.clear();
  history.isDefined = false;
  return findings;
};
