import * as z from 'zod/mini';
import { type Api, type Failure, shapeOf } from '../../api.ts';
import type { TextProblem } from '../../api-problem.ts';
import type { ActForm, FieldProblem } from './act-form.ts';
import type { ActKeeper } from './act-state.ts';
import { fieldOfPath } from './check-fields.ts';

interface Taken {
  readonly acceptedAt: string;
}

const TakenAnswer = shapeOf<Taken>(z.looseObject({ acceptedAt: z.string() }));

/** Somebody was faster: what is sent next is another act, with the next number. */
const NUMBER_CODES: ReadonlySet<string> = new Set(['act-number', 'recount-number', 'conflict']);

/** What the server refuses, as the sentence that stands in the summary and at the field. */
export const sentenceOf = ({ problem, remedy, code }: TextProblem, { space }: Spaced): string =>
  `${remedy === '' ? problem : `${problem}${space}${remedy}`} (${code})`;

interface Spaced {
  /** What stands between two sentences. */
  readonly space: string;
}

const fieldProblems = (form: ActForm, failure: Failure, common: Spaced): readonly FieldProblem[] =>
  failure.kind !== 'refused'
    ? []
    : failure.problems.flatMap((problem) => {
        const found = fieldOfPath(form, problem.path);
        return found
          ? [{ field: found.field.id, page: found.page.id, problem: sentenceOf(problem, common) }]
          : [];
      });

const takesAnotherNumber = (failure: Failure): boolean =>
  failure.kind === 'refused' && failure.problems.some(({ code }) => NUMBER_CODES.has(code));

/** Sends an act, once at a time; true once the server has it. What was typed stays until then. */
export const sendAct = async (
  form: ActForm,
  { current, update }: Pick<ActKeeper, 'current' | 'update'>,
  { api, common }: { readonly api: Api; readonly common: Spaced },
): Promise<boolean> => {
  const { sending, number } = current();
  if (sending) return false;
  const own = number ?? form.number;
  update({ sending: true, failure: null, number: own });
  const answer = await (form.method === 'PUT' ? api.put : api.post)(form.path, form.body(own), TakenAnswer);
  if (answer.ok) {
    update({
      values: {},
      problems: [],
      number: null,
      sending: false,
      failure: null,
      acceptedAt: answer.value.acceptedAt,
    });
    return true;
  }
  const failure = answer.problem;
  update({
    sending: false,
    failure,
    problems: fieldProblems(form, failure, common),
    ...(takesAnotherNumber(failure) ? { number: null } : {}),
  });
  return false;
};
