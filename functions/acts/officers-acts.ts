import * as z from 'zod/mini';
import {
  Adjournment,
  CandidateEvent,
  Declaration,
  LotsDrawn,
  RecountDecision,
  Relocation,
} from '#shared/election/acts.ts';
import { ContestantId } from '#shared/election/identifiers.ts';
import { type InputProblem, shownValue } from '#shared/election/input-problem.ts';
import { describeProblem } from '#shared/election/problem-words.ts';
import { contentHash } from '#shared/hash.ts';
import { acceptAdjournment, acceptRelocation } from '#shared/recount/accept-moves.ts';
import {
  acceptDeclaration,
  acceptEvent,
  acceptLots,
  acceptRecount,
} from '#shared/recount/accept-officers-act.ts';
import type { Acting, Known } from '#shared/recount/accept-report.ts';
import { type Act, actPlace } from '#shared/recount/act.ts';
import type { Result } from '#shared/result.ts';
import { type ActPorts, type ActRequest, actRoute } from '../http/act-route.ts';
import { refusal } from '../http/problem.ts';
import type { Reply } from '../http/reply.ts';
import type { ActHandler } from '../http/route.ts';
import { assertScope } from '../http/sign-in.ts';
import { definitionReader } from './stored-acts.ts';
import {
  type ActOutcome,
  gatherKnown,
  parseBody,
  settleAct,
  standingOutcome,
  statusOfOutcome,
} from './take-act.ts';

/** How one kind of act is read, where it is kept, and what decides it. */
interface OfficersAct<S extends z.ZodMiniType> {
  readonly schema: S;
  readonly place: (body: z.output<S>, request: ActRequest) => { partition: string; key: string };
  readonly content?: (body: z.output<S>, request: ActRequest) => unknown;
  /** Cannot be taken back: in an election that asks for two entries it needs a second officer. */
  readonly final?: boolean;
  readonly decide: (
    known: Known,
    body: z.output<S>,
    acting: Acting & { readonly request: ActRequest },
  ) => Result<Act, readonly InputProblem[]>;
}

const replyWith = (outcome: ActOutcome): Reply => ({ status: statusOfOutcome(outcome), body: outcome });

type AboutConstituency = { readonly constituency: string; readonly station?: string | undefined };

/** Every act of an officer walks the same way: read, check the scope, replay or conflict, gather, decide, write. */
const officersRoute = <S extends z.ZodMiniType<AboutConstituency>>(
  name: string,
  ports: ActPorts,
  kind: OfficersAct<S>,
): ActHandler => {
  const definitionOf = definitionReader(ports.records);
  return actRoute({ name, describe: describeProblem }, ports, async (request) => {
    const definition = await definitionOf(request.election, ports.clock.now());
    if (!definition) throw refusal('election-unknown', '$', request.election);
    const body = parseBody(kind.schema, request.body);
    const { constituency, station } = body;
    if (kind.final && definition.entry === 'double') throw refusal('second-person-required');
    assertScope(request.actor, station === undefined ? { constituency } : { constituency, station });
    const place = { election: request.election, ...kind.place(body, request) };
    const content = kind.content?.(body, request) ?? body;
    const sha256 = contentHash(content);
    const standing = await standingOutcome(ports.records, place, sha256);
    if (standing) return replyWith(standing);
    const known = await gatherKnown(ports.records, definition, constituency);
    const acting = { role: request.actor.role, now: request.now, request };
    const how = { place, sha256, known: known.acts, by: request.actor.subject };
    return replyWith(await settleAct(ports.records, kind.decide(known, body, acting), how));
  });
};

/** The place an act will have, from what is known before it is decided. */
const placeOf = (act: Pick<Act, 'type' | 'body'> & { readonly candidate?: string }) =>
  actPlace({ election: '', acceptedAt: '', role: 'returning_officer', ...act } as Act);

export const enterLots = (ports: ActPorts): ActHandler =>
  officersRoute('enter-lots', ports, {
    schema: LotsDrawn,
    final: true,
    place: (body) => placeOf({ type: 'lots', body }),
    decide: acceptLots,
  });

export const decideRecount = (ports: ActPorts): ActHandler =>
  officersRoute('decide-recount', ports, {
    schema: RecountDecision,
    place: (body) => placeOf({ type: 'recount', body }),
    decide: acceptRecount,
  });

export const declareResult = (ports: ActPorts): ActHandler =>
  officersRoute('declare-result', ports, {
    schema: Declaration,
    final: true,
    place: (body) => placeOf({ type: 'declaration', body }),
    decide: acceptDeclaration,
  });

/** The Commission directs that a station's count moves to another place [2016 ¶5.82]. */
export const relocateCount = (ports: ActPorts): ActHandler =>
  officersRoute('relocate-count', ports, {
    schema: Relocation,
    place: (body) => placeOf({ type: 'relocation', body }),
    decide: acceptRelocation,
  });

/** A poll or count is suspended, or goes on again [2016 ¶5.82]. */
export const adjournCount = (ports: ActPorts): ActHandler =>
  officersRoute('adjourn-count', ports, {
    schema: Adjournment,
    place: (body) => placeOf({ type: 'adjournment', body }),
    decide: acceptAdjournment,
  });

const candidateOf = ({ parameters }: ActRequest): string => {
  const { candidate } = parameters as { readonly candidate?: string };
  const parsed = z.safeParse(ContestantId, candidate);
  if (!parsed.success) throw refusal('unknown-candidate', '$', shownValue(candidate));
  return parsed.data;
};

export const recordCandidateEvent = (ports: ActPorts): ActHandler =>
  officersRoute('record-candidate-event', ports, {
    schema: CandidateEvent,
    final: true,
    place: (body, request) => placeOf({ type: 'event', body, candidate: candidateOf(request) }),
    content: (body, request) => ({ candidate: candidateOf(request), ...body }),
    decide: (known, body, { request, ...acting }) =>
      acceptEvent(known, { candidate: candidateOf(request), body }, acting),
  });
