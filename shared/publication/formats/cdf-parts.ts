import { LANGUAGES, type Text } from '../../election/text.ts';

/** An object of the format, with the name of its class. */
export const typed = (
  name: string,
  members: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => ({
  '@type': `ElectionResults.${name}`,
  ...members,
});

/** Identifiers begin with a letter, so that the XML form of the format could hold them too. */
export const cdfId = (...parts: readonly string[]): string => parts.join('.');

/** A name in the languages it was given in. */
export const cdfText = (text: Text) =>
  typed('InternationalizedText', {
    Text: LANGUAGES.flatMap((language) => {
      const content = text[language];
      return content === undefined ? [] : [typed('LanguageString', { Language: language, Content: content })];
    }),
  });

export const countStatus = (status: 'completed' | 'in-process' | 'not-processed') =>
  typed('CountStatus', { Type: 'total', Status: status });
