import type { Role } from '../election/acts.ts';
import { isContested } from '../election/check-definition.ts';
import { checkReport } from '../election/check-report.ts';
import type { ElectionDefinition } from '../election/definition.ts';
import { type InputProblem, oneProblem } from '../election/input-problem.ts';
import type { StationReport } from '../election/report.ts';
import { ok, type Result, refuse } from '../result.ts';
import { type Act, type ActOf, actPlace, reportKey } from './act.ts';
import { isTerminatedBy, struckNames } from './candidate-stage.ts';
import { outlierWarnings, type SoFar } from './outlier.ts';
import { isWithheld, publishedParts } from './public-entry.ts';
import { reportWarnings } from './report-warnings.ts';

/** What is known of a constituency when an act about it arrives: the definition and the acts accepted so far. */
export interface Known {
  readonly election: string;
  readonly definition: ElectionDefinition;
  readonly acts: readonly Act[];
}

/** Who acts, and when. */
export interface Acting {
  readonly role: Role;
  readonly now: string;
}

const keys = (acts: readonly Act[]): ReadonlySet<string> => new Set(acts.map((act) => actPlace(act).key));

/**
 * Whether a recount was allowed at the station, or in the whole constituency: asked for as soon as the result is told there, it
 * comes before any report, and the count that did not convince is never reported [2016 ¶5.78].
 */
export const recountAllowed = (acts: readonly Act[], station: string): boolean =>
  acts.some(
    (act) =>
      act.type === 'recount' &&
      act.body.decision === 'allowed' &&
      (act.body.scope === 'station' ? act.body.station === station : act.body.scope === 'constituency'),
  );

/** Revision n+1 needs revision n; a recount n+1 needs count n, or to have been allowed before anything was reported. */
const checkSequence = (report: StationReport, acts: readonly Act[]): readonly InputProblem[] => {
  const known = keys(acts);
  const second = report.count === 2 && recountAllowed(acts, report.station);
  if (report.revision > 1 && !known.has(reportKey(report.station, report.count, report.revision - 1))) {
    return oneProblem('revision-missing', '$.revision', report.revision, { expected: report.revision - 1 });
  }
  if (report.count > 1 && !second && !known.has(reportKey(report.station, report.count - 1, 1))) {
    return oneProblem('count-missing', '$.count', report.count, { expected: report.count - 1 });
  }
  return [];
};

/** After a declaration figures change only by a correction that says why; before it, there is nothing to correct. */
const checkStanding = (
  { definition, acts }: Known,
  report: StationReport,
  correction: boolean,
): readonly InputProblem[] => {
  const declared = acts.find((act) => act.type === 'declaration');
  if (declared?.body.outcome === 'terminated') {
    return oneProblem('terminated', '$.constituency', report.constituency);
  }
  if (acts.some((act) => act.type === 'event' && isTerminatedBy(definition, act))) {
    return oneProblem('terminated', '$.constituency', report.constituency);
  }
  if (declared && !correction) return oneProblem('declared', '$.constituency', report.constituency);
  if (!declared && correction) return oneProblem('not-declared', '$.constituency', report.constituency);
  if (correction && report.reason === undefined) return oneProblem('reason-required', '$.reason', null);
  return [];
};

/** Takes a station's report, once: the act to be written, or why it is refused [2016 ¶5.78]. */
export const acceptReport = (
  known: Known,
  report: StationReport,
  acting: Acting & {
    readonly correction: boolean;
    readonly salt: string;
    readonly soFar?: SoFar | undefined;
  },
): Result<ActOf<'report'>, readonly InputProblem[]> => {
  const placed = checkReport(known.definition, report);
  if (!placed.ok) return placed;
  const { constituency } = placed.value;
  const events = known.acts.filter((act) => act.type === 'event');
  if (!isContested(constituency, struckNames(known.definition, events))) {
    return refuse(
      oneProblem('uncontested', '$.constituency', constituency.id, { seats: constituency.seats }),
    );
  }
  const problems = [...checkStanding(known, report, acting.correction), ...checkSequence(report, known.acts)];
  if (problems.length > 0) return refuse(problems);
  const { soFar } = acting;
  // Advice tells figures of the constituency: nobody learns them before the close of poll [C-1].
  const closed = Date.parse(acting.now) >= Date.parse(known.definition.pollClosesAt);
  const advice = soFar && closed ? outlierWarnings(report, placed.value.constituency, soFar) : [];
  return ok({
    type: 'report',
    election: known.election,
    acceptedAt: acting.now,
    role: acting.role,
    correction: acting.correction,
    body: report,
    warnings: [...reportWarnings(placed.value, known.definition)],
    ...(advice.length > 0 ? { advice: [...advice] } : {}),
    ...(isWithheld(report, publishedParts(known.definition)) ? { salt: acting.salt } : {}),
  });
};
