import { checkDraws, type LotsProblem } from '../allocation/lots.ts';
import type { CandidateEvent, Declaration, LotsDrawn, RecountDecision, Role } from '../election/acts.ts';
import { standingNames } from '../election/check-definition.ts';
import type { Constituency } from '../election/definition.ts';
import { oneProblem, type Problems } from '../election/input-problem.ts';
import { compare, fraction, parse } from '../fraction.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Acting, Known } from './accept-report.ts';
import type { ActOf } from './act.ts';
import { candidateStage } from './candidate-stage.ts';
import { countConstituency } from './count-constituency.ts';
import { drawsThatApply } from './draws-that-apply.ts';
import { everyOutcome } from './every-outcome.ts';
import { inOrder, knownFold } from './known-fold.ts';
import type { ConstituencyResult } from './results.ts';
import { constituencyOf } from './tally.ts';

/** Where an act about a constituency stands: the constituency and its count from the acts accepted so far. */
interface Standing {
  readonly constituency: Constituency;
  readonly result: ConstituencyResult;
}

const standingOf = (known: Known, id: string, acts = known.acts): Result<Standing, Problems> => {
  const constituency = constituencyOf(known.definition, id);
  if (!constituency) return refuse(oneProblem('unknown-constituency', '$.constituency', id));
  const { definition } = known;
  const basis = { fold: knownFold(definition, inOrder(acts)), definition, outcomeOf: everyOutcome };
  return ok({ constituency, result: countConstituency(basis, constituency).result });
};

const isDeclared = ({ acts }: Known): boolean => acts.some(({ type }) => type === 'declaration');

const beforeClose = ({ definition }: Known, now: string): Problems =>
  Date.parse(now) < Date.parse(definition.pollClosesAt)
    ? oneProblem('before-close', '$', now, { pollClosesAt: definition.pollClosesAt })
    : [];

const common = ({ election }: Known, { role, now }: Acting) => ({ election, role, acceptedAt: now });

const lotsProblem = (problem: LotsProblem, before: number): Problems => {
  const at = `$.draws[${Math.max(0, problem.at - before)}]`;
  switch (problem.kind) {
    case 'no-lots-needed':
      return oneProblem('lots-not-needed', at, problem.contestant);
    case 'not-drawing':
    case 'drawn-twice':
      return oneProblem('lots-group', `${at}.contestant`, problem.contestant, {
        expected: problem.expected.join(', '),
      });
    case 'number-out-of-range':
      return oneProblem('lots-number', `${at}.number`, problem.number);
    case 'draw-missing':
      return oneProblem('lots-incomplete', '$.draws', null, { missing: problem.expected.join(', ') });
    case 'draw-superfluous':
      return oneProblem('lots-superfluous', at, problem.contestant);
  }
};

/** Takes the balls drawn for a tie; they are entered, never made up, and must be those of the tied group [2016 ¶2.26, A-9]. */
export const acceptLots = (
  known: Known,
  body: LotsDrawn,
  acting: Acting,
): Result<ActOf<'lots'>, Problems> => {
  const standing = standingOf(known, body.constituency);
  if (!standing.ok) return standing;
  if (isDeclared(known)) return refuse(oneProblem('declared', '$.constituency', body.constituency));
  const { result } = standing.value;
  if (result.stationsReported < result.stationsExpected) return refuse(notComplete(result));
  const { among, places, needed } = result.lots;
  if (!needed) return refuse(oneProblem('lots-not-needed', '$.constituency', body.constituency));
  const drawn = inOrder(known.acts).filter((act) => act.type === 'lots');
  const earlier = drawsThatApply(
    drawn.map((act) => act.body.draws),
    { among, places },
  );
  const checked = checkDraws(among, places, [...earlier, ...body.draws]);
  if (!checked.ok) return refuse(lotsProblem(checked.problem, earlier.length));
  return ok({ ...common(known, acting), type: 'lots', body });
};

const notComplete = (result: ConstituencyResult): Problems => {
  const waiting = result.stations.filter(({ status }) => status === 'waiting').map(({ id }) => id);
  const shown = waiting.slice(0, 20).join(', ');
  return oneProblem('not-complete', '$.constituency', result.id, {
    missing: waiting.length > 20 ? `${shown} … (${waiting.length})` : shown,
  });
};

const electedOf = (result: ConstituencyResult): readonly string[] =>
  result.contestants.flatMap(({ elected }) => elected);

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

const checkElected = (result: ConstituencyResult, body: Declaration): Problems => {
  if (result.status === 'terminated') return oneProblem('terminated', '$.constituency', result.id);
  if (result.contested && (result.status === 'none' || result.stationsReported < result.stationsExpected)) {
    return notComplete(result);
  }
  if (result.status === 'recount') {
    const recounting = result.stations.filter(({ status }) => status === 'recounting').map(({ id }) => id);
    return oneProblem('not-complete', '$.constituency', result.id, { missing: recounting.join(', ') });
  }
  if (result.lots.needed) {
    return oneProblem('not-complete', '$.constituency', result.id, { missing: result.lots.among.join(', ') });
  }
  const computed = electedOf(result);
  return sameNames(computed, body.elected)
    ? []
    : oneProblem('elected-differs', '$.elected', body.elected.join(', '), {
        computed: computed.join(', '),
        sent: body.elected.join(', '),
      });
};

