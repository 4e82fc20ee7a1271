import { useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { ErrorSummary } from '../../forms/ErrorSummary.tsx';
import { type FieldNote, FigureForm } from '../../forms/FigureForm.tsx';
import { goTo } from '../../router.ts';
import { Screen } from '../../shell/Screen.tsx';
import { type ActForm, CHECK, type Field, type FieldProblem, type FormPage } from './act-form.ts';
import type { ActKeeper } from './act-state.ts';
import { pageProblems } from './check-fields.ts';
import { FieldInput } from './FieldInput.tsx';
import { fieldProblems } from './send-act.ts';

interface PageProps {
  readonly form: ActForm;
  readonly page: FormPage;
  readonly kept: ActKeeper;
}

type Notes = ReadonlyMap<string, FieldNote>;

/** Each problem in the words of now: the language may have changed since it was found, and with it which of several fields is asked for first. */
const useProblems = ({ form, page, kept }: PageProps): readonly FieldProblem[] => {
  const { acts, common } = useDesk().words;
  const { problems, values, failure } = kept.state;
  const own = problems.filter((one) => one.page === page.id);
  const now = [
    ...pageProblems(page, values, acts.form),
    ...(failure === null ? [] : fieldProblems(form, failure, common)),
  ];
  const others = now.filter(({ field }) => !own.some((one) => one.field === field)).values();
  return own.map((one) => now.find(({ field }) => field === one.field) ?? others.next().value ?? one);
};

interface FieldsProps extends Omit<PageProps, 'form'> {
  readonly notes: Notes;
}

const Fields = ({ page, kept, notes }: FieldsProps) => {
  const inputs = (fields: readonly Field[]) =>
    fields.map((field) => (
      <FieldInput
        key={field.id}
        field={field}
        values={kept.state.values}
        note={notes.get(field.id) ?? null}
        onType={(id, value) => kept.type({ [id]: value })}
      />
    ));
  return (
    <>
      {[...Map.groupBy(page.fields, ({ group = '' }) => group)].map(([group, fields]) =>
        group === '' ? (
          inputs(fields)
        ) : (
          <fieldset class="act-group" key={group}>
            <legend>
              <bdi>{group}</bdi>
            </legend>
            {inputs(fields)}
          </fieldset>
        ),
      )}
    </>
  );
};

const nextOf = (form: ActForm, { id }: FormPage): string =>
  form.pages[form.pages.findIndex((page) => page.id === id) + 1]?.id ?? CHECK;

const backOf = (form: ActForm, { id }: FormPage) => {
  const earlier = form.pages[form.pages.findIndex((page) => page.id === id) - 1];
  return earlier ? { href: `${form.base}/${earlier.id}`, name: earlier.title } : form.up;
};

/** One page of a form. Nothing is called wrong before Continue is pressed. */
export const FormPageScreen = ({ form, page, kept }: PageProps) => {
  const { acts } = useDesk().words;
  const [turn, setTurn] = useState(0);
  const problems = useProblems({ form, page, kept });
  const notes: Notes = new Map(
    problems.map(({ field, problem }) => [field, { kind: 'error', sentence: problem }]),
  );
  const next = (): void => {
    const found = pageProblems(page, kept.current().values, acts.form);
    kept.update({ problems: found, acceptedAt: null });
    if (found.length > 0) setTurn(turn + 1);
    else goTo(`${form.base}/${nextOf(form, page)}`);
  };
  return (
    <Screen
      title={page.title}
      subject={form.subject}
      back={backOf(form, page)}
      facts={form.title === page.title ? undefined : form.title}
      problems={problems.length}
    >
      <ErrorSummary
        problems={problems.map(({ field, problem }) => ({ path: field, sentence: problem }))}
        turn={turn}
      />
      <FigureForm
        typed={kept.state.values}
        change={kept.type}
        notes={notes}
        order={page.fields.filter(({ kind }) => kind === 'figure').map(({ id }) => id)}
        onSubmit={next}
      >
        {page.lead}
        <Fields page={page} kept={kept} notes={notes} />
        {page.after}
        <p class="buttons">
          <button type="submit">{acts.form.next}</button>
        </p>
      </FigureForm>
    </Screen>
  );
};
