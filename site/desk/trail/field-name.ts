import { groundWords } from '#shared/election/ground-words.ts';
import { INVALID_GROUNDS, QUESTIONABLE_GROUNDS } from '#shared/election/report.ts';
import type { Language } from '#shared/election/text.ts';
import { NOTICE_TYPES } from '#shared/notices/notice-table.ts';
import type { Told } from '#shared/notices/notice-type.ts';
import type { DeskWords } from '../words/load.ts';

const GROUNDS = [...INVALID_GROUNDS, ...QUESTIONABLE_GROUNDS];

interface Step {
  readonly name: string;
  /** A row of a list: told by its number, counted from one. */
  readonly isRow: boolean;
}

/** `$.votes["12"]` and `$.draws[0].number` as their steps. */
const stepsOf = (path: string): readonly Step[] =>
  [...path.matchAll(/\.(\w+)|\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]/g)].map(([, plain, quoted, index]) => ({
    name: plain ?? quoted ?? index ?? '',
    isRow: index !== undefined,
  }));

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

const CONTENTS: ReadonlyMap<string, Told> = new Map(
  NOTICE_TYPES.flatMap(({ fields }) => fields.map(({ id, label }) => [id, label] as const)),
);

/** One step of a path: a field by its word, a row by its number, an id or a code as it is. */
const stepName = ({ name, isRow }: Step, { trail }: DeskWords): string =>
  isRow ? String(Number(name) + 1) : (named(trail.names, name) ?? name);

/** `posted · place · English`, from the outermost field to the innermost; of a notice's contents by the words of its form. */
const pathName = (steps: readonly Step[], words: DeskWords, language: Language): string => {
  const label = steps[0]?.name === 'contents' ? CONTENTS.get(steps[1]?.name ?? '') : undefined;
  const rest = (label ? steps.slice(2) : steps).map((step) => stepName(step, words));
  return [...(label ? [label[language]] : []), ...rest].join(' · ');
};

/** A field in the words of the trail. */
export const fieldName = (path: string, words: DeskWords, language: Language): string => {
  const { trail } = words;
  const { heads } = trail;
  const steps = stepsOf(path);
  const [head = '', first = '', second] = steps.map(({ name }) => name);
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
      return ground ? groundWords(ground, language) : pathName(steps, words, language);
    case 'questionable':
      if (first === 'accepted') return heads.accepted;
      return first === 'rejected' && ground
        ? groundWords(ground, language)
        : pathName(steps, words, language);
    case 'account': {
      const names: Readonly<Record<string, unknown>> = heads;
      const name = names[first];
      return typeof name === 'string' ? name : pathName(steps, words, language);
    }
    default:
      return pathName(steps, words, language);
  }
};
