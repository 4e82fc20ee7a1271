import type { Adjournment, Relocation } from '../election/acts.ts';
import { countsVotes, placesOf } from '../election/definition.ts';
import { oneProblem, type Problems } from '../election/input-problem.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Acting, Known } from './accept-report.ts';
import type { Act, ActOf } from './act.ts';
import { constituencyOf } from './tally.ts';

/** The place an act about a count speaks of: a constituency that is not declared, and a station of it that counts votes. */
const checkPlace = (
  { definition, acts }: Known,
  { constituency, station }: { readonly constituency: string; readonly station?: string | undefined },
): Problems => {
  if (!constituencyOf(definition, constituency)) {
    return oneProblem('unknown-constituency', '$.constituency', constituency);
  }
  if (acts.some(({ type }) => type === 'declaration')) {
    return oneProblem('declared', '$.constituency', constituency);
  }
  if (station === undefined) return [];
  const found = placesOf(definition).stations.get(station);
  if (found?.constituency !== constituency) return oneProblem('unknown-station', '$.station', station);
  return countsVotes(found)
    ? []
    : oneProblem('counted-elsewhere', '$.station', station, {
        kind: found.kind,
        countedAt: found.countedAt ?? '',
      });
};

const checkNumber = (number: number, expected: number): Problems =>
  number === expected ? [] : oneProblem('act-number', '$.number', number, { expected });

const isRelocationOf =
  (station: string) =>
  (act: Act): boolean =>
    act.type === 'relocation' && act.body.station === station;

/** Takes the Commission's direction that a count moves [2016 ¶5.82]: the station keeps its id and all that it has reported. */
export const acceptRelocation = (
  known: Known,
  body: Relocation,
  { role, now }: Acting,
): Result<ActOf<'relocation'>, Problems> => {
  const problems = [
    ...checkPlace(known, body),
    ...checkNumber(body.number, known.acts.filter(isRelocationOf(body.station)).length + 1),
  ];
  if (problems.length > 0) return refuse(problems);
  return ok({ election: known.election, role, acceptedAt: now, type: 'relocation', body });
};

/** Whether a station, or its whole constituency, is suspended by the adjournments so far. */
export const isSuspended = (
  adjournments: readonly { readonly body: Adjournment }[],
  station: string | undefined,
): boolean => adjournments.findLast(({ body }) => body.station === station)?.body.state === 'suspended';

/** Takes an adjournment, or the word that it is over; the state it interrupts is kept [2016 ¶5.82]. */
export const acceptAdjournment = (
  known: Known,
  body: Adjournment,
  { role, now }: Acting,
): Result<ActOf<'adjournment'>, Problems> => {
  const earlier = known.acts
    .filter((act) => act.type === 'adjournment')
    .sort((a, b) => a.body.number - b.body.number);
  const suspended = isSuspended(earlier, body.station);
  const problems = [
    ...checkPlace(known, body),
    ...checkNumber(body.number, earlier.length + 1),
    ...(suspended === (body.state === 'resumed')
      ? []
      : oneProblem(suspended ? 'suspended-already' : 'not-suspended', '$.state', body.state)),
  ];
  if (problems.length > 0) return refuse(problems);
  return ok({ election: known.election, role, acceptedAt: now, type: 'adjournment', body });
};
