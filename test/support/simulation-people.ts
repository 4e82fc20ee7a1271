import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { declareResult } from '#functions/acts/officers-acts.ts';
import { putDefinition } from '#functions/acts/put-definition.ts';
import { correctReport, submitReports } from '#functions/acts/submit-reports.ts';
import type { ActPorts } from '#functions/http/act-route.ts';
import type { ActHandler } from '#functions/http/route.ts';
import type { VerifyToken } from '#functions/http/sign-in.ts';
import { ROLES, type Role } from '#shared/election/acts.ts';
import { anActor } from './builders.ts';
import { ELECTION, type Errand } from './simulation-election.ts';
import type { SeededRandom } from './simulation-random.ts';
import { type Machine, newMachine, type Scheduler } from './simulation-scheduler.ts';
import { recordsOf, Violation, type World } from './simulation-world.ts';

/** Officers with their errands, and the machines that answer them: one request at a time each, as on Lambda. */

const JOBS: Readonly<Record<Errand['job'], (ports: ActPorts) => ActHandler>> = {
  'put-definition': putDefinition,
  'submit-reports': submitReports,
  'correct-report': correctReport,
  'declare-result': declareResult,
};

/** A token is the role itself: signing in is not what is simulated. */
const verifyToken: VerifyToken = async (authorization) =>
  anActor(ROLES.find((role) => `Bearer ${role}` === authorization) ?? 'public', {
    constituencies: ['LC1', 'FC1'],
  });

export const SALT = '5a17c0ffee5a17c0ffee';

interface Answering {
  readonly machine: Machine;
  readonly handlers: Map<string, ActHandler>;
  readonly ports: ActPorts;
  busy: boolean;
  readonly down: Promise<null>;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export interface Office {
  /** Sends a request; null when no answer ever came. */
  send(errand: Errand, body: unknown): Promise<Answer | null>;
  /** Content that was acknowledged with 2xx, by place. */
  readonly acknowledged: ReadonlyMap<string, string>;
  killAll(): void;
}

const eventFor = (role: Role, body: unknown): APIGatewayProxyEventV2 =>
  ({
    headers: { authorization: `Bearer ${role}`, 'content-type': 'application/json' },
    pathParameters: { election: ELECTION },
    requestContext: { requestId: 'simulated' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    isBase64Encoded: false,
  }) as unknown as APIGatewayProxyEventV2;

interface Told {
  readonly outcome?: string;
  readonly place?: string;
  readonly sha256?: string;
  readonly revision?: number;
}

const toldIn = (body: Record<string, unknown>): readonly Told[] =>
  Array.isArray(body['outcomes']) ? (body['outcomes'] as Told[]) : [body as Told];

export const office = (world: World, io: Scheduler, random: SeededRandom): Office => {
  const machines: Answering[] = [];
  const acknowledged = new Map<string, string>();
  let made = 0;

  const start = (): Answering => {
    made += 1;
    const machine = newMachine(`ingest-${made}`, 'ingest', random.int(800) - 400);
    const down = new Promise<null>((resolve) => {
      machine.died = () => resolve(null);
    });
    const ports: ActPorts = {
      records: recordsOf(world, machine, io),
      clock: { now: () => new Date(world.now + machine.skewMs) },
      verifyToken,
      salt: () => `${SALT}${String(random.int(1e9)).padStart(44, '0')}`,
      log: () => undefined,
    };
    const answering: Answering = { machine, handlers: new Map(), ports, busy: false, down };
    machines.push(answering);
    return answering;
  };

  const idle = (): Answering => {
    const free = machines.filter(({ busy, machine }) => !busy && !machine.dead);
    return free.length > 0 ? random.pick(free) : start();
  };

  const acknowledge = async ({ outcome, place, sha256, revision }: Told): Promise<void> => {
    if (outcome !== 'accepted' && outcome !== 'replayed') return;
    const where = place ?? `*/definition#${String(revision).padStart(4, '0')}`;
    const [partition = '', key = ''] = where.split('/');
    const standing = await world.records.find(ELECTION, partition, key);
    if (standing?.sha256 !== sha256) throw new Violation('I1', `${where} was acknowledged and is not kept`);
    if ((acknowledged.get(where) ?? sha256) !== sha256) {
      throw new Violation('I1', `two contents of ${where} were acknowledged`);
    }
    acknowledged.set(where, sha256 ?? '');
  };

  const judge = async (
    errand: Errand,
    answer: Answer,
    before: { effects: number; step: number },
    machine: Machine,
  ) => {
    const { status, body } = answer;
    if (status >= 500 && machine.faultAt < before.step) {
      throw new Violation('calm', `${errand.job} answered ${status}, but nothing had failed`);
    }
    if (status >= 400 && status < 500 && machine.effects !== before.effects) {
      throw new Violation('I12', `${errand.job} answered ${status} and wrote something`);
    }
    if (errand.hopeless && status < 400) throw new Violation('I12', `${errand.job} took what is wrong`);
    if (status < 300) for (const told of toldIn(body)) await acknowledge(told);
  };

  return {
    send: async (errand, body) => {
      const answering = idle();
      const { machine, handlers, ports } = answering;
      const handler = handlers.get(errand.job) ?? JOBS[errand.job](ports);
      handlers.set(errand.job, handler);
      answering.busy = true;
      const before = { effects: machine.effects, step: io.steps };
      const response = await Promise.race([handler(eventFor(errand.role, body)), answering.down]);
      if (response === null) return null;
      answering.busy = false;
      const answer = { status: response.statusCode, body: JSON.parse(response.body) };
      await judge(errand, answer, before, machine);
      return answer;
    },
    acknowledged,
    killAll: () => {
      for (const { machine } of machines) io.kill(machine);
    },
  };
};

/** Refusals that time or another officer can lift. */
const WORTH_WAITING = new Set([
  'election-unknown',
  'revision-missing',
  'count-missing',
  'not-declared',
  'not-complete',
  'before-close',
  'elected-differs',
]);

const codeOf = ({ body }: Answer): string => {
  const type = body['type'] ?? (toldIn(body)[0] as { type?: string } | undefined)?.type;
  return typeof type === 'string' ? type.replace('/problems/', '') : '';
};

const MOST_TRIES = 9;

/** Runs errands one after the other, sends again what was not answered, and comes back to what was too early. */
export const person = async (
  self: Machine,
  errands: readonly Errand[],
  { io, random, desk }: { readonly io: Scheduler; readonly random: SeededRandom; readonly desk: Office },
): Promise<void> => {
  const queue = errands.map((errand) => ({ errand, tries: 0 }));
  for (let next = queue.shift(); next; next = queue.shift()) {
    await io.call(self, 'think', async () => undefined);
    const { errand, tries } = next;
    const again = { errand, tries: tries + 1 };
    const body = await errand.body();
    const answer = body === null ? null : await desk.send(errand, body);
    const later = tries < MOST_TRIES;
    if (answer === null || answer.status >= 500) {
      if (later) queue.splice(body === null ? queue.length : 0, 0, again);
    } else if (answer.status >= 400) {
      if (later && WORTH_WAITING.has(codeOf(answer))) queue.push(again);
    } else if (later && random.chance(0.15)) {
      // Nobody saw the answer: the same is sent again.
      queue.splice(random.int(queue.length + 1), 0, again);
    }
  }
};
