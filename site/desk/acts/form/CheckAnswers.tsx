import { useState } from 'preact/hooks';
import { visibleText } from '#shared/publication/plain-text.ts';
import { count, dayTime } from '../../../words/format.ts';
import type { Failure } from '../../api.ts';
import { useDesk } from '../../desk-context.ts';
import { type AnswerRow, Answers } from '../../forms/Answers.tsx';
import { ErrorSummary, type SummaryProblem } from '../../forms/ErrorSummary.tsx';
import { listed } from '../../forms/listed.ts';
import { figureIn } from '../../forms/read-figure.ts';
import { SendButton } from '../../forms/SendButton.tsx';
import { goTo } from '../../router.ts';
import { Screen } from '../../shell/Screen.tsx';
import { type ActForm, type Field, SENT, type Values } from './act-form.ts';
import type { ActKeeper } from './act-state.ts';
import { cleaned, fieldOfPath, isGiven } from './check-fields.ts';
import { instantOf } from './moments.ts';
import { sendAct, sentenceOf } from './send-act.ts';

interface CheckProps {
  readonly form: ActForm;
  readonly kept: ActKeeper;
  readonly again: () => void;
}

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

/** Every refusal as a line of the summary, with a link to the page where it can be mended. */
const useFailure = (form: ActForm, failure: Failure | null): readonly SummaryProblem[] => {
  const { common } = useDesk().words;
  if (failure === null) return [];
  if (failure.kind !== 'refused') return [{ path: '', sentence: common.failed[failure.kind] }];
  return failure.problems.map((problem) => {
    const found = fieldOfPath(form, problem.path);
    return {
      path: problem.path,
      sentence: sentenceOf(problem, common),
      ...(found ? { href: `${form.base}/${found.page.id}` } : { path: '' }),
    };
  });
};

/** All answers before an act, what follows from it, and one button. Pressing it twice is harmless. */
export const CheckAnswers = ({ form, kept, again }: CheckProps) => {
  const { words, api, language } = useDesk();
  const { acts, common } = words;
  const [turn, setTurn] = useState(0);
  const { state } = kept;
  const lines = useFailure(form, state.failure);
  const rows = useRows(form, state.values);
  const last = form.pages.at(-1);
  const send = async (): Promise<void> => {
    const taken = await sendAct(form, kept, { api, common, language });
    // Without a network the same would be said twice.
    if (kept.current().failure?.kind !== 'offline') again();
    if (taken) goTo(`${form.base}/${SENT}`, 'replace');
    else setTurn((before) => before + 1);
  };
  return (
    <Screen
      title={acts.form.check}
      subject={form.subject}
      back={last ? { href: `${form.base}/${last.id}`, name: last.title } : form.up}
      facts={form.title}
      problems={lines.length}
    >
      <ErrorSummary problems={lines} turn={turn} />
      {rows.length > 0 && !form.toldBelow && <Answers rows={rows} texts={form.texts === true} />}
      {form.summary}
      <section class="consequences" aria-labelledby="follows">
        <h2 id="follows">{acts.form.follows}</h2>
        {form.consequences}
      </section>
      <p class="buttons">
        <SendButton onSend={send}>{form.button}</SendButton>
      </p>
    </Screen>
  );
};
