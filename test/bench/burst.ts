import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenIssuer } from '#functions/local/token-issuer.ts';
import type { StationReport } from '#shared/election/report.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import { must } from '#shared/result.ts';
import { BURST, burstDefinition, burstReports, plainTotals } from './burst-election.ts';
import { type Watch, watchPointer } from './burst-watch.ts';
import { builtSite } from './counted-night.ts';
import { type Figure, numbersFrom, only, percentile, spreadOf } from './measure.ts';

const COPIES = 3;
const PER_SECOND = 180;
/** Far more than is promised: what is not public by then is lost. */
const PATIENCE_MS = 20_000;

interface Sent {
  /** First acknowledgement of each station's report. */
  readonly acknowledgedAt: Map<string, number>;
  readonly answerTimes: number[];
  readonly outcomes: { accepted: number; replayed: number };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Every report three times, in an order drawn from a seed. */
const shuffled = (reports: readonly StationReport[]): readonly StationReport[] => {
  const below = numbersFrom(2016);
  const drawn = Array.from({ length: COPIES }, () => reports).flat();
  return drawn
    .map((report) => ({ report, place: below(1_000_000_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ report }) => report);
};

/** A sender that gets no answer sends again, as stations do: it cannot know whether the first one arrived. */
const answered = async (url: string, init: RequestInit, attempts = 3): Promise<Response> => {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (attempts <= 1) throw cause;
    await pause(100);
    return answered(url, init, attempts - 1);
  }
};

const sendOne = async (url: string, headers: Record<string, string>, report: StationReport, sent: Sent) => {
  const from = performance.now();
  const response = await answered(url, { method: 'POST', headers, body: JSON.stringify(report) });
  const text = await response.text();
  const at = performance.now();
  if (!response.ok) throw new Error(`A report was refused: ${text}`);
  const { outcome } = JSON.parse(text) as { outcome: 'accepted' | 'replayed' };
  sent.outcomes[outcome] += 1;
  sent.answerTimes.push(at - from);
  if (!sent.acknowledgedAt.has(report.station)) sent.acknowledgedAt.set(report.station, at);
};

/** Sends at a steady pace, however long the answers take. */
const sendAll = async (origin: string, token: string, reports: readonly StationReport[]): Promise<Sent> => {
  const sent: Sent = { acknowledgedAt: new Map(), answerTimes: [], outcomes: { accepted: 0, replayed: 0 } };
  const url = `${origin}/api/elections/${BURST}/reports`;
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const start = performance.now();
  const answers: Promise<void>[] = [];
  for (const [index, report] of shuffled(reports).entries()) {
    const early = start + (index * 1000) / PER_SECOND - performance.now();
    if (early > 1) await pause(early);
    answers.push(sendOne(url, headers, report, sent));
    // Looked at below, once all are sent.
    answers.at(-1)?.catch(() => undefined);
  }
  await Promise.all(answers);
  return sent;
};

const define = async (origin: string, token: string): Promise<void> => {
  const response = await fetch(`${origin}/api/elections/${BURST}/definition`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(burstDefinition),
  });
  if (!response.ok) throw new Error(`The definition was refused: ${await response.text()}`);
  // Days lie between a definition and its night: the pages of stations that wait are out by then.
  const last = must(burstDefinition.stations.at(-1), 'there are stations').id;
  const patience = performance.now() + 2 * PATIENCE_MS;
  while (!(await fetch(`${origin}${pagePaths.station('zh-Hans', BURST, last)}`)).ok) {
    if (performance.now() > patience) throw new Error('The pages of the defined election did not appear');
    await pause(200);
  }
};

const untilAllPublic = async (watch: Watch, reports: readonly StationReport[]): Promise<void> => {
  const patience = performance.now() + PATIENCE_MS;
  while (watch.publicAt.size < reports.length && performance.now() < patience) await pause(50);
};

