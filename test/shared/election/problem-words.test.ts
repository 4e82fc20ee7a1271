import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLES } from '#shared/election/acts.ts';
import { stationKindWords, systemWords } from '#shared/election/code-words.ts';
import { STATION_KINDS, VOTING_SYSTEMS } from '#shared/election/definition.ts';
import { groundWords } from '#shared/election/ground-words.ts';
import { type InputProblem, jsonPath } from '#shared/election/input-problem.ts';
import {
  OFFICERS_PROBLEMS_EN,
  type OfficersProblemCode,
} from '#shared/election/officers-problem-words-en.ts';
import { OFFICERS_PROBLEMS_ZH_HANS } from '#shared/election/officers-problem-words-zh-hans.ts';
import { OFFICERS_PROBLEMS_ZH_HANT } from '#shared/election/officers-problem-words-zh-hant.ts';
import { describeProblem } from '#shared/election/problem-words.ts';
import { PROBLEMS_EN, type ProblemCode, type ProblemWords } from '#shared/election/problem-words-en.ts';
import { groupedNumber, say } from '#shared/election/problem-words-sentence.ts';
import { fieldPhrase, plainLine, quotedValue } from '#shared/election/problem-words-value.ts';
import { PROBLEMS_ZH_HANS } from '#shared/election/problem-words-zh-hans.ts';
import { PROBLEMS_ZH_HANT } from '#shared/election/problem-words-zh-hant.ts';
import { INVALID_GROUNDS, QUESTIONABLE_GROUNDS } from '#shared/election/report.ts';
import { roleWords } from '#shared/election/role-words.ts';
import { LANGUAGES } from '#shared/election/text.ts';

type Figures = Record<string, string | number>;

type Code = ProblemCode | OfficersProblemCode;

interface Sample {
  readonly value?: unknown;
  readonly figures?: Figures;
  /** What the two sentences must mention, in every language. */
  readonly says?: readonly string[];
}

const HASHES = { accepted: 'a1'.repeat(32), sent: 'b2'.repeat(32), acceptedAt: '2016-09-04T17:05:00.000Z' };

