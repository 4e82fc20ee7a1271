import type { DeskHome } from '#shared/desk/desk-views.ts';
import { deskElection, formSheet, type OfficersPlaces } from '#shared/desk/form-sheet.ts';
import { knownDesk } from '#shared/desk/known-desk.ts';
import { describeDeskProblem } from '#shared/desk/problem-words.ts';
import { stationView } from '#shared/desk/station-view.ts';
import { countsVotes, type ElectionDefinition, placesOf } from '#shared/election/definition.ts';
import { constituencyOf } from '#shared/recount/tally.ts';
import { definitionReader } from '../acts/stored-acts.ts';
import { type ActPorts, type ActRequest, actRoute, portalRoute } from '../http/act-route.ts';
import { Refusal, refusal } from '../http/problem.ts';
import type { ActHandler } from '../http/route.ts';
import { type Actor, assertElection, assertScope } from '../http/sign-in.ts';
import { constituencyDesk } from './desk-facts.ts';

const allows = (check: () => void): boolean => {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};

/** The places that an officer's account is for. */
export const placesFor = (actor: Actor): OfficersPlaces => ({
  stations: actor.role === 'presiding_officer' ? actor.stations : [],
  sees: (constituency, station) =>
    allows(() => assertScope(actor, station === undefined ? { constituency } : { constituency, station })),
});

/** Lists the elections and places where the caller acts; those of the newest poll first. */
export const readDesk = (ports: ActPorts): ActHandler => {
  const definitionOf = definitionReader(ports.records);
  return portalRoute({ name: 'read-desk', describe: describeDeskProblem }, ports, async ({ actor, now }) => {
    const ids = await ports.records.elections();
    const own = ids.filter((id) => allows(() => assertElection(actor, id)));
    const definitions = await Promise.all(own.map((id) => definitionOf(id, ports.clock.now())));
    const elections = definitions
      .filter((definition) => definition !== null)
      .sort((a, b) => Date.parse(b.pollOpensAt) - Date.parse(a.pollOpensAt))
      .map((definition) => deskElection(definition, placesFor(actor)))
      .filter((election) => election !== null);
    return { status: 200, body: { now, elections } satisfies DeskHome };
  });
};

/** The constituency that an address names. */
export const constituencyIn = (definition: ElectionDefinition, { parameters }: ActRequest) => {
  const id = parameters['constituency'] ?? '';
  const constituency = constituencyOf(definition, id);
  if (!constituency) throw refusal('unknown-constituency', '$', id.slice(0, 64));
  return constituency;
};

/** Gives what the form of a station report is made of; a device keeps it and goes on without a network. */
export const readForm = (ports: ActPorts): ActHandler => {
  const definitionOf = definitionReader(ports.records);
  return actRoute({ name: 'read-form', describe: describeDeskProblem }, ports, async (request) => {
    const definition = await definitionOf(request.election, ports.clock.now());
    if (!definition) throw refusal('election-unknown', '$', request.election);
    const constituency = constituencyIn(definition, request);
    const sheet = formSheet(definition, constituency, placesFor(request.actor), request.now);
    if (sheet.stations.length === 0) assertScope(request.actor, { constituency: constituency.id });
    return { status: 200, body: sheet };
  });
};

/** Shows how far one station's form has come: always read anew, as what is decided next rests on it. */
export const readStation = (ports: ActPorts): ActHandler => {
  const definitionOf = definitionReader(ports.records);
  return actRoute({ name: 'read-station', describe: describeDeskProblem }, ports, async (request) => {
    const definition = await definitionOf(request.election, ports.clock.now());
    if (!definition) throw refusal('election-unknown', '$', request.election);
    const { id } = constituencyIn(definition, request);
    const station = placesOf(definition).stations.get(request.parameters['station'] ?? '');
    if (station?.constituency !== id || !countsVotes(station)) {
      throw refusal('unknown-station', '$', (request.parameters['station'] ?? '').slice(0, 64));
    }
    assertScope(request.actor, { constituency: id, station: station.id });
    const read = await constituencyDesk(ports.records, definition, id);
    const { actor, language, now } = request;
    const looking = { role: actor.role, by: actor.subject, language, now };
    return { status: 200, body: stationView(knownDesk(read.known, read.records, id), station, looking) };
  });
};
