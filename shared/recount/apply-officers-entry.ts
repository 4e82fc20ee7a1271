import { applyCountEntry } from './apply-count-entry.ts';
import { applyNotice } from './apply-notice.ts';
import type { CountEntry } from './count-entry.ts';
import type { ElectionFold } from './election-fold.ts';

/** Adds what officers entered to the state: the count, and the notices beside it. */
export const applyOfficersEntry = (fold: ElectionFold, entry: CountEntry): void => {
  if (entry.type !== 'notice') return applyCountEntry(fold, entry);
  const index = fold.size;
  fold.size += 1;
  applyNotice(fold, { ...entry, entry: index });
};
