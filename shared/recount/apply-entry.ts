import { applyFiled } from './apply-filed.ts';
import { applyOfficersEntry } from './apply-officers-entry.ts';
import type { ElectionFold } from './election-fold.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** Adds the next entry of the ledger to the state, whatever it is about; the fold always goes on [I12]. */
export const applyEntry = (fold: ElectionFold, entry: LedgerEntry): void => {
  if (entry.type !== 'filed') return applyOfficersEntry(fold, entry);
  const index = fold.size;
  fold.size += 1;
  applyFiled(fold, entry, index);
};
