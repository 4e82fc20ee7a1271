import type { Describe } from '#shared/election/describe-problem.ts';
import type { InputProblem } from '#shared/election/input-problem.ts';
import type { Language } from '#shared/election/text.ts';
import { statusOf } from './problem.ts';

/** What a job answers: a status and a JSON body. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const NEVER_CACHED = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export const respond = ({ status, body }: Reply): HttpResponse => ({
  statusCode: status,
  headers: { ...NEVER_CACHED, 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});

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
