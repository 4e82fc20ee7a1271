import type { ActOf } from '../recount/act.ts';
import type { ElectionFold } from '../recount/election-fold.ts';
import type { LedgerEntry } from '../recount/ledger-entry.ts';
import { isOfCount, struckIn } from '../recount/notice-standing.ts';
import { checkAct, checkCountEntry, checkPlace } from './check-count-entry.ts';
import { checkFiled } from './check-filed.ts';
import { checkRounds } from './check-rounds.ts';
import type { EntryHistory } from './entry-history.ts';

/** Notices of a count wait for the close of poll, as everything does that tells of it. */
const tellsOfCount = ({ body }: ActOf<'notice'>, fold: ElectionFold): boolean =>
  fold.definition !== null && isOfCount(fold.definition, body, struckIn(fold));

/** Every rule of the ledger that an entry breaks, given the state before it. */
export const checkEntry = (
  entry: LedgerEntry,
  fold: ElectionFold,
  history: EntryHistory,
): readonly string[] => {
  switch (entry.type) {
    case 'filed':
      return [...checkPlace(entry, fold), ...checkFiled(entry, fold)];
    case 'notice':
      return [...checkPlace(entry, fold, tellsOfCount(entry, fold)), ...checkAct(entry, history)];
    case 'rounds':
      history.rounds.add(entry.constituency);
      return [...checkPlace(entry, fold), ...checkRounds(entry, fold.definition)];
    default:
      return checkCountEntry(entry, fold, history);
  }
};
