import type { Language } from '#shared/election/text.ts';

/** A piece of a sentence: plain text, a figure that carries the sentence, or a name in its own language. */
export type Part = string | { readonly strong: string } | { readonly name: string; readonly lang: Language };

/** A sentence ready for a page: its pieces are escaped and isolated where they are shown. */
export type Phrase = readonly Part[];

export const strong = (figure: string | number): Part => ({ strong: String(figure) });

const isPhrase = (value: unknown): value is Phrase => Array.isArray(value);

/** Writes a sentence with figures and names in it, so that every language keeps its own word order. */
export const say = (texts: TemplateStringsArray, ...values: readonly (Part | Phrase | number)[]): Phrase =>
  texts.flatMap((text, index): Part[] => {
    const value = values[index];
    if (value === undefined) return [text];
    if (isPhrase(value)) return [text, ...value];
    return [text, typeof value === 'number' ? String(value) : (value as Part)];
  });

/** The sentence as bare text, for titles and labels. */
export const plain = (phrase: Phrase): string =>
  phrase
    .map((part) => (typeof part === 'string' ? part : 'strong' in part ? part.strong : part.name))
    .join('');

/** A search result shows about as many characters. */
const BRIEF = 160;

/** Where a sentence of ours ends; names and figures are not looked into, they may hold any mark. */
const SENTENCE_END = /\.(?=\s|$)|。/g;

/** As many whole sentences as a search result shows: half a sentence could claim what the whole one does not. */
export const brief = (phrase: Phrase): string => {
  const text = plain(phrase);
  if (text.length <= BRIEF) return text;
  const ends = phrase.flatMap((part, index) => {
    const before = plain(phrase.slice(0, index)).length;
    return typeof part === 'string'
      ? [...part.matchAll(SENTENCE_END)].map((found) => before + found.index + 1)
      : [];
  });
  const end = ends.findLast((one) => one <= BRIEF);
  // Only a name of a hundred characters and more leaves no room for one sentence; half a character is never shown.
  return end === undefined
    ? `${text.slice(0, BRIEF - 1).replace(/[\ud800-\udbff]$/, '')}…`
    : text.slice(0, end);
};

/** Several sentences as one paragraph; Chinese sentences need no space between them. */
export const joined = (language: Language, phrases: readonly Phrase[]): Phrase =>
  phrases.flatMap((phrase, index) => (index === 0 || language !== 'en' ? phrase : [' ', ...phrase]));
