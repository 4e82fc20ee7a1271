import { contentHash } from '../hash.ts';
import { type NameIndex, nameIndex } from '../name-index.ts';
import { ok, type Result, refuse } from '../result.ts';
import { isContested } from './check-definition.ts';
import {
  type Constituency,
  countsVotes,
  type ElectionDefinition,
  placesOf,
  type Station,
} from './definition.ts';
import { type InputProblem, jsonPath, shownValue } from './input-problem.ts';
import type { StationReport } from './report.ts';

/** A report with the places of the definition that it speaks of. */
export interface PlacedReport {
  readonly report: StationReport;
  readonly constituency: Constituency;
  readonly station: Station;
}

const problem = (
  code: string,
  path: readonly PropertyKey[],
  value: unknown,
  figures: Record<string, string | number> = {},
): InputProblem => ({ code, path: jsonPath(path), value: shownValue(value), figures });

/** Which of the three ways of giving votes each system uses. */
const VOTES_FIELD = {
  list_pr: 'votes',
  first_past_the_post: 'votes',
  nomination: 'votes',
  preferential: 'rankings',
  net_support: 'choices',
} as const;

const checkFields = (report: StationReport, constituency: Constituency): readonly InputProblem[] => {
  const wanted = VOTES_FIELD[constituency.system];
  const wrong = (['votes', 'rankings', 'choices'] as const)
    .filter((field) => field !== wanted && report[field] !== undefined)
    .map((field) =>
      problem('not-in-system', [field], report[field], { system: constituency.system, expected: wanted }),
    );
  const missing =
    report[wanted] === undefined
      ? [problem('votes-missing', [wanted], null, { system: constituency.system })]
      : [];
  const severalVotes = constituency.system === 'first_past_the_post' && constituency.seats > 1;
  if (severalVotes && report.papers === undefined) {
    return [...wrong, ...missing, problem('papers-missing', ['papers'], null, { seats: constituency.seats })];
  }
  if (!severalVotes && report.papers !== undefined) {
    return [
      ...wrong,
      ...missing,
      problem('not-in-system', ['papers'], report.papers, {
        system: constituency.system,
        expected: wanted,
      }),
    ];
  }
  return [...wrong, ...missing];
};

type Rankings = NonNullable<StationReport['rankings']>;

/** Strangers on one paper, with the rank that names them. */
const strangersOn = (
  order: Rankings[number]['order'],
  known: NameIndex,
): readonly (readonly [number, string])[] =>
  order.flatMap((rank, at) =>
    [rank]
      .flat()
      .flatMap((id) => (id === null || known.placeOf(id) !== undefined ? [] : [[at, id] as const])),
  );

const stranger = (path: readonly PropertyKey[], id: string, known: NameIndex): InputProblem =>
  problem('unknown-contestant', path, id, { allowed: known.names.slice(0, 40).join(', ') });

const namesOnly = (order: Rankings[number]['order'], { placeOf }: NameIndex): boolean => {
  for (const rank of order) {
    if (rank !== null && (typeof rank !== 'string' || placeOf(rank) === undefined)) return false;
  }
  return true;
};

/** Rankings that name somebody who does not stand. A plain look first: a report can bring a million of them. */
const strangersIn = (rankings: Rankings, known: NameIndex): readonly InputProblem[] => {
  const found: InputProblem[] = [];
  for (let i = 0; i < rankings.length; i += 1) {
    const order = rankings[i]?.order ?? [];
    if (namesOnly(order, known)) continue;
    for (const [at, id] of strangersOn(order, known)) {
      found.push(stranger(['rankings', i, 'order', at], id, known));
    }
  }
  return found;
};

const ballots = new WeakMap<Constituency, string>();

/** Names a candidate list: every contestant in ballot order with number, names and candidates. A form made from another list is refused. */
export const ballotHash = (constituency: Constituency): string => {
  const known = ballots.get(constituency) ?? contentHash(constituency.contestants);
  ballots.set(constituency, known);
  return known;
};

const checkBallot = (report: StationReport, constituency: Constituency): readonly InputProblem[] =>
  report.ballot === undefined || report.ballot === ballotHash(constituency)
    ? []
    : [problem('ballot-differs', ['ballot'], report.ballot, { expected: ballotHash(constituency) })];

const NOBODY = nameIndex([]);

const checkContestants = (definition: ElectionDefinition, report: StationReport): readonly InputProblem[] => {
  const known = placesOf(definition).contestants.get(report.constituency) ?? NOBODY;
  const named = (field: 'votes' | 'choices') =>
    Object.keys(report[field] ?? {})
      .filter((id) => known.placeOf(id) === undefined)
      .map((id) => stranger([field, id], id, known));
  const ranked = strangersIn(report.rankings ?? [], known);
  return [...named('votes'), ...named('choices'), ...ranked];
};

const place = (
  definition: ElectionDefinition,
  report: StationReport,
): Result<PlacedReport, readonly InputProblem[]> => {
  const { constituencies, stations } = placesOf(definition);
  const constituency = constituencies.get(report.constituency);
  if (!constituency) return refuse([problem('unknown-constituency', ['constituency'], report.constituency)]);
  const station = stations.get(report.station);
  if (!station) return refuse([problem('unknown-station', ['station'], report.station)]);
  if (station.constituency !== constituency.id) {
    return refuse([
      problem('station-of-another-constituency', ['station'], station.id, {
        constituency: station.constituency,
      }),
    ]);
  }
  if (!countsVotes(station)) {
    return refuse([
      problem('counted-elsewhere', ['station'], station.id, {
        kind: station.kind,
        countedAt: station.countedAt ?? '',
      }),
    ]);
  }
  if (!isContested(constituency)) {
    return refuse([problem('uncontested', ['constituency'], constituency.id, { seats: constituency.seats })]);
  }
  return ok({ report, constituency, station });
};

/** Holds a report against the definition: places known, counted here, contested, fields of its system, contestants known. */
export const checkReport = (
  definition: ElectionDefinition,
  report: StationReport,
): Result<PlacedReport, readonly InputProblem[]> => {
  const placed = place(definition, report);
  if (!placed.ok) return placed;
  const problems = [
    ...checkFields(report, placed.value.constituency),
    ...checkContestants(definition, report),
    ...checkBallot(report, placed.value.constituency),
  ];
  return problems.length > 0 ? refuse(problems) : placed;
};
