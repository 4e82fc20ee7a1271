import type { FieldProps } from '../acts/form/act-form.ts';
import { useDesk } from '../desk-context.ts';
import { FieldNotes } from '../forms/FieldNotes.tsx';
import { fieldId } from '../forms/field-id.ts';

/** From here on a button for all of them saves more than it costs. */
const FEW = 4;

/** Any of several, in the order of the ballot paper or of the places; the answer is the ids, a line each. */
export const Many = ({ field, values, note, onType }: FieldProps) => {
  const choices = field.options ?? [];
  const { notices } = useDesk().words;
  const id = fieldId(field.id);
  const chosen = new Set((values[field.id] ?? '').split('\n'));
  const keep = (wanted: ReadonlySet<string>): void =>
    onType(
      field.id,
      choices
        .filter(({ value }) => wanted.has(value))
        .map(({ value }) => value)
        .join('\n'),
    );
  const toggle = (value: string): void => {
    const next = new Set(chosen);
    if (!next.delete(value)) next.add(value);
    keep(next);
  };
  return (
    <fieldset class={`field choices${note ? ' bad' : ''}`} aria-describedby={note ? `${id}-note` : undefined}>
      <legend>
        {field.label}
        {field.hint !== undefined && <span class="about">{field.hint}</span>}
      </legend>
      {choices.length > FEW && (
        <p class="notice-all">
          <button
            type="button"
            class="second"
            onClick={() => keep(new Set(choices.map(({ value }) => value)))}
          >
            {notices.form.chooseAll}
          </button>
          <button type="button" class="second" onClick={() => keep(new Set())}>
            {notices.form.chooseNone}
          </button>
        </p>
      )}
      {choices.map(({ value, label, lang }, index) => {
        const own = index === 0 ? id : `${id}-${index}`;
        return (
          <p class="choice" key={value}>
            <input type="checkbox" id={own} checked={chosen.has(value)} onChange={() => toggle(value)} />
            <label for={own}>
              <bdi lang={lang}>{label}</bdi>
            </label>
          </p>
        );
      })}
      <FieldNotes id={`${id}-note`} note={note} />
    </fieldset>
  );
};
