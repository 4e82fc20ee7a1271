import { afterEach, describe, expect, test } from 'vitest';
import { legco2012 } from '#functions/elections/legco-2012.ts';
import { popvote2017 } from '#functions/elections/popvote-2017.ts';
import { rehearsal2016 } from '#functions/elections/rehearsal-2016.ts';
import { seededNumbers } from '#functions/elections/seeded-numbers.ts';
import { type ReplayOptions, type ReplayProgress, replayNight } from '#functions/local/replay.ts';
import { planNight } from '#functions/rehearsal/night-plan.ts';
import type { StationReport } from '#shared/election/report.ts';
import { type FakeApi, type FakeApiOptions, type Fault, startFakeApi } from './replay-fake-api.ts';

const running: FakeApi[] = [];
const fakeApi = async (options?: FakeApiOptions): Promise<FakeApi> => {
  const api = await startFakeApi(options);
  running.push(api);
  return api;
};
afterEach(async () => {
  for (const api of running.splice(0)) await api.close();
});

const small = popvote2017();

const optionsFor = (api: FakeApi, more: Partial<ReplayOptions> = {}): ReplayOptions => ({
  script: small,
  origin: api.origin,
  tokenFor: ({ role, constituency = '', station = '' }) => `${role}.${constituency}.${station}`,
  seed: 1,
  speed: 'max',
  signal: new AbortController().signal,
  wait: async (_milliseconds, signal) => signal.throwIfAborted(),
  ...more,
});

const bodiesOf = (api: FakeApi, resource: string): readonly unknown[] =>
  api.accepted.filter((taken) => taken.resource === resource).map(({ body }) => body);

