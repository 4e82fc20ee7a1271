import { useState } from 'preact/hooks';
import { AUDIT_KINDS } from '#shared/desk/audit.ts';
import { useDesk } from '../desk-context.ts';
import { fieldId } from '../forms/field-id.ts';
import { TextField } from '../forms/TextField.tsx';
import { isSearching, NO_SEARCH, type Search } from './search.ts';

interface MomentFieldProps {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const MomentField = ({ path, label, value, onChange }: MomentFieldProps) => (
  <div class="field">
    <label for={fieldId(path)}>{label}</label>
    <input
      id={fieldId(path)}
      type="datetime-local"
      value={value}
      onInput={({ currentTarget }) => onChange(currentTarget.value)}
    />
  </div>
);

interface SearchFormProps {
  readonly search: Search;
  readonly onSearch: (search: Search) => void;
}

/** What is looked for. Nothing is asked while somebody types: a search is sent by its button or by Enter. */
export const SearchForm = ({ search, onSearch }: SearchFormProps) => {
  const { trail } = useDesk().words;
  const [typed, setTyped] = useState(search);
  const set = (name: keyof Search) => (value: string) => setTyped({ ...typed, [name]: value });
  const { fields } = trail;
  const clear = () => {
    setTyped(NO_SEARCH);
    onSearch(NO_SEARCH);
  };
  return (
    <form
      class="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch({ ...typed, story: '' });
      }}
    >
      <TextField
        path="text"
        line
        maxLength={200}
        label={fields.text}
        hint={fields.textHint}
        value={typed.text}
        onChange={set('text')}
      />
      <TextField
        path="station"
        line
        maxLength={64}
        label={fields.station}
        value={typed.station}
        onChange={set('station')}
      />
      <TextField
        path="account"
        line
        maxLength={128}
        label={fields.account}
        value={typed.account}
        onChange={set('account')}
      />
      <div class="field">
        <label for={fieldId('kind')}>{fields.kind}</label>
        <select
          id={fieldId('kind')}
          value={typed.kind}
          onChange={({ currentTarget }) => set('kind')(currentTarget.value)}
        >
          <option value="">{fields.any}</option>
          {AUDIT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {trail.kinds[kind]}
            </option>
          ))}
        </select>
      </div>
      <MomentField path="from" label={fields.from} value={typed.from} onChange={set('from')} />
      <MomentField path="to" label={fields.to} value={typed.to} onChange={set('to')} />
      <p class="buttons">
        <button type="submit">{trail.search}</button>
        {isSearching(search) && (
          <button type="button" class="second" onClick={clear}>
            {trail.clear}
          </button>
        )}
      </p>
    </form>
  );
};
