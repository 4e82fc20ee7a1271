/**
 * What changed between two bakes of one page, small enough for a slow connection: a page of 80 kB changes by a few hundred figures. The reader's
 * script puts the newer page together from the older one and shows it as if it had fetched it whole.
 */
export interface PageDelta {
  /** Of the newer page's text, so that a page put together wrongly is never shown. */
  readonly sum: number;
  /** In turn: so many tokens are kept, so many dropped (negative), or this text stands there (in place of nothing). */
  readonly steps: readonly (number | string)[];
}

/** Figures and what stands between them; a tag begins a token, so that a piece of a page is whole tokens. */
export const tokensOf = (html: string): readonly string[] => html.match(/\d[\d.,]*|<[^\d<]*|[^\d<]+/g) ?? [];

/** FNV-1a over UTF-16 code units: a check against mistakes, not against anybody. */
export const checkSum = (text: string): number => {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return sum >>> 0;
};

/** The newer page, or null where the delta does not belong to this text. */
export const applyDelta = (html: string, { steps, sum }: PageDelta): string | null => {
  const tokens = tokensOf(html);
  const made: string[] = [];
  let at = 0;
  for (const step of steps) {
    if (typeof step === 'string') made.push(step);
    else if (step < 0) at -= step;
    else {
      made.push(...tokens.slice(at, at + step));
      at += step;
    }
  }
  const text = made.join('');
  return at === tokens.length && checkSum(text) === sum ? text : null;
};

/** A bake of a page, named by its text. */
export const bakeName = (html: string): string => checkSum(html).toString(16).padStart(8, '0');

/** Below a page's own address: the way on from a bake. */
export const deltaName = (bake: string): string => `deltas/${bake}.json`;

/** Beside a page: its newest bake, and which bake came after which, as far as readers follow from one to the next. */
export interface Bakes {
  readonly newest: string;
  readonly after: Readonly<Record<string, string>>;
}

export const BAKES_NAME = 'bakes.json';

/** More bakes behind than this, and a reader fetches the page whole. */
export const MOST_BAKES = 6;

/** Whether a public file only says which bakes a page went through: that depends on when it was baked, and is not made again. */
export const isBakeHistory = (key: string): boolean =>
  /\/(?:bakes\.json|deltas\/[0-9a-f]{8}\.json)$/.test(key);
