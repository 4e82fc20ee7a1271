import { visibleText } from '#shared/publication/plain-text.ts';
import { count, dayTime } from '../../../words/format.ts';
import { useDesk } from '../../desk-context.ts';
import { type AnswerRow, Answers } from '../../forms/Answers.tsx';
import { listed } from '../../forms/listed.ts';
import { figureIn } from '../../forms/read-figure.ts';
import type { ActForm, Field, Values } from './act-form.ts';
import { cleaned, isGiven } from './check-fields.ts';
import { instantOf } from './moments.ts';

interface Told {
  readonly none: string;
  readonly moment: (at: string) => string;
  readonly comma: string;
}

const answerOf = (field: Field, values: Values, { none, moment, comma }: Told): string => {
  if (field.kind === 'moment') {
    const at = instantOf(values, field.id);
    return at === null ? none : moment(at);
  }
  const value = cleaned(values[field.id]);
  if (value === '') return field.emptyMeans ?? none;
  if (field.shown) return field.shown(value);
  if (field.kind === 'several') {
    return listed(value)
      .map((id) => field.options?.find((option) => option.value === id)?.label ?? id)
      .join(comma);
  }
  const figure = field.kind === 'figure' ? figureIn(value) : null;
  if (figure !== null) return count(figure);
  return field.options?.find((option) => option.value === value)?.label ?? value;
};

const useRows = (form: ActForm, values: Values): readonly AnswerRow[] => {
  const { words, language } = useDesk();
  const told = {
    none: words.forms.notGiven,
    moment: (at: string) => dayTime(language, at),
    comma: words.acts.form.comma,
  };
  const answered = (fields: readonly Field[]) =>
    form.onlyAnswered ? fields.filter((field) => isGiven(field, values)) : fields;
  return form.pages.flatMap((page) =>
    answered(page.fields).map((field) => {
      const name =
        field.group === undefined ? field.label : `${field.group}${words.common.after}${field.label}`;
      return {
        key: `${page.id} ${field.id}`,
        label: <bdi>{name}</bdi>,
        name,
        value: (
          <bdi class="given" lang={field.lang}>
            {visibleText(answerOf(field, values, told))}
          </bdi>
        ),
        href: `${form.base}/${page.id}`,
      };
    }),
  );
};

interface OwnProps {
  readonly form: ActForm;
  readonly values: Values;
  /** Where nothing can be changed any more, the lines lead nowhere. */
  readonly still?: boolean;
}

/** What was answered so far, and what is made of it. */
export const OwnAnswers = ({ form, values, still = false }: OwnProps) => {
  const rows = useRows(form, values).map(({ href, ...row }) =>
    still || href === undefined ? row : { ...row, href },
  );
  return (
    <>
      {rows.length > 0 && !form.toldBelow && <Answers rows={rows} texts={form.texts === true} />}
      {form.summary}
    </>
  );
};
