import { useDesk } from '../desk-context.ts';
import { FieldNotes } from '../forms/FieldNotes.tsx';
import { useFigureForm } from '../forms/FigureForm.tsx';
import { fieldId } from '../forms/field-id.ts';
import { shownBack } from '../forms/read-figure.ts';
import { pastedRankings, type RankingRow } from './rankings.ts';

interface RankingsEditorProps {
  readonly rows: readonly RankingRow[];
  readonly onChange: (rows: readonly RankingRow[]) => void;
}

const EMPTY: RankingRow = { order: '', papers: '' };

interface CellProps {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly onRows: (text: string) => boolean;
  readonly numeric?: boolean;
}

const Cell = ({ path, label, value, onValue, onRows, numeric = false }: CellProps) => {
  const { notes } = useFigureForm();
  const note = notes.get(path) ?? null;
  const id = fieldId(path);
  return (
    <>
      <input
        id={id}
        type="text"
        inputMode={numeric ? 'numeric' : 'text'}
        autocomplete="off"
        aria-label={label}
        aria-invalid={note?.kind === 'error' ? 'true' : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        value={value}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
        onBlur={() => {
          if (numeric) onValue(shownBack(value));
        }}
        onPaste={(event) => {
          if (onRows(event.clipboardData?.getData('text') ?? '')) event.preventDefault();
        }}
      />
      <FieldNotes id={`${id}-note`} note={note} />
    </>
  );
};

/** Rankings as written, each with its papers; rows are added as they are needed, or pasted together [2016 ¶5.85]. */
export const RankingsEditor = ({ rows, onChange }: RankingsEditorProps) => {
  const { report } = useDesk().words;
  // One empty row more than was typed: nobody looks for a button to go on.
  const shown = rows.at(-1) && rows.at(-1)?.order === '' ? rows : [...rows, EMPTY];
  const set = (index: number, change: Partial<RankingRow>): void => {
    const next = shown.map((row, at) => (at === index ? { ...row, ...change } : row));
    onChange(next.filter(({ order, papers }) => order !== '' || papers !== ''));
  };
  const paste =
    (index: number) =>
    (text: string): boolean => {
      const pasted = pastedRankings(text);
      if (pasted.length === 0) return false;
      onChange(
        [...rows.slice(0, index), ...pasted, ...rows.slice(index)].filter(({ order }) => order !== ''),
      );
      return true;
    };
  return (
    <table class="rankings">
      <caption class="vh">{report.rankingsTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{report.rankingOrder}</th>
          <th scope="col">{report.rankingPapers}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {shown.map((row, index) => (
          <tr key={index}>
            <td>
              <Cell
                path={`$.rankings[${index}].order`}
                label={`${report.rankingRow(index + 1)} ${report.rankingOrder}`}
                value={row.order}
                onValue={(order) => set(index, { order })}
                onRows={paste(index)}
              />
            </td>
            <td>
              <Cell
                numeric
                path={`$.rankings[${index}].papers`}
                label={`${report.rankingRow(index + 1)} ${report.rankingPapers}`}
                value={row.papers}
                onValue={(papers) => set(index, { papers })}
                onRows={paste(index)}
              />
            </td>
            <td>
              {index < rows.length && (
                <button
                  type="button"
                  class="plain"
                  onClick={() => onChange(rows.filter((_, at) => at !== index))}
                >
                  <span aria-hidden="true">×</span>
                  <span class="vh">{report.removeRow(index + 1)}</span>
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
