import { ok, type Result, refuse } from '../result.ts';
import {
  type Constituency,
  type Contestant,
  countingStations,
  ElectionDefinition,
  NEVER_COUNTING,
  type Station,
} from './definition.ts';
import { type InputProblem, jsonPath, parseInput } from './input-problem.ts';
import { isRehearsalId } from './rehearsal-id.ts';

/** Something in a definition that is legal but that its officer should know. */
export interface DefinitionNotice {
  readonly code: 'list-truncated' | 'uncontested' | 'no-counting-station';
  readonly path: string;
  readonly figures: Readonly<Record<string, string | number>>;
}

type Path = readonly PropertyKey[];

const problem = (
  code: string,
  path: Path,
  value: unknown,
  figures: Record<string, string | number> = {},
): InputProblem => ({
  code,
  path: jsonPath(path),
  value,
  figures,
});

/** Every second and later use of an identifier within `items`. */
const repeated = (
  ids: readonly string[],
  pathOf: (index: number) => Path,
  code = 'not-unique',
): readonly InputProblem[] => {
  const first = new Map<string, number>();
  return ids.flatMap((id, index) => {
    const seen = first.get(id);
    if (seen === undefined) {
      first.set(id, index);
      return [];
    }
    return [problem(code, pathOf(index), id, { first: jsonPath(pathOf(seen)) })];
  });
};

const checkContestants = (constituency: Constituency, at: Path): readonly InputProblem[] => {
  const { contestants, system } = constituency;
  const names = contestants.flatMap((contestant, i) =>
    (contestant.candidates ?? []).map((candidate, j) => ({ id: candidate.id, i, j })),
  );
  const shape = contestants.flatMap((contestant, i) => {
    if (system === 'list_pr' && contestant.candidates === undefined) {
      return [problem('list-without-names', [...at, 'contestants', i, 'candidates'], null)];
    }
    if (system !== 'list_pr' && (contestant.candidates?.length ?? 1) > 1) {
      return [
        problem(
          'one-candidate-only',
          [...at, 'contestants', i, 'candidates'],
          contestant.candidates?.length ?? 0,
          { system },
        ),
      ];
    }
    return [];
  });
  return [
    ...shape,
    ...repeated(
      contestants.map(({ id }) => id),
      (i) => [...at, 'contestants', i, 'id'],
    ),
    ...repeated(
      contestants.map(({ number }) => number),
      (i) => [...at, 'contestants', i, 'number'],
    ),
    ...repeated(
      names.map(({ id }) => id),
      (n) => [...at, 'contestants', names[n]?.i ?? 0, 'candidates', names[n]?.j ?? 0, 'id'],
    ),
  ];
};

/** A long chain is told by its ends. */
const shownChain = (chain: readonly string[]): string =>
  (chain.length > 12 ? [...chain.slice(0, 6), '…', ...chain.slice(-5)] : chain).join(' → ');

/** Where a chain of `countedAt` leads: its last station, or the problem on the way. */
const endOfChain = (
  start: Station,
  byId: ReadonlyMap<string, Station>,
): { readonly end: Station } | { readonly code: string; readonly value: string; readonly chain?: string } => {
  const chain = new Set([start.id]);
  let here = start;
  while (here.countedAt !== undefined) {
    const next = byId.get(here.countedAt);
    if (!next) return { code: 'unknown-station', value: here.countedAt };
    if (chain.has(next.id)) {
      return { code: 'counted-at-loop', value: here.countedAt, chain: shownChain([...chain, next.id]) };
    }
    chain.add(next.id);
    here = next;
  }
  return { end: here };
};

/** Every chain of `countedAt` must end, without a loop, where votes of the same constituency are counted. */
const checkCountedAt = (stations: readonly Station[]): readonly InputProblem[] => {
  const byId = new Map(stations.map((station) => [station.id, station]));
  return stations.flatMap((station, index) => {
    if (station.countedAt === undefined) return [];
    const at: Path = ['stations', index, 'countedAt'];
    const chain = endOfChain(station, byId);
    if ('code' in chain)
      return [problem(chain.code, at, chain.value, chain.chain ? { chain: chain.chain } : {})];
    const { end } = chain;
    if (NEVER_COUNTING.has(end.kind)) {
      return [problem('counted-at-non-counting', at, station.countedAt, { station: end.id, kind: end.kind })];
    }
    return end.constituency === station.constituency
      ? []
      : [problem('counted-at-elsewhere', at, station.countedAt, { constituency: end.constituency })];
  });
};

