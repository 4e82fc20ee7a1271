/** Ids that were chosen, as a form keeps them: with commas, which no id has. */
export const listed = (value: string | undefined): readonly string[] =>
  (value ?? '').split(',').filter((id) => id !== '');

export const asList = (ids: readonly string[]): string => ids.join(',');

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether every word that was typed stands somewhere in a text; full-width letters and capitals are the same. */
export const hasWords = (text: string, typed: string): boolean => {
  const within = plain(text);
  return plain(typed)
    .split(/\s+/)
    .every((word) => within.includes(word));
};
