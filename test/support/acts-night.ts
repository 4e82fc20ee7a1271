import type { TokenRequest } from '#functions/local/token-issuer.ts';
import type { ProgressView, StationView } from '#shared/desk/desk-views.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import type { StationReport } from '#shared/election/report.ts';
import { aConstituency, aDefinition, aList, aStation } from './builders.ts';
import type { PortalProcess } from './running-portal.ts';

const HOUR_MS = 3_600_000;

/** A small election whose poll closed an hour ago and whose reports two people type. */
export const aNight = (id: string, changes: Partial<ElectionDefinition> = {}): ElectionDefinition => {
  const closed = new Date(Date.now() - HOUR_MS).toISOString();
  const opened = new Date(Date.now() - 16 * HOUR_MS).toISOString();
  const named = (en: string, hant: string, hans: string) => ({ en, 'zh-Hant': hant, 'zh-Hans': hans });
  const list = (number: string) => {
    const of = aList(number, 3);
    return {
      ...of,
      name: named(`List ${number}`, `甲${number}`, `乙${number}`),
      candidates: (of.candidates ?? []).map((candidate) => ({
        ...candidate,
        name: named(`Candidate ${candidate.id}`, `候選人${candidate.id}`, `候选人${candidate.id}`),
      })),
    };
  };
  const station = (code: string, kind: 'polling_counting' | 'central_counting' = 'polling_counting') =>
    aStation(code, { kind, name: named(`Station ${code}`, `站${code}`, `站${code}`) });
  return aDefinition({
    id,
    title: named('Night of acts', '程序之夜', '程序之夜'),
    test: true,
    entry: 'double',
    pollOpensAt: opened,
    pollClosesAt: closed,
    constituencies: [
      aConstituency({
        name: named('Harbour', '海港', '海港'),
        contestants: [list('1'), list('2'), list('3')],
      }),
    ],
    stations: [station('A'), station('B'), station('CCS', 'central_counting')],
    ...changes,
  });
};

type Votes = NonNullable<StationReport['votes']>;

/** Officers over HTTP, as machines would act: what the screens of reports do is done here without them. */
export const nightOf = (portal: PortalProcess, election: string) => {
  const call = async (path: string, as: TokenRequest, body?: unknown, method = 'POST') => {
    const response = await fetch(`${portal.url}/api/elections/${election}${path}`, {
      method: body === undefined ? 'GET' : method,
      headers: { authorization: `Bearer ${portal.token(as)}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  const aro: TokenRequest = {
    role: 'assistant_returning_officer',
    constituency: 'LC1',
    account: `${election}.LC1.aro-1`,
  };
  const ro: TokenRequest = {
    role: 'returning_officer',
    constituency: 'LC1',
    account: `${election}.LC1.ro-1`,
  };
  const must = async (expected: number, answer: ReturnType<typeof call>): Promise<unknown> => {
    const { status, body } = await answer;
    if (status !== expected) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return body;
  };
  const station = async (id: string): Promise<StationView> =>
    (await must(200, call(`/desk/LC1/stations/${id}`, aro))) as StationView;
  return {
    call,
    ro,
    aro,
    define: (definition: ElectionDefinition) =>
      must(201, call('/definition', { role: 'chief_electoral_officer' }, definition, 'PUT')),
    progress: async (as = aro): Promise<ProgressView> =>
      (await must(200, call('/desk/LC1', as))) as ProgressView,
    station,
    /** Typed by two, told, confirmed by a third. */
    report: async (id: string, votes: Votes, count = 1): Promise<void> => {
      const person = (number: number): TokenRequest =>
        id === 'CCS'
          ? { ...ro, account: `${election}.LC1.${number === 1 ? 'ro-1' : 'ro-2'}` }
          : {
              role: 'presiding_officer',
              constituency: 'LC1',
              station: id,
              account: `${election}.LC1.${id}.po-${number}`,
            };
      const report = { constituency: 'LC1', station: id, count, revision: 1, votes };
      for (const number of [1, 2]) {
        await must(201, call('/entries', person(number), { attempt: 1, report }));
      }
      if (id !== 'CCS') {
        const step = { constituency: 'LC1', station: id, count, step: 'result_told' };
        await must(201, call('/steps', person(1), step));
      }
      const { sha256 } = await station(id);
      const form = { constituency: 'LC1', station: id, count, revision: 1, attempt: 1 };
      await must(201, call('/confirmations', aro, { ...form, sha256 }));
    },
  };
};

export type Night = ReturnType<typeof nightOf>;
