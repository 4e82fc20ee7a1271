import type { StationReport } from '../election/report.ts';
import type { Known } from '../recount/accept-report.ts';
import type { Act, ActOf } from '../recount/act.ts';
import { type CountedConstituency, countConstituency } from '../recount/count-constituency.ts';
import type { ElectionFold } from '../recount/election-fold.ts';
import { everyOutcome } from '../recount/every-outcome.ts';
import { inOrder, knownFold } from '../recount/known-fold.ts';
import type { ConstituencyResult } from '../recount/results.ts';
import { constituencyOf } from '../recount/tally.ts';
import { must } from '../result.ts';
import type { PublicFigures } from './desk-views.ts';

/** The acts accepted so far, as the ledger has them or will have them within a moment. */
export const foldKnown = ({ definition, acts }: Known, closed = true): ElectionFold =>
  knownFold(definition, inOrder(acts), closed);

export const isPollClosed = ({ definition }: Known, now: string): boolean =>
  Date.parse(now) >= Date.parse(definition.pollClosesAt);

/** What anybody may know of a constituency by now: nothing of a count before the poll has closed [C-1]. */
export const tellableResult = (known: Known, id: string, now: string): ConstituencyResult =>
  countKnown(known, id, foldKnown(known, isPollClosed(known, now))).result;

/** A constituency counted from the acts accepted so far. */
export const countKnown = (known: Known, id: string, fold = foldKnown(known)): CountedConstituency => {
  const { definition } = known;
  const constituency = must(constituencyOf(definition, id), `${id} is a constituency of ${definition.id}`);
  return countConstituency({ fold, definition, outcomeOf: everyOutcome }, constituency);
};

/** The figures that a confirmation moves. */
export const publicFigures = (result: ConstituencyResult): PublicFigures => ({
  status: result.status,
  reports: result.stationsReported,
  expected: result.stationsExpected,
  valid: result.valid,
  rejected: result.rejected,
  quota: result.quota,
  lastSeat: result.lastSeat && { contestant: result.lastSeat.contestant, gap: result.lastSeat.gap },
  seats: Object.fromEntries(result.contestants.map(({ id, seats }) => [id, seats])),
});

const asIfConfirmed = ({ election, acts }: Known, body: StationReport, now: string): ActOf<'report'> => {
  const latest = acts.reduce((last, { acceptedAt }) => (acceptedAt > last ? acceptedAt : last), now);
  return {
    type: 'report',
    election,
    acceptedAt: latest,
    role: 'presiding_officer',
    correction: false,
    body,
    warnings: [],
  };
};

/** What the public sees now, and what it would see once a report is confirmed. */
export const previewOf = (
  known: Known,
  report: StationReport,
  now: string,
): { readonly now: PublicFigures; readonly after: PublicFigures } => {
  const acts: readonly Act[] = [...known.acts, asIfConfirmed(known, report, now)];
  return {
    now: publicFigures(tellableResult(known, report.constituency, now)),
    after: publicFigures(tellableResult({ ...known, acts }, report.constituency, now)),
  };
};
