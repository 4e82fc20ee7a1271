import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountPorts } from '#functions/accounts/accounts.ts';
import type { JobPorts } from '#functions/acts/handlers.ts';
import { readAct } from '#functions/acts/stored-acts.ts';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import type { ElectionScript } from '#functions/elections/election-script.ts';
import { loadElection, replayedElections } from '#functions/elections/load-election.ts';
import type { Actor } from '#functions/http/sign-in.ts';
import { gateway } from '#functions/local/gateway.ts';
import { replayNight } from '#functions/local/replay.ts';
import { issuerSessions, localDirectory } from '#functions/local/sign-in/sessions.ts';
import type { Officer } from '#functions/rehearsal/night-plan.ts';
import { countConstituency } from '#shared/recount/count-constituency.ts';
import { everyOutcome } from '#shared/recount/every-outcome.ts';
import { inOrder, knownFold } from '#shared/recount/known-fold.ts';
import { must } from '#shared/result.ts';
import { actHandlers } from '../../support/api.ts';
import { anActor } from '../../support/builders.ts';
import { memoryPlatform } from '../../support/platform.ts';

const records = memoryRecords();
let tick = 0;

const tokenFor = (officer: Officer): string => Buffer.from(JSON.stringify(officer)).toString('base64url');

const ports: JobPorts = {
  records,
  // Every look at the clock is a second later: acts keep the order in which they were accepted.
  clock: {
    now: () => {
      tick += 1;
      return new Date(Date.parse('2026-11-22T12:00:00Z') + 1000 * tick);
    },
  } as AccountPorts['clock'],
  verifyToken: async (authorization): Promise<Actor> => {
    const token = (authorization ?? '').replace('Bearer ', '');
    const officer = JSON.parse(Buffer.from(token, 'base64url').toString()) as Officer;
    return anActor(officer.role, {
      constituencies: officer.constituency === undefined ? [] : [officer.constituency],
      stations: officer.station === undefined ? [] : [officer.station],
    });
  },
  ...memoryPlatform({ now: () => new Date() }),
  salt: () => '0'.repeat(64),
  log: () => undefined,
  directory: localDirectory(issuerSessions()),
};

const handle = gateway(actHandlers(ports));

const server = createServer((request, response) => {
  handle(request).then(
    (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      response.end(answer.body);
    },
    () => response.destroy(),
  );
});
let origin = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const replay = (script: ElectionScript, seed: number) =>
  replayNight({ script, origin, tokenFor, seed, speed: 'max', signal: new AbortController().signal });

/** The states of the constituencies as the records hold them. */
const statuses = async ({ definition }: ElectionScript): Promise<ReadonlyMap<string, string>> => {
  const acts = [];
  for (const { id } of definition.constituencies) acts.push(...(await records.list(definition.id, id)));
  const fold = knownFold(definition, inOrder(acts.map(readAct)));
  return new Map(
    definition.constituencies.map((constituency) => [
      constituency.id,
      countConstituency({ fold, definition, outcomeOf: everyOutcome }, constituency).result.status,
    ]),
  );
};

describe('a night replayed against the real jobs', () => {
  test.each(replayedElections())('%s: every act is accepted, and sent again it is a replay', async (id) => {
    const script = must(loadElection(id), id);
    const first = await replay(script, 11);
    expect(first).toMatchObject({ ok: true, value: { replayed: 0 } });
    const sent = first.ok ? first.value.accepted : 0;
    expect(await replay(script, 12)).toMatchObject({ ok: true, value: { accepted: 0, replayed: sent } });
    const open = [...(await statuses(script))].filter(([, status]) => status !== 'declared');
    expect(Object.fromEntries(open)).toEqual(
      id === 'legco-2016-rehearsal' ? { EDU: 'corrected', FIN: 'uncontested', IND2: 'failed' } : {},
    );
  });
});
