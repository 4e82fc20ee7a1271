/** One or two letters, six digits, a check character that is often put in brackets. */
const LIKE_ONE = /(?<![A-Z0-9])([A-Z]{1,2})(\d{6})\s?\(?([0-9A])\)?(?![A-Z0-9])/g;

const weightOf = (character: string): number => {
  if (/\d/.test(character)) return Number(character);
  return character.charCodeAt(0) - 'A'.charCodeAt(0) + 10;
};

/** Letters count 10 to 35, a missing first letter 36; the sum, weighted 9 down to 1, is a multiple of 11. */
const hasItsCheck = (letters: string, digits: string, check: string): boolean => {
  const first = letters.length === 2 ? weightOf(letters.charAt(0)) : 36;
  const own = [first, weightOf(letters.slice(-1)), ...[...digits, check].map(weightOf)];
  return own.reduce((sum, value, index) => sum + value * (9 - index), 0) % 11 === 0;
};

/** The first identity-card number in a text: such numbers are never published [2016 ¶15.5, ¶18.13]. Full-width spelling hides none. */
export const identityNumberIn = (text: string): string | null => {
  for (const [found, letters = '', digits = '', check = ''] of text
    .normalize('NFKC')
    .toUpperCase()
    .matchAll(LIKE_ONE)) {
    if (hasItsCheck(letters, digits, check)) return found;
  }
  return null;
};
