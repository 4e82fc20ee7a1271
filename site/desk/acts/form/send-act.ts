import * as z from 'zod/mini';
import type { Language } from '#shared/election/text.ts';
import { type Api, type Failure, shapeOf } from '../../api.ts';
import type { TextProblem } from '../../api-problem.ts';
import type { ActForm, FieldProblem } from './act-form.ts';
import type { ActKeeper } from './act-state.ts';
import { fieldOfPath } from './check-fields.ts';

interface Taken {
  readonly acceptedAt: string;
}

const TakenAnswer = shapeOf<Taken>(z.looseObject({ acceptedAt: z.string() }));

/** Somebody was faster: this is another act, with the next number. */
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

/** The number that is free instead, where the one that was sent is another act's. */
const nextNumber = (failure: Failure, sent: number): number | null => {
  if (failure.kind !== 'refused') return null;
  const taken = failure.problems.find(({ code }) => NUMBER_CODES.has(code));
  if (!taken) return null;
  const { expected } = taken.figures;
  return typeof expected === 'number' && expected !== sent ? expected : sent + 1;
};

const MOST_TURNS = 5;

/** Posts an act; meets somebody else's act at its number by taking the next one. The number is kept before it is sent: sent again, it is the same act. */
const post = async (
  form: ActForm,
  first: number,
  { api, update }: { readonly api: Api; readonly update: ActKeeper['update'] },
) => {
  // What takes the place of a colleague's words is not sent over them unseen.
  const replaces = form.method === 'PUT';
  let number = first;
  for (let turns = 1; ; turns += 1) {
    update({ sending: true, failure: null, number });
    const answer = await (replaces ? api.put : api.post)(form.path, form.body(number), TakenAnswer);
    const next = answer.ok || replaces ? null : nextNumber(answer.problem, number);
    if (next === null || turns === MOST_TURNS) return answer;
    number = next;
  }
};

/** Sends an act, once at a time; true once the server has it. What was typed stays until then. */
export const sendAct = async (
  form: ActForm,
  { current, update }: Pick<ActKeeper, 'current' | 'update'>,
  { api, common, language }: { readonly api: Api; readonly common: Spaced; readonly language: Language },
): Promise<boolean> => {
  const { sending, number } = current();
  if (sending) return false;
  const answer = await post(form, number ?? form.number, { api, update });
  if (answer.ok) {
    update({
      values: {},
      sent: current().values,
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
    toldIn: language,
    ...(form.method === 'PUT' && nextNumber(failure, form.number) !== null ? { number: null } : {}),
    problems: fieldProblems(form, failure, common),
  });
  return false;
};
