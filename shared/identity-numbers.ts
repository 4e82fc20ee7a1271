/** One or two letters, six digits, a check character that is often put in brackets. */
const LIKE_ONE = /(?<![A-Z0-9])([A-Z]{1,2})(\d{6})[\s-]?\(?([0-9A])\)?(?![A-Z0-9])/g;

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

const matchesOf = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].flatMap(([found, letters = '', digits = '', check = '']) =>
    hasItsCheck(letters, digits.replace(/\s/g, ''), check) ? [found] : [],
  );

/** The first identity-card number in a text: such numbers are never published [2016 ¶15.5, ¶18.13]. Full-width spelling hides none. */
export const identityNumberIn = (text: string): string | null =>
  matchesOf(text.normalize('NFKC').toUpperCase(), LIKE_ONE)[0] ?? null;

/** Spaces and hyphens between the parts are common by hand; the brackets must then be there, or every seventh figure of a table would count. */
const SPACED =
  /(?<![A-Z0-9])([A-Z]{1,2})[ \t.-]{0,3}((?:\d[ \t]?){5}\d)[ \t-]{0,2}[([][ \t]?([0-9A])[ \t]?[)\]]/g;

/** The number that forms and posters print as an example. */
const SPECIMEN = 'A1234563';

/** Soft hyphens, marks of direction and characters without width: nobody sees them, and they must not hide a number. */
const UNSEEN = /\p{Cf}/gu;
const DASHES = /[\u2010-\u2015\u2212]/g;

/** Every different identity-card number in a text, without spaces and brackets; the specimen is nobody's. */
export const identityNumbersIn = (text: string): readonly string[] => {
  const plain = text.replace(UNSEEN, '').normalize('NFKC').replace(DASHES, '-').toUpperCase();
  const found = [...matchesOf(plain, LIKE_ONE), ...matchesOf(plain, SPACED)];
  const bare = found.map((number) => number.replace(/[^A-Z0-9]/g, ''));
  return [...new Set(bare)].filter((number) => number !== SPECIMEN);
};
