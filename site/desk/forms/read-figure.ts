import { MAX_PAPERS } from '#shared/election/identifiers.ts';
import { count } from '../../words/format.ts';

/** What was typed into a figure's field. */
export type ReadFigure =
  | { readonly kind: 'empty' }
  | { readonly kind: 'figure'; readonly value: number }
  | { readonly kind: 'too-great' }
  /** Kept as typed: guessing would hide a slip. */
  | { readonly kind: 'unclear' };

/** Full-width digits and commas as Chinese keyboards give them, and the many spaces that spreadsheets group with. */
const plain = (typed: string): string =>
  typed
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 0x30))
    .replace(/[\uff0c\u066c]/g, ',')
    .replace(/[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g, ' ')
    .trim()
    // As spreadsheets write whole figures with two places; three noughts would be thousands elsewhere.
    .replace(/(?<=\d)\.0{1,2}$/, '');

const DIGITS = /^\d+$/;
/** Thousands are grouped by threes, by one kind of mark throughout: `1,411` and `1 411`, never `14,11`. */
const GROUPED = /^\d{1,3}(?:,\d{3})+$|^\d{1,3}(?: \d{3})+$|^\d{1,3}(?:, \d{3})+$|^\d{1,3}(?:['’]\d{3})+$/;

export const readFigure = (typed: string): ReadFigure => {
  const text = plain(typed);
  if (text === '') return { kind: 'empty' };
  if (!DIGITS.test(text) && !GROUPED.test(text)) return { kind: 'unclear' };
  const digits = text.replace(/\D/g, '');
  const value = Number(digits);
  return value > MAX_PAPERS ? { kind: 'too-great' } : { kind: 'figure', value };
};

export const figureIn = (typed: string | undefined): number | null => {
  const read = readFigure(typed ?? '');
  return read.kind === 'figure' ? read.value : null;
};

/** Shown back as the paper form writes it; what is not understood stays as it is. */
export const shownBack = (typed: string): string => {
  const value = figureIn(typed);
  return value === null ? typed.trim() : count(value);
};
