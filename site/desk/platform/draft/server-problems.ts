import type { FieldProblem, FormPage } from '../../acts/form/act-form.ts';
import { fieldOfPath } from '../../acts/form/check-fields.ts';
import { sentenceOf } from '../../acts/form/send-act.ts';
import type { Failure } from '../../api.ts';

/** What the server refuses, each at the field that it speaks of; without one where it is about a file or all of it. */
export const serverProblems = (
  pages: readonly FormPage[],
  failure: Failure | null,
  common: { readonly space: string },
): readonly FieldProblem[] =>
  failure?.kind !== 'refused'
    ? []
    : failure.problems.map((problem) => {
        const found = fieldOfPath({ pages }, problem.path);
        return {
          field: found?.field.id ?? '',
          page: found?.page.id ?? '',
          problem: sentenceOf(problem, common),
        };
      });
