import type { AuditLine, NamedPerson } from '#shared/desk/audit.ts';
import { monthDayTime, timestamp } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { Changes } from './Changes.tsx';

const Who = ({ person }: { readonly person: NamedPerson }) => {
  const { words } = useDesk();
  return (
    <>
      {person.name !== null && (
        <>
          <bdi>{person.name}</bdi>{' '}
        </>
      )}
      <code>{person.account}</code>
      {person.role !== null && <span class="dim under">{words.common.roles[person.role]}</span>}
    </>
  );
};

interface LinesProps {
  readonly lines: readonly AuditLine[];
  /** The story that is shown already. */
  readonly story: string | undefined;
  readonly onStory: (story: string) => void;
}

/** The lines as a table; on a phone one under the other, each with the names of its columns. */
export const Lines = ({ lines, story, onStory }: LinesProps) => {
  const { words, language } = useDesk();
  const { trail } = words;
  return (
    <table class="trail">
      <caption class="vh">{trail.table}</caption>
      <thead>
        <tr>
          <th scope="col">{trail.time}</th>
          <th scope="col">{trail.what}</th>
          <th scope="col">{trail.who}</th>
          <th scope="col">{trail.changed}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>
              <time dateTime={timestamp(line.at)}>
                {monthDayTime(language, line.at)}
                <span class="dim">{timestamp(line.at).slice(16, 19)}</span>
              </time>
            </td>
            <td>
              <b>{trail.kinds[line.kind]}</b>
              <span class="under">
                {[line.constituency, line.station].filter((place) => place !== null).join(' · ')}
              </span>
              {line.story !== null && line.story !== story && (
                <button type="button" class="plain" onClick={() => onStory(line.story ?? '')}>
                  {trail.story}
                </button>
              )}
            </td>
            <td>
              <Who person={line.who} />
              {line.second && (
                <span class="under">
                  {trail.second} <Who person={line.second} />
                </span>
              )}
            </td>
            <td>
              <Changes line={line} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
