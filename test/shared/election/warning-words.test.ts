import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '#shared/election/text.ts';
import { describeWarning } from '#shared/election/warning-words.ts';
import { WARNINGS_EN, type WarningCode, type WarningWords } from '#shared/election/warning-words-en.ts';
import { WARNINGS_ZH_HANS } from '#shared/election/warning-words-zh-hans.ts';
import { WARNINGS_ZH_HANT } from '#shared/election/warning-words-zh-hant.ts';

type Figures = Readonly<Record<string, string | number>>;

interface Sample {
  readonly figures: Figures;
  readonly says: readonly string[];
}

/** One flag of each code, with the figures that the checks attach. */
const SAMPLES: Readonly<Record<WarningCode, Sample>> = {
  A1: { figures: { supplied: 3000, openingStock: 2990 }, says: ['3,000', '2,990'] },
  A2: { figures: { issued: -5 }, says: ['−5'] },
  A3: { figures: { estimatedInBox: -12 }, says: ['−12'] },
  A4: {
    figures: { papersInBox: 2881, papersElsewhere: 3, estimatedInBox: 2808 },
    says: ['2,881', '3', '2,808'],
  },
  A5: { figures: { papersInBox: 100, papersCounted: 101 }, says: ['100', '101'] },
  A6: { figures: { valid: 10, votes: 31, votesPerPaper: 3 }, says: ['10', '31', '3'] },
  A7: { figures: { found: 2, recorded: 1 }, says: ['2', '1'] },
  A8: { figures: { geographicalIssued: 100, functionalIssued: 201 }, says: ['100', '201'] },
  'papers-over-electors': { figures: { papers: 1001, electors: 1000 }, says: ['1,001', '1,000'] },
  'rejected-share': {
    figures: { rejected: 60, papers: 1000, limit: 5 },
    says: ['60', '1,000', '6.00%', '5%'],
  },
  outlier: {
    figures: { contestant: '12', votes: 300, valid: 400, constituencyVotes: 500, constituencyValid: 10000 },
    says: ['12', '300', '400', '75.00%', '500', '10,000', '5.00%'],
  },
  'contestant-missing': { figures: { contestants: '3, 5' }, says: ['3', '5'] },
  'ground-not-applicable': { figures: { ground: 'not_arabic', system: 'list_pr' }, says: [] },
  'count-revised': { figures: { count: 1 }, says: ['1'] },
};

const CODES = Object.keys(WARNINGS_EN) as readonly WarningCode[];
const STANDS = {
  en: 'The report stands as sent.',
  'zh-Hant': '報告按原樣保留。',
  'zh-Hans': '报告按原样保留。',
};

const aWarning = (code: string, figures: Figures = {}) => ({
  code,
  fields: ['$.votes'],
  figures: { ...figures },
});

const expectWhole = (text: string): void => {
  expect(text.length).toBeGreaterThan(3);
  expect(text).not.toMatch(/undefined|NaN|[{}|]| {2}|。。/);
};

describe('words for flags', () => {
  test.each(CODES.flatMap((code) => LANGUAGES.map((language) => [code, language] as const)))(
    '%s gives its figures in %s and says that the report stands',
    (code, language) => {
      const { title, text, remedy } = describeWarning(aWarning(code, SAMPLES[code].figures), language);
      for (const part of [title, text, remedy]) expectWhole(part);
      expect(text.endsWith(STANDS[language])).toBe(true);
      for (const said of SAMPLES[code].says) expect(text).toContain(said);
      expect(title).not.toMatch(/[.。]$/);
      expect(remedy).toMatch(/[.。]$/);
    },
  );

  test.each(CODES)('%s leaves no hole when figures are missing or cannot be read', (code) => {
    for (const language of LANGUAGES) {
      for (const figures of [
        {},
        Object.fromEntries(Object.keys(SAMPLES[code].figures).map((key) => [key, Number.NaN])),
      ]) {
        const { title, text, remedy } = describeWarning(aWarning(code, figures), language);
        for (const part of [title, text, remedy]) expectWhole(part);
        expect(text).not.toContain(`“${code}”`);
      }
    }
  });

  test.each(CODES)('%s has the same wordings with the same places in all three languages', (code) => {
    const shape = (words: WarningWords) =>
      [words.text]
        .flat()
        .map((wording) =>
          [
            ...new Set(
              [...wording.matchAll(/\{([A-Za-z]+(?:\/[A-Za-z]+)?(?::[a-z]+)?)/g)].map(([, name]) => name),
            ),
          ].sort(),
        );
    expect(shape(WARNINGS_ZH_HANT[code])).toEqual(shape(WARNINGS_EN[code]));
    expect(shape(WARNINGS_ZH_HANS[code])).toEqual(shape(WARNINGS_EN[code]));
  });

  test.each(CODES)('%s accuses nobody and is told in Chinese without English words', (code) => {
    const warning = aWarning(code, SAMPLES[code].figures);
    for (const language of LANGUAGES) {
      const { title, text, remedy } = describeWarning(warning, language);
      const all = `${title} ${text} ${remedy}`;
      expect(all).not.toMatch(/fraud|manipulat|suspicious|irregular|wrong|fault|舞弊|造假|可疑|違規|违规/i);
      if (language !== 'en') expect(all).not.toMatch(/[A-Za-z]{2,}|[,;!?]\D/);
    }
  });

  test('a ground and a voting system are told as words', () => {
    const warning = aWarning('ground-not-applicable', SAMPLES['ground-not-applicable'].figures);
    expect(describeWarning(warning, 'en').text).toBe(
      'Papers were set aside on the ground “not marked with Arabic numerals”, which is not used under the list system of proportional representation. The report stands as sent.',
    );
    expect(describeWarning(warning, 'zh-Hant').text).toBe(
      '有選票以「並非以阿拉伯數字填劃」為理由另置，而比例代表名單投票制不採用這項理由。報告按原樣保留。',
    );
  });

  test('one paper is not several', () => {
    const { text } = describeWarning(aWarning('A7', { found: 1, recorded: 0 }), 'en');
    expect(text).toBe(
      '1 tendered paper was found at the count, and 0 recorded when issued. The report stands as sent.',
    );
  });

  test('a code that nobody has words for is named in a truthful sentence', () => {
    for (const code of ['Z9', '__proto__', 'constructor', '']) {
      for (const language of LANGUAGES) {
        const { title, text, remedy } = describeWarning(aWarning(code), language);
        for (const part of [title, text, remedy]) expectWhole(part.padEnd(4));
        expect(text).toContain(code);
      }
    }
  });
});
