/** Marks that reorder what stands around them are shown as text: words of others cannot hide what stands behind them. */
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/g;

export const visibleText = (text: string): string =>
  text.replace(REORDERING, (mark) => `‹U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase()}›`);

/** Paragraphs end at an empty line; single line ends stay inside them. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

/** What XML 1.0 can carry at all. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const xmlText = (text: string): string =>
  text.replace(NOT_XML, '\ufffd').replace(/[&<>"]/g, (one) => ESCAPES[one] ?? one);
