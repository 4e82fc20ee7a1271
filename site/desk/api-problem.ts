import * as z from 'zod/mini';

/** One thing that the server refuses, in the language that was asked for [RFC 9457]. */
export interface TextProblem {
  readonly code: string;
  /** JSONPath in the body that was sent; `$` where it is about the act as a whole. */
  readonly path: string;
  readonly problem: string;
  readonly remedy: string;
  readonly value: unknown;
  readonly figures: Readonly<Record<string, string | number>>;
}

const ProblemBody = z.looseObject({
  errors: z.array(
    z.looseObject({
      code: z.string(),
      path: z.string(),
      problem: z.string(),
      remedy: z.string(),
      value: z.optional(z.unknown()),
      figures: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
    }),
  ),
});

/** The problems of a refusal's body; none where the body is no such thing. */
export const readProblems = (body: unknown): readonly TextProblem[] => {
  const parsed = z.safeParse(ProblemBody, body);
  if (!parsed.success) return [];
  return parsed.data.errors.map(({ code, path, problem, remedy, value, figures = {} }) => ({
    code,
    path,
    problem,
    remedy,
    value: value ?? null,
    figures,
  }));
};

/** `$.votes["12"]` and `$.report.votes["12"]` are the same field: entries carry their report one level down. */
export const fieldPath = (path: string): string => path.replace(/^\$\.report(?=[.[])/, '$');
