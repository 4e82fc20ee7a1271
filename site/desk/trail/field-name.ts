import { groundWords } from '#shared/election/code-words.ts';
import { INVALID_GROUNDS, QUESTIONABLE_GROUNDS } from '#shared/election/report.ts';
import type { Language } from '#shared/election/text.ts';
import type { DeskWords } from '../words/load.ts';

const GROUNDS = [...INVALID_GROUNDS, ...QUESTIONABLE_GROUNDS];

/** `$.votes["12"]` and `$.votes.LC1` as their steps. */
const stepsOf = (path: string): readonly string[] =>
  [...path.matchAll(/\.(\w+)|\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]/g)].map(
    ([, plain, quoted, index]) => plain ?? quoted ?? index ?? '',
  );

/** A field of a report in words; every other field under the name that it has in the record. */
export const fieldName = (path: string, { trail }: DeskWords, language: Language): string => {
  const { heads } = trail;
  const [head = '', first = '', second] = stepsOf(path);
  const ground = GROUNDS.find((known) => known === (head === 'questionable' ? second : first));
  switch (head) {
    case 'votes':
      return heads.votes(first);
    case 'choices':
      return heads.choices([first, second].filter((step) => step !== undefined).join(' '));
    case 'rankings':
      return `${heads.rankings} ${first}`;
    case 'papers':
      return heads.papers;
    case 'explanations':
      return heads.explanation(first);
    case 'invalid':
      return ground ? groundWords(ground, language) : path.slice(2);
    case 'questionable':
      if (first === 'accepted') return heads.accepted;
      return ground ? groundWords(ground, language) : path.slice(2);
    case 'account': {
      const names: Readonly<Record<string, unknown>> = heads;
      const name = names[first];
      return typeof name === 'string' ? name : path.slice(2);
    }
    default:
      return path.slice(2);
  }
};
