import { useState } from 'preact/hooks';
import { hasWords } from '#shared/desk/words-in.ts';
import { useDesk } from '../desk-context.ts';
import { FieldNotes } from './FieldNotes.tsx';
import type { FieldNote } from './FigureForm.tsx';
import { fieldId } from './field-id.ts';
import { asList, listed } from './listed.ts';

interface SeveralOption {
  readonly value: string;
  readonly label: string;
}

interface SeveralFieldProps {
  readonly path: string;
  readonly legend: string;
  readonly hint?: string;
  readonly options: readonly SeveralOption[];
  /** What is chosen, as ids with commas. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly note?: FieldNote | null;
}

/** More than these are searched. */
const SHOWN = 12;

/** What was ever chosen here stays in sight, so that nothing vanishes under the finger that takes it away again. */
const useShown = (options: readonly SeveralOption[], chosen: readonly string[], typed: string) => {
  const [ever, setEver] = useState<ReadonlySet<string>>(() => new Set(chosen));
  const unknown = chosen.filter((id) => !options.some(({ value }) => value === id));
  const all = [...unknown.map((value) => ({ value, label: value })), ...options];
  const found = all.filter(({ label, value }) => !ever.has(value) && hasWords(`${value} ${label}`, typed));
  const first = new Set(found.slice(0, SHOWN).map(({ value }) => value));
  return {
    shown: all.filter(({ value }) => ever.has(value) || first.has(value)),
    left: found.length - first.size,
    keep: (id: string) => setEver(new Set([...ever, id])),
  };
};

/** Any number of many: boxes to tick, with a search where they are more than can be looked through. */
export const SeveralField = (props: SeveralFieldProps) => {
  const { path, legend, hint, options, value, onChange, note = null } = props;
  const { forms, common } = useDesk().words;
  const [typed, setTyped] = useState('');
  const chosen = listed(value);
  const { shown, left, keep } = useShown(options, chosen, typed);
  const id = fieldId(path);
  const described = [hint ? `${id}-hint` : '', note ? `${id}-note` : ''].filter((one) => one !== '');
  const toggle = (one: string): void => {
    keep(one);
    onChange(asList(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]));
  };
  return (
    <fieldset
      class={`field choices several${note ? ' bad' : ''}`}
      // The summary's link leads here.
      id={id}
      tabIndex={-1}
      aria-describedby={described.length > 0 ? described.join(' ') : undefined}
    >
      <legend>{legend}</legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {options.length > SHOWN && (
        <>
          <label for={`${id}-search`}>{forms.searchIn(options.length)}</label>
          <input
            id={`${id}-search`}
            type="text"
            maxLength={100}
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </>
      )}
      {shown.map((option) => (
        <p class="choice" key={option.value}>
          <input
            type="checkbox"
            id={`${id}-${option.value}`}
            checked={chosen.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
          <label for={`${id}-${option.value}`}>
            <bdi>{option.label}</bdi>
          </label>
        </p>
      ))}
      <p class="hint" role="status">
        {forms.chosen(chosen.length)}
        {left > 0 && `${common.space}${forms.notShown(left)}`}
      </p>
      <FieldNotes id={`${id}-note`} note={note} />
    </fieldset>
  );
};
