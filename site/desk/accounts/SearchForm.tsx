import { OFFICER_ROLES } from '#shared/desk/account.ts';
import { useDesk } from '../desk-context.ts';
import { fieldId } from '../forms/field-id.ts';
import { TextField } from '../forms/TextField.tsx';
import type { Search } from './find-accounts.ts';

interface PickProps {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly any: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

const Pick = ({ path, label, value, any, options, onChange }: PickProps) => (
  <div class="field">
    <label for={fieldId(path)}>{label}</label>
    <select id={fieldId(path)} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
      <option value="">{any}</option>
      {options.map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </select>
  </div>
);

interface SearchFormProps {
  readonly search: Search;
  readonly onSearch: (search: Search) => void;
}

/** What is looked for; the list follows what is typed. */
export const SearchForm = ({ search, onSearch }: SearchFormProps) => {
  const { words } = useDesk();
  const { find } = words.accounts;
  const set = (name: keyof Search) => (value: string) => onSearch({ ...search, [name]: value });
  return (
    <form class="account-search" onSubmit={(event) => event.preventDefault()}>
      <TextField
        path="name"
        line
        maxLength={100}
        label={find.name}
        value={search.name}
        onChange={set('name')}
      />
      <TextField
        path="place"
        line
        maxLength={100}
        label={find.place}
        value={search.place}
        onChange={set('place')}
      />
      <Pick
        path="role"
        label={find.role}
        any={find.any}
        value={search.role}
        options={OFFICER_ROLES.map((role) => [role, words.common.roles[role]] as const)}
        onChange={set('role')}
      />
      <Pick
        path="state"
        label={find.state}
        any={find.any}
        value={search.state}
        options={[
          ['active', words.accounts.open],
          ['closed', words.accounts.closed],
        ]}
        onChange={set('state')}
      />
    </form>
  );
};
