import { describe, expect, test } from 'vitest';
import { inspectFile } from '#functions/inspection/inspect-file.ts';
import { FORMATS } from '#shared/advertisements/file-rules.ts';
import { FileInspection } from '#shared/advertisements/inspection.ts';
import { parseInput } from '#shared/election/input-problem.ts';
import { cleanFiles } from '../../support/clean-files.ts';
import { hostileFiles } from '../../support/hostile-files.ts';

const clean = await cleanFiles();
const hostile = await hostileFiles();

const codesOf = ({ findings, inner }: FileInspection): readonly string[] =>
  [findings, ...inner.map((one) => one.findings)].flat().map(({ code }) => code);

describe('a file that ordinary programs make passes', () => {
  test.each(clean.map((file) => [file.what, file] as const))('%s', async (_, { name, bytes, noted = [] }) => {
    const { inspection } = await inspectFile({ name, bytes });
    expect([...new Set(codesOf(inspection))].sort()).toEqual(noted);
    expect(inspection.verdict).toBe('clean');
    expect(parseInput(FileInspection, inspection)).toEqual({ ok: true, value: inspection });
  });

  test('of every permitted format', async () => {
    const formats = await Promise.all(clean.map(async (file) => (await inspectFile(file)).inspection.format));
    expect(FORMATS.filter((format) => !formats.includes(format))).toEqual([]);
  });
});

describe('a file that must not become public does not', () => {
  test.each(hostile.map((file) => [file.what, file] as const))(
    '%s',
    async (_, { name, bytes, code, verdict = 'refused' }) => {
      const { inspection, previews } = await inspectFile({ name, bytes });
      expect(codesOf(inspection)).toContain(code);
      expect(inspection.verdict).toBe(verdict);
      if (verdict === 'refused') expect(previews).toEqual({ png: null, text: null });
      const report = JSON.stringify(inspection);
      expect(report).not.toMatch(/987654/);
      expect(parseInput(FileInspection, inspection)).toEqual({ ok: true, value: inspection });
    },
  );
});
