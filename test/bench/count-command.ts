import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Figure, millisecondsOf, numbersFrom, spreadOf } from './measure.ts';
import { definition, reportsOf } from './million-papers-election.ts';

const TIMES = 3;
const COMMAND = new URL('../../functions/commands/count.ts', import.meta.url).pathname;

/** Says on standard error, at its end, how much memory a program took at most. */
const TELL_PEAK =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(String(process.resourceUsage().maxRSS)))';

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

const run = async (args: readonly string[]): Promise<Run> => {
  let kilobytes = 0;
  const milliseconds = await millisecondsOf(async () => {
    const told = await promisify(execFile)(process.execPath, ['--import', TELL_PEAK, ...args]);
    kilobytes = Number(told.stderr);
  });
  return { seconds: milliseconds / 1000, megabytes: Math.round((kilobytes * 1024) / 1e6) };
};

const runs = async (args: readonly string[]) => {
  const done: Run[] = [];
  for (let time = 0; time < TIMES; time += 1) done.push(await run(args));
  return {
    seconds: spreadOf(done.map(({ seconds }) => seconds)),
    megabytes: spreadOf(done.map(({ megabytes }) => megabytes)),
  };
};

/** The whole command, from the start of Node to its last line, on a file of a million papers. */
export const countCommand = async (): Promise<readonly Figure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'open-returns-bench-'));
  const [election, reports] = [join(folder, 'election.json'), join(folder, 'reports.json')];
  try {
    await writeFile(election, JSON.stringify(definition));
    await writeFile(reports, JSON.stringify(reportsOf(numbersFrom(10))));
    const counted = await runs([COMMAND, '--election', election, '--reports', reports]);
    const parsed = await runs([
      '-e',
      `JSON.parse(require('node:fs').readFileSync(${JSON.stringify(reports)}, 'utf8'))`,
    ]);
    return [
      {
        name: 'the count command, a file of a million papers',
        unit: 's',
        measured: counted.seconds,
        target: { relation: '<', value: 3 },
        yardstick: { what: 'JSON.parse of the file alone', value: parsed.seconds.median },
      },
      {
        name: 'its peak memory',
        unit: 'MB',
        measured: counted.megabytes,
        target: { relation: '<', value: 450 },
        yardstick: { what: 'JSON.parse of the file alone', value: parsed.megabytes.median },
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
