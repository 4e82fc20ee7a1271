import type * as z from 'zod/mini';
import {
  acceptConfirmation,
  acceptEntry,
  acceptResolution,
  acceptSentBack,
  acceptStep,
  type DeskActing,
} from '#shared/desk/accept-form.ts';
import type { DeskRecord } from '#shared/desk/desk-record.ts';
import { Confirmation, Entry, SentBack, Step } from '#shared/desk/entry.ts';
import { describeDeskProblem } from '#shared/desk/problem-words.ts';
import type { InputProblem } from '#shared/election/input-problem.ts';
import { contentHash } from '#shared/hash.ts';
import { actPlace } from '#shared/recount/act.ts';
import type { Result } from '#shared/result.ts';
import { soFarReader } from '../acts/so-far.ts';
import { definitionReader } from '../acts/stored-acts.ts';
import { type ActOutcome, parseBody, standingOutcome, statusOfOutcome, writeAct } from '../acts/take-act.ts';
import { type ActPorts, type ActRequest, actRoute } from '../http/act-route.ts';
import { Refusal, refusal } from '../http/problem.ts';
import type { Reply } from '../http/reply.ts';
import type { ActHandler } from '../http/route.ts';
import { assertScope } from '../http/sign-in.ts';
import { type StationDesk, stationDesk } from './desk-facts.ts';
import { type DeskOutcome, leaveRecord, ownReplay } from './desk-records.ts';

interface StationPlace {
  readonly constituency: string;
  readonly station: string;
}

export const actingOf = ({ actor, now }: ActRequest): DeskActing => ({
  role: actor.role,
  now,
  by: actor.subject,
});

const reply = (outcome: Pick<DeskOutcome, 'outcome'>): Reply => ({
  status: outcome.outcome === 'accepted' ? 201 : 200,
  body: outcome,
});

/** Two officers can leave something at one moment: who was slower reads again and decides again. */
const MOST_TURNS = 3;

/** How one kind of record about a station's form is read, placed and decided. */
interface FormAct<S extends z.ZodMiniType> {
  readonly type: DeskRecord['type'];
  readonly schema: S;
  readonly place: (body: z.output<S>) => StationPlace;
  readonly decide: (
    desk: StationDesk,
    body: z.output<S>,
    acting: DeskActing,
  ) => Result<DeskRecord, readonly InputProblem[]>;
}

type DefinitionOf = ReturnType<typeof definitionReader>;

const definitionFor = async (of: DefinitionOf, { clock }: ActPorts, { election }: ActRequest) => {
  const definition = await of(election, clock.now());
  if (!definition) throw refusal('election-unknown', '$', election);
  return definition;
};

/** Every record about a form walks the same way: read, check the scope, gather, replay, decide, leave it. */
const formRoute = <S extends z.ZodMiniType>(name: string, ports: ActPorts, kind: FormAct<S>): ActHandler => {
  const definitionOf = definitionReader(ports.records);
  /** Null where somebody else was faster: the next turn meets what they left. */
  const turn = async (
    desk: StationDesk,
    body: z.output<S>,
    acting: DeskActing,
  ): Promise<DeskOutcome | null> => {
    const replayed = ownReplay(desk.stored, { type: kind.type, body }, acting.by);
    if (replayed) return replayed;
    const decided = kind.decide(desk, body, acting);
    if (!decided.ok) throw new Refusal(decided.problem);
    return leaveRecord(ports.records, decided.value, acting.by);
  };
  const job = async (request: ActRequest): Promise<Reply> => {
    const definition = await definitionFor(definitionOf, ports, request);
    const body = parseBody(kind.schema, request.body);
    const place = kind.place(body);
    assertScope(request.actor, place);
    for (let turns = 0; turns < MOST_TURNS; turns += 1) {
      const left = await turn(await stationDesk(ports.records, definition, place), body, actingOf(request));
      if (left) return reply(left);
    }
    throw refusal('desk-raced', '$', place.station);
  };
  return actRoute({ name, describe: describeDeskProblem }, ports, job);
};

const reportPlace = ({ report }: Entry): StationPlace => report;

/** Takes a station's form as somebody typed it; private until it is confirmed. */
export const submitEntry = (ports: ActPorts): ActHandler =>
  formRoute('submit-entry', ports, { type: 'entry', schema: Entry, place: reportPlace, decide: acceptEntry });

/** Takes the reading of the paper that settles two entries. */
export const resolveEntries = (ports: ActPorts): ActHandler =>
  formRoute('resolve-entries', ports, {
    type: 'resolution',
    schema: Entry,
    place: reportPlace,
    decide: acceptResolution,
  });

/** Takes an entry back, or sends a form back to its station. */
export const sendBackEntry = (ports: ActPorts): ActHandler =>
  formRoute('send-back-entry', ports, {
    type: 'sent-back',
    schema: SentBack,
    place: (body) => body,
    decide: acceptSentBack,
  });

/** Takes a sign of life from a station: poll closed, boxes open, … result told. */
export const tellStep = (ports: ActPorts): ActHandler =>
  formRoute('tell-step', ports, { type: 'step', schema: Step, place: (body) => body, decide: acceptStep });

/** Pressed twice, or acknowledged to nobody: what was confirmed stands. */
const confirmedBefore = async (
  { records }: ActPorts,
  { known, work }: StationDesk,
  { count, revision, sha256 }: Confirmation,
): Promise<ActOutcome | null> => {
  const { standing } = work;
  if (standing?.body.count !== count || standing.body.revision !== revision) return null;
  if (contentHash(standing.body) !== sha256) return null;
  return standingOutcome(records, { election: known.election, ...actPlace(standing) }, sha256);
};

/** Confirms a station's form: writes the act that makes it public [2016 ¶5.78]. */
export const confirmReport = (ports: ActPorts): ActHandler => {
  const definitionOf = definitionReader(ports.records);
  const soFarOf = soFarReader(ports.records);
  const job = async (request: ActRequest): Promise<Reply> => {
    const definition = await definitionFor(definitionOf, ports, request);
    const body = parseBody(Confirmation, request.body);
    assertScope(request.actor, body);
    const desk = await stationDesk(ports.records, definition, body);
    const before = await confirmedBefore(ports, desk, body);
    if (before) return { status: 200, body: before };
    const soFar = await soFarOf(definition, body.constituency, ports.clock.now());
    const acting = { ...actingOf(request), salt: ports.salt(), soFar };
    const decided = acceptConfirmation(desk, body, acting);
    const written = await writeAct(ports.records, decided, { known: desk.known.acts, by: acting.by });
    return { status: statusOfOutcome(written), body: written };
  };
  return actRoute({ name: 'confirm-report', describe: describeDeskProblem }, ports, job);
};
