/** Full-width digits and letters are found by their plain ones, capitals by small letters. */
export const plainWords = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether every word that was typed stands somewhere in a text. */
export const hasWords = (text: string, typed: string): boolean => {
  const within = plainWords(text);
  return plainWords(typed)
    .split(/\s+/)
    .every((word) => within.includes(word));
};
