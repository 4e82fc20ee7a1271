import type { ElectionDefinition } from '#shared/election/definition.ts';
import { describeReportProblem } from '#shared/election/describe-problem.ts';
import { StationReport } from '#shared/election/report.ts';
import type { Language } from '#shared/election/text.ts';
import { describeWarning } from '#shared/election/warning-words.ts';
import { contentHash } from '#shared/hash.ts';
import { acceptReport } from '#shared/recount/accept-report.ts';
import { reportKey } from '#shared/recount/act.ts';
import { type ActPorts, type ActRequest, actRoute } from '../http/act-route.ts';
import { Refusal, refusal } from '../http/problem.ts';
import { problemBody, type Reply } from '../http/reply.ts';
import type { ActHandler } from '../http/route.ts';
import { assertScope } from '../http/sign-in.ts';
import { type SoFarReader, soFarReader } from './so-far.ts';
import { definitionReader } from './stored-acts.ts';
import {
  type ActOutcome,
  type ActPlace,
  type OutcomeMemory,
  outcomeMemory,
  parseBody,
  type StationReader,
  settleAct,
  stationReader,
  statusOfOutcome,
} from './take-act.ts';

/** Most reports one request may carry; a constituency has a few hundred stations. */
export const MAX_REPORTS = 500;

type ReportKind = 'report' | 'misplaced' | 'correction';

/** Where the election asks for two entries or a second officer, nobody reports alone. */
const assertDirect = ({ entry }: ElectionDefinition, kind: ReportKind): void => {
  if (entry !== 'double') return;
  throw refusal(kind === 'correction' ? 'second-person-required' : 'entries-required');
};

const assertKind = (definition: ElectionDefinition, report: StationReport, kind: ReportKind): void => {
  if (kind !== 'misplaced') return;
  const station = definition.stations.find(({ id }) => id === report.station);
  if (station && station.kind !== 'central_counting') {
    throw refusal('not-a-central-line', '$.station', report.station, { kind: station.kind });
  }
};

interface Submission {
  readonly body: unknown;
  readonly definition: ElectionDefinition;
  readonly kind: ReportKind;
  readonly station: StationReader;
  readonly soFar: SoFarReader;
  readonly memory: OutcomeMemory;
}

interface Placed {
  readonly report: StationReport;
  readonly place: ActPlace;
  readonly sha256: string;
}

const decideOne = async (
  { records, salt }: ActPorts,
  { actor, now }: ActRequest,
  { definition, kind, station, soFar }: Submission,
  { report, place, sha256 }: Placed,
): Promise<ActOutcome> => {
  const [known, sum] = await Promise.all([
    station(definition, report),
    soFar(definition, report.constituency, new Date(now)),
  ]);
  const decided = acceptReport(known, report, {
    role: actor.role,
    now,
    correction: kind === 'correction',
    salt: salt(),
    soFar: sum,
  });
  return settleAct(records, decided, { place, sha256, known: known.acts, by: actor.subject });
};

const submitOne = async (ports: ActPorts, request: ActRequest, input: Submission): Promise<ActOutcome> => {
  const report = parseBody(StationReport, input.body);
  assertScope(request.actor, report);
  assertKind(input.definition, report, input.kind);
  const place = {
    election: input.definition.id,
    partition: report.constituency,
    key: reportKey(report.station, report.count, report.revision),
  };
  const sha256 = contentHash(report);
  return input.memory.once(place, sha256, () => decideOne(ports, request, input, { report, place, sha256 }));
};

/** An outcome as its sender reads it: every warning with its words and what to do. */
const toldOutcome = (outcome: ActOutcome, language: Language) => ({
  ...outcome,
  warnings: outcome.warnings.map((warning) => ({ ...warning, ...describeWarning(warning, language) })),
});

const refusedOutcome = (error: unknown, request: ActRequest) => {
  if (!(error instanceof Refusal)) throw error;
  return {
    outcome: 'refused' as const,
    ...problemBody(error.problems, request.language, describeReportProblem),
  };
};

/** One outcome for each report, in the order they were sent; a refused one never keeps back the others. */
const submitMany = async (
  bodies: readonly unknown[],
  request: ActRequest,
  submit: (body: unknown) => Promise<ActOutcome>,
): Promise<Reply> => {
  if (bodies.length === 0) throw refusal('too-short', '$', 0, { limit: 1 });
  if (bodies.length > MAX_REPORTS) {
    throw refusal('too-many-reports', '$', bodies.length, { limit: MAX_REPORTS });
  }
  const outcomes: (ReturnType<typeof toldOutcome> | ReturnType<typeof refusedOutcome>)[] = [];
  // One after the other: revision 2 may follow revision 1 in the same request.
  for (const body of bodies) {
    const told = submit(body).then((outcome) => toldOutcome(outcome, request.language));
    outcomes.push(await told.catch((error: unknown) => refusedOutcome(error, request)));
  }
  const refused = outcomes.filter((outcome) => outcome.outcome === 'refused');
  const anyNew = outcomes.some(({ outcome }) => outcome === 'accepted');
  const first = refused[0];
  const allRefused = refused.length === outcomes.length && first !== undefined;
  const status = allRefused ? first.status : refused.length > 0 ? 207 : anyNew ? 201 : 200;
  return { status, body: { outcomes } };
};

const reportRoute = (name: string, kind: ReportKind, ports: ActPorts): ActHandler => {
  const definitionOf = definitionReader(ports.records);
  const station = stationReader(ports.records);
  const soFar = soFarReader(ports.records);
  const how = { kind, station, soFar, memory: outcomeMemory() };
  return actRoute({ name, describe: describeReportProblem }, ports, async (request) => {
    const definition = await definitionOf(request.election, ports.clock.now());
    if (!definition) throw refusal('election-unknown', '$', request.election);
    const submit = (body: unknown) => submitOne(ports, request, { body, definition, ...how });
    assertDirect(definition, kind);
    if (Array.isArray(request.body)) return submitMany(request.body, request, submit);
    const outcome = await submit(request.body);
    return { status: statusOfOutcome(outcome), body: toldOutcome(outcome, request.language) };
  });
};

/** Takes reports of counting stations, each once, whatever the order and however often they are sent [2016 ¶5.78]. */
export const submitReports = (ports: ActPorts): ActHandler => reportRoute('submit-reports', 'report', ports);

/** Takes the papers found in other boxes, counted at the Central Counting Station [2016 ¶5.78, ¶5.81]. */
export const addMisplaced = (ports: ActPorts): ActHandler => reportRoute('add-misplaced', 'misplaced', ports);

/** Takes a corrected report of a constituency that is declared: a new act that says why. */
export const correctReport = (ports: ActPorts): ActHandler =>
  reportRoute('correct-report', 'correction', ports);
