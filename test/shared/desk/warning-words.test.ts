import { describe, expect, test } from 'vitest';
import { describeDeskWarning } from '#shared/desk/warning-words.ts';
import { LANGUAGES } from '#shared/election/text.ts';

describe('a flag that only the desk tells', () => {
  test.each(LANGUAGES)('is whole in %s, with its figures or without', (language) => {
    for (const figures of [{ rows: 4, decided: 3, reported: 2 }, {}]) {
      const told = describeDeskWarning({ code: 'D1', fields: [], figures }, language);
      for (const text of Object.values(told)) expect(text).not.toMatch(/undefined|NaN|[{}|]| {2}/);
      if ('rows' in figures) expect(told.text).toMatch(/3.*2/);
    }
  });

  test('leaves the others to the words that everybody shares', () => {
    const { title } = describeDeskWarning({ code: 'A2', fields: [], figures: { issued: -5 } }, 'en');
    expect(title).toBe('More papers unissued than supplied');
  });
});
