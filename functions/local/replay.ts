import { setTimeout as wakeAfter } from 'node:timers/promises';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { ElectionScript } from '../elections/election-script.ts';
import { type NightStep, type Officer, planNight } from '../rehearsal/night-plan.ts';
import { publishedStations } from './replay-published.ts';
import { type Sending, sendStep, type Wait } from './replay-request.ts';

export interface ReplayProgress {
  /** Requests of the night that are acknowledged. */
  readonly done: number;
  readonly total: number;
  readonly secondsLeft: number;
}

export interface ReplayOptions {
  readonly script: ElectionScript;
  /** Origin of the API, such as `http://127.0.0.1:4321`. */
  readonly origin: string;
  /** Origin of the published files, where it is another one. */
  readonly publicOrigin?: string;
  readonly tokenFor: (officer: Officer) => string;
  /** Draws the order in which stations report. */
  readonly seed: number;
  /** 1 is about two minutes for the election of 2012; `max` sends as fast as answers come. */
  readonly speed: number | 'max';
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: ReplayProgress) => void;
  readonly wait?: Wait;
  readonly now?: () => number;
}

export interface ReplaySummary {
  readonly accepted: number;
  readonly replayed: number;
  /** Not sent, because published already. */
  readonly skipped: number;
}

export interface ReplayProblem {
  /** `stopped` by the signal; `failed` with a sentence to show. */
  readonly kind: 'stopped' | 'failed';
  readonly sentence: string;
}

const IN_FLIGHT_AT_MAX = 4;

/** Between two requests at speed 1: 544 reports in two minutes, a small election in about half a minute. */
const intervalAt = (speed: number | 'max', steps: number): number => {
  if (speed === 'max') return 0;
  return Math.min(2000, Math.max(220, Math.floor(30_000 / steps))) / speed;
};

const waitFor: Wait = async (milliseconds, signal) => {
  await wakeAfter(milliseconds, undefined, { signal });
};

/** Everything that changes while a night is replayed. */
interface Night {
  readonly options: ReplayOptions;
  readonly sending: Sending;
  readonly total: number;
  readonly intervalMs: number;
  readonly now: () => number;
  readonly startedAt: number;
  accepted: number;
  replayed: number;
  skipped: number;
  /** Earliest time of the next request. */
  nextAt: number;
}

const doneIn = ({ accepted, replayed, skipped }: Night): number => accepted + replayed + skipped;

const tell = (night: Night): void => {
  const done = doneIn(night);
  const left = night.total - done;
  const sent = night.accepted + night.replayed;
  const measuredMs = sent === 0 ? 0 : (night.now() - night.startedAt) / sent;
  const eachMs = Math.max(night.intervalMs, night.options.speed === 'max' ? measuredMs : 0);
  night.options.onProgress?.({ done, total: night.total, secondsLeft: Math.ceil((left * eachMs) / 1000) });
};

/** Keeps the pace of the night; what the server knew already is passed over without waiting. */
const sendInTurn = async (night: Night, step: NightStep): Promise<Result<null, string>> => {
  const early = night.nextAt - night.now();
  if (early > 0) await night.sending.wait(early, night.sending.signal);
  night.sending.signal.throwIfAborted();
  night.nextAt = night.now() + night.intervalMs;
  const sent = await sendStep(step, night.sending);
  if (!sent.ok) return sent;
  night[sent.value] += 1;
  if (sent.value === 'replayed') night.nextAt = 0;
  tell(night);
  return ok(null);
};

/** Sends the steps of a wave, a few at a time where the pace allows it; the first refusal ends it. */
const sendWave = async (night: Night, wave: readonly NightStep[]): Promise<Result<null, string>> => {
  const waiting = wave[Symbol.iterator]();
  const refused: string[] = [];
  const worker = async (): Promise<void> => {
    for (const step of waiting) {
      const sent = await sendInTurn(night, step);
      if (!sent.ok) refused.push(sent.problem);
      if (refused.length > 0) return;
    }
  };
  const inFlight = night.options.speed === 'max' ? IN_FLIGHT_AT_MAX : 1;
  const ends = await Promise.allSettled(Array.from({ length: Math.min(inFlight, wave.length) }, worker));
  const thrown = ends.find((end) => end.status === 'rejected');
  if (thrown) throw thrown.reason;
  return refused[0] === undefined ? ok(null) : refuse(refused[0]);
};

const startNight = (options: ReplayOptions, total: number): Night => {
  const now = options.now ?? (() => performance.now());
  return {
    options,
    sending: {
      base: `${options.origin}/api/elections/${options.script.id}/`,
      tokenFor: options.tokenFor,
      signal: options.signal,
      wait: options.wait ?? waitFor,
    },
    total,
    intervalMs: intervalAt(options.speed, total),
    now,
    startedAt: now(),
    accepted: 0,
    replayed: 0,
    skipped: 0,
    nextAt: 0,
  };
};

/** A definition with published reports stands already, perhaps in a later revision; a published first report was accepted. */
const isDue = ({ resource, firstReportOf }: NightStep, published: ReadonlySet<string>): boolean =>
  resource === 'definition' ? published.size === 0 : firstReportOf === null || !published.has(firstReportOf);

const runNight = async (options: ReplayOptions): Promise<Result<ReplaySummary, string>> => {
  const { script, seed, signal } = options;
  const waves = planNight(script, seed);
  const night = startNight(options, waves.flat().length);
  const known = await publishedStations(options.publicOrigin ?? options.origin, script.id, signal);
  for (const wave of waves) {
    const due = wave.filter((step) => isDue(step, known));
    night.skipped += wave.length - due.length;
    tell(night);
    const sent = await sendWave(night, due);
    if (!sent.ok) return sent;
  }
  const { accepted, replayed, skipped } = night;
  return ok({ accepted, replayed, skipped });
};

/**
 * Replays an election's night through the API, as its officers would send it, and ends with the declarations.
 * It keeps no state: started again it sends the same acts, and those that were accepted are answered as replays.
 */
export const replayNight = async (options: ReplayOptions): Promise<Result<ReplaySummary, ReplayProblem>> => {
  try {
    const ran = await runNight(options);
    return ran.ok ? ran : refuse({ kind: 'failed', sentence: ran.problem });
  } catch (error) {
    if (!options.signal.aborted) throw error;
    return refuse({ kind: 'stopped', sentence: 'The replay was stopped; start again to go on.' });
  }
};
