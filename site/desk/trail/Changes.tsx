import type { AuditLine } from '#shared/desk/audit.ts';
import { count } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { fieldName, valueWords } from './field-name.ts';

type Change = AuditLine['changes'][number];

const SHOWN_AT_ONCE = 3;

const Value = ({ of }: { readonly of: Change['before'] }) => {
  const { words, language } = useDesk();
  if (of === null) return <span class="none">{words.trail.nothing}</span>;
  return <bdi>{typeof of === 'number' ? count(of) : valueWords(of, words, language)}</bdi>;
};

const List = ({ changes }: { readonly changes: readonly Change[] }) => {
  const { words, language } = useDesk();
  return (
    <ul class="fields">
      {changes.map(({ path, before, after }) => (
        <li key={path}>
          <span class="dim">
            <bdi>{fieldName(path, words, language)}</bdi>
          </span>{' '}
          {before !== null && (
            <>
              <span class="vh">{words.trail.before} </span>
              <s>
                <Value of={before} />
              </s>{' '}
              <span aria-hidden="true">→ </span>
              <span class="vh">{words.trail.after} </span>
            </>
          )}
          <b>
            <Value of={after} />
          </b>
        </li>
      ))}
    </ul>
  );
};

/** What a line changed: the first fields at once, the others when somebody asks. */
export const Changes = ({ line }: { readonly line: AuditLine }) => {
  const { trail } = useDesk().words;
  const { changes, moreChanges, reason } = line;
  const [first, rest] = [changes.slice(0, SHOWN_AT_ONCE), changes.slice(SHOWN_AT_ONCE)];
  return (
    <>
      {changes.length === 0 && <p class="dim">{trail.unchanged}</p>}
      {first.length > 0 && <List changes={first} />}
      {rest.length > 0 && (
        <details>
          <summary>{trail.more(rest.length + moreChanges)}</summary>
          <List changes={rest} />
          {moreChanges > 0 && <p class="dim">{trail.left(moreChanges)}</p>}
        </details>
      )}
      {reason !== null && (
        <p class="reason">
          <bdi>{trail.reason(reason)}</bdi>
        </p>
      )}
    </>
  );
};
