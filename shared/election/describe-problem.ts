import { must } from '../result.ts';
import type { InputProblem } from './input-problem.ts';
import { PROBLEMS_EN, type ProblemWords, UNKNOWN_PROBLEM_EN } from './problem-words-en.ts';
import { say } from './problem-words-sentence.ts';
import { fieldPhrase, quotedValue } from './problem-words-value.ts';
import { PROBLEMS_ZH_HANS, UNKNOWN_PROBLEM_ZH_HANS } from './problem-words-zh-hans.ts';
import { PROBLEMS_ZH_HANT, UNKNOWN_PROBLEM_ZH_HANT } from './problem-words-zh-hant.ts';
import type { Language } from './text.ts';

interface Dictionary {
  readonly words: ReadonlyMap<string, ProblemWords>;
  readonly unknown: ProblemWords;
}

const wordsOf = (table: Readonly<Record<string, ProblemWords>>): ReadonlyMap<string, ProblemWords> =>
  new Map(Object.entries(table));

const DICTIONARIES: Readonly<Record<Language, Dictionary>> = {
  en: { words: wordsOf(PROBLEMS_EN), unknown: UNKNOWN_PROBLEM_EN },
  'zh-Hant': { words: wordsOf(PROBLEMS_ZH_HANT), unknown: UNKNOWN_PROBLEM_ZH_HANT },
  'zh-Hans': { words: wordsOf(PROBLEMS_ZH_HANS), unknown: UNKNOWN_PROBLEM_ZH_HANS },
};

/** Only a report has a next revision: a conflict of other acts needs another remedy. */
const wordedAs = ({ code, value }: InputProblem): string =>
  code === 'conflict' && typeof value === 'string' && !value.includes('/report#') ? 'conflict-of-acts' : code;

/** Puts a problem into one sentence and its remedy into another, in the reader's language. */
export type Describe = (
  problem: InputProblem,
  language: Language,
) => { readonly problem: string; readonly remedy: string };

/** Words of further codes, which only some functions carry. */
export type MoreWords = Readonly<Record<Language, Readonly<Record<string, ProblemWords>>>>;

const describeWith = (
  problem: InputProblem,
  language: Language,
  more: ReadonlyMap<string, ProblemWords>,
): ReturnType<Describe> => {
  const { words, unknown } = DICTIONARIES[language];
  const code = wordedAs(problem);
  const told = words.get(code) ?? more.get(code) ?? unknown;
  const fillings = {
    figures: { ...problem.figures, code: problem.code, value: problem.value },
    phrases: {
      field: fieldPhrase(problem.path, language),
      value: quotedValue(problem.value, language),
    },
  };
  const sentence = (part: keyof ProblemWords): string =>
    must(say(told[part], fillings, language), 'the plainest wording of a sentence can always be filled');
  return { problem: sentence('problem'), remedy: sentence('remedy') };
};

const NO_MORE: MoreWords = { en: {}, 'zh-Hant': {}, 'zh-Hans': {} };

/** Describes problems with the words that every function has, and those of further tables. */
export const describerOf = (...more: readonly MoreWords[]): Describe => {
  const table = (language: Language) =>
    wordsOf(Object.assign({}, ...[NO_MORE, ...more].map((words) => words[language])));
  const tables = { en: table('en'), 'zh-Hant': table('zh-Hant'), 'zh-Hans': table('zh-Hans') };
  return (problem, language) => describeWith(problem, language, tables[language]);
};

/** What can be wrong with a report, and with any request: the words of the functions that are woken most, which carry no others. */
export const describeReportProblem: Describe = describerOf();
