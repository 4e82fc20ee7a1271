import { canonicalJson } from '../canonical-json.ts';
import type { LotsDrawn } from '../election/acts.ts';
import { checkReport } from '../election/check-report.ts';
import type { ElectionDefinition } from '../election/definition.ts';
import type { InputProblem } from '../election/input-problem.ts';
import type { StationReport } from '../election/report.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Act } from './act.ts';
import { countConstituency } from './count-constituency.ts';
import { everyOutcome } from './every-outcome.ts';
import { knownFold } from './known-fold.ts';
import type { ConstituencyResult } from './results.ts';

/** What the count needs, from files: no ledger, no clock. */
export interface CountInput {
  readonly definition: ElectionDefinition;
  readonly reports: readonly StationReport[];
  readonly lots: readonly LotsDrawn[];
}

const at = (prefix: string, problems: readonly InputProblem[]): readonly InputProblem[] =>
  problems.map((problem) => ({ ...problem, path: problem.path.replace(/^\$/, prefix) }));

const placeOf = ({ constituency, station, count, revision }: StationReport): string =>
  JSON.stringify([constituency, station, count, revision]);

const checkReports = ({ definition, reports }: CountInput): readonly InputProblem[] => {
  const seen = new Map<string, number>();
  return reports.flatMap((report, index) => {
    const checked = checkReport(definition, report);
    if (!checked.ok) return at(`$[${index}]`, checked.problem);
    const place = placeOf(report);
    const first = seen.get(place);
    if (first === undefined) {
      seen.set(place, index);
      return [];
    }
    // The same content twice is the same report; another content would be a conflict nobody has decided.
    return canonicalJson(reports[first]) === canonicalJson(report)
      ? []
      : [{ code: 'not-unique', path: `$[${index}]`, value: place, figures: { first: `$[${first}]` } }];
  });
};

const checkLots = ({ definition, lots }: CountInput): readonly InputProblem[] =>
  lots.flatMap(({ constituency: id, draws }, index): readonly InputProblem[] => {
    const constituency = definition.constituencies.find((known) => known.id === id);
    if (!constituency) {
      return [{ code: 'unknown-constituency', path: `$[${index}].constituency`, value: id }];
    }
    const known = new Set(constituency.contestants.map((contestant) => contestant.id));
    const figures = { allowed: [...known].slice(0, 40).join(', ') };
    return draws.flatMap(({ contestant }, at) => {
      const path = `$[${index}].draws[${at}].contestant`;
      return known.has(contestant) ? [] : [{ code: 'unknown-contestant', path, value: contestant, figures }];
    });
  });

/** Reports as acts that the records would hold, had they been accepted at the close of poll. */
export const reportActs = (
  { id: election, pollClosesAt: acceptedAt }: ElectionDefinition,
  reports: readonly StationReport[],
): readonly Act[] =>
  reports.map((body) => ({
    election,
    acceptedAt,
    type: 'report',
    role: 'presiding_officer',
    correction: false,
    body,
    warnings: [],
  }));

const actsOf = ({ definition, reports, lots }: CountInput): readonly Act[] => [
  ...reportActs(definition, reports),
  ...lots.map(
    (body): Act => ({
      election: definition.id,
      acceptedAt: definition.pollClosesAt,
      type: 'lots',
      role: 'returning_officer',
      body,
    }),
  ),
];

/** Counts an election from its definition, reports and lots; or says what in the reports or lots cannot be counted. */
export const countReports = (
  input: CountInput,
): Result<
  readonly ConstituencyResult[],
  { readonly reports: readonly InputProblem[]; readonly lots: readonly InputProblem[] }
> => {
  const problems = { reports: checkReports(input), lots: checkLots(input) };
  if (problems.reports.length + problems.lots.length > 0) return refuse(problems);
  const { definition } = input;
  const basis = { fold: knownFold(definition, actsOf(input)), definition, outcomeOf: everyOutcome };
  return ok(definition.constituencies.map((constituency) => countConstituency(basis, constituency).result));
};

/** One constituency of the `count` command's output: field names are fixed, files in this shape are compared with others. */
export const countedShape = (result: ConstituencyResult) => ({
  id: result.id,
  status: result.status,
  stationsReported: result.stationsReported,
  stationsExpected: result.stationsExpected,
  valid: result.valid,
  rejected: result.rejected,
  quota: result.quota,
  contestants: result.contestants.map(({ id, votes, share, quotaSeats, remainder, seats, elected }) => ({
    id,
    votes,
    share,
    quotaSeats,
    remainder,
    seats,
    elected,
  })),
  rounds: result.rounds.map((round) => ({
    round: round.round,
    continuing: round.continuing,
    votes: round.votes,
    transferred: round.transferred,
    exhausted: round.exhausted,
    exhaustedTotal: round.exhaustedTotal,
    eliminated: round.eliminated,
    elected: round.elected,
  })),
  lots: { needed: result.lots.needed, among: result.lots.among, places: result.lots.places },
  flags: result.flags,
});