/** Kinds that an edition does not know [editions.md §1: no dedicated or sorting stations, no DC(second) in 2008]. */
const checkEdition = (definition: ElectionDefinition): readonly InputProblem[] => {
  if (definition.edition !== '2008') return [];
  return [
    ...definition.constituencies.flatMap(({ kind }, i) =>
      kind === 'dc_second'
        ? [problem('not-in-edition', ['constituencies', i, 'kind'], kind, { edition: '2008' })]
        : [],
    ),
    ...definition.stations.flatMap(({ kind }, i) =>
      kind === 'dedicated_polling' || kind === 'sorting'
        ? [problem('not-in-edition', ['stations', i, 'kind'], kind, { edition: '2008' })]
        : [],
    ),
  ];
};

/** Where an election's pages would stand there is another page already: for unknown addresses, the desk, and the desk's own accounts. */
const RESERVED_IDS: ReadonlySet<string> = new Set(['404', 'desk', 'accounts']);

const crossReferences = (definition: ElectionDefinition): readonly InputProblem[] => {
  const constituencies = new Set(definition.constituencies.map(({ id }) => id));
  return [
    ...(RESERVED_IDS.has(definition.id) ? [problem('reserved-name', ['id'], definition.id)] : []),
    // What plays rehearsal nights may write elections of such ids: none of them can be a real one.
    ...(isRehearsalId(definition.id) && !definition.test
      ? [problem('rehearsal-not-test', ['test'], definition.test, { id: definition.id })]
      : []),
    ...(Date.parse(definition.pollClosesAt) > Date.parse(definition.pollOpensAt)
      ? []
      : [
          problem('closes-before-it-opens', ['pollClosesAt'], definition.pollClosesAt, {
            pollOpensAt: definition.pollOpensAt,
          }),
        ]),
    ...repeated(
      definition.constituencies.map(({ id }) => id),
      (i) => ['constituencies', i, 'id'],
    ),
    ...repeated(
      definition.stations.map(({ id }) => id),
      (i) => ['stations', i, 'id'],
    ),
    ...definition.stations.flatMap((station, i) =>
      constituencies.has(station.constituency)
        ? []
        : [problem('unknown-constituency', ['stations', i, 'constituency'], station.constituency)],
    ),
    ...definition.constituencies.flatMap((constituency, i) =>
      checkContestants(constituency, ['constituencies', i]),
    ),
    ...checkCountedAt(definition.stations),
    ...checkEdition(definition),
  ];
};

/** Names that stand for election: the first S of a list, later ones are struck off [2016 ¶2.23, ¶4.36]. */
export const standingNames = (
  contestant: Contestant,
  constituency: Pick<Constituency, 'seats' | 'system'>,
): NonNullable<Contestant['candidates']> => {
  const names = contestant.candidates ?? [{ id: contestant.id, name: contestant.name }];
  return constituency.system === 'list_pr' ? names.slice(0, constituency.seats) : names;
};

/** Contested where more people stand than there are seats: people, not lists [2016 ¶2.22]. */
export const isContested = (constituency: Constituency, struck: ReadonlySet<string> = new Set()): boolean => {
  if (constituency.system === 'net_support' || constituency.system === 'nomination') return true;
  let people = 0;
  for (const contestant of constituency.contestants) {
    for (const { id } of standingNames(contestant, constituency)) if (!struck.has(id)) people += 1;
    if (people > constituency.seats) return true;
  }
  return false;
};

const notices = (definition: ElectionDefinition): readonly DefinitionNotice[] =>
  definition.constituencies.flatMap((constituency, i) => [
    ...constituency.contestants.flatMap((contestant, j): readonly DefinitionNotice[] => {
      const given = contestant.candidates?.length ?? 0;
      if (constituency.system !== 'list_pr' || given <= constituency.seats) return [];
      return [
        {
          code: 'list-truncated',
          path: jsonPath(['constituencies', i, 'contestants', j, 'candidates']),
          figures: { names: given, kept: constituency.seats },
        },
      ];
    }),
    ...(isContested(constituency)
      ? []
      : [
          {
            code: 'uncontested' as const,
            path: jsonPath(['constituencies', i]),
            figures: { seats: constituency.seats },
          },
        ]),
    ...(isContested(constituency) && countingStations(definition, constituency.id).length === 0
      ? [{ code: 'no-counting-station' as const, path: jsonPath(['constituencies', i]), figures: {} }]
      : []),
  ]);

/** Parses an election definition strictly and checks every cross-reference, naming each problem's path and value. */
export const parseDefinition = (
  input: unknown,
): Result<
  { readonly definition: ElectionDefinition; readonly notices: readonly DefinitionNotice[] },
  readonly InputProblem[]
> => {
  const parsed = parseInput(ElectionDefinition, input);
  if (!parsed.ok) return parsed;
  const problems = crossReferences(parsed.value);
  if (problems.length > 0) return refuse(problems);
  return ok({ definition: parsed.value, notices: notices(parsed.value) });
};