describe('a night replayed', () => {
  test('an API that fails now and then gets each report of 2012 once, and ends with the declarations', async () => {
    const script = legco2012();
    const faults = seededNumbers(5);
    const kinds: readonly Fault[] = ['unavailable', 'reset', 'taken-then-reset'];
    const api = await fakeApi({
      fault: () => (faults.chance(12) ? (kinds[faults.below(3)] ?? 'none') : 'none'),
    });
    const ran = await replayNight(optionsFor(api, { script }));
    expect(ran.ok).toBe(true);
    const stations = bodiesOf(api, 'reports').map((body) => (body as StationReport).station);
    expect([...stations].sort()).toEqual(script.reports.map(({ station }) => station).sort());
    expect(api.replayed.length).toBeGreaterThan(0);
    const last = api.accepted.slice(-6);
    expect(last.every(({ resource }) => resource === 'declarations')).toBe(true);
    expect(last.map(({ body }) => (body as { constituency: string }).constituency).sort()).toEqual([
      'DC2',
      'LC1',
      'LC2',
      'LC3',
      'LC4',
      'LC5',
    ]);
  });

  test('each act carries the token of the officer whose act it is', async () => {
    const api = await fakeApi();
    await replayNight(optionsFor(api, { script: rehearsal2016() }));
    const token = (of: (body: { station?: string; constituency?: string }) => boolean, resource: string) =>
      api.accepted.find((taken) => taken.resource === resource && of(taken.body as never))?.authorization;
    expect(api.accepted[0]?.authorization).toBe('Bearer chief_electoral_officer..');
    expect(token(({ station }) => station === 'A01', 'reports')).toBe('Bearer presiding_officer..A01');
    expect(token(({ station }) => station === 'CCS-LAB', 'reports')).toBe('Bearer returning_officer.LAB.');
    expect(token(() => true, 'lots')).toBe('Bearer returning_officer.LAB.');
    expect(token(() => true, 'recounts')).toBe('Bearer presiding_officer..C05');
    expect(token(() => true, 'candidates/2a/events')).toBe('Bearer returning_officer.NTE.');
  });

  test('a second night finds everything there, and sends nothing new', async () => {
    const api = await fakeApi();
    const first = await replayNight(optionsFor(api));
    const before = api.accepted.length;
    const second = await replayNight(optionsFor(api, { seed: 2 }));
    expect(first).toMatchObject({ ok: true, value: { accepted: before, replayed: 0 } });
    expect(second).toMatchObject({ ok: true, value: { accepted: 0, replayed: before } });
  });

  test('what is published already is not sent again, nor is the definition', async () => {
    const name = 'constituencies/VOTE.json';
    const path = `/data/popvote-2017/r/1-00000000/${name}`;
    const files = {
      '/data/popvote-2017/latest.json': {
        election: 'popvote-2017',
        version: 1,
        asOf: '2017-03-19T14:00:01.000Z',
        status: 'counting',
        test: true,
        size: 4,
        root: 'AAAA',
        pollAfterMs: 1000,
        files: { 'index.json': { path: '/index.json', sha256: '0'.repeat(64), bytes: 1 } },
      },
      '/index.json': {
        election: 'popvote-2017',
        version: 1,
        asOf: '2017-03-19T14:00:01.000Z',
        status: 'counting',
        test: true,
        files: { [name]: { path, sha256: '0'.repeat(64), bytes: 1, type: 'application/json' } },
      },
      [path]: {
        stations: [
          { id: 'VOTE-ONLINE', status: 'reported' },
          { id: 'VOTE-0312', status: 'waiting' },
        ],
      },
    };
    const api = await fakeApi({ files });
    const ran = await replayNight(optionsFor(api));
    expect(ran).toMatchObject({ ok: true, value: { skipped: 2, replayed: 0 } });
    const sent = bodiesOf(api, 'reports').map((body) => (body as StationReport).station);
    expect(sent).not.toContain('VOTE-ONLINE');
    expect(sent).toContain('VOTE-0312');
    expect(bodiesOf(api, 'definition')).toEqual([]);
  });

  test('a refusal ends it with one sentence that says which act and why', async () => {
    const api = await fakeApi({
      refuse: ({ resource, body }) =>
        resource === 'reports' && (body as StationReport).station === 'VOTE-0312'
          ? { status: 409, body: { title: 'Other figures are accepted.', detail: 'Send a revision.' } }
          : null,
    });
    const ran = await replayNight(optionsFor(api));
    expect(ran).toEqual({
      ok: false,
      problem: {
        kind: 'failed',
        sentence:
          'The replay stopped: the report of VOTE-0312 (VOTE) was refused (status 409 - Other figures are accepted. - Send a revision.).',
      },
    });
    expect(bodiesOf(api, 'declarations')).toEqual([]);
  });

  test('a declaration waits until every report before it is acknowledged', async () => {
    let failed = 0;
    const api = await fakeApi({
      fault: (request) => {
        const fails = request > 5 && request < 9;
        failed += fails ? 1 : 0;
        return fails ? 'reset' : 'none';
      },
    });
    await replayNight(optionsFor(api));
    expect(failed).toBe(3);
    const resources = api.accepted.map(({ resource }) => resource);
    expect(resources.indexOf('declarations')).toBe(1 + small.reports.length);
  });

  test('an API that never answers ends it after a few attempts', async () => {
    const waits: number[] = [];
    const api = await fakeApi({ fault: () => 'unavailable' });
    const ran = await replayNight(
      optionsFor(api, {
        wait: async (milliseconds) => {
          waits.push(milliseconds);
        },
      }),
    );
    expect(ran).toMatchObject({ ok: false, problem: { kind: 'failed' } });
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 6000, 6000]);
  });

  test('the signal stops it between two requests, and it can go on later', async () => {
    const stop = new AbortController();
    const api = await fakeApi();
    const onProgress = ({ done }: ReplayProgress) => {
      if (done === 4) stop.abort();
    };
    const stopped = await replayNight(optionsFor(api, { signal: stop.signal, speed: 1, onProgress }));
    expect(stopped).toMatchObject({ ok: false, problem: { kind: 'stopped' } });
    expect(api.accepted).toHaveLength(4);
    expect(await replayNight(optionsFor(api))).toMatchObject({ ok: true, value: { replayed: 4 } });
  });

  test('at speed 1 the election of 2012 takes two minutes, at 4 a quarter of that, and replays cost no waiting', async () => {
    const script = legco2012();
    const night = async (speed: number, api: FakeApi) => {
      let clock = 0;
      await replayNight(
        optionsFor(api, {
          script,
          speed,
          now: () => clock,
          wait: async (milliseconds) => {
            clock += milliseconds;
          },
        }),
      );
      return clock / 1000;
    };
    const api = await fakeApi();
    expect(await night(1, api)).toBeCloseTo(121, 0);
    expect(await night(1, api)).toBe(0);
    expect(await night(4, await fakeApi())).toBeCloseTo(30, 0);
  });

  test('progress counts up to the whole night, and the time left down to nothing', async () => {
    const told: ReplayProgress[] = [];
    let clock = 0;
    const wait = async (milliseconds: number) => {
      clock += milliseconds;
    };
    const api = await fakeApi();
    await replayNight(
      optionsFor(api, { speed: 2, now: () => clock, wait, onProgress: (progress) => told.push(progress) }),
    );
    const total = planNight(small, 1).flat().length;
    const done = told.map((progress) => progress.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(told[0]).toMatchObject({ done: 0, total });
    expect(told.at(-1)).toEqual({ done: total, total, secondsLeft: 0 });
    expect(told[0]?.secondsLeft).toBeGreaterThan(5);
  });
});
