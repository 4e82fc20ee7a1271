import type { Ballot } from '../allocation/preferential.ts';
import { effectivePreferences } from '../counting/effective-preferences.ts';
import type { StationReport } from '../election/report.ts';

/** Papers without a single first preference, by ground [2016 ¶5.89]. */
export type InvalidPapers = Record<string, number>;

/** The papers that count, one by one; those that do not are added up in `invalid` on the way. */
export function* validBallots(
  reports: Iterable<Pick<StationReport, 'rankings'>>,
  invalid: InvalidPapers,
): Generator<Ballot> {
  for (const { rankings = [] } of reports) {
    for (const { order, papers } of rankings) {
      const effective = effectivePreferences(order);
      if (effective.valid) yield { order: effective.order, papers };
      else invalid[effective.reason] = (invalid[effective.reason] ?? 0) + papers;
    }
  }
}
