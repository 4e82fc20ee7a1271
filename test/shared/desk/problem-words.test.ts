import { describe, expect, test } from 'vitest';
import { describeDeskProblem } from '#shared/desk/problem-words.ts';
import { DESK_PROBLEMS_EN, type DeskProblemCode } from '#shared/desk/problem-words-en.ts';
import { DESK_PROBLEMS_ZH_HANS } from '#shared/desk/problem-words-zh-hans.ts';
import { DESK_PROBLEMS_ZH_HANT } from '#shared/desk/problem-words-zh-hant.ts';
import { OFFICERS_PROBLEMS_EN } from '#shared/election/officers-problem-words-en.ts';
import { PROBLEMS_EN } from '#shared/election/problem-words-en.ts';
import { LANGUAGES } from '#shared/election/text.ts';

const DICTIONARIES = {
  en: DESK_PROBLEMS_EN,
  'zh-Hant': DESK_PROBLEMS_ZH_HANT,
  'zh-Hans': DESK_PROBLEMS_ZH_HANS,
} as const;
const CODES = Object.keys(DESK_PROBLEMS_EN) as readonly DeskProblemCode[];

const wordings = (sentence: string | readonly string[]): readonly string[] =>
  typeof sentence === 'string' ? [sentence] : sentence;
const places = (text: string): readonly string[] =>
  [...text.matchAll(/\{([A-Za-z]+(?::[a-z]+)?)/g)].map(([, place]) => place ?? '').sort();

describe('sentences for problems of the desk', () => {
  test.each(CODES)(
    '%s says in every language what is wrong and what to do, with figures or without',
    (code) => {
      for (const language of LANGUAGES) {
        const figures = Object.fromEntries(
          places(JSON.stringify(DICTIONARIES[language][code])).map((name) => [name, 7]),
        );
        for (const problem of [
          { code, path: '$.account.supplied', value: 'A0101', figures },
          { code, path: '$', value: null },
        ]) {
          const told = describeDeskProblem(problem, language);
          for (const text of [told.problem, told.remedy]) {
            expect(text).toMatch(/[.。]$/);
            expect(text).not.toMatch(/undefined|NaN|[{}|]| {2}/);
          }
        }
      }
    },
  );

  test.each(CODES)('%s fills the same places in all three languages', (code) => {
    const shape = (language: keyof typeof DICTIONARIES) =>
      [DICTIONARIES[language][code].problem, DICTIONARIES[language][code].remedy].map((part) =>
        wordings(part).map(places),
      );
    expect(shape('zh-Hant')).toEqual(shape('en'));
    expect(shape('zh-Hans')).toEqual(shape('en'));
  });

  test.each(CODES)('%s is written in its own script', (code) => {
    const text = (language: 'zh-Hant' | 'zh-Hans') => JSON.stringify(DICTIONARIES[language][code]);
    expect(text('zh-Hant')).not.toMatch(/[这请没应报选举发数据码时间们务员议项标为与两须]/);
    expect(text('zh-Hans')).not.toMatch(/[這請沒應報選舉發數據碼時間們務員議項標為與兩須「」]/);
  });

  test('no code stands in both tables, and those of every function are still known', () => {
    const others = { ...PROBLEMS_EN, ...OFFICERS_PROBLEMS_EN };
    expect(CODES.filter((code) => Object.hasOwn(others, code))).toEqual([]);
    expect(Object.keys(others)).toHaveLength(
      Object.keys(PROBLEMS_EN).length + Object.keys(OFFICERS_PROBLEMS_EN).length,
    );
    const shared = describeDeskProblem({ code: 'no-token', path: '$', value: null }, 'en');
    expect(shared.problem).toMatch(/signed in/);
  });
});
