import { startsWith } from './bytes.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

interface DecodeOptions {
  /** The bytes are the beginning of a longer text: half a character at the end is no fault. */
  readonly cut?: boolean;
}

const NOT_TEXT = /[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/;

/** An end-of-file mark of old systems is no fault at the very end. */
const isText = (text: string): boolean => !NOT_TEXT.test(text.replace(/[\u001a\0]{1,512}$/, ''));

const decodeAs = (bytes: Uint8Array, encoding: string, cut: boolean): DecodedText | null => {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut });
    return isText(text) ? { text, encoding } : null;
  } catch {
    return null;
  }
};

/** UTF-16 without a mark: every other byte of its Latin letters, blanks and line ends is zero. */
const guessUtf16 = (bytes: Uint8Array): readonly string[] => {
  const zeros = [0, 0];
  const seen = Math.min(bytes.length, 4096);
  for (let at = 0; at < seen; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > even * 8 && odd > seen / 40) return ['utf-16le'];
  return even > odd * 8 && even > seen / 40 ? ['utf-16be'] : [];
};

const marked = (bytes: Uint8Array): string | null => {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null;
};

/** Bytes without a mark, as what people in Hong Kong write: UTF-8, Big5 (with its supplementary characters), GB 18030, Western. */
const UNMARKED = ['utf-8', 'big5', 'gb18030', 'windows-1252'] as const;

/** A text in the first encoding in which it is one, or `null`: then it is no text. */
export const decodeText = (bytes: Uint8Array, { cut = false }: DecodeOptions = {}): DecodedText | null => {
  const mark = marked(bytes);
  const whole = mark?.startsWith('utf-16') === true && cut ? bytes.subarray(0, bytes.length & ~1) : bytes;
  const candidates = mark === null ? [...guessUtf16(bytes), ...UNMARKED] : [mark];
  for (const encoding of candidates) {
    const decoded = decodeAs(whole, encoding, cut);
    if (decoded) return decoded;
  }
  return null;
};

const HTML_START =
  /^(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,3000}?-->\s*)*<(!doctype\s+html|html|head|body|title|meta|script|style|table|iframe|div|p|h1|font|img|a|br|center|link|base)[\s/>]/i;

/** How a browser that guesses would see it: the list of the sniffing standard, and a little more. */
export const beginsAsHtml = (text: string): boolean =>
  HTML_START.test(text.replace(/^\ufeff/, '').trimStart());
