import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { FileInspection, notInspected } from '#shared/advertisements/inspection.ts';
import { parseInput } from '#shared/election/input-problem.ts';
import { readFrames } from './capped-frames.ts';
import { type Caps, type Run, runCapped } from './capped-process.ts';
import { type InspectedFile, NO_PREVIEWS, type Previews } from './inspect-file.ts';

export interface CappedInspection {
  readonly inspection: FileInspection;
  readonly previews: Previews;
  /** What it took, of all tries together and at most. */
  readonly usage: { readonly milliseconds: number; readonly peakBytes: number };
}

/** Packages may lie elsewhere, behind a link. */
const packages = new URL(
  '../',
  pathToFileURL(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
);

/** A verdict is promised within 20 seconds and 512 MB; what is left is for ending the process, and for what it takes between two looks. */
const CAPS: Caps = {
  entry: new URL('./capped-child.ts', import.meta.url),
  folders: [new URL('../..', import.meta.url), packages],
  milliseconds: 18_000,
  memoryBytes: 490_000_000,
};

const parsed = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
};

/** The report when it is one, and of this very file: a process that was taken over must not speak for another file. */
const reportOf = (
  said: Buffer | undefined,
  file: { readonly sha256: string; readonly bytes: number },
): FileInspection | null => {
  if (!said) return null;
  const report = parseInput(FileInspection, parsed(said));
  if (!report.ok) return null;
  return report.value.sha256 === file.sha256 && report.value.bytes === file.bytes ? report.value : null;
};

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const MAX_TEXT = 100_000;

const previewsOf = ([, text, png]: readonly Buffer[]): Previews => ({
  png: png?.subarray(0, 4).equals(PNG) === true ? png : null,
  text:
    text === undefined || text.length === 0 ? null : text.toString('utf8').slice(0, MAX_TEXT).toWellFormed(),
});

/** One more try after a crash, in the time that is left: what takes too long or too much does so again. */
const runTwice = async (file: InspectedFile, caps: Caps): Promise<readonly Run[]> => {
  const from = performance.now();
  const first = await runCapped(file, caps);
  const left = caps.milliseconds - (performance.now() - from);
  const said = readFrames(first.said).length > 0;
  if (first.ended !== 'crashed' || said || left < 1_000) return [first];
  return [first, await runCapped(file, { ...caps, milliseconds: left })];
};

/**
 * Looks into a file in a process of its own, with caps on memory and time, no secrets and no network. A process that hangs, dies, takes too
 * much or answers nonsense gives `could-not-be-inspected`; nothing that it does is ever taken for "clean".
 */
export const inspectCapped = async (
  file: InspectedFile,
  caps: Partial<Caps> = {},
): Promise<CappedInspection> => {
  const from = performance.now();
  const runs = await runTwice(file, { ...CAPS, ...caps });
  const known = { sha256: createHash('sha256').update(file.bytes).digest('hex'), bytes: file.bytes.length };
  const frames = readFrames(runs.at(-1)?.said ?? Buffer.alloc(0));
  const report = reportOf(frames[0], known);
  return {
    inspection: report ?? notInspected(known),
    previews: report ? previewsOf(frames) : NO_PREVIEWS,
    usage: {
      milliseconds: performance.now() - from,
      peakBytes: Math.max(0, ...runs.map(({ peakBytes }) => peakBytes)),
    },
  };
};
