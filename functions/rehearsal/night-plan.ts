import type { Role } from '#shared/election/acts.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import type { StationReport } from '#shared/election/report.ts';
import type { ElectionScript, OfficersAct } from '../elections/election-script.ts';
import { seededNumbers } from '../elections/seeded-numbers.ts';
import { declarationsOf } from './declarations.ts';

/** Whose token a request carries. */
export interface Officer {
  readonly role: Role;
  readonly constituency?: string;
  readonly station?: string;
}

/** One request of the night. */
export interface NightStep {
  readonly method: 'PUT' | 'POST';
  /** Below `/api/elections/{id}/`. */
  readonly resource: string;
  readonly officer: Officer;
  readonly body: unknown;
  /** What it is, for sentences: `the report of A0101 (LC1)`. */
  readonly what: string;
  /** The station whose first report this is; none where the step must be sent whatever is published. */
  readonly firstReportOf: string | null;
}

/** Steps of a wave do not depend on each other; a wave starts when all steps before it are accepted. */
export type NightWave = readonly NightStep[];

type Kinds = ReadonlyMap<string, { readonly station: string; readonly constituency: string }>;

const kindsOf = (definition: ElectionDefinition): Kinds => {
  const constituencies = new Map(definition.constituencies.map(({ id, kind }) => [id, kind]));
  return new Map(
    definition.stations.map(({ id, kind, constituency }) => [
      id,
      { station: kind, constituency: constituencies.get(constituency) ?? '' },
    ]),
  );
};

const isCentral = (kinds: Kinds, { station }: StationReport): boolean =>
  kinds.get(station)?.station === 'central_counting';

/** A station's report comes from its presiding officer, one of the Central Counting Station from the Returning Officer [counting.md §1]. */
const reportStep = (kinds: Kinds, report: StationReport): NightStep => {
  const { constituency, station, count, revision } = report;
  const later = count > 1 ? `, count ${count}` : revision > 1 ? `, revision ${revision}` : '';
  return {
    method: 'POST',
    resource: 'reports',
    officer: isCentral(kinds, report)
      ? { role: 'returning_officer', constituency }
      : { role: 'presiding_officer', station },
    body: report,
    what: `the report of ${station} (${constituency}${later})`,
    firstReportOf: count === 1 && revision === 1 ? station : null,
  };
};

const actStep = ({ resource, role, constituency, body }: OfficersAct): NightStep => {
  const station = (body as { readonly station?: unknown } | null)?.station;
  const ofStation = role === 'presiding_officer' && typeof station === 'string';
  return {
    method: 'POST',
    resource,
    officer: ofStation ? { role, station } : constituency === '' ? { role } : { role, constituency },
    body,
    what: `${resource} of ${constituency}`,
    firstReportOf: null,
  };
};

const NIGHT = 1_000_000;

/** Stations come in as they finish; central counts take longer, and misplaced papers are counted last of all [2016 ¶5.81]. */
const arrivals = (script: ElectionScript, kinds: Kinds, seed: number): readonly StationReport[] => {
  const numbers = seededNumbers(seed);
  const arrivalOf = (report: StationReport): number => {
    const drawn = numbers.below(NIGHT);
    if (!isCentral(kinds, report)) return drawn;
    const isMisplaced = kinds.get(report.station)?.constituency === 'geographical';
    return isMisplaced ? NIGHT + drawn : Math.floor((NIGHT + drawn) / 2);
  };
  return script.reports
    .filter(({ count, revision }) => count === 1 && revision === 1)
    .map((report, index) => ({ report, index, at: arrivalOf(report) }))
    .sort((a, b) => a.at - b.at || a.index - b.index)
    .map(({ report }) => report);
};

/** Reports after the first, in an order in which each finds the one that it follows. */
const laterReports = (
  script: ElectionScript,
  kinds: Kinds,
  is: (report: StationReport) => boolean,
): readonly NightWave[] =>
  script.reports
    .filter(is)
    .sort((a, b) => a.count - b.count || a.revision - b.revision)
    .map((report) => [reportStep(kinds, report)]);

const definitionStep = (script: ElectionScript): NightStep => ({
  method: 'PUT',
  resource: 'definition',
  officer: { role: 'chief_electoral_officer' },
  body: script.definition,
  what: 'the definition',
  firstReportOf: null,
});

/**
 * The night as waves of requests: definition with the notices before the count, first reports in an order drawn with the seed, revisions, recounts
 * with their reports, lots and events, declarations, and what comes after a declaration. Throws where the script
 * does not add up, before anything is sent.
 */
export const planNight = (script: ElectionScript, seed: number): readonly NightWave[] => {
  const kinds = kindsOf(script.definition);
  const acts = (when: OfficersAct['after'], isRecount: boolean): readonly NightWave[] =>
    script.officersActs
      .filter(({ after, resource }) => after === when && (resource === 'recounts') === isRecount)
      .map((act) => [actStep(act)]);
  const declarations = declarationsOf(script).map((body) =>
    actStep({
      resource: 'declarations',
      role: 'returning_officer',
      constituency: body.constituency,
      body,
      after: 'reports',
    }),
  );
  return [
    [definitionStep(script)],
    ...acts('definition', false),
    arrivals(script, kinds, seed).map((report) => reportStep(kinds, report)),
    ...laterReports(script, kinds, ({ count, revision }) => count === 1 && revision > 1),
    ...acts('reports', true),
    ...laterReports(script, kinds, ({ count }) => count > 1),
    ...acts('reports', false),
    declarations,
    ...acts('declaration', false),
  ].filter((wave) => wave.length > 0);
};
