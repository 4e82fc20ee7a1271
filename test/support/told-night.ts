import type { TokenRequest } from '#functions/local/token-issuer.ts';
import type { ProgressView, StationView } from '#shared/desk/desk-views.ts';
import type { ProposedAct } from '#shared/desk/entry.ts';
import type { Role } from '#shared/election/acts.ts';
import type { StationReport } from '#shared/election/report.ts';
import { contentHash } from '#shared/hash.ts';
import type { PortalProcess } from './running-portal.ts';

/** Officers of an election over HTTP, each act as the desk sends it; an answer that is not expected ends the night. */
export const officersOf = (portal: PortalProcess, election: string) => {
  const people = (constituency: string) => {
    const at = (role: Role, account: string): TokenRequest => ({ role, constituency, account });
    const atStation = (station: string, account: string): TokenRequest => ({
      role: 'presiding_officer',
      station,
      account: `${station}.${account}`,
    });
    return {
      ro: at('returning_officer', `${constituency}.ro-secret`),
      aro: at('assistant_returning_officer', `${constituency}.aro-secret`),
      aro2: at('assistant_returning_officer', `${constituency}.aro2-secret`),
      typist: (station: string) => atStation(station, 'po-secret'),
      second: (station: string) => atStation(station, 'po2-secret'),
    };
  };
  const send = async (as: TokenRequest, path: string, body?: unknown, expected = 201): Promise<unknown> => {
    const response = await fetch(`${portal.url}/api/elections/${election}${path}`, {
      method: body === undefined ? 'GET' : path === '/definition' ? 'PUT' : 'POST',
      headers: { authorization: `Bearer ${portal.token(as)}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (response.status !== expected) {
      throw new Error(`${path} as ${as.role}: ${response.status} ${JSON.stringify(answer)}`);
    }
    return answer;
  };
  const stationOf = async (constituency: string, station: string): Promise<StationView> =>
    (await send(
      people(constituency).aro,
      `/desk/${constituency}/stations/${station}`,
      undefined,
      200,
    )) as StationView;
  const progressOf = async (constituency: string): Promise<ProgressView> =>
    (await send(people(constituency).aro, `/desk/${constituency}`, undefined, 200)) as ProgressView;
  const entry = (as: TokenRequest, report: StationReport) => send(as, '/entries', { attempt: 1, report });
  const confirm = async ({ constituency, station, count, revision }: StationReport): Promise<void> => {
    const { ro, aro, typist } = people(constituency);
    const central = station.startsWith('CCS');
    if (!central) {
      await send(typist(station), '/steps', { constituency, station, count, step: 'result_told' });
    }
    const { sha256 } = await stationOf(constituency, station);
    const form = { constituency, station, count, revision, attempt: 1, sha256 };
    await send(central ? aro : ro, '/confirmations', form);
  };
  return {
    people,
    send,
    stationOf,
    progressOf,
    entry,
    confirm,
    /** Typed by two, told, confirmed by a third. */
    report: async (report: StationReport): Promise<void> => {
      const { ro, aro2, typist, second } = people(report.constituency);
      const central = report.station.startsWith('CCS');
      await entry(central ? ro : typist(report.station), report);
      await entry(central ? aro2 : second(report.station), report);
      await confirm(report);
    },
    /** Proposed by the returning officer, seconded by an assistant. */
    both: async (constituency: string, number: number, act: ProposedAct): Promise<void> => {
      const { ro, aro } = people(constituency);
      await send(ro, '/proposals', { constituency, number, act });
      const seconding = { constituency, number, decision: 'seconded', sha256: contentHash(act) };
      await send(aro, '/secondings', seconding);
    },
  };
};
