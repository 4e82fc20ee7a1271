import { applyCountEntry } from './apply-count-entry.ts';
import { applyFiled } from './apply-filed.ts';
import { applyNotice } from './apply-notice.ts';
import type { CountEntry } from './count-entry.ts';
import type { ElectionFold } from './election-fold.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** Adds what officers entered to the state: the count, and the notices beside it. */
export const applyOfficersEntry = (fold: ElectionFold, entry: CountEntry): void => {
  if (entry.type !== 'notice') return applyCountEntry(fold, entry);
  const index = fold.size;
  fold.size += 1;
  applyNotice(fold, { ...entry, entry: index });
};

/** Adds the next entry of the ledger to the state, whatever it is about; the fold always goes on [I12]. */
export const applyEntry = (fold: ElectionFold, entry: LedgerEntry): void => {
  if (entry.type !== 'filed') return applyOfficersEntry(fold, entry);
  const index = fold.size;
  fold.size += 1;
  applyFiled(fold, entry, index);
};
