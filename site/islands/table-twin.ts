/** One value of a chart, as its table twin has it. */
export interface ChartValue {
  readonly label: string;
  /** Milliseconds, where the label is an instant. */
  readonly at: number | null;
  /** `null` stays a gap. */
  readonly value: number | null;
}

export interface ChartData {
  readonly kind: 'seats' | 'progress';
  readonly values: readonly ChartValue[];
  readonly isDeclared: boolean;
  readonly greatest: number | null;
  readonly timeZone: string;
}

/** `1,234` as a number; anything else is unknown. */
const figureIn = (text: string): number | null => {
  const figure = text.replaceAll(',', '').trim();
  return /^\d+$/.test(figure) ? Number(figure) : null;
};

const chartValueOf = (row: HTMLTableRowElement): ChartValue => {
  const [first, second] = row.cells;
  const text = first?.textContent.trim() ?? '';
  const at = Date.parse(first?.querySelector('time')?.dateTime ?? '');
  return {
    label: first?.dataset['label'] ?? text.split(/\s/)[0] ?? '',
    at: Number.isNaN(at) ? null : at,
    value: figureIn(second?.textContent ?? ''),
  };
};

/** Reads the values of a chart from the table that is baked beside it. */
export const chartDataOf = (figure: HTMLElement): ChartData | null => {
  const kind = figure.dataset['chart'];
  const table = figure.querySelector('table');
  if (!table || (kind !== 'seats' && kind !== 'progress')) return null;
  const values = [...table.tBodies]
    .flatMap((body) => [...body.rows])
    .filter((row) => row.style.visibility !== 'hidden')
    .map(chartValueOf);
  if (values.length === 0) return null;
  return {
    kind,
    values,
    isDeclared: figure.hasAttribute('data-declared'),
    greatest: figureIn(figure.dataset['max'] ?? ''),
    timeZone: document.documentElement.dataset['timeZone'] ?? 'Asia/Hong_Kong',
  };
};
