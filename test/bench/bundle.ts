import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleFunctions } from '#functions/bundle.ts';
import { type Figure, only } from './measure.ts';

const NAME = 'submit-reports';

/** The smallest program that can write to the table: the SDK's client alone. */
const clientAlone = async (folder: string): Promise<number> => {
  const { outputFiles } = await build({
    stdin: { contents: "export * from '@aws-sdk/client-dynamodb';", resolveDir: import.meta.dirname },
    outdir: folder,
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    logLevel: 'silent',
  });
  return outputFiles.reduce((total, { contents }) => total + contents.length, 0);
};

/** What a cold start of the function that takes reports has to read. */
export const bundle = async (): Promise<readonly Figure[]> => {
  const outDir = await mkdtemp(join(tmpdir(), 'open-returns-bench-'));
  try {
    const bundled = await bundleFunctions({ outDir, names: [NAME] });
    const bytes = bundled.reduce((total, one) => total + one.bytes, 0);
    return [
      {
        name: `bundle of ${NAME}`,
        unit: 'kB',
        measured: only(bytes / 1000),
        target: { relation: '<', value: 350 },
        yardstick: { what: 'the whole SDK client alone', value: (await clientAlone(outDir)) / 1000 },
      },
    ];
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
};