/** Stations whose votes are missing, and votes that are published beyond those sent, as whole reports. */
const compare = (watch: Watch, sent: Sent, reports: readonly StationReport[]) => {
  const published = new Map<string, number>(
    [...watch.results.values()].flatMap(({ id, contestants }) =>
      contestants.map((list) => [`${id}/${list.id}`, list.votes] as const),
    ),
  );
  const wrong = [...plainTotals(reports)].filter(([place, votes]) => published.get(place) !== votes);
  const lost = reports.filter(({ station }) => !watch.publicAt.has(station)).length;
  if (lost === 0 && wrong.length > 0) {
    throw new Error(`Published totals differ from those sent: ${JSON.stringify(wrong.slice(0, 3))}`);
  }
  return { lost, doubled: Math.max(0, sent.outcomes.accepted - reports.length) };
};

const figuresOf = (watch: Watch, sent: Sent, reports: readonly StationReport[]): readonly Figure[] => {
  const { lost, doubled } = compare(watch, sent, reports);
  const delays = [...sent.acknowledgedAt].map(([station, at]) =>
    Math.max(0, (watch.publicAt.get(station) ?? Number.POSITIVE_INFINITY) - at),
  );
  const look = { what: 'one GET of the pointer', value: percentile(watch.looks, 0.5) };
  const delay = (name: string, share: number, value: number | null): Figure => ({
    name,
    unit: 'ms',
    measured: { ...spreadOf(delays), median: percentile(delays, share) },
    target: value === null ? null : { relation: '≤', value },
    yardstick: look,
  });
  const count = (name: string, value: number): Figure => ({
    name,
    unit: 'of 600',
    measured: only(value),
    target: { relation: '=', value: 0 },
    yardstick: null,
  });
  const total = Object.values(sent.outcomes).reduce((sum, answers) => sum + answers, 0);
  return [
    count(`${total.toLocaleString('en')} POSTs in 10 s: reports lost`, lost),
    count('  reports counted twice', doubled),
    {
      name: '  POST until acknowledged',
      unit: 'ms',
      measured: spreadOf(sent.answerTimes),
      target: null,
      yardstick: look,
    },
    delay('  acknowledged until public, p50', 0.5, null),
    delay('  acknowledged until public, p95', 0.95, 1000),
  ];
};

const usedFigure = (seconds: number): Figure => ({
  name: '  processor time of the portal, from its start',
  unit: 's',
  measured: only(seconds),
  target: null,
  yardstick: null,
});

/** Ends the portal; answers how much time of a processor it used. */
const stop = async (child: ChildProcess): Promise<number> => {
  if (child.exitCode !== null || child.signalCode !== null) return Number.NaN;
  let used = Number.NaN;
  child.once('message', (message) => {
    used = (message as { processorSeconds: number }).processorSeconds;
  });
  const ended = once(child, 'exit');
  const patience = setTimeout(() => child.kill('SIGKILL'), 20_000);
  child.send('close');
  await ended;
  clearTimeout(patience);
  return used;
};

const startChild = async (dataFolder: string): Promise<{ child: ChildProcess; origin: string }> => {
  const program = new URL('./burst-portal.ts', import.meta.url).pathname;
  const child = fork(program, [dataFolder, await builtSite()], { execArgv: [] });
  const origin = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { url: string }).url));
    child.once('exit', (code) => reject(new Error(`The portal ended with code ${code}`)));
  });
  return { child, origin };
};

/** Six hundred reports in ten seconds, each sent three times, through the whole portal of `npm start`. */
export const burst = async (): Promise<readonly Figure[]> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'open-returns-bench-'));
  try {
    const { child, origin } = await startChild(dataFolder);
    try {
      const issue = tokenIssuer(dataFolder);
      await define(origin, issue({ role: 'chief_electoral_officer' }, new Date()));
      const constituency = burstDefinition.constituencies.map(({ id }) => id).join(',');
      const token = issue({ role: 'returning_officer', constituency }, new Date());
      const reports = burstReports();
      const watch = watchPointer(origin);
      const sent = await sendAll(origin, token, reports);
      await untilAllPublic(watch, reports);
      await watch.stop();
      const figures = figuresOf(watch, sent, reports);
      return [...figures, usedFigure(await stop(child))];
    } finally {
      await stop(child);
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
};
