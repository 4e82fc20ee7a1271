import type { ProgressRow } from '#shared/desk/desk-views.ts';

/** Full-width letters and capitals mean the same; so does a space more or less. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();

const known = new WeakMap<ProgressRow, string>();

const textOf = (row: ProgressRow): string => {
  const { id, name } = row;
  const text = known.get(row) ?? plain([id, name.en, name['zh-Hant'], name['zh-Hans']].join('\n'));
  known.set(row, text);
  return text;
};

/** Whether a station's code, or its name in any language, holds every word that was typed. */
export const finder = (typed: string): ((row: ProgressRow) => boolean) => {
  const words = plain(typed)
    .split(' ')
    .filter((word) => word !== '');
  return (row) => words.every((word) => textOf(row).includes(word));
};
