import type { Describe } from '#shared/election/describe-problem.ts';
import type { InputProblem } from '#shared/election/input-problem.ts';
import type { Language } from '#shared/election/text.ts';
import { statusOf } from './problem.ts';

/** What a job answers: a status and a JSON body, or a file to keep. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  /** Names what is said, without the quotes: who knows it already is answered with 304 and no body. */
  readonly etag?: string;
  /** How a long answer is made smaller; brought by the jobs that have one, so that no other carries it. */
  readonly pack?: Pack;
  readonly file?: ReplyFile;
}

/** An answer that a browser saves under a name: its text is the body as it stands. */
export interface ReplyFile {
  readonly name: string;
  readonly contentType: string;
  /** The address of the next part, where one answer does not hold it all (RFC 8288). */
  readonly next?: string;
}

export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
  /** Compressed bodies travel through API Gateway as Base64. */
  readonly isBase64Encoded?: boolean;
}

/** The headers of a request that say how it can be answered. */
export interface Wanted {
  readonly 'if-none-match'?: string | undefined;
  readonly 'accept-encoding'?: string | undefined;
}

/** A text made smaller for who can read that, with the headers that say so. */
export type Pack = (text: string, wanted: Wanted) => Packed;

export type Packed = Pick<HttpResponse, 'headers' | 'body' | 'isBase64Encoded'>;

const NEVER_CACHED = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
const fileHeaders = ({ name, contentType, next }: ReplyFile) => ({
  'content-type': contentType,
  // Names are made of identifiers: nothing in them needs to be quoted.
  'content-disposition': `attachment; filename="${name}"`,
  ...(next === undefined ? {} : { link: `<${next}>; rel="next"` }),
});

/** A proxy that compresses marks the name as weak; it names the same. */
const isKnown = (etag: string | undefined, { 'if-none-match': known }: Wanted): boolean =>
  etag !== undefined && known?.replace(/^W\//, '') === `"${etag}"`;

export const respond = (reply: Reply, wanted: Wanted = {}): HttpResponse => {
  const { status, body, etag, pack, file } = reply;
  const named = { ...NEVER_CACHED, ...(etag === undefined ? {} : { etag: `"${etag}"` }) };
  if (isKnown(etag, wanted)) return { statusCode: 304, headers: named, body: '' };
  const text = typeof body === 'string' && file ? body : JSON.stringify(body);
  const kind = file ? fileHeaders(file) : { 'content-type': 'application/json; charset=utf-8' };
  const packed = pack?.(text, wanted) ?? { headers: {}, body: text };
  return { statusCode: status, ...packed, headers: { ...named, ...kind, ...packed.headers } };
};

/** The members of a problem body that say what is wrong, where, and what to do, in the caller's language. */
export const problemBody = (problems: readonly InputProblem[], language: Language, describe: Describe) => {
  const told = problems.slice(0, 50).map((problem) => ({
    code: problem.code,
    path: problem.path,
    value: problem.value ?? null,
    ...describe(problem, language),
    ...(problem.figures && Object.keys(problem.figures).length > 0 ? { figures: problem.figures } : {}),
  }));
  const first = told[0];
  return {
    type: `/problems/${first?.code ?? 'internal'}`,
    title: first?.problem ?? '',
    status: statusOf(problems),
    detail: first?.remedy ?? '',
    errors: told,
    ...(problems.length > told.length ? { furtherErrors: problems.length - told.length } : {}),
  };
};

/** RFC 9457. */
export const respondProblem = (
  problems: readonly InputProblem[],
  language: Language,
  describe: Describe,
): HttpResponse => {
  const status = statusOf(problems);
  return {
    statusCode: status,
    headers: {
      ...NEVER_CACHED,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      ...(status === 401 ? { 'www-authenticate': 'Bearer realm="open-returns"' } : {}),
    },
    body: JSON.stringify(problemBody(problems, language, describe)),
  };
};