/** One problem of each code, with the figures that the checks attach. */
const SAMPLES: Readonly<Record<Code, Sample>> = {
  'missing-field': {},
  'wrong-type': { value: 1, figures: { expected: 'string' }, says: ['1'] },
  'not-a-whole-number': { value: 1.5, figures: { expected: 'int' }, says: ['1.5'] },
  'too-great': { value: 100000000, figures: { limit: 99999999 }, says: ['100000000', '99,999,999'] },
  'too-small': { value: -3, figures: { limit: 0 }, says: ['-3', '0'] },
  'too-long': { value: 'x'.repeat(500), figures: { limit: 300 }, says: ['xxxx', '…', '300'] },
  'too-short': { value: '', figures: { limit: 1 }, says: ['1'] },
  'not-one-of': {
    value: 'gc',
    figures: { allowed: 'geographical, dc_second' },
    says: ['gc', 'geographical', 'dc_second'],
  },
  'unknown-field': { value: 7, says: ['7'] },
  'control-character': { value: 'a\u0007b', says: ['a[U+0007]b'] },
  'ill-formed-text': { value: 'a\ud800', says: ['a[U+D800]'] },
  'blank-text': { value: '  ' },
  'no-language': { value: {} },
  'not-a-time': { value: 'tonight', says: ['tonight', '2016-09-04T22:30:00+08:00'] },
  'not-an-identifier': { value: 'a b', says: ['a b', '64'] },
  'reason-required': { value: null },
  'reserved-name': { value: '__proto__', says: ['__proto__'] },
  'not-unique': { value: 'S1', figures: { first: '$.stations[0].id' }, says: ['S1', 'stations[0].id'] },
  'list-without-names': { value: null },
  'one-candidate-only': { value: 3, figures: { system: 'preferential' }, says: ['3'] },
  'unknown-station': { value: 'S9', says: ['S9'] },
  'unknown-constituency': { value: 'LC9', says: ['LC9'] },
  'unknown-contestant': { value: '12', figures: { allowed: '1, 2, 3' }, says: ['12', '1', '2', '3'] },
  'unknown-candidate': { value: '9z', says: ['9z'] },
  'counted-at-loop': { value: 'S2', figures: { chain: 'S1 → S2 → S1' }, says: ['S2', 'S1 → S2 → S1'] },
  'counted-at-non-counting': { value: 'S2', figures: { station: 'S3', kind: 'sorting' }, says: ['S2', 'S3'] },
  'counted-at-elsewhere': { value: 'S2', figures: { constituency: 'LC2' }, says: ['S2', 'LC2'] },
  'not-in-edition': { value: 'dc_second', figures: { edition: '2008' }, says: ['dc_second', '2008'] },
  'closes-before-it-opens': {
    value: '2016-09-04T07:00:00+08:00',
    figures: { pollOpensAt: '2016-09-04T07:30:00+08:00' },
    says: ['2016-09-04T07:00:00+08:00', '2016-09-04T07:30:00+08:00'],
  },
  'not-in-system': { value: {}, figures: { system: 'list_pr', expected: 'votes' }, says: ['votes'] },
  'votes-missing': { value: null, figures: { system: 'net_support' } },
  'papers-missing': { value: null, figures: { seats: 3 }, says: ['3'] },
  'station-of-another-constituency': { value: 'S1', figures: { constituency: 'LC2' }, says: ['S1', 'LC2'] },
  'counted-elsewhere': {
    value: 'S1',
    figures: { kind: 'small_polling', countedAt: 'S2' },
    says: ['S1', 'S2'],
  },
  uncontested: { value: 'LC1', figures: { seats: 5 }, says: ['LC1', '5'] },
  'revision-missing': { value: 3, figures: { expected: 2 }, says: ['3', '2'] },
  'count-missing': { value: 3, figures: { expected: 2 }, says: ['3', '2'] },
  declared: { value: 'LC1', says: ['LC1'] },
  'not-declared': { value: 'LC1', says: ['LC1'] },
  terminated: { value: 'LC1', says: ['LC1'] },
  conflict: {
    value: 'LC1/report#S1#01#001',
    figures: HASHES,
    says: ['LC1/report#S1#01#001', HASHES.accepted, HASHES.sent, '2016', '01:05'],
  },
  'conflict-of-acts': {
    value: 'LC1/lots#01',
    figures: HASHES,
    says: ['LC1/lots#01', HASHES.accepted, HASHES.sent],
  },
  'not-a-central-line': { value: 'S1', figures: { kind: 'polling_counting' }, says: ['S1'] },
  'counted-removed': { value: 'S1', says: ['S1'] },
  'counted-changed': { value: 'LC1', says: ['LC1'] },
  'rehearsal-not-test': { value: false, figures: { id: 'rehearsal-20261205' }, says: ['rehearsal-20261205'] },
  'test-mark-changed': { value: false, says: ['false'] },
  'poll-has-closed': {
    value: '2016-09-05T00:30:00+08:00',
    figures: { pollClosesAt: '2016-09-04T22:30:00+08:00' },
    says: ['2016-09-05T00:30:00+08:00', '22:30'],
  },
  'election-id-differs': { value: 'a', figures: { expected: 'legco-2016' }, says: ['a', 'legco-2016'] },
  'election-unknown': { value: 'legco-1900', says: ['legco-1900'] },
  'definition-raced': {},
  'lots-not-needed': { value: 'LC1', says: ['LC1'] },
  'lots-group': { value: '7', figures: { expected: '4, 9' }, says: ['7', '4', '9'] },
  'lots-number': { value: 11, says: ['11', '10'] },
  'lots-incomplete': { value: null, figures: { missing: '4, 9' }, says: ['4', '9'] },
  'lots-superfluous': { value: '4', says: ['4'] },
  'not-complete': { value: 'LC1', figures: { missing: 'S1, S2' }, says: ['S1', 'S2'] },
  'elected-differs': {
    value: null,
    figures: { computed: '1a, 2a', sent: '1a, 3a' },
    says: ['1a', '2a', '3a'],
  },
  'already-declared': { value: 'LC1', says: ['LC1'] },
  'before-close': { value: 'LC1', figures: { pollClosesAt: '2016-09-04T14:30:00Z' }, says: ['22:30'] },
  'recount-barred': { value: 299, figures: { estimate: 299, gap: '300' }, says: ['299', '300'] },
  'recount-station-required': {},
  'recount-requester': { value: 'counting_agent' },
  'ballot-differs': { value: 'ab'.repeat(32), figures: { expected: 'cd'.repeat(32) } },
  'act-number': { value: 4, figures: { expected: 2 }, says: ['4', '2'] },
  'suspended-already': { value: 'suspended' },
  'not-suspended': { value: 'resumed' },
  'entries-required': {},
  'second-person-required': {},
  'recount-number': { value: 4, figures: { expected: 2 }, says: ['4', '2'] },
  'event-too-late': { value: '2016-09-04T12:00:00+08:00', says: ['2016-09-04T12:00:00+08:00'] },
  'malformed-json': {},
  'body-missing': {},
  'body-too-large': { value: 3000001, figures: { limit: 2000000 }, says: ['3,000,001', '2,000,000'] },
  'not-a-day': { value: 'tomorrow', says: ['tomorrow', '2016-09-04'] },
  'not-a-telephone': { value: 'call me', says: ['call me'] },
  'identity-number': { value: null },
  contested: { value: 'LC1', says: ['LC1'] },
  'notice-about': {
    value: 'election',
    figures: { type: 'N26', allowed: 'constituency' },
    says: ['N26', 'constituency'],
  },
  'notice-fact-only': { value: null, figures: { type: 'N36' }, says: ['N36'] },
  'notice-number': { value: 4, figures: { expected: 3 }, says: ['4', '3'] },
  'notice-changed': { value: 'c-LC1-2', says: ['c-LC1-2'] },
  'notice-unknown': { value: 'c-LC1-9', says: ['c-LC1-9'] },
  'notice-superseded': { value: 'c-LC1-2', figures: { by: 'c-LC1-3' }, says: ['c-LC1-2', 'c-LC1-3'] },
  'posted-later': { value: '2016-09-04T22:31:00+08:00', figures: { now: '2016-09-04T14:00:00.000Z' } },
  'too-many-reports': { value: 10000, figures: { limit: 500 }, says: ['10,000', '500'] },
  'unsupported-media-type': { says: ['application/json'] },
  'no-token': { says: ['Authorization'] },
  'token-invalid': {},
  'token-expired': {},
  'wrong-role': { value: 'candidate', figures: { allowed: 'returning_officer, presiding_officer' } },
  'wrong-scope': { value: 'open-returns/decide', says: ['open-returns/decide'] },
  'outside-scope': { value: 'S1', figures: { own: 'S2, LC1' }, says: ['S1', 'S2', 'LC1'] },
  'not-an-email': { value: '@', says: ['@'] },
  'not-a-phone': { value: '999-', says: ['999-'] },
  'account-unknown': { value: '7', says: ['7'] },
  'account-id-differs': { value: '7', figures: { expected: '8' }, says: ['7', '8'] },
  'account-closed': {},
  'account-changed': {},
  'signed-out': {},
  'own-account': { value: '7', says: ['7'] },
  'not-found': { value: '/api/x', says: ['/api/x'] },
  'method-not-allowed': { value: 'PATCH', figures: { allowed: 'POST' }, says: ['PATCH', 'POST'] },
  internal: {},
  busy: {},
  'file-unreadable': { value: 'ENOENT', says: ['ENOENT'] },
};

