import { textIn } from '#shared/election/text.ts';
import { useDesk } from '../desk-context.ts';
import { movedRows } from './moved-rows.ts';
import type { OpenReport } from './open-report.ts';

/** The candidate list changed under a form: figures stay with their contestants, and the officer is told which rows to compare. */
export const MovedRows = ({ report }: { readonly report: OpenReport }) => {
  const { words, language } = useDesk();
  const { sheet, draft, change } = report;
  if (draft.ballot === sheet.ballot) return null;
  const { contestants } = sheet.constituency;
  const { moved, gone, added } = movedRows(draft.rows, contestants);
  const nameOf = (id: string): string => {
    const found = contestants.find((one) => one.id === id);
    return found ? textIn(found.name, language).text : id;
  };
  const { moved: told } = words.report;
  return (
    <div class="warn" role="alert">
      <h2>{told.title}</h2>
      <p>{told.words}</p>
      <ul>
        {moved.map(({ id, before, now }) => (
          <li key={id}>{told.row(nameOf(id), before, now)}</li>
        ))}
        {gone.map(({ id, number }) => (
          <li key={id}>{told.gone(number)}</li>
        ))}
        {added.map(({ id, number }) => (
          <li key={id}>{told.added(nameOf(id), number)}</li>
        ))}
      </ul>
      <button
        type="button"
        class="second"
        onClick={() =>
          change({ ballot: sheet.ballot, rows: contestants.map(({ id, number }) => ({ id, number })) })
        }
      >
        {told.done}
      </button>
    </div>
  );
};
