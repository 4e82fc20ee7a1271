import { asBuffer } from './bytes.ts';

type Step =
  | { readonly kind: 'open' | 'close' | 'nothing' }
  | { readonly kind: 'word'; readonly word: string; readonly number: number | null }
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'symbol'; readonly symbol: string }
  | { readonly kind: 'text'; readonly text: string };

/** One step through an RTF file, and where the next one begins. */
export type RtfToken = Step & { readonly end: number };

const WORD = /\\([A-Za-z]{1,64})(-?\d{1,10})?[ ]?/y;
const HEX = /\\'([0-9A-Fa-f]{2})/y;
const TEXT = /[^\\{}\r\n]+/y;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Raw bytes follow `\bin`, as many as it says: readers skip them. */
const wordToken = ([all, word = '', digits]: RegExpExecArray, at: number): RtfToken => {
  const number = digits === undefined ? null : Number(digits);
  const raw = word === 'bin' && number !== null ? Math.max(0, number) : 0;
  return { kind: 'word', word, number, end: at + all.length + raw };
};

const escaped = (rtf: string, at: number): RtfToken => {
  const word = matchAt(WORD, rtf, at);
  if (word) return wordToken(word, at);
  const hex = matchAt(HEX, rtf, at);
  if (hex) return { kind: 'byte', byte: Number.parseInt(hex[1] ?? '0', 16), end: at + hex[0].length };
  return { kind: 'symbol', symbol: rtf[at + 1] ?? '', end: at + 2 };
};

const tokenAt = (rtf: string, at: number): RtfToken => {
  const text = matchAt(TEXT, rtf, at)?.[0];
  if (text !== undefined) return { kind: 'text', text, end: at + text.length };
  const character = rtf[at];
  if (character === '{') return { kind: 'open', end: at + 1 };
  if (character === '}') return { kind: 'close', end: at + 1 };
  return character === '\\' ? escaped(rtf, at) : { kind: 'nothing', end: at + 1 };
};

/** Reads tokens one after the other; text comes in Latin-1, as bytes. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  const rtf = asBuffer(bytes).toString('latin1');
  for (let at = 0; at < rtf.length; ) {
    const token = tokenAt(rtf, at);
    yield token;
    at = token.end;
  }
}
