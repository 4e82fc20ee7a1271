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

const named = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const isGround = (value: string): value is (typeof GROUNDS)[number] =>
  (GROUNDS as readonly string[]).includes(value);

/** A code in words where it is one of those that officers choose from; anything else as it was written. */
export const valueWords = (
  value: string | boolean,
  { trail, common }: DeskWords,
  language: Language,
): string => {
  const code = String(value);
  if (isGround(code)) return groundWords(code, language);
  return named(trail.values, code) ?? named(common.roles, code) ?? code;
};

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
      return (first === '' ? named(trail.names, head) : undefined) ?? path.slice(2);
  }
};
