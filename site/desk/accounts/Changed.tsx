import type { AuditChange } from '#shared/desk/audit-changes.ts';
import { useDesk } from '../desk-context.ts';
import { fieldWord, valueWord } from './field-words.ts';
import { usePlaceNames } from './place-names.ts';

interface LineProps {
  readonly change: AuditChange;
  readonly href: string | undefined;
}

const Line = ({ change: { path, before, after }, href }: LineProps) => {
  const { words } = useDesk();
  const places = usePlaceNames();
  const { accounts, forms } = words;
  const name = fieldWord(path, words);
  return (
    <li>
      <span class="account-field">{name}</span>{' '}
      <span>
        <span class="vh">{accounts.before} </span>
        <s>
          <bdi>{valueWord(path, before, words, places)}</bdi>
        </s>{' '}
        <span aria-hidden="true">→ </span>
        <span class="vh">{accounts.after} </span>
        <b>
          <bdi>{valueWord(path, after, words, places)}</bdi>
        </b>
      </span>{' '}
      {href !== undefined && (
        <a href={href}>
          <span aria-hidden="true">{forms.change}</span>
          <span class="vh">{forms.changeOf(name)}</span>
        </a>
      )}
    </li>
  );
};

interface ChangedProps {
  readonly changes: readonly AuditChange[];
  /** Where a field can be changed again. */
  readonly hrefOf?: (path: string) => string | undefined;
}

/** Fields with what stood there before and what stands there after. */
export const Changed = ({ changes, hrefOf }: ChangedProps) => (
  <ul class="account-changes">
    {changes.map((change) => (
      <Line key={change.path} change={change} href={hrefOf?.(change.path)} />
    ))}
  </ul>
);
