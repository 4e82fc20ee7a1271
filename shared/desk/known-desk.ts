import type { Known } from '../recount/accept-report.ts';
import type { CountedConstituency } from '../recount/count-constituency.ts';
import type { ElectionFold } from '../recount/election-fold.ts';
import type { Signed } from './desk-record.ts';
import { countKnown, foldKnown } from './figures.ts';

/** A constituency with everything on its desk, counted. */
export interface KnownDesk {
  readonly known: Known;
  readonly records: readonly Signed[];
  readonly constituency: string;
  /** The constituency's acts as the ledger folds them. */
  readonly fold: ElectionFold;
  readonly counted: CountedConstituency;
  /** Telephone numbers of officers by station, as far as accounts name them. */
  readonly phones: ReadonlyMap<string, string>;
}

export const knownDesk = (
  known: Known,
  records: readonly Signed[],
  constituency: string,
  phones: KnownDesk['phones'] = new Map(),
): KnownDesk => {
  const fold = foldKnown(known);
  return { known, records, constituency, fold, counted: countKnown(known, constituency, fold), phones };
};
