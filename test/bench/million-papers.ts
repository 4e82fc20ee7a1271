import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Figure, only, spreadOf } from './measure.ts';
import type { PapersCounted } from './million-papers-child.ts';

/** A small nursery: what the count needs is measured, not how long Node leaves rubbish lying. */
const FLAGS = ['--max-semi-space-size=16'];
const TIMES = 3;

const child = new URL('./million-papers-child.ts', import.meta.url).pathname;

const countInChild = async (): Promise<PapersCounted> => {
  const { stdout } = await promisify(execFile)(process.execPath, [...FLAGS, child], { timeout: 60_000 });
  return JSON.parse(stdout) as PapersCounted;
};

/** A million papers that all differ, ten candidates ranked on each, in a process of their own. */
export const millionPapers = async (): Promise<readonly Figure[]> => {
  const runs: PapersCounted[] = [];
  for (let run = 0; run < TIMES; run += 1) runs.push(await countInChild());
  const rss = spreadOf(runs.map(({ peakRssMegabytes }) => peakRssMegabytes));
  const before = spreadOf(runs.map(({ rankingsRssMegabytes }) => rankingsRssMegabytes));
  const plain = spreadOf(runs.map(({ plainMilliseconds }) => plainMilliseconds));
  return [
    {
      name: 'a million preferential papers, ten candidates',
      unit: 's',
      measured: spreadOf(runs.map(({ milliseconds }) => milliseconds / 1000)),
      target: { relation: '<', value: 1 },
      yardstick: { what: 'every paper looked through every round', value: plain.median / 1000 },
    },
    {
      name: 'their peak memory, papers and program included',
      unit: 'MB',
      measured: rss,
      target: { relation: '<', value: 400 },
      yardstick: { what: 'the parsed papers alone', value: only(before.median).median },
    },
  ];
};
