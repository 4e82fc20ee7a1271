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

/** Several sentences as one paragraph; Chinese sentences need no space between them. */
export const joined = (language: Language, phrases: readonly Phrase[]): Phrase =>
  phrases.flatMap((phrase, index) => (index === 0 || language !== 'en' ? phrase : [' ', ...phrase]));
