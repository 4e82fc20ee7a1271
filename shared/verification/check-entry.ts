import { type Act, actPlace } from '../recount/act.ts';
import type { ElectionFold } from '../recount/election-fold.ts';
import type { LedgerEntry } from '../recount/ledger-entry.ts';
import { isOfCount, struckIn } from '../recount/notice-standing.ts';
import { checkRounds } from './check-rounds.ts';

/** What the entries before this one have said, as far as the rules of the ledger ask. */
export interface EntryHistory {
  /** Places of acts: each comes once. */
  readonly places: Set<string>;
  /** Constituencies with withheld rankings in this batch whose rounds are still to come. */
  readonly roundsOwed: Set<string>;
}

export const startHistory = (): EntryHistory => ({ places: new Set(), roundsOwed: new Set() });

type BatchEntry = Extract<LedgerEntry, { type: 'batch' }>;
type PollClosedEntry = Extract<LedgerEntry, { type: 'poll-closed' }>;

/** Entries that say something of a count: none stands before the close of poll [counting.md C-1]. */
const OF_A_COUNT: ReadonlySet<LedgerEntry['type']> = new Set([
  'report',
  'report-withheld',
  'rounds',
  'recount',
  'lots',
  'declaration',
  'statement',
]);

const isOfACount = (entry: LedgerEntry, { definition, ...fold }: ElectionFold): boolean => {
  if (entry.type !== 'notice' || !definition) return OF_A_COUNT.has(entry.type);
  return isOfCount(definition, entry.body, struckIn({ definition, ...fold }));
};

const actOf = (entry: LedgerEntry): Act | null => {
  if (entry.type === 'report-withheld') return entry.report;
  return entry.type === 'batch' || entry.type === 'poll-closed' || entry.type === 'rounds' ? null : entry;
};

const checkBatch = (entry: BatchEntry, fold: ElectionFold): readonly string[] => [
  ...(entry.version === fold.version + 1
    ? []
    : [`version ${entry.version} follows version ${fold.version}; ${fold.version + 1} should`]),
  ...(fold.asOf === '' || Date.parse(entry.orderedAt) >= Date.parse(fold.asOf)
    ? []
    : [
        `version ${entry.version} is ordered at ${entry.orderedAt}, before the one before it at ${fold.asOf}`,
      ]),
];

const checkPollClosed = (entry: PollClosedEntry, fold: ElectionFold): readonly string[] => {
  const closes = fold.definition?.pollClosesAt;
  if (fold.pollClosed) return ['the poll closes a second time'];
  if (closes !== entry.pollClosesAt)
    return [`the poll closes at ${entry.pollClosesAt}, but the definition says ${closes ?? 'nothing yet'}`];
  return Date.parse(fold.asOf) >= Date.parse(closes)
    ? []
    : [`the close of poll at ${closes} is told at ${fold.asOf}, before it happened`];
};

const checkAct = (act: Act, history: EntryHistory): readonly string[] => {
  const { partition, key } = actPlace(act);
  const place = `${partition}/${key}`;
  const known = history.places.has(place);
  history.places.add(place);
  return [
    ...(known ? [`${place} stands in the ledger already`] : []),
    ...(act.type === 'definition' && act.body.id !== act.election
      ? [`it defines ${act.body.id}, another election`]
      : []),
  ];
};

const checkByType = (entry: LedgerEntry, fold: ElectionFold, history: EntryHistory): readonly string[] => {
  if (entry.type === 'batch') return checkBatch(entry, fold);
  if (entry.type === 'poll-closed') return checkPollClosed(entry, fold);
  if (entry.type === 'rounds') {
    history.roundsOwed.delete(entry.constituency);
    return checkRounds(entry, fold.definition);
  }
  const act = actOf(entry);
  if (entry.type === 'report-withheld' && act?.type === 'report') {
    const { constituency } = act.body;
    if (fold.constituencies.has(constituency)) history.roundsOwed.add(constituency);
  } else if (entry.type === 'report-withheld') return [`a ${act?.type} withholds no rankings`];
  return act ? checkAct(act, history) : [];
};

/** Every rule of the ledger that an entry breaks, given the state before it. */
export const checkEntry = (
  entry: LedgerEntry,
  fold: ElectionFold,
  history: EntryHistory,
): readonly string[] => {
  const election = entry.type === 'report-withheld' ? entry.report.election : entry.election;
  return [
    ...(election === fold.election ? [] : [`it belongs to another election, ${election}`]),
    ...(fold.size === 0 && entry.type !== 'batch' ? ['the ledger does not begin with a batch'] : []),
    ...(!fold.pollClosed && isOfACount(entry, fold) ? ['it is of a count, but the poll has not closed'] : []),
    ...checkByType(entry, fold, history),
  ];
};

/** What a batch left out: every constituency whose rankings are withheld owes its rounds in the same batch. */
export const checkBatchEnd = (history: EntryHistory): readonly string[] => {
  const owed = [...history.roundsOwed];
  history.roundsOwed.clear();
  return owed.map((id) => `the rankings of ${id} are withheld, but no rounds are logged with them`);
};
