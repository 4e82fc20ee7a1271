import { type Act, type ActOf, actPlace } from '../recount/act.ts';
import type { FiguresEntry } from '../recount/apply-count-entry.ts';
import type { CountEntry, MisplacedEntry, WithheldEntry } from '../recount/count-entry.ts';
import type { ElectionFold } from '../recount/election-fold.ts';
import type { LedgerEntry } from '../recount/ledger-entry.ts';
import { type EntryHistory, isEstimateTold, noteWithheld } from './entry-history.ts';

/** An entry of the count that can be checked without counting preferences again. */
export type PlainEntry = Exclude<FiguresEntry, { type: 'rounds' }>;

type BatchEntry = Extract<CountEntry, { type: 'batch' }>;
type PollClosedEntry = Extract<CountEntry, { type: 'poll-closed' }>;

/** Entries that say something of a count: none stands before the close of poll [counting.md C-1]. */
const OF_A_COUNT: ReadonlySet<LedgerEntry['type']> = new Set([
  'report',
  'report-withheld',
  'rounds',
  'misplaced-estimate',
  'recount',
  'lots',
  'declaration',
  'statement',
]);

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

/** An act stands in the ledger once. */
export const checkAct = (act: Act, history: EntryHistory): readonly string[] => {
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

/** What is withheld has a commitment and does not stand in the report as well. */
const checkWithheld = (entry: WithheldEntry, { body }: ActOf<'report'>): readonly string[] => {
  const rankings = entry.rankingsCommitment !== undefined;
  const accounts = entry.accountsCommitment !== undefined;
  const isTold = body.account !== undefined || body.questionable !== undefined;
  return [
    ...(rankings || accounts ? [] : ['it withholds nothing']),
    ...(rankings && body.rankings !== undefined ? ['its rankings are withheld, and stand in it'] : []),
    ...(accounts && isTold ? ['its account is withheld, and figures of it stand in it'] : []),
    ...(accounts === (entry.questionableRejected !== undefined)
      ? []
      : [
          'an account is withheld with the number of questionable papers rejected, and neither without the other',
        ]),
  ];
};

const checkWithheldReport = (
  entry: WithheldEntry,
  fold: ElectionFold,
  history: EntryHistory,
): readonly string[] => {
  const { report } = entry;
  if (report.type !== 'report') return [`a ${report.type} withholds no figures`];
  noteWithheld(history, entry, report, fold.size);
  return [...checkWithheld(entry, report), ...checkAct(report, history)];
};

const checkEstimate = (
  { constituency }: MisplacedEntry,
  fold: ElectionFold,
  history: EntryHistory,
): readonly string[] => {
  history.estimates.add(constituency);
  return isEstimateTold(fold, constituency)
    ? []
    : [
        `it tells the misplaced papers of ${constituency}, where no account is withheld or not every station has reported`,
      ];
};

const checkByType = (entry: PlainEntry, fold: ElectionFold, history: EntryHistory): readonly string[] => {
  switch (entry.type) {
    case 'batch':
      return checkBatch(entry, fold);
    case 'poll-closed':
      return checkPollClosed(entry, fold);
    case 'misplaced-estimate':
      return checkEstimate(entry, fold, history);
    case 'report-withheld':
      return checkWithheldReport(entry, fold, history);
    default:
      if (entry.type === 'definition') history.isDefined = true;
      return checkAct(entry, history);
  }
};

/** What holds for every entry: it belongs to this election, the ledger begins with a batch, and nothing of a count comes early. */
export const checkPlace = (
  entry: LedgerEntry,
  fold: ElectionFold,
  isOfCount: boolean = OF_A_COUNT.has(entry.type),
): readonly string[] => {
  const election = entry.type === 'report-withheld' ? entry.report.election : entry.election;
  return [
    ...(election === fold.election ? [] : [`it belongs to another election, ${election}`]),
    ...(fold.size === 0 && entry.type !== 'batch' ? ['the ledger does not begin with a batch'] : []),
    ...(!fold.pollClosed && isOfCount ? ['it is of a count, but the poll has not closed'] : []),
  ];
};

/** Every rule of the ledger that an entry of the count breaks, given the state before it. */
export const checkCountEntry = (
  entry: PlainEntry,
  fold: ElectionFold,
  history: EntryHistory,
): readonly string[] => [...checkPlace(entry, fold), ...checkByType(entry, fold, history)];
