import { describe, expect, test } from 'vitest';
import { describeFinding } from '#shared/advertisements/describe-finding.ts';
import { FINDINGS_EN, type ToldCode } from '#shared/advertisements/finding-words-en.ts';
import { FINDINGS_ZH_HANS } from '#shared/advertisements/finding-words-zh-hans.ts';
import { FINDINGS_ZH_HANT } from '#shared/advertisements/finding-words-zh-hant.ts';
import { FINDING_CODES, FINDINGS } from '#shared/advertisements/findings.ts';
import { FileInspection, notInspected, verdictOf, withScan } from '#shared/advertisements/inspection.ts';
import { parseInput } from '#shared/election/input-problem.ts';
import { LANGUAGES } from '#shared/election/text.ts';
import { identityNumbersIn } from '#shared/identity-numbers.ts';

const DICTIONARIES = { en: FINDINGS_EN, 'zh-Hant': FINDINGS_ZH_HANT, 'zh-Hans': FINDINGS_ZH_HANS } as const;
const CODES = Object.keys(FINDINGS_EN.findings) as readonly ToldCode[];

const clean: FileInspection = {
  sha256: 'a'.repeat(64),
  bytes: 3,
  format: 'txt',
  verdict: 'clean',
  findings: [],
  accessibility: { language: null, textLayer: true, tagged: null, imagesWithoutText: null, pages: null },
  scans: [{ engine: 'signatures', outcome: 'clean' }],
  inner: [],
};

