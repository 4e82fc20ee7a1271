import { useEffect, useRef, useState } from 'preact/hooks';
import { fieldId } from './field-id.ts';
import { TextField } from './TextField.tsx';

type Typed = Readonly<Record<string, string>>;

/** A field of a search: words, one of several, or a moment as a browser's own field has it. */
export type SearchField = { readonly name: string; readonly label: string } & (
  | { readonly kind: 'words'; readonly maxLength: number; readonly hint?: string }
  | {
      readonly kind: 'choice';
      /** What stands for all of them. */
      readonly any: string;
      readonly options: readonly (readonly [string, string])[];
    }
  | { readonly kind: 'moment' }
);

interface FieldProps {
  readonly field: SearchField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const Field = ({ field, value, onChange }: FieldProps) => {
  const { name, label } = field;
  if (field.kind === 'words') {
    return (
      <TextField
        path={name}
        line
        maxLength={field.maxLength}
        label={label}
        hint={field.hint}
        value={value}
        onChange={onChange}
      />
    );
  }
  return (
    <div class="field">
      <label for={fieldId(name)}>{label}</label>
      {field.kind === 'moment' ? (
        <input
          id={fieldId(name)}
          type="datetime-local"
          value={value}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
      ) : (
        <select
          id={fieldId(name)}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        >
          <option value="">{field.any}</option>
          {field.options.map(([one, shown]) => (
            <option key={one} value={one}>
              {shown}
            </option>
          ))}
        </select>
      )}
    </div>
  );
};

/** Typing is quick, an answer is not: a list that follows does so a moment later. */
const FOLLOWS_AFTER_MS = 250;

interface SearchFormProps<S> {
  readonly class: string;
  readonly fields: readonly SearchField[];
  readonly search: S;
  readonly onSearch: (search: S) => void;
  /** With a button nothing is asked while somebody types; without one the list follows. */
  readonly button?: {
    readonly search: string;
    readonly clear: string;
    readonly none: S;
    readonly isUsed: boolean;
  };
}

/** What is looked for in a list. */
export const SearchForm = <S extends object>(props: SearchFormProps<S>) => {
  const { fields, search, onSearch, button } = props;
  const [typed, setTyped] = useState(search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const standing = JSON.stringify(search);
  useEffect(() => setTyped(search), [standing]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const set = (field: SearchField) => (value: string) => {
    const next = { ...typed, [field.name]: value };
    setTyped(next);
    if (button) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(next), field.kind === 'words' ? FOLLOWS_AFTER_MS : 0);
  };
  return (
    <form
      class={props.class}
      onSubmit={(event) => {
        event.preventDefault();
        clearTimeout(timer.current);
        onSearch(typed);
      }}
    >
      {fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={(typed as Typed)[field.name] ?? ''}
          onChange={set(field)}
        />
      ))}
      {button && (
        <p class="buttons">
          <button type="submit">{button.search}</button>
          {button.isUsed && (
            <button
              type="button"
              class="second"
              onClick={() => {
                setTyped(button.none);
                onSearch(button.none);
              }}
            >
              {button.clear}
            </button>
          )}
        </p>
      )}
    </form>
  );
};
