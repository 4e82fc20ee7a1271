import * as z from 'zod/mini';
import type { Language } from '#shared/election/text.ts';
import { type Api, type Failure, shapeOf } from '../../api.ts';
import type { TextProblem } from '../../api-problem.ts';
import type { ActForm, FieldProblem } from './act-form.ts';
import type { ActKeeper } from './act-state.ts';
import { fieldOfPath } from './check-fields.ts';

interface Taken {
  readonly acceptedAt: string;
  readonly outcome?: string;
}

const TakenAnswer = shapeOf<Taken>(
  z.looseObject({ acceptedAt: z.string(), outcome: z.optional(z.string()) }),
);

/** Somebody was faster: under this number stands another act. */
const NUMBER_CODES: ReadonlySet<string> = new Set([
  'act-number',
  'recount-number',
  'notice-number',
  'revision-missing',
  'conflict',
]);

/** What the server refuses, as the sentence that stands in the summary and at the field. */
export const sentenceOf = ({ problem, remedy, code }: TextProblem, { space }: Spaced): string =>
  `${remedy === '' ? problem : `${problem}${space}${remedy}`} (${code})`;

interface Spaced {
  /** What stands between two sentences. */
  readonly space: string;
}

/** What the server says of single fields. */
export const fieldProblems = (form: ActForm, failure: Failure, common: Spaced): readonly FieldProblem[] =>
  failure.kind !== 'refused'
    ? []
    : failure.problems.flatMap((problem) => {
        const found = fieldOfPath(form, problem.path);
        return found
          ? [{ field: found.field.id, page: found.page.id, problem: sentenceOf(problem, common) }]
          : [];
      });

const isTaken = (failure: Failure): boolean =>
  failure.kind === 'refused' && failure.problems.some(({ code }) => NUMBER_CODES.has(code));

/**
 * Sends an act, once at a time; true once the server has it. What was typed stays until then. The number is kept before it is sent:
 * sent again, it is the same act. Where a colleague was faster nothing is sent under another number before theirs was seen.
 */
export const sendAct = async (
  form: ActForm,
  { current, update }: Pick<ActKeeper, 'current' | 'update'>,
  { api, common, language }: { readonly api: Api; readonly common: Spaced; readonly language: Language },
): Promise<boolean> => {
  if (current().sending) return false;
  const number = current().number ?? form.number;
  update({ sending: true, failure: null, met: null, number });
  const answer = await (form.method === 'PUT' ? api.put : api.post)(
    form.path,
    form.body(number),
    TakenAnswer,
  );
  if (answer.ok) {
    const { acceptedAt, outcome } = answer.value;
    update({
      values: {},
      sent: current().values,
      problems: [],
      number: null,
      begunAt: null,
      sending: false,
      failure: null,
      repeated: outcome === 'replayed',
      acceptedAt,
    });
    return true;
  }
  const failure = answer.problem;
  update({
    sending: false,
    failure,
    toldIn: language,
    ...(isTaken(failure) ? { number: null, met: number } : {}),
    problems: fieldProblems(form, failure, common),
  });
  return false;
};
