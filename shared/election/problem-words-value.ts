import { must } from '../result.ts';
import type { Language } from './text.ts';

/** Longest piece of a stranger's text that a sentence repeats, in characters as shown. */
const MAX_SHOWN = 80;

/** Controls, direction marks, joiners, invisible spaces, tags and lone surrogates: what a reader would not see. */
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Co}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Letters that are written from right to left, which would turn the sentence around them. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const codePoint = (character: string): string => {
  const point = must(character.codePointAt(0), 'a character has a code point');
  return `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
};

/** A stranger's text on one short line: what cannot be seen is spelled out, what runs from right to left is isolated. */
export const plainLine = (text: string, limit = MAX_SHOWN): string => {
  let shown = '';
  for (const character of text) {
    const next = INVISIBLE.test(character) ? codePoint(character) : character;
    if (shown.length + next.length > limit) {
      shown += '…';
      break;
    }
    shown += next;
  }
  return RIGHT_TO_LEFT.test(shown) ? `\u2068${shown}\u2069` : shown;
};

const QUOTES: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['“', '”'],
  'zh-Hant': ['「', '」'],
  'zh-Hans': ['“', '”'],
};

const asText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return typeof value; // cycles and BigInt never come from JSON, but a sentence must never throw
  }
};

/** The value as it was sent, short and quoted; null where there was none. */
export const quotedValue = (value: unknown, language: Language): string | null => {
  if (value === null || value === undefined) return null;
  const [open, close] = QUOTES[language];
  return `${open}${plainLine(asText(value))}${close}`;
};

const BODY: Readonly<Record<Language, string>> = {
  en: 'the body of the request',
  'zh-Hant': '請求內容',
  'zh-Hans': '请求内容',
};
const FIELD: Readonly<Record<Language, (name: string) => string>> = {
  en: (name) => `the field ${name}`,
  'zh-Hant': (name) => `欄位${name}`,
  'zh-Hans': (name) => `字段${name}`,
};

/** Both ends of a long path: the beginning says which part, the end says which field. */
const shortened = (path: string): string => {
  const characters = [...path];
  if (characters.length <= MAX_SHOWN) return path;
  return `${characters.slice(0, 36).join('')}…${characters.slice(-36).join('')}`;
};

/** The field a JSONPath names, as a phrase: `$.votes["1"]` is “the field votes["1"]”, `$` the whole body. */
export const fieldPhrase = (path: string, language: Language): string => {
  const name = path.replace(/^\$\.?/, '');
  return name === '' ? BODY[language] : FIELD[language](plainLine(shortened(name), 4 * MAX_SHOWN));
};
