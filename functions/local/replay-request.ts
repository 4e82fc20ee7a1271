import * as z from 'zod/mini';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { NightStep } from '../rehearsal/night-plan.ts';

/** Waits, or rejects as soon as the signal is aborted. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Where requests go and how. */
export interface Sending {
  /** `http://127.0.0.1:4321/api/elections/legco-2012/` */
  readonly base: string;
  readonly tokenFor: (officer: NightStep['officer']) => string;
  readonly signal: AbortSignal;
  readonly wait: Wait;
}

export type Acceptance = 'accepted' | 'replayed';

/** Milliseconds before each further attempt: about twenty seconds in all, longer than a restart takes. */
const BACKOFF_MS = [250, 500, 1000, 2000, 4000, 6000, 6000];

const ONE_REQUEST_MS = 30_000;

const Accepted = z.looseObject({ outcome: z.enum(['accepted', 'replayed']) });
const Problem = z.looseObject({ title: z.optional(z.string()), detail: z.optional(z.string()) });

type Answer =
  | { readonly kind: 'accepted'; readonly acceptance: Acceptance }
  | { readonly kind: 'refused'; readonly said: string }
  | { readonly kind: 'failed'; readonly said: string };

const jsonOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const answerOf = async (response: Response): Promise<Answer> => {
  const { status } = response;
  const body = await jsonOf(response);
  if (response.ok) {
    const accepted = z.safeParse(Accepted, body);
    if (accepted.success) return { kind: 'accepted', acceptance: accepted.data.outcome };
    return { kind: 'refused', said: `status ${status}, but no outcome in the answer` };
  }
  const problem = z.safeParse(Problem, body);
  const told = problem.success ? [problem.data.title, problem.data.detail] : [];
  const said = [`status ${status}`, ...told.filter((text) => text !== undefined && text !== '')].join(' - ');
  return { kind: status >= 500 || status === 429 ? 'failed' : 'refused', said };
};

const reasonOf = (error: unknown): string => {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return String(cause);
  return (cause as NodeJS.ErrnoException).code ?? cause.message;
};

/** One attempt. The token is asked for each time: it may have run out while the server was away. */
const attempt = async (step: NightStep, { base, tokenFor, signal }: Sending): Promise<Answer> => {
  try {
    const response = await fetch(new URL(step.resource, base), {
      method: step.method,
      headers: {
        authorization: `Bearer ${tokenFor(step.officer)}`,
        'content-type': 'application/json',
        'accept-language': 'en',
      },
      body: JSON.stringify(step.body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(ONE_REQUEST_MS)]),
    });
    return await answerOf(response);
  } catch (error) {
    signal.throwIfAborted();
    return { kind: 'failed', said: reasonOf(error) };
  }
};

/**
 * Sends one act until it is acknowledged: an attempt whose answer was lost may have taken effect, and the next one is
 * then answered `replayed`. Outages are waited out; a refusal is final and told in one sentence.
 */
export const sendStep = async (step: NightStep, sending: Sending): Promise<Result<Acceptance, string>> => {
  for (let attempts = 0; ; attempts += 1) {
    const answer = await attempt(step, sending);
    if (answer.kind === 'accepted') return ok(answer.acceptance);
    if (answer.kind === 'refused')
      return refuse(`The replay stopped: ${step.what} was refused (${answer.said}).`);
    const pause = BACKOFF_MS[attempts];
    if (pause === undefined) {
      return refuse(
        `The replay stopped: ${step.what} got no answer in ${attempts + 1} attempts (${answer.said}); start again to go on.`,
      );
    }
    await sending.wait(pause, sending.signal);
  }
};