/** Takes the Returning Officer's declaration: what was read aloud must be what the count gives [2016 ¶2.27, ¶5.99-5.100]. */
export const acceptDeclaration = (
  known: Known,
  body: Declaration,
  acting: Acting,
): Result<ActOf<'declaration'>, Problems> => {
  const standing = standingOf(known, body.constituency);
  if (!standing.ok) return standing;
  if (isDeclared(known)) return refuse(oneProblem('already-declared', '$.constituency', body.constituency));
  const { result } = standing.value;
  const problems = [
    ...(result.contested && body.outcome !== 'terminated' ? beforeClose(known, acting.now) : []),
    ...(body.outcome === 'elected' ? checkElected(result, body) : withoutElected(body)),
  ];
  if (problems.length > 0) return refuse(problems);
  return ok({ ...common(known, acting), type: 'declaration', body });
};

/** A failed or terminated election names nobody and says why. */
const withoutElected = (body: Declaration): Problems => [
  ...(body.elected.length > 0
    ? oneProblem('elected-differs', '$.elected', body.elected.join(', '), {
        computed: '',
        sent: body.elected.join(', '),
      })
    : []),
  ...(body.reason === undefined ? oneProblem('reason-required', '$.reason', null) : []),
];

/** Request B waits for the misplaced papers; it is barred where they are fewer than the smallest gap [2016 ¶5.80, C-9]. */
const checkMisplacedTest = (body: RecountDecision, { misplaced }: ConstituencyResult): Problems => {
  const waits = body.afterMisplaced === true && body.decision === 'allowed';
  if (!waits || !misplaced?.smallestGap) return [];
  const estimate = body.misplacedEstimate ?? misplaced.estimate;
  if (estimate === null || compare(fraction(estimate), parse(misplaced.smallestGap)) >= 0) return [];
  return oneProblem('recount-barred', '$.decision', body.decision, { estimate, gap: misplaced.smallestGap });
};

/** A station's recount is its Presiding Officer's matter, every other the Returning Officer's [2016 ¶5.78-5.81]. */
const checkRecountScope = (body: RecountDecision, role: Role): Problems => {
  if (body.scope === 'station') {
    return body.station === undefined ? oneProblem('recount-station-required', '$.station', null) : [];
  }
  return [
    ...(role === 'returning_officer'
      ? []
      : oneProblem('wrong-role', '$.scope', role, { allowed: 'returning_officer' })),
    ...(body.station === undefined ? [] : oneProblem('unknown-field', '$.station', body.station)),
  ];
};

const checkRecount = (known: Known, body: RecountDecision, result: ConstituencyResult): Problems => {
  const number = known.acts.filter(({ type }) => type === 'recount').length + 1;
  const station = result.stations.find(({ id }) => id === body.station);
  return [
    ...(body.number === number
      ? []
      : oneProblem('recount-number', '$.number', body.number, { expected: number })),
    ...(body.station !== undefined && !station
      ? oneProblem('unknown-station', '$.station', body.station)
      : []),
    ...(body.scope !== 'station' && body.requestedBy === 'counting_agent'
      ? oneProblem('recount-requester', '$.requestedBy', body.requestedBy)
      : []),
    ...(body.decision === 'refused' && body.reason === undefined
      ? oneProblem('reason-required', '$.reason', null)
      : []),
    ...checkMisplacedTest(body, result),
  ];
};

/** Takes a request for a recount with its decision [2016 ¶5.78-5.81, ¶5.96]; the recount itself comes as reports of count 2 and above. */
export const acceptRecount = (
  known: Known,
  body: RecountDecision,
  acting: Acting,
): Result<ActOf<'recount'>, Problems> => {
  const standing = standingOf(known, body.constituency);
  if (!standing.ok) return standing;
  if (isDeclared(known)) return refuse(oneProblem('declared', '$.constituency', body.constituency));
  const problems = [
    ...checkRecountScope(body, acting.role),
    ...beforeClose(known, acting.now),
    ...checkRecount(known, body, standing.value.result),
  ];
  if (problems.length > 0) return refuse(problems);
  return ok({ ...common(known, acting), type: 'recount', body });
};

/** Takes the death or disqualification of a candidate; what follows depends on when the officer was satisfied of it [2016 ¶2.28-2.30, ¶3.40-3.42]. */
export const acceptEvent = (
  known: Known,
  { candidate, body }: { readonly candidate: string; readonly body: CandidateEvent },
  acting: Acting,
): Result<ActOf<'event'>, Problems> => {
  const constituency = constituencyOf(known.definition, body.constituency);
  if (!constituency) return refuse(oneProblem('unknown-constituency', '$.constituency', body.constituency));
  const names = constituency.contestants.flatMap((contestant) => standingNames(contestant, constituency));
  if (!names.some(({ id }) => id === candidate))
    return refuse(oneProblem('unknown-candidate', '$', candidate));
  if (isDeclared(known)) return refuse(oneProblem('declared', '$.constituency', body.constituency));
  const stage = candidateStage(known.definition, body.satisfiedAt);
  if (body.event === 'withdrawn' && stage !== 'before_polling_day') {
    return refuse(oneProblem('event-too-late', '$.satisfiedAt', body.satisfiedAt));
  }
  return ok({ ...common(known, acting), type: 'event', candidate, body });
};
