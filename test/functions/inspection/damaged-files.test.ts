import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspectFile } from '#functions/inspection/inspect-file.ts';
import { FileInspection } from '#shared/advertisements/inspection.ts';
import { parseInput } from '#shared/election/input-problem.ts';
import { cleanFiles } from '../../support/clean-files.ts';
import { hostileFiles } from '../../support/hostile-files.ts';

const MAX_BYTES = 300_000;
const clean = await cleanFiles();
const files = [...clean, ...(await hostileFiles())].filter(
  ({ bytes }) => bytes.length > 8 && bytes.length < MAX_BYTES,
);

const anyFile = fc.integer({ min: 0, max: files.length - 1 }).map((index) => files[index]!);
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Every answer is a report of this very file, and what it calls clean is of the format that its name says. */
const mustAnswer = async (name: string, bytes: Buffer): Promise<FileInspection> => {
  const { inspection } = await inspectFile({ name, bytes });
  expect(parseInput(FileInspection, inspection).ok).toBe(true);
  expect(inspection.bytes).toBe(bytes.length);
  if (inspection.verdict === 'clean') expect(inspection.format).not.toBeNull();
  return inspection;
};

const RUNS = { numRuns: 150 };

describe('a damaged file never breaks an inspection', () => {
  test('cut off anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, share, async ({ name, bytes }, at) => {
        await mustAnswer(name, bytes.subarray(0, Math.floor(at * bytes.length)));
      }),
      RUNS,
    );
  }, 60_000);

  test('with bits turned', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFile,
        fc.array(fc.tuple(share, fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 8 }),
        async ({ name, bytes }, turns) => {
          const damaged = Buffer.from(bytes);
          for (const [at, bits] of turns) {
            const index = Math.min(damaged.length - 1, Math.floor(at * damaged.length));
            damaged[index] = damaged[index]! ^ bits;
          }
          await mustAnswer(name, damaged);
        },
      ),
      RUNS,
    );
  }, 60_000);

  test('with a piece of another file put in', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, anyFile, share, async (one, other, at) => {
        const middle = Math.floor(at * one.bytes.length);
        await mustAnswer(
          one.name,
          Buffer.concat([
            one.bytes.subarray(0, middle),
            other.bytes.subarray(0, 5_000),
            one.bytes.subarray(middle),
          ]),
        );
      }),
      RUNS,
    );
  }, 60_000);
});

describe('a name that says something else', () => {
  const renamed = clean.flatMap(({ name, bytes }) =>
    ['a.pdf', 'a.docx', 'a.doc', 'a.png', 'a.mp3', 'a.zip', 'a.txt'].map((other) => ({
      from: name,
      name: other,
      bytes,
    })),
  );

  test('is never clean, but for what is both', async () => {
    for (const { from, name, bytes } of renamed) {
      const { inspection: before } = await inspectFile({ name: from, bytes });
      const after = await mustAnswer(name, bytes);
      if (after.verdict === 'clean') expect([from, after.format]).toEqual([from, before.format]);
    }
  }, 60_000);
});
