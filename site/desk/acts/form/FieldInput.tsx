import { useDesk } from '../../desk-context.ts';
import { ChoiceField, SelectField } from '../../forms/ChoiceField.tsx';
import { FieldNotes } from '../../forms/FieldNotes.tsx';
import { FigureField } from '../../forms/FigureField.tsx';
import { fieldId } from '../../forms/field-id.ts';
import { SeveralField } from '../../forms/SeveralField.tsx';
import { TextField } from '../../forms/TextField.tsx';
import { TimeField } from '../../forms/TimeField.tsx';
import type { FieldProps } from './act-form.ts';
import { momentFields } from './moments.ts';

const Choice = ({ field, values, note, onType }: FieldProps) => (
  <ChoiceField
    path={field.id}
    legend={
      <>
        {field.label}
        {field.hint !== undefined && <span class="about">{field.hint}</span>}
      </>
    }
    choices={(field.options ?? []).map(({ value, label, hint }) => ({
      value,
      label:
        hint === undefined ? (
          label
        ) : (
          <>
            {label}
            <span class="about">{hint}</span>
          </>
        ),
    }))}
    value={values[field.id] ?? null}
    onChange={(value) => onType(field.id, value)}
    note={note}
  />
);

const Pick = ({ field, values, note, onType }: FieldProps) => {
  const { forms } = useDesk().words;
  return (
    <SelectField
      path={field.id}
      label={
        <>
          {field.label}
          {field.hint !== undefined && <span class="about">{field.hint}</span>}
        </>
      }
      choices={field.options ?? []}
      unset={forms.choose}
      value={values[field.id] || null}
      onChange={(value) => onType(field.id, value)}
      note={note}
    />
  );
};

/** A day and a time of Hong Kong: two fields under one question. */
const Moment = ({ field, values, note, onType }: FieldProps) => {
  const { acts } = useDesk().words;
  const { date, time } = momentFields(field.id);
  const id = fieldId(field.id);
  return (
    <fieldset
      class={`field moment${note ? ' bad' : ''}`}
      // The summary's link leads here.
      id={id}
      tabIndex={-1}
      aria-describedby={note ? `${id}-note` : undefined}
    >
      <legend>
        {field.label}
        {field.hint !== undefined && <span class="about">{field.hint}</span>}
      </legend>
      <div class="halves">
        <TextField
          path={date}
          label={acts.form.date}
          hint={acts.form.dateHint}
          line
          maxLength={20}
          value={values[date] ?? ''}
          onChange={(value) => onType(date, value)}
        />
        <TimeField
          path={time}
          label={acts.form.time}
          hint={acts.form.timeHint}
          value={values[time] ?? ''}
          onChange={(value) => onType(time, value)}
        />
      </div>
      <FieldNotes id={`${id}-note`} note={note} />
    </fieldset>
  );
};

/** One question with its answer, its hint and what is wrong with it. */
export const FieldInput = (props: FieldProps) => {
  const { field, values, note, onType } = props;
  switch (field.kind) {
    case 'choice':
      return <Choice {...props} />;
    case 'pick':
      return <Pick {...props} />;
    case 'several':
      return (
        <SeveralField
          path={field.id}
          legend={field.label}
          {...(field.hint === undefined ? {} : { hint: field.hint })}
          options={field.options ?? []}
          value={values[field.id] ?? ''}
          onChange={(value) => onType(field.id, value)}
          note={note}
        />
      );
    case 'moment':
      return <Moment {...props} />;
    case 'own':
      return field.input ? <field.input {...props} /> : null;
    case 'figure':
      return (
        <>
          {field.hint !== undefined && <p class="hint">{field.hint}</p>}
          <FigureField path={field.id} label={<bdi>{field.label}</bdi>} />
        </>
      );
    case 'line':
    case 'area':
      return (
        <TextField
          path={field.id}
          label={field.label}
          {...(field.hint === undefined ? {} : { hint: field.hint })}
          line={field.kind === 'line'}
          maxLength={field.maxLength ?? 1000}
          value={values[field.id] ?? ''}
          onChange={(value) => onType(field.id, value)}
          note={note}
        />
      );
  }
};