describe('words for findings', () => {
  test.each(CODES)('%s says in every language what was found in which file, and what to do', (code) => {
    for (const language of LANGUAGES) {
      const sentences = JSON.stringify(DICTIONARIES[language].findings[code]);
      const figures = Object.fromEntries([...sentences.matchAll(/\{(\w+)/g)].map(([, name]) => [name, 7]));
      for (const finding of [{ code, figures } as never, { code } as never]) {
        const told = describeFinding(finding, 'leaflet.pdf', language);
        if (code !== 'name-empty') expect(told.found).toContain('leaflet.pdf');
        for (const text of [told.found, told.remedy]) {
          expect(text).toMatch(/[.。]$/);
          expect(text).not.toMatch(/undefined|NaN|[{}]| {2}/);
        }
      }
    }
  });

  test.each(CODES)('%s fills the same places in all three languages', (code) => {
    const places = (language: keyof typeof DICTIONARIES) => {
      const { found, remedy } = DICTIONARIES[language].findings[code];
      return [found, remedy].map((sentence) =>
        [sentence]
          .flat()
          .map((text) => [...text.matchAll(/\{(\w+)/g)].map(([, place]) => place ?? '').sort()),
      );
    };
    expect(places('zh-Hant')).toEqual(places('en'));
    expect(places('zh-Hans')).toEqual(places('en'));
  });

  test('are each written in their own script', () => {
    expect(JSON.stringify(FINDINGS_ZH_HANT)).not.toMatch(
      /[这请没应报选举发数据码时间们务员议项标为与两须档压缩链开关]/,
    );
    expect(JSON.stringify(FINDINGS_ZH_HANS)).not.toMatch(
      /[這請沒應報選舉發數據碼時間們務員議項標為與兩須檔壓縮鏈開關「」]/,
    );
  });

  test('say where it was found', () => {
    const finding = { code: 'identity-number', part: 'text', page: 3, figures: { count: 1 } } as const;
    expect(describeFinding(finding, 'a.pdf', 'en').found).toMatch(/ Where: page 3, text\.$/);
    expect(describeFinding(finding, 'a.pdf', 'zh-Hant').found).toMatch(/位置：第3頁、內文。$/);
  });

  test('show a name that would mislead as what it is', () => {
    expect(describeFinding({ code: 'name-direction-mark' }, 'a\u202efdp.exe', 'en').found).toContain(
      'a[U+202E]fdp.exe',
    );
  });
});

describe('a verdict', () => {
  test.each(FINDING_CODES)('of %s alone follows from what it is', (code) => {
    const expected = { refused: 'refused', held: 'held', noted: 'clean' }[FINDINGS[code]];
    expect(verdictOf([{ code }])).toBe(expected);
    expect(verdictOf([{ code: 'location' }, { code }])).toBe(expected);
  });

  test('is that of the worst file in an archive', () => {
    expect(verdictOf([], [{ verdict: 'clean' }, { verdict: 'held' }])).toBe('held');
    expect(verdictOf([{ code: 'identity-number' }], [{ verdict: 'refused' }])).toBe('refused');
    expect(verdictOf([], [])).toBe('clean');
  });

  test('of a file that nobody could look into is never clean', () => {
    const report = notInspected({ sha256: 'b'.repeat(64), bytes: 9 });
    expect(report.verdict).toBe('refused');
    expect(parseInput(FileInspection, report).ok).toBe(true);
  });

  test('falls when a scanner finds something, and when it gave up', () => {
    const scanned = withScan(clean, { engine: 'guardduty', outcome: 'clean' });
    expect(scanned.verdict).toBe('clean');
    expect(scanned.scans.map(({ engine }) => engine)).toEqual(['signatures', 'guardduty']);
    const infected = withScan(clean, { engine: 'clamav', outcome: 'infected' });
    expect([infected.verdict, infected.findings]).toEqual(['refused', [{ code: 'virus' }]]);
    const given = withScan(clean, { engine: 'guardduty', outcome: 'not-scanned' });
    expect([given.verdict, given.findings]).toEqual(['refused', [{ code: 'could-not-be-scanned' }]]);
  });
});

describe('a public report', () => {
  const withFinding = (figures: Record<string, unknown>) => ({
    ...clean,
    findings: [{ code: 'unreadable', figures }],
  });
  const { scans, ...inspected } = clean;
  const withInner = (name: string) => ({ ...inspected, scans, inner: [{ ...innerOf(inspected), name }] });
  const innerOf = ({ inner: _, ...rest }: typeof inspected) => rest;

  test('takes what inspections find', () => {
    expect(parseInput(FileInspection, clean).ok).toBe(true);
    expect(parseInput(FileInspection, withFinding({ format: 'pdf', count: 3 })).ok).toBe(true);
    expect(parseInput(FileInspection, withInner('photos/a b.jpg')).ok).toBe(true);
  });

  test.each([
    ['an identity-card number', { name: 'AB9876543' }],
    ['a sentence out of the file', { name: 'written by 陳大文' }],
    ['a fraction', { count: 0.5 }],
    ['a figure below nothing', { count: -1 }],
  ])('cannot hold %s', (_, figures) => {
    expect(parseInput(FileInspection, withFinding(figures)).ok).toBe(false);
  });

  test('cannot hold an identity-card number in the name of an inner file', () => {
    expect(parseInput(FileInspection, withInner('consent AB987654(3).pdf')).ok).toBe(false);
  });

  test('holds nothing that nobody knows', () => {
    expect(parseInput(FileInspection, { ...clean, by: 'somebody' }).ok).toBe(false);
  });
});

describe('identity-card numbers', () => {
  test.each([
    'AB987654(3)',
    'AB9876543',
    'ab987654(3)',
    'AB 987654 (3)',
    'AB-987654(3)',
    'ＡＢ９８７６５４（３）',
    'AB98\u200b7654(3)',
    'AB 9 8 7 6 5 4 ( 3 )',
  ])('%s is one', (number) => {
    expect(identityNumbersIn(`身分證號碼${number}。`)).toEqual(['AB9876543']);
  });

  test('are all found, each once', () => {
    expect(identityNumbersIn('AB987654(3), G123456(A), AB9876543')).toEqual(['AB9876543', 'G123456A']);
  });

  test.each(['A123456(3)', 'A123456(4)', 'XAB987654(3)', 'AB98765432', 'Room B 1234567', 'Tel. 2891 1001'])(
    '%s is none',
    (text) => {
      expect(identityNumbersIn(text)).toEqual([]);
    },
  );
});
