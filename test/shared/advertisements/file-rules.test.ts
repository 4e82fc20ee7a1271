import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkFile } from '#shared/advertisements/check-file.ts';
import { describeFinding } from '#shared/advertisements/describe-finding.ts';
import { nameProblem, safeName } from '#shared/advertisements/file-names.ts';
import {
  ARCHIVE_FORMATS,
  AUDIO_FORMATS,
  CONTENT_TYPES,
  DOCUMENT_FORMATS,
  FORMATS,
  formatOfName,
  IMAGE_FORMATS,
  MAX_FILE_BYTES,
  VIDEO_FORMATS,
} from '#shared/advertisements/file-rules.ts';

const seed = JSON.parse(
  readFileSync(new URL('../worked-examples.json', import.meta.url), 'utf8'),
).seedCases.find(({ id }: { readonly id: string }) => id === 'seed-file-rules');

describe('the list of formats', () => {
  test('seed-file-rules', () => {
    expect({
      document: DOCUMENT_FORMATS,
      image: IMAGE_FORMATS,
      audio: AUDIO_FORMATS,
      video: VIDEO_FORMATS,
    }).toEqual(seed.formats);
    expect(ARCHIVE_FORMATS).toEqual(seed.compression);
    expect(MAX_FILE_BYTES).toBe(seed.maxFileMB * 1_000_000);
  });

  test('has a content type that a browser shows or saves, for each', () => {
    for (const format of FORMATS) expect(CONTENT_TYPES[format]).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
  });

  test.each([
    ['leaflet.PDF', 'pdf'],
    ['index.htm', 'html'],
    ['photo.JPG', 'jpeg'],
    ['scan.tif', 'tiff'],
    ['clip.mpg', 'mpeg'],
    ['a.b.docx', 'docx'],
    ['photo.png.gz', 'gz'],
    ['選舉廣告.pdf', 'pdf'],
    ['clip.mp4', null],
    ['sheet.xlsx', null],
    ['letter.docm', null],
    ['noending', null],
    ['trailing.', null],
  ])('%s is taken for %s', (name, format) => {
    expect(formatOfName(name)).toBe(format);
  });
});

describe('a file before it is uploaded', () => {
  test('may have 50,000,000 bytes and not one more', () => {
    expect(checkFile({ name: 'a.pdf', bytes: 50_000_000 })).toEqual({ format: 'pdf', problems: [] });
    expect(checkFile({ name: 'a.pdf', bytes: 50_000_001 }).problems).toEqual([
      { code: 'too-large', bytes: 50_000_001, limit: 50_000_000 },
    ]);
    expect(checkFile({ name: 'a.pdf', bytes: 0 }).problems).toEqual([{ code: 'empty-file' }]);
  });

  test('that is an MP4 is told to become AVI or MPEG, or a link', () => {
    const [problem] = checkFile({ name: 'speech.mp4', bytes: 10 }).problems;
    const told = describeFinding(problem!, 'speech.mp4', 'en');
    expect(told.found).toContain('speech.mp4 is not in a format that may be filed');
    expect(told.remedy).toMatch(/AVI or MPEG.*link/);
  });

  test('with several faults is told all of them', () => {
    const { problems } = checkFile({ name: '../speech.mp4', bytes: 60_000_000 });
    expect(problems.map(({ code }) => code)).toEqual(['name-separator', 'too-large', 'not-on-the-list']);
  });
});

describe('the name of a file', () => {
  test.each([
    ['leaflet 1 (final).pdf', null],
    ["候選人's 單張—正面.pdf", null],
    ['', 'name-empty'],
    ['   ', 'name-empty'],
    ['a\u0000.pdf', 'name-control-character'],
    ['a\r\nSet-Cookie: b.pdf', 'name-control-character'],
    ['a\ud800.pdf', 'name-control-character'],
    ['leaflet\u202efdp.exe', 'name-direction-mark'],
    ['a\u200bb.pdf', 'name-direction-mark'],
    ['../../etc/passwd', 'name-separator'],
    ['a\\b.pdf', 'name-separator'],
    ['a"b.pdf', 'name-separator'],
    ['con.pdf', 'name-reserved'],
    ['LPT1', 'name-reserved'],
    ['.htaccess', 'name-dots'],
    ['a.pdf.', 'name-dots'],
    [`${'a'.repeat(252)}.pdf`, 'name-too-long'],
    [`${'選'.repeat(84)}.pdf`, 'name-too-long'],
    [`${'a'.repeat(251)}.pdf`, null],
  ] as const)('%j has this wrong: %s', (name, problem) => {
    expect(nameProblem(name)).toBe(problem);
  });

  test.each([
    ['leaflet.pdf', 'pdf', 'leaflet.pdf'],
    ['photo.JPG', 'jpeg', 'photo.jpg'],
    ['選舉廣告.pdf', 'pdf', '選舉廣告.pdf'],
    ['../../etc/passwd', 'txt', 'passwd.txt'],
    ['leaflet\u202efdp.exe', 'pdf', 'leafletfdp.exe.pdf'],
    ['=cmd|calc.txt', 'txt', 'cmd_calc.txt'],
    ['con.pdf', 'pdf', 'file-con.pdf'],
    ['..', 'png', 'file.png'],
    ['a\r\nb.html', 'html', 'ab.html'],
  ] as const)('%j of a %s is saved as %s', (name, format, safe) => {
    expect(safeName(name, format)).toBe(safe);
  });

  test('that is long is cut between characters, and is then fit to be used', () => {
    const safe = safeName(`${'選'.repeat(200)}.pdf`, 'pdf');
    expect(safe).toMatch(/^選+\.pdf$/);
    expect(nameProblem(safe)).toBeNull();
  });
});
