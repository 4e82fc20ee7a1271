import { acceptDecision } from '#shared/desk/accept-decision.ts';
import { acceptStatement } from '#shared/desk/accept-statement.ts';
import { Decision } from '#shared/desk/decision.ts';
import { decisionsView } from '#shared/desk/decisions-view.ts';
import { deskPartition } from '#shared/desk/desk-record.ts';
import { knownDesk } from '#shared/desk/known-desk.ts';
import { describeDeskProblem } from '#shared/desk/problem-words.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { Statement } from '#shared/election/statement.ts';
import { contentHash } from '#shared/hash.ts';
import { actPlace, REPORT_KEYS } from '#shared/recount/act.ts';
import { constituencyOf } from '#shared/recount/tally.ts';
import { definitionReader, readableActs } from '../acts/stored-acts.ts';
import { parseBody, standingOutcome, statusOfOutcome, writeAct } from '../acts/take-act.ts';
import { type ActPorts, type ActRequest, actRoute } from '../http/act-route.ts';
import { Refusal, refusal } from '../http/problem.ts';
import type { Reply } from '../http/reply.ts';
import type { ActHandler } from '../http/route.ts';
import { assertScope } from '../http/sign-in.ts';
import type { Records } from '../ports.ts';
import { constituencyDesk } from './desk-facts.ts';
import { type DeskOutcome, leaveRecord, ownReplay, readDeskRecords } from './desk-records.ts';
import { actingOf } from './form-acts.ts';
import { placesFor } from './read-desk.ts';

/** What decides about a row: the reports of its counting place, and the rows before it. */
const placeDesk = async (records: Records, definition: ElectionDefinition, body: Decision) => {
  const { constituency, station } = body;
  const [reports, stored] = await Promise.all([
    records.list(definition.id, constituency, { prefix: `${REPORT_KEYS}${station}#` }),
    records.list(definition.id, deskPartition(constituency), { prefix: `decision#${station}#` }),
  ]);
  const known = { election: definition.id, definition, acts: readableActs(reports) };
  return { known, stored, records: readDeskRecords(stored) };
};

/** Two officers can type at one moment: who was slower meets the row of the other and is told the next number. */
const MOST_TURNS = 3;

/** Takes the final decision on one questionable paper into the record of its counting place [2016 ¶5.75, ¶5.93]. */
export const recordDecision = (ports: ActPorts): ActHandler => {
  const definitionOf = definitionReader(ports.records);
  const turn = async (
    definition: ElectionDefinition,
    body: Decision,
    request: ActRequest,
  ): Promise<DeskOutcome | null> => {
    const acting = actingOf(request);
    const desk = await placeDesk(ports.records, definition, body);
    const replayed = ownReplay(desk.stored, { type: 'decision', body }, acting.by);
    if (replayed) return replayed;
    const decided = acceptDecision(desk, body, acting);
    if (!decided.ok) throw new Refusal(decided.problem);
    return leaveRecord(ports.records, decided.value, acting.by);
  };
  const job = async (request: ActRequest): Promise<Reply> => {
    const definition = await definitionOf(request.election, ports.clock.now());
    if (!definition) throw refusal('election-unknown', '$', request.election);
    const body = parseBody(Decision, request.body);
    assertScope(request.actor, body);
    for (let turns = 0; turns < MOST_TURNS; turns += 1) {
      const left = await turn(definition, body, request);
      if (left) return { status: left.outcome === 'accepted' ? 201 : 200, body: left };
    }
    throw refusal('desk-raced', '$', body.station);
  };
  return actRoute({ name: 'record-decision', describe: describeDeskProblem }, ports, job);
};

/** Shows the decision records and accounts of a constituency's counting places, those that the caller is responsible for. */
export const readDecisions = (ports: ActPorts): ActHandler => {
  const definitionOf = definitionReader(ports.records);
  const job = async ({ election, parameters, actor, language, now }: ActRequest): Promise<Reply> => {
    const definition = await definitionOf(election, ports.clock.now());
    if (!definition) throw refusal('election-unknown', '$', election);
    const id = parameters['constituency'] ?? '';
    if (!constituencyOf(definition, id)) throw refusal('unknown-constituency', '$', id.slice(0, 64));
    const { sees } = placesFor(actor);
    const stations = definition.stations.filter(({ constituency }) => constituency === id);
    // Who sees no station of it must be responsible for it as a whole.
    if (!stations.some((station) => sees(id, station.id))) assertScope(actor, { constituency: id });
    const read = await constituencyDesk(ports.records, definition, id);
    const desk = knownDesk(read.known, read.records, id);
    const looking = { now, language, sees: (station?: string) => sees(id, station) };
    return { status: 200, body: decisionsView(desk, looking) };
  };
  return actRoute({ name: 'read-decisions', describe: describeDeskProblem }, ports, job);
};

/** Publishes the sums of a declared constituency: numbers only, and no single place's [F-4]. */
export const publishStatement = (ports: ActPorts): ActHandler => {
  const definitionOf = definitionReader(ports.records);
  const job = async (request: ActRequest): Promise<Reply> => {
    const definition = await definitionOf(request.election, ports.clock.now());
    if (!definition) throw refusal('election-unknown', '$', request.election);
    const body = parseBody(Statement, request.body);
    assertScope(request.actor, body);
    const acting = actingOf(request);
    const act = { election: definition.id, acceptedAt: acting.now, role: acting.role };
    const place = { election: definition.id, ...actPlace({ ...act, type: 'statement', body }) };
    const standing = await standingOutcome(ports.records, place, contentHash(body));
    if (standing) return { status: 200, body: standing };
    const desk = await constituencyDesk(ports.records, definition, body.constituency);
    const decided = acceptStatement(desk, body, acting);
    const written = await writeAct(ports.records, decided, { known: desk.known.acts, by: acting.by });
    return { status: statusOfOutcome(written), body: written };
  };
  return actRoute({ name: 'publish-statement', describe: describeDeskProblem }, ports, job);
};
