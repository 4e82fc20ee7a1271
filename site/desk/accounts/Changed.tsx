import type { AuditChange } from '#shared/desk/audit-changes.ts';
import { useDesk } from '../desk-context.ts';
import { fieldWord, valueWord } from './field-words.ts';

interface ChangedProps {
  readonly changes: readonly AuditChange[];
  /** Where a field can be changed again. */
  readonly hrefOf?: (path: string) => string | undefined;
}

const ChangeLink = ({ href, of }: { readonly href: string | undefined; readonly of: string }) => {
  const { forms } = useDesk().words;
  if (href === undefined) return null;
  return (
    <a href={href}>
      <span aria-hidden="true">{forms.change}</span>
      <span class="vh">{forms.changeOf(of)}</span>
    </a>
  );
};

/** Fields with what stood there before and what stands there after. */
export const Changed = ({ changes, hrefOf }: ChangedProps) => {
  const { words } = useDesk();
  const { accounts } = words;
  return (
    <ul class="account-changes">
      {changes.map(({ path, before, after }) => (
        <li key={path}>
          <span class="account-field">{fieldWord(path, words)}</span>{' '}
          <span>
            <span class="vh">{accounts.before} </span>
            <s>
              <bdi>{valueWord(path, before, words)}</bdi>
            </s>{' '}
            <span aria-hidden="true">→ </span>
            <span class="vh">{accounts.after} </span>
            <b>
              <bdi>{valueWord(path, after, words)}</bdi>
            </b>
          </span>{' '}
          <ChangeLink href={hrefOf?.(path)} of={fieldWord(path, words)} />
        </li>
      ))}
    </ul>
  );
};
