import { type CodeKind, codeWords } from './code-words.ts';
import { plainLine } from './problem-words-value.ts';
import type { Language } from './text.ts';

/**
 * A sentence with places to fill: `{name}`, `{name:kind}` (a code, list, time or path put into words), `{part/whole}` (a
 * share), `{name|one|other}` (a figure with its noun). Alternatives go from the fullest to the plainest: the first whose
 * places can all be filled is said, so that a figure that was not given never leaves a hole.
 */
export type Sentence = string | readonly string[];

export interface Fillings {
  /** What came from outside: made plain before it is shown. */
  readonly figures: Readonly<Record<string, unknown>>;
  /** What is fit to be shown already; null where there is nothing. */
  readonly phrases?: Readonly<Record<string, string | null>>;
}

const own = (fillings: Readonly<Record<string, unknown>> | undefined, name: string): unknown =>
  fillings !== undefined && Object.hasOwn(fillings, name) ? fillings[name] : undefined;

const PLACE = /\{([A-Za-z0-9]+)(?:\/([A-Za-z0-9]+))?(?::([a-z]+))?(?:\|([^|}]*)\|([^|}]*))?\}/g;

/** Thousands with commas in all three languages, and a true minus. */
export const groupedNumber = (value: number): string => {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
};

const shownFigure = (figure: unknown): string | null => {
  if (typeof figure === 'number') return Number.isFinite(figure) ? groupedNumber(figure) : null;
  return typeof figure === 'string' && figure.trim() !== '' ? plainLine(figure) : null;
};

/** A share in hundredths of a per cent, rounded half up; what is not nothing never shows as 0.00%. */
const shareOf = (part: unknown, whole: unknown): string | null => {
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole)) return null;
  const [count, total] = [BigInt(part as number), BigInt(whole as number)];
  if (count < 0n || total <= 0n) return null;
  const hundredths = (count * 20_000n + total) / (2n * total);
  if (hundredths === 0n && count > 0n) return '<0.01%';
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}%`;
};

/** Hong Kong has kept UTC+8 all year since 1979. */
const HONG_KONG_OFFSET_MS = 8 * 3_600_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const hongKongTime = (instant: string, language: Language): string | null => {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return null;
  const there = new Date(at + HONG_KONG_OFFSET_MS);
  if (Number.isNaN(there.getTime())) return null;
  const [year, month, day] = [there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate()];
  const clock = there.toISOString().slice(-13, -5).replace(/:00$/, '');
  return language === 'en'
    ? `${day} ${MONTHS[month]} ${year}, ${clock}`
    : `${year}年${month + 1}月${day}日 ${clock}`;
};

/** Room for a list of codes in a sentence, in characters; the rest is an ellipsis. */
const MAX_LIST = 200;

const listed = (entries: readonly string[], language: Language): string | null => {
  const shown: string[] = [];
  let length = 0;
  for (const entry of entries) {
    length += entry.length + 2;
    if (length > MAX_LIST && shown.length > 0) {
      shown.push('…');
      break;
    }
    shown.push(entry);
  }
  return shown.length === 0 ? null : shown.join(language === 'en' ? ', ' : '、');
};

const CODE_KINDS: ReadonlySet<string> = new Set<CodeKind>(['role', 'system', 'station', 'ground', 'type']);
const isCodeKind = (kind: string): kind is CodeKind => CODE_KINDS.has(kind);

/** A figure put into words of `kind`. */
const inWords = (figure: unknown, kind: string, language: Language): string | null => {
  if (kind === 'number' || typeof figure !== 'string') {
    const counted = kind === 'number' || kind === 'list';
    return counted && typeof figure === 'number' ? shownFigure(figure) : null;
  }
  if (isCodeKind(kind)) return codeWords(kind, figure, language);
  if (kind === 'time') return hongKongTime(figure, language);
  if (kind === 'path') return shownFigure(figure.replace(/^\$\.?/, ''));
  const entries = figure.split(', ').filter((entry) => entry.trim() !== '');
  const words =
    kind === 'roles' ? entries.map((entry) => codeWords('role', entry, language) ?? entry) : entries;
  return listed(
    words.map((entry) => plainLine(entry)),
    language,
  );
};

/** What fills one place, or null where the figure is missing or is not what the place expects. */
const filling = (
  place: readonly (string | undefined)[],
  { figures, phrases }: Fillings,
  language: Language,
): string | null => {
  const [, name = '', whole, kind, one, other] = place;
  const figure = own(figures, name);
  if (whole !== undefined) return shareOf(figure, own(figures, whole));
  if (kind !== undefined) return inWords(figure, kind, language);
  const phrase = phrases?.[name];
  if (phrase !== undefined) return phrase;
  const shown = shownFigure(figure);
  if (shown === null || one === undefined) return shown;
  return `${shown} ${figure === 1 || figure === '1' ? one : other}`;
};

const filled = (sentence: string, fillings: Fillings, language: Language): string | null => {
  let whole = true;
  const text = sentence.replace(PLACE, (...place: (string | undefined)[]) => {
    const words = filling(place, fillings, language);
    if (words === null) whole = false;
    return words ?? '';
  });
  return whole ? text : null;
};

/** The fullest wording that can be filled; null where not even the plainest can be filled. */
export const say = (sentence: Sentence, fillings: Fillings, language: Language): string | null => {
  for (const wording of typeof sentence === 'string' ? [sentence] : sentence) {
    const text = filled(wording, fillings, language);
    if (text !== null) return text;
  }
  return null;
};