const DICTIONARIES = {
  en: { ...PROBLEMS_EN, ...OFFICERS_PROBLEMS_EN },
  'zh-Hant': { ...PROBLEMS_ZH_HANT, ...OFFICERS_PROBLEMS_ZH_HANT },
  'zh-Hans': { ...PROBLEMS_ZH_HANS, ...OFFICERS_PROBLEMS_ZH_HANS },
} as const;

const CODES = Object.keys(DICTIONARIES.en) as readonly Code[];

const aProblem = (code: Code, over: Partial<InputProblem> = {}): InputProblem => ({
  code: code === 'conflict-of-acts' ? 'conflict' : code,
  path: '$.votes["1"]',
  value: SAMPLES[code].value ?? null,
  figures: SAMPLES[code].figures ?? {},
  ...over,
});

const expectSentence = (text: string): void => {
  expect(text.length).toBeGreaterThan(4);
  expect(text).not.toMatch(/undefined|NaN|\[object|Infinity|[{}|]/);
  expect(text).toMatch(/[.。]$/);
  expect(text).not.toMatch(/ {2}|\.\.|。。|“”\S*“”/);
};

/** Names, identifiers and other text that stays as it is in every language: quotations, field paths, technical terms. */
const KEPT = [
  /「[^」]*」|“[^”]*”/g,
  /(欄位|字段)\S*?\["1"\]/g,
  /\/openapi\.json|JSON|UTF-8|[0-9T:+-]{16,}|[0-9a-f]{64}/g,
];
const withoutKept = (text: string): string => KEPT.reduce((rest, kept) => rest.replace(kept, ''), text);

const wordings = (sentence: ProblemWords['problem']): readonly string[] =>
  typeof sentence === 'string' ? [sentence] : sentence;
const places = (text: string): readonly string[] =>
  [...text.matchAll(/\{([A-Za-z]+(?:\/[A-Za-z]+)?(?::[a-z]+)?)/g)].map(([, place]) => place ?? '').sort();

describe('sentences for problems', () => {
  test.each(CODES.flatMap((code) => LANGUAGES.map((language) => [code, language] as const)))(
    '%s says in %s what is wrong and what to do',
    (code, language) => {
      const { problem, remedy } = describeProblem(aProblem(code), language);
      expectSentence(problem);
      expectSentence(remedy);
      for (const said of SAMPLES[code].says ?? []) expect(`${problem} ${remedy}`).toContain(said);
    },
  );

  test.each(CODES)(
    '%s has words of its own that leave no hole when value and figures are missing',
    (code) => {
      for (const language of LANGUAGES) {
        const { problem, remedy } = describeProblem(
          { code, path: '$', value: null } satisfies InputProblem,
          language,
        );
        expectSentence(problem);
        expectSentence(remedy);
        expect(problem).not.toContain(code.includes('-') ? code : `“${code}”`);
      }
    },
  );

  test.each(CODES)('the plainest wordings of %s need no figure', (code) => {
    for (const language of LANGUAGES) {
      const { problem, remedy }: ProblemWords = DICTIONARIES[language][code];
      expect(places(wordings(problem).at(-1) ?? '').filter((place) => place !== 'field')).toEqual([]);
      expect(places(wordings(remedy).at(-1) ?? '')).toEqual([]);
    }
  });

  test.each(CODES)('%s fills the same places in all three languages', (code) => {
    const shape = (language: keyof typeof DICTIONARIES) => {
      const { problem, remedy }: ProblemWords = DICTIONARIES[language][code];
      return [problem, remedy].map((part) => wordings(part).map(places));
    };
    const withoutRepeats = (shapes: readonly (readonly (readonly string[])[])[]) =>
      shapes.map((part) => part.map((names) => [...new Set(names)]));
    expect(withoutRepeats(shape('zh-Hant'))).toEqual(withoutRepeats(shape('en')));
    expect(withoutRepeats(shape('zh-Hans'))).toEqual(withoutRepeats(shape('en')));
  });

  test.each(CODES)(
    '%s is told in Chinese without English words, and never twice in the same script',
    (code) => {
      const sampled = aProblem(code);
      const hant = describeProblem(sampled, 'zh-Hant');
      const hans = describeProblem(sampled, 'zh-Hans');
      const figures = Object.values(SAMPLES[code].figures ?? {}).map(String);
      for (const text of [hant.problem, hant.remedy, hans.problem, hans.remedy]) {
        const rest = figures.reduce((left, figure) => {
          const pieces = [figure.replace(/^\$\.?/, ''), ...figure.split(', ')];
          return pieces.reduce((all, piece) => (piece === '' ? all : all.replaceAll(piece, '')), left);
        }, withoutKept(text));
        expect(rest).not.toMatch(/[A-Za-z]{2,}|[,;:!?](?!\d)/);
      }
      expect(hant.problem).not.toBe(hans.problem);
      expect(`${hant.problem}${hant.remedy}`).not.toMatch(/[这请没应报选举发数据码时间们务员议项标为与两须]/);
      expect(`${hans.problem}${hans.remedy}`).not.toMatch(
        /[這請沒應報選舉發數據碼時間們務員議項標為與兩須「」]/,
      );
    },
  );

  test('every code of the samples is a code of the tables, and the other way round', () => {
    expect(Object.keys(SAMPLES).sort()).toEqual([...CODES].sort());
  });

  test('a code that nobody has words for is named in a truthful sentence', () => {
    for (const code of ['brand-new', '__proto__', 'constructor', 'toString', '']) {
      for (const language of LANGUAGES) {
        const told = describeProblem({ code, path: '$.x', value: 'v' }, language);
        expectSentence(told.problem);
        expectSentence(told.remedy);
        expect(told.problem).toContain(code);
      }
    }
  });

  test('a figure with its noun is one vote or several', () => {
    const remedy = (limit: number) =>
      describeProblem(aProblem('too-short', { figures: { limit } }), 'en').remedy;
    expect(remedy(1)).toContain('1 character, or a list of at least 1 entry.');
    expect(remedy(2)).toContain('2 characters, or a list of at least 2 entries.');
  });

  test('codes among the figures are told as words', () => {
    const elsewhere = (language: 'en' | 'zh-Hant' | 'zh-Hans') =>
      describeProblem(aProblem('counted-elsewhere'), language).problem;
    expect(elsewhere('en')).toContain('small polling station');
    expect(elsewhere('zh-Hant')).toContain('小投票站');
    expect(describeProblem(aProblem('wrong-role'), 'en').remedy).toContain(
      'Returning Officer, Presiding Officer',
    );
    expect(describeProblem(aProblem('wrong-role'), 'zh-Hans').remedy).toContain('选举主任、投票站主任');
    expect(describeProblem(aProblem('wrong-role'), 'en').problem).toContain('candidate');
    expect(describeProblem(aProblem('votes-missing'), 'zh-Hant').problem).toContain('支持淨值');
  });

  test('a code among the figures that has no words leaves the plainer sentence', () => {
    const figures = { system: 'dice' };
    expect(describeProblem(aProblem('votes-missing', { figures }), 'en').problem).toBe(
      'The report gives no votes: the field votes["1"] is missing.',
    );
    expect(describeProblem(aProblem('wrong-role', { value: 'king' }), 'en').problem).toBe(
      'This account has no role that may do this.',
    );
    expect(
      describeProblem(aProblem('wrong-role', { figures: { allowed: 'king, candidate' } }), 'en').remedy,
    ).toContain('king, candidate');
  });

  test('a conflict over a report is mended by a revision, over another act it is not', () => {
    expect(describeProblem(aProblem('conflict'), 'en').remedy).toContain('next revision');
    expect(describeProblem(aProblem('conflict-of-acts'), 'en').remedy).not.toContain('revision');
  });

  test('an election that failed names nobody: the names sent are told, and no count that does not exist', () => {
    const figures = { computed: '', sent: '1a, 3a' };
    expect(describeProblem(aProblem('elected-differs', { figures }), 'en').problem).toBe(
      'The names sent (1a, 3a) cannot be declared elected.',
    );
  });

  test('times are those of Hong Kong, and a time that cannot be read is left out', () => {
    expect(describeProblem(aProblem('conflict'), 'en').problem).toContain('5 Sep 2016, 01:05 Hong Kong time');
    expect(describeProblem(aProblem('conflict'), 'zh-Hant').problem).toContain('2016年9月5日 01:05');
    for (const acceptedAt of ['then', '+275760-09-13T00:00:00.000Z']) {
      const { problem } = describeProblem(aProblem('conflict', { figures: { ...HASHES, acceptedAt } }), 'en');
      expect(problem).toBe('Other figures have been accepted for “LC1/report#S1#01#001”.');
    }
  });

  test('a null where a kind of value is needed is told as nothing given', () => {
    const figures = { expected: 'number' };
    expect(describeProblem(aProblem('wrong-type', { value: null, figures }), 'en').problem).toBe(
      'Nothing is given in the field votes["1"], where a number is needed.',
    );
  });

  test('a long list of allowed values is cut between two of them', () => {
    const allowed = Array.from({ length: 40 }, (_, i) => `contestant-${i}`).join(', ');
    const { remedy } = describeProblem(aProblem('unknown-contestant', { figures: { allowed } }), 'en');
    expect(remedy).toMatch(/contestant-0, .*contestant-\d+, …\.$/);
    expect(remedy.length).toBeLessThan(320);
  });
});

describe('values in sentences', () => {
  test('text that runs from right to left is isolated, and direction marks are spelled out', () => {
    expect(quotedValue('שלום', 'en')).toBe('“\u2068שלום\u2069”');
    expect(quotedValue('a\u202eb', 'zh-Hant')).toBe('「a[U+202E]b」');
    expect(quotedValue('a\u2069\u200b\u{e0041}', 'en')).toBe('“a[U+2069][U+200B][U+E0041]”');
  });

  test('a long value is cut without breaking a character or an escape', () => {
    expect(plainLine('😀'.repeat(60))).toBe(`${'😀'.repeat(40)}…`);
    expect(plainLine('\u0000'.repeat(60))).toBe(`${'[U+0000]'.repeat(10)}…`);
  });

  test('any value has a quotation, whatever it is', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(quotedValue(circle, 'en')).toMatch(/^“.*”$/);
    expect(quotedValue({ toString: null, n: 12n }, 'en')).toBe('“object”');
    expect(quotedValue({ a: [1] }, 'en')).toBe('“{"a":[1]}”');
    expect(quotedValue(() => 1, 'en')).toBe('“function”');
    expect(quotedValue(undefined, 'en')).toBeNull();
  });

  test('a field keeps its path, a long one both its ends, and the whole body has a name', () => {
    expect(fieldPhrase('$.stations[3].id', 'zh-Hans')).toBe('字段stations[3].id');
    expect(fieldPhrase('$["zh-Hant"]', 'en')).toBe('the field ["zh-Hant"]');
    expect(fieldPhrase('$', 'en')).toBe('the body of the request');
    const long = fieldPhrase(`$.${'a'.repeat(200)}.votes`, 'en');
    expect(long).toMatch(/^the field a{36}…a{30}\.votes$/);
  });

  test('hostile values never throw, never break the line and never leave a mark without its end', () => {
    const problem = fc.record({
      code: fc.oneof(fc.constantFrom(...CODES), fc.string()),
      path: fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.nat(9))).map(jsonPath),
      value: fc.anything({ withBigInt: true, maxDepth: 2 }),
      figures: fc.dictionary(
        fc.constantFrom(
          'limit',
          'expected',
          'allowed',
          'system',
          'kind',
          'value',
          'field',
          '__proto__',
          'missing',
        ),
        fc.oneof(fc.string({ unit: 'binary' }), fc.double()),
      ),
    });
    fc.assert(
      fc.property(problem, fc.constantFrom(...LANGUAGES), (given, language) => {
        const { problem: wrong, remedy } = describeProblem(given as InputProblem, language);
        for (const text of [wrong, remedy]) {
          expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
          expect(text.isWellFormed()).toBe(true);
          expect([...text.matchAll(/\u2068/g)].length).toBe([...text.matchAll(/\u2069/g)].length);
          expect(text.length).toBeLessThan(1200);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('filling a sentence', () => {
  test('numbers are grouped by thousands, with a true minus', () => {
    expect([0, 12, 1234, 1234567, -985, 1234.5678].map(groupedNumber)).toEqual([
      '0',
      '12',
      '1,234',
      '1,234,567',
      '−985',
      '1,234.5678',
    ]);
  });

  test('a share has two decimals, and what is not nothing is never 0.00%', () => {
    const share = (a: unknown, b: unknown) => say('{a/b}', { figures: { a, b } }, 'en');
    expect(share(72198, 498610)).toBe('14.48%');
    expect(share(1, 100000)).toBe('<0.01%');
    expect(share(0, 5)).toBe('0.00%');
    expect(share(1, 0)).toBeNull();
    expect(share('1', 2)).toBeNull();
    expect(share(1, 1.5)).toBeNull();
  });

  test('the first wording whose places can all be filled is said, and none if there is none', () => {
    const sentence = ['{a} and {b}', 'only {a}'];
    expect(say(sentence, { figures: { a: 1, b: 2 } }, 'en')).toBe('1 and 2');
    expect(say(sentence, { figures: { a: 1, b: Number.NaN } }, 'en')).toBe('only 1');
    expect(say(sentence, { figures: { b: 1 } }, 'en')).toBeNull();
    expect(say('{toString}', { figures: {} }, 'en')).toBeNull();
  });
});

describe('words for codes', () => {
  test('every role, system, kind of station and ground has words in every language', () => {
    for (const language of LANGUAGES) {
      const words = [
        ...ROLES.map((role) => roleWords(role, language)),
        ...VOTING_SYSTEMS.map((system) => systemWords(system, language)),
        ...STATION_KINDS.map((kind) => stationKindWords(kind, language)),
        ...[...INVALID_GROUNDS, ...QUESTIONABLE_GROUNDS].map((ground) => groundWords(ground, language)),
      ];
      for (const word of words)
        expect(word).toMatch(language === 'en' ? /^[A-Za-z ]{6,}$/ : /^[\p{Script=Han}「」“”]{2,}$/u);
    }
  });
});
