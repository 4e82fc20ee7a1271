import type { Constituency, ElectionDefinition, Station } from '../election/definition.ts';
import { type AuditChange, changedLeaves, leavesOf } from './audit-changes.ts';

/** A change of a definition; `constituency` is null where it is the whole election's. */
export interface DefinitionChange extends AuditChange {
  readonly constituency: string | null;
}

type Fields = ReadonlyMap<string, string | number | boolean>;

/** Lists and candidates by their ids, so that a name put in between moves nothing. */
const constituencyFields = ({ contestants, ...rest }: Constituency): Fields => {
  const named = contestants.map(({ id, candidates = [], ...contestant }) => [
    id,
    { ...contestant, candidates: Object.fromEntries(candidates.map(({ id: name, ...of }) => [name, of])) },
  ]);
  return leavesOf({ ...rest, contestants: Object.fromEntries(named) }, ['constituencies', rest.id]);
};

const stationFields = (station: Station): Fields => leavesOf(station, ['stations', station.id]);

const electionFields = (definition: ElectionDefinition | null): Fields => {
  if (!definition) return new Map();
  const { constituencies: _c, stations: _s, ...election } = definition;
  return leavesOf(election);
};

interface Place {
  readonly fields: Fields;
  readonly constituency: string;
}

const placesIn = (definition: ElectionDefinition | null): ReadonlyMap<string, Place> =>
  new Map<string, Place>([
    ...(definition?.constituencies ?? []).map(
      (one) => [`c/${one.id}`, { fields: constituencyFields(one), constituency: one.id }] as const,
    ),
    ...(definition?.stations ?? []).map(
      (one) => [`s/${one.id}`, { fields: stationFields(one), constituency: one.constituency }] as const,
    ),
  ]);

const NOTHING: Fields = new Map();

const sizesOf = ({ constituencies, stations }: ElectionDefinition): Fields =>
  new Map([
    ['$.constituencies', constituencies.length],
    ['$.contestants', constituencies.reduce((sum, { contestants }) => sum + contestants.length, 0)],
    ['$.stations', stations.length],
  ]);

/** What a revision of the definition changed. The first one is summed up: how many of each it defines. */
export const definitionChanges = (
  before: ElectionDefinition | null,
  after: ElectionDefinition,
): readonly DefinitionChange[] => {
  const whole = changedLeaves(electionFields(before), electionFields(after));
  const ofElection = (changes: readonly AuditChange[]): readonly DefinitionChange[] =>
    changes.map((change) => ({ ...change, constituency: null }));
  if (!before) return ofElection([...whole, ...changedLeaves(NOTHING, sizesOf(after))]);
  const [was, is] = [placesIn(before), placesIn(after)];
  const places = [...new Set([...is.keys(), ...was.keys()])].flatMap((name) => {
    const [old, now] = [was.get(name), is.get(name)];
    const constituency = now?.constituency ?? old?.constituency ?? null;
    return changedLeaves(old?.fields ?? NOTHING, now?.fields ?? NOTHING).map((change) => ({
      ...change,
      constituency,
    }));
  });
  return [...ofElection(whole), ...places];
};
