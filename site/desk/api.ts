import type * as z from 'zod/mini';
import { safeParse } from 'zod/mini';
import type { Language } from '#shared/election/text.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { readProblems, type TextProblem } from './api-problem.ts';
import { lost, reached } from './connection.ts';
import { learnTime } from './server-clock.ts';
import type { SignIn } from './sign-in/session.ts';

/** Why there is no answer: each kind has its own words, and `refused` its own problems. */
export type Failure =
  | { readonly kind: 'offline' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused'; readonly status: number; readonly problems: readonly TextProblem[] }
  | { readonly kind: 'failed'; readonly status: number };

export type Answer<T> = Promise<Result<T, Failure>>;

/** An answer's shape: the schema looks at what a screen relies on, the type says all of it. */
export interface Shape<T> {
  readonly schema: z.ZodMiniType;
  /** Never read: carries the type. */
  readonly type?: T;
}

export const shapeOf = <T>(schema: z.ZodMiniType): Shape<T> => ({ schema });

const TIMEOUT_MS = 20_000;
/** Only a lost network is tried again: every act is idempotent by its content, so a second try can do no harm. */
const AGAIN_AFTER_MS = [400, 1600];

/** An answer and what it is called, so that the same is sent and drawn only once. */
export interface Named<T> {
  readonly value: T;
  readonly etag: string | null;
}

/** A file that the API made, to be saved under its name. */
export interface DownloadedFile {
  readonly name: string;
  readonly bytes: Blob;
  /** The address of the next part, where one answer does not hold it all. */
  readonly next: string | null;
}

export interface Api {
  download(path: string): Answer<DownloadedFile>;
  get<T>(path: string, shape: Shape<T>): Answer<T>;
  /** The answer, unless it is still the one of this name: then null. */
  getChanged<T>(path: string, shape: Shape<T>, known: string | null): Answer<Named<T> | null>;
  post<T>(path: string, body: unknown, shape: Shape<T>): Answer<T>;
  put<T>(path: string, body: unknown, shape: Shape<T>): Answer<T>;
}

export interface ApiPorts {
  readonly fetchApi: SignIn['fetchApi'];
  readonly language: () => Language;
  readonly pause?: (ms: number) => Promise<void>;
}

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const bodyOf = async (response: Response): Promise<unknown> => {
  try {
    return await response.json();
  } catch {
    return null;
  }
};

const failureOf = (status: number, body: unknown): Failure => {
  if (status === 401) return { kind: 'signed-out' };
  const problems = readProblems(body);
  return status < 500 && problems.length > 0
    ? { kind: 'refused', status, problems }
    : { kind: 'failed', status };
};

const sending = (method: 'POST' | 'PUT', body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** The API as the desk calls it: typed answers, problems in the reader's language, and no exception for what can be expected. */
export const deskApi = ({ fetchApi, language, pause = sleep }: ApiPorts): Api => {
  const attempt = async (path: string, init: RequestInit): Promise<Response | null> => {
    for (const wait of [...AGAIN_AFTER_MS, null]) {
      try {
        const response = await fetchApi(path, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
        reached();
        return response;
      } catch {
        if (wait === null || !navigator.onLine) break;
        await pause(wait);
      }
    }
    lost();
    return null;
  };
  const send = async (path: string, init: RequestInit): Promise<Response | null> => {
    const headers = { accept: 'application/json', 'accept-language': language(), ...init.headers };
    const response = await attempt(path, { ...init, headers });
    if (response) learnTime(response.headers.get('date'));
    return response;
  };
  const read = async <T>(response: Response | null, { schema }: Shape<T>): Answer<T> => {
    if (!response) return refuse({ kind: 'offline' });
    const body = await bodyOf(response);
    if (!response.ok) return refuse(failureOf(response.status, body));
    const parsed = safeParse(schema, body);
    return parsed.success ? ok(parsed.data as T) : refuse({ kind: 'failed', status: response.status });
  };
  const call = async <T>(path: string, init: RequestInit, shape: Shape<T>): Answer<T> =>
    read(await send(path, init), shape);
  const getChanged = async <T>(
    path: string,
    shape: Shape<T>,
    known: string | null,
  ): Answer<Named<T> | null> => {
    const headers = known === null ? {} : { 'if-none-match': known };
    const response = await send(path, { method: 'GET', headers });
    if (response?.status === 304) return ok(null);
    const answer = await read(response, shape);
    return answer.ok ? ok({ value: answer.value, etag: response?.headers.get('etag') ?? null }) : answer;
  };
  return {
    download: async (path) => {
      const response = await send(path, { method: 'GET' });
      if (!response) return refuse({ kind: 'offline' });
      if (!response.ok) return refuse(failureOf(response.status, await bodyOf(response)));
      const { headers } = response;
      return ok({
        name: /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'audit',
        bytes: await response.blob(),
        next: /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? null,
      });
    },
    get: (path, shape) => call(path, { method: 'GET' }, shape),
    getChanged,
    post: (path, body, shape) => call(path, sending('POST', body), shape),
    put: (path, body, shape) => call(path, sending('PUT', body), shape),
  };
};
