import { describe, expect, test } from 'vitest';
import { parseInput } from '#shared/election/input-problem.ts';
import { LANGUAGES, languagePath, Reason, Text, textIn } from '#shared/election/text.ts';

const codes = (schema: typeof Text | typeof Reason, input: unknown): readonly string[] => {
  const parsed = parseInput(schema, input);
  return parsed.ok ? [] : parsed.problem.map(({ code, path }) => `${code} ${path}`);
};

describe('a name', () => {
  test.each([
    ['in one language', { 'zh-Hant': '香港島' }],
    ['in three', { en: 'A', 'zh-Hant': '甲', 'zh-Hans': '甲' }],
    ['with markup', { en: '<script>alert(1)</script>' }],
    ['with right-to-left marks', { en: '\u202etxt.exe\u202c \u200f' }],
    ['that starts like a formula', { en: '=HYPERLINK("http://evil")' }],
    ['with emoji', { en: '👩‍👩‍👧‍👦 🇭🇰' }],
    ['of 300 letters', { en: 'x'.repeat(300) }],
  ])('%s is taken as it is', (_, input) => {
    expect(codes(Text, input)).toEqual([]);
  });

  test.each([
    ['of 10 kB', { en: 'x'.repeat(10_000) }, 'too-long $.en'],
    ['that is empty', { en: '' }, 'too-short $.en'],
    ['that is blank', { en: ' \u3000 ' }, 'blank-text $.en'],
    ['with a line feed', { en: 'a\nb' }, 'control-character $.en'],
    ['with NUL', { en: 'a\u0000' }, 'control-character $.en'],
    ['with a C1 control', { en: 'a\u0085' }, 'control-character $.en'],
    ['with half a character', { en: '\ud83d' }, 'ill-formed-text $.en'],
    ['in no language', {}, 'no-language $'],
    ['in a language the portal has not', { en: 'A', fr: 'B' }, 'unknown-field $.fr'],
    ['that is null', { en: null }, 'wrong-type $.en'],
    ['that is text alone', 'Name', 'wrong-type $'],
  ])('%s is refused', (_, input, code) => {
    expect(codes(Text, input)).toContain(code);
  });

  test('is shown in the language of the page, or in the nearest it has, and says which', () => {
    expect(textIn({ en: 'A', 'zh-Hant': '甲' }, 'en')).toEqual({ text: 'A', lang: 'en' });
    expect(textIn({ en: 'A', 'zh-Hant': '甲' }, 'zh-Hans')).toEqual({ text: '甲', lang: 'zh-Hant' });
    expect(textIn({ en: 'A' }, 'zh-Hant')).toEqual({ text: 'A', lang: 'en' });
    expect(textIn({}, 'en')).toEqual({ text: '', lang: 'en' });
  });

  test('lives under its language in lower case', () => {
    expect(LANGUAGES.map(languagePath)).toEqual(['en', 'zh-hant', 'zh-hans']);
  });
});

describe('a reason', () => {
  test('may run over lines', () => {
    expect(codes(Reason, 'digits swapped\nfound at\tverification')).toEqual([]);
  });

  test.each([
    ['', 'too-short $'],
    [' \n', 'blank-text $'],
    ['x'.repeat(1001), 'too-long $'],
    ['bell\u0007', 'control-character $'],
    ['\udc00', 'control-character $'],
    [3, 'wrong-type $'],
  ])('%j is refused', (input, code) => {
    expect(codes(Reason, input)).toContain(code);
  });
});
