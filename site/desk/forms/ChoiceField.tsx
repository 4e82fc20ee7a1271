import type { ComponentChildren } from 'preact';
import { FieldNotes } from './FieldNotes.tsx';
import type { FieldNote } from './FigureForm.tsx';
import { fieldId } from './field-id.ts';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: ComponentChildren;
}

interface ChoiceFieldProps<T extends string> {
  readonly path: string;
  readonly legend: ComponentChildren;
  readonly choices: readonly Choice<T>[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly note?: FieldNote | null;
}

/** One of a few, as radio buttons in a group that is named. */
export const ChoiceField = <T extends string>(props: ChoiceFieldProps<T>) => {
  const { path, legend, choices, value, onChange, note = null } = props;
  const id = fieldId(path);
  return (
    <fieldset class={`field choices${note ? ' bad' : ''}`} aria-describedby={note ? `${id}-note` : undefined}>
      <legend>{legend}</legend>
      {choices.map((choice, index) => (
        <p class="choice" key={choice.value}>
          <input
            type="radio"
            // The summary's link leads to the first of the group.
            id={index === 0 ? id : `${id}-${index}`}
            name={id}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <label for={index === 0 ? id : `${id}-${index}`}>{choice.label}</label>
        </p>
      ))}
      <FieldNotes id={`${id}-note`} note={note} />
    </fieldset>
  );
};

interface SelectFieldProps<T extends string> extends Omit<ChoiceFieldProps<T>, 'choices' | 'legend'> {
  readonly label: ComponentChildren;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  /** What stands there before anything is chosen. */
  readonly unset: string;
}

/** One of many. */
export const SelectField = <T extends string>(props: SelectFieldProps<T>) => {
  const { path, label, choices, value, onChange, unset, note = null } = props;
  const id = fieldId(path);
  return (
    <div class={`field${note ? ' bad' : ''}`}>
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        aria-invalid={note?.kind === 'error' ? 'true' : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={({ currentTarget }) => {
          const chosen = choices.find((choice) => choice.value === currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        <option value="" disabled>
          {unset}
        </option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <FieldNotes id={`${id}-note`} note={note} />
    </div>
  );
};
