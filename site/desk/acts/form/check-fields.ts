import { figureIn } from '../../forms/read-figure.ts';
import type { ActForm, Field, FieldProblem, FormPage, Values } from './act-form.ts';
import { instantOf, momentFields } from './moments.ts';

export const isGiven = ({ id, kind }: Field, values: Values): boolean => {
  if (kind !== 'moment') return (values[id] ?? '').trim() !== '';
  const { date, time } = momentFields(id);
  return `${values[date] ?? ''}${values[time] ?? ''}`.trim() !== '';
};

/** Control characters never belong in a text that becomes public; a line has no breaks either. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** What is sent of a typed text. */
export const cleaned = (text: string | undefined): string =>
  (text ?? '').replace(CONTROL, '').toWellFormed().trim();

export interface FieldWords {
  readonly notMoment: string;
  readonly notFigure: string;
  readonly tooLong: (limit: number) => string;
}

const wrongWith = (field: Field, values: Values, words: FieldWords): string | null => {
  if (!isGiven(field, values)) return field.missing ?? null;
  if (field.kind === 'moment' && instantOf(values, field.id) === null) return words.notMoment;
  const value = values[field.id] ?? '';
  if (field.maxLength !== undefined && cleaned(value).length > field.maxLength) {
    return words.tooLong(field.maxLength);
  }
  if (field.kind === 'figure' && figureIn(value) === null) return words.notFigure;
  return field.wrong?.(value) ?? null;
};

/** What is wrong on a page, in the order of its fields. */
export const pageProblems = (page: FormPage, values: Values, words: FieldWords): readonly FieldProblem[] => {
  const found = page.fields.flatMap((field) => {
    const problem = wrongWith(field, values, words);
    return problem === null ? [] : [{ field: field.id, page: page.id, problem }];
  });
  const first = page.fields[0];
  return found.length === 0 && page.wrong && first
    ? [{ field: first.id, page: page.id, problem: page.wrong }]
    : found;
};

/** The first page that is not answered; null where all are. */
export const firstOpenPage = (form: ActForm, values: Values, words: FieldWords): FormPage | null =>
  form.pages.find((page) => pageProblems(page, values, words).length > 0) ?? null;

/** How far a path leads into what a field sends; 0 where it does not. */
const reach = ({ paths = [] }: Field, path: string): number =>
  Math.max(
    0,
    ...paths
      .filter(
        (own) => path === own || (own !== '$' && (path.startsWith(`${own}.`) || path.startsWith(`${own}[`))),
      )
      .map(({ length }) => length),
  );

/** The field that the server speaks of, with its page: of several the one that the path leads to most exactly. */
export const fieldOfPath = (
  form: Pick<ActForm, 'pages'>,
  path: string,
): { readonly page: FormPage; readonly field: Field } | null =>
  form.pages
    .flatMap((page) => page.fields.map((field) => ({ page, field, length: reach(field, path) })))
    .filter(({ length }) => length > 0)
    .reduce<{ page: FormPage; field: Field; length: number } | null>(
      (best, one) => (best === null || one.length > best.length ? one : best),
      null,
    );
