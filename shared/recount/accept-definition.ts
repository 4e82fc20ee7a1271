import { canonicalJson } from '../canonical-json.ts';
import { type Constituency, countsVotes, type ElectionDefinition } from '../election/definition.ts';
import type { InputProblem } from '../election/input-problem.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Acting } from './accept-report.ts';
import type { ActOf } from './act.ts';

const problem = (code: string, path: string, value: unknown, figures = {}): InputProblem => ({
  code,
  path,
  value,
  figures,
});

/** What stations and constituencies have been counted so far. */
export interface Counted {
  readonly stations: ReadonlySet<string>;
  readonly constituencies: ReadonlySet<string>;
}

/** What decides a count and so may not change once something is counted. */
const fixedBy = (constituency: Constituency): string =>
  canonicalJson({
    kind: constituency.kind,
    system: constituency.system,
    seats: constituency.seats,
    contestants: constituency.contestants.map(({ id, candidates }) => ({
      id,
      candidates: (candidates ?? []).map((candidate) => candidate.id),
    })),
  });

const checkConstituencies = (
  before: ElectionDefinition,
  next: ElectionDefinition,
  counted: Counted,
): readonly InputProblem[] =>
  before.constituencies
    .filter(({ id }) => counted.constituencies.has(id))
    .flatMap((old) => {
      const index = next.constituencies.findIndex(({ id }) => id === old.id);
      const now = next.constituencies[index];
      if (!now) return [problem('counted-removed', '$.constituencies', old.id)];
      return fixedBy(old) === fixedBy(now)
        ? []
        : [problem('counted-changed', `$.constituencies[${index}]`, old.id)];
    });

const checkStations = (
  before: ElectionDefinition,
  next: ElectionDefinition,
  counted: Counted,
): readonly InputProblem[] =>
  before.stations
    .filter(({ id }) => counted.stations.has(id))
    .flatMap((old) => {
      const index = next.stations.findIndex(({ id }) => id === old.id);
      const now = next.stations[index];
      if (!now) return [problem('counted-removed', '$.stations', old.id)];
      return now.constituency === old.constituency && countsVotes(now)
        ? []
        : [problem('counted-changed', `$.stations[${index}]`, old.id)];
    });

/** Rules by which figures were counted or kept back: another rule afterwards would make them mean something else. */
const checkRules = (
  before: ElectionDefinition,
  next: ElectionDefinition,
  { constituencies }: Counted,
): readonly InputProblem[] => {
  if (constituencies.size === 0) return [];
  const quotaOf = ({ rules }: ElectionDefinition) => rules?.quotaFraction ?? 'disregard';
  return [
    ...(quotaOf(before) === quotaOf(next)
      ? []
      : [problem('counted-changed', '$.rules.quotaFraction', quotaOf(next))]),
    ...(['publishRankings', 'publishAccounts'] as const)
      .filter((kind) => (before[kind] ?? false) !== (next[kind] ?? false))
      .map((kind) => problem('counted-changed', `$.${kind}`, next[kind] ?? false)),
  ];
};

/** What a revision may never change: a test election's mark, and the close of a poll that has closed. */
const checkElection = (
  before: ElectionDefinition,
  next: ElectionDefinition,
  now: string,
): readonly InputProblem[] => [
  ...(before.test === next.test ? [] : [problem('test-mark-changed', '$.test', next.test)]),
  ...(Date.parse(now) >= Date.parse(before.pollClosesAt) &&
  Date.parse(before.pollClosesAt) !== Date.parse(next.pollClosesAt)
    ? [problem('poll-has-closed', '$.pollClosesAt', next.pollClosesAt, { pollClosesAt: before.pollClosesAt })]
    : []),
];

/** A definition's next revision: nothing that has been counted may be removed or mean something else. */
export const acceptDefinition = (
  previous: ActOf<'definition'> | null,
  next: ElectionDefinition,
  acting: Acting & { readonly counted: Counted },
): Result<ActOf<'definition'>, readonly InputProblem[]> => {
  const problems = previous
    ? [
        ...checkElection(previous.body, next, acting.now),
        ...checkRules(previous.body, next, acting.counted),
        ...checkConstituencies(previous.body, next, acting.counted),
        ...checkStations(previous.body, next, acting.counted),
      ]
    : [];
  if (problems.length > 0) return refuse(problems);
  return ok({
    type: 'definition',
    election: next.id,
    acceptedAt: acting.now,
    role: acting.role,
    revision: (previous?.revision ?? 0) + 1,
    body: next,
  });
};
