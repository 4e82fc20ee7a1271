import type { Figure } from './measure.ts';

/** Three digits that matter; whole numbers as they are. */
const shown = (value: number): string => {
  if (Number.isInteger(value)) return value.toLocaleString('en');
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return value.toLocaleString('en', { maximumFractionDigits: Math.min(3, digits) });
};

const met = ({ target, measured: { median } }: Figure): string => {
  if (!target) return '-';
  const { relation, value } = target;
  const holds = relation === '=' ? median === value : relation === '<' ? median < value : median <= value;
  return holds ? 'met' : 'MISSED';
};

const HEADINGS = ['figure', 'target', 'measured', '(least - most)', '', 'yardstick in this run', 'ratio'];

const cells = (figure: Figure): readonly string[] => {
  const { name, unit, measured, target, yardstick } = figure;
  const { median, least, most } = measured;
  return [
    name,
    target ? `${target.relation} ${shown(target.value)} ${unit}` : '-',
    `${shown(median)} ${unit}`,
    least === most ? '' : `(${shown(least)} - ${shown(most)})`,
    met(figure),
    yardstick ? `${yardstick.what}: ${shown(yardstick.value)} ${unit}` : '-',
    yardstick ? `${shown(median / yardstick.value)} x` : '-',
  ];
};

/** All figures in one table of plain text. */
export const tableOf = (figures: readonly Figure[]): string => {
  const rows = [HEADINGS, ...figures.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const [headings = '', ...lines] = rows.map(line);
  return [headings, widths.map((width) => '-'.repeat(width)).join('  '), ...lines, ''].join('\n');
};
