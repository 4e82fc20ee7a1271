import type { ComponentChildren } from 'preact';
import { FieldNotes } from './FieldNotes.tsx';
import type { FieldNote } from './FigureForm.tsx';
import { fieldId } from './field-id.ts';

interface TextFieldProps {
  readonly path: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly note?: FieldNote | null;
  readonly maxLength?: number;
  /** One line instead of a paragraph. */
  readonly line?: boolean;
}

/** Words of an officer: a reason, an explanation, a name. Pasted line ends stay in a paragraph and become spaces in a line. */
export const TextField = (props: TextFieldProps) => {
  const { path, label, hint, value, onChange, note = null, maxLength = 1000, line = false } = props;
  const id = fieldId(path);
  const described = [hint ? `${id}-hint` : '', note ? `${id}-note` : ''].filter((one) => one !== '');
  const shared = {
    id,
    value,
    maxLength,
    'aria-invalid': note?.kind === 'error' ? ('true' as const) : undefined,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
  };
  return (
    <div class={`field${note ? ' bad' : ''}`}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {line ? (
        <input {...shared} type="text" onInput={({ currentTarget }) => onChange(currentTarget.value)} />
      ) : (
        <textarea {...shared} rows={3} onInput={({ currentTarget }) => onChange(currentTarget.value)} />
      )}
      <FieldNotes id={`${id}-note`} note={note} />
    </div>
  );
};
