import type { Actor } from '#functions/http/sign-in.ts';
import { SCOPES_OF_ROLE, scopeName } from '#shared/desk/scopes.ts';
import type { LotsDrawn, Role } from '#shared/election/acts.ts';
import type { Constituency, Contestant, ElectionDefinition, Station } from '#shared/election/definition.ts';
import type { StationReport } from '#shared/election/report.ts';
import type { Act, ActOf } from '#shared/recount/act.ts';
import { type CountInput, countReports } from '#shared/recount/count-reports.ts';
import type { ConstituencyResult } from '#shared/recount/results.ts';
import { must } from '#shared/result.ts';

/** Builders of definitions, reports and acts: everything valid unless a test says otherwise. */

export const OPENS = '2016-09-04T07:30:00+08:00';
export const CLOSES = '2016-09-04T22:30:00+08:00';

/** A role signed in with all the scopes it gets; no place until a test names one. */
export const anActor = (role: Role, changes: Partial<Actor> = {}): Actor => ({
  subject: `${role}-test`,
  role,
  elections: [],
  constituencies: [],
  stations: [],
  platforms: [],
  scopes: SCOPES_OF_ROLE[role].map(scopeName),
  signedInAt: 0,
  ...changes,
});

/** A list of some names: `aList('1', 2)` has the candidates `1a` and `1b`. */
export const aList = (id: string, names = 1, changes: Partial<Contestant> = {}): Contestant => ({
  id,
  number: id,
  name: { en: `List ${id}` },
  candidates: Array.from({ length: names }, (_, index) => {
    const letter = index < 26 ? String.fromCharCode(97 + index) : `n${index}`;
    return { id: `${id}${letter}`, name: { en: `Candidate ${id}${letter}` } };
  }),
  ...changes,
});

/** One candidate, without a list. */
export const aCandidate = (id: string, changes: Partial<Contestant> = {}): Contestant => ({
  id,
  number: id,
  name: { en: `Candidate ${id}` },
  ...changes,
});

export const aConstituency = (changes: Partial<Constituency> = {}): Constituency => ({
  id: 'LC1',
  kind: 'geographical',
  system: 'list_pr',
  seats: 2,
  name: { en: 'Hong Kong Island', 'zh-Hant': '香港島' },
  contestants: [aList('1', 2), aList('2', 2), aList('3', 2)],
  ...changes,
});

/** A functional constituency whose voters rank their candidates. */
export const aRanking = (ids: readonly string[], changes: Partial<Constituency> = {}): Constituency =>
  aConstituency({
    kind: 'special_fc',
    system: 'preferential',
    seats: 1,
    contestants: ids.map((id) => aCandidate(id)),
    ...changes,
  });

export const aStation = (id: string, changes: Partial<Station> = {}): Station => ({
  id,
  kind: 'polling_counting',
  name: { en: `Station ${id}` },
  constituency: 'LC1',
  ...changes,
});

export const aDefinition = (changes: Partial<ElectionDefinition> = {}): ElectionDefinition => ({
  id: 'legco-2016',
  title: { en: '2016 Legislative Council Election' },
  edition: '2016',
  timeZone: 'Asia/Hong_Kong',
  pollOpensAt: OPENS,
  pollClosesAt: CLOSES,
  test: false,
  constituencies: [aConstituency()],
  stations: [aStation('A'), aStation('B')],
  ...changes,
});

export const aReport = (changes: Partial<StationReport> = {}): StationReport => ({
  constituency: 'LC1',
  station: 'A',
  count: 1,
  revision: 1,
  votes: { '1': 10, '2': 5, '3': 1 },
  ...changes,
});

/** A report of ranked papers: `aRankedReport([[['1', '2'], 5]])`. */
export const aRankedReport = (
  rankings: readonly (readonly [readonly (string | null | string[])[], number])[],
  changes: Partial<StationReport> = {},
): StationReport => {
  const { votes: _votes, ...report } = aReport(changes);
  return { ...report, rankings: rankings.map(([order, papers]) => ({ order: [...order], papers })) };
};

/** A definition of one constituency with as many stations as it needs. */
export const anElectionOf = (
  constituency: Constituency,
  stations: readonly string[] = ['A'],
  changes: Partial<ElectionDefinition> = {},
): ElectionDefinition =>
  aDefinition({
    constituencies: [constituency],
    stations: stations.map((id) => aStation(id, { constituency: constituency.id })),
    ...changes,
  });

/** Counts from values as the `count` command does from files; every constituency by its id. */
export const count = (
  definition: ElectionDefinition,
  reports: readonly StationReport[],
  lots: readonly LotsDrawn[] = [],
): ((id?: string) => ConstituencyResult) => {
  const input: CountInput = { definition, reports, lots };
  const counted = countReports(input);
  if (!counted.ok) throw new Error(JSON.stringify(counted.problem));
  return (id = definition.constituencies[0]?.id ?? '') =>
    must(
      counted.value.find((result) => result.id === id),
      `${id} is counted`,
    );
};

export const balls = (...drawn: readonly (readonly [string, number])[]): LotsDrawn['draws'] =>
  drawn.map(([contestant, number]) => ({ contestant, number }));

export const someLots = (changes: Partial<LotsDrawn> = {}): LotsDrawn => ({
  constituency: 'LC1',
  stage: 1,
  draws: balls(['1', 9], ['2', 3]),
  ...changes,
});

const AFTER_CLOSE = Date.parse(CLOSES);

/** So many minutes after the close of poll, as machines write it. */
export const minutes = (after: number): string => new Date(AFTER_CLOSE + after * 60_000).toISOString();

type Common = 'election' | 'acceptedAt' | 'role';

const common = (at: number) => ({ election: 'legco-2016', acceptedAt: minutes(at) });

export const definitionAct = (
  body: ElectionDefinition,
  changes: Partial<ActOf<'definition'>> = {},
): ActOf<'definition'> => ({
  ...common(-6000),
  type: 'definition',
  role: 'chief_electoral_officer',
  revision: 1,
  body,
  ...changes,
});

export const reportAct = (
  body: StationReport,
  at = 1,
  changes: Partial<ActOf<'report'>> = {},
): ActOf<'report'> => ({
  ...common(at),
  type: 'report',
  role: 'presiding_officer',
  correction: false,
  body,
  warnings: [],
  ...changes,
});

/** An act of the Returning Officer: `officersAct({ type: 'lots', body }, 5)`. */
export const officersAct = <T extends 'lots' | 'recount' | 'declaration' | 'event' | 'relocation'>(
  act: Omit<ActOf<T>, Common> & { readonly type: T },
  at = 1,
): Act => ({ ...common(at), role: 'returning_officer', ...act }) as unknown as Act;
