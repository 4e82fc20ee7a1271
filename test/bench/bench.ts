import { availableParallelism, cpus, loadavg } from 'node:os';
import { inspect, parseArgs } from 'node:util';
import { allPages } from './all-pages.ts';
import { bundle } from './bundle.ts';
import { burst } from './burst.ts';
import { countCommand } from './count-command.ts';
import { filings } from './filings.ts';
import { inspection } from './inspection.ts';
import { ledger } from './ledger.ts';
import type { Figure } from './measure.ts';
import { millionPapers } from './million-papers.ts';
import { onePage } from './one-page.ts';
import { recount } from './recount.ts';
import { tableOf } from './table.ts';
import { verifyPage } from './verify-page.ts';

const BENCHMARKS: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  recount,
  'million-papers': millionPapers,
  'count-command': countCommand,
  burst,
  'one-page': onePage,
  'all-pages': allPages,
  bundle,
  ledger,
  inspection,
  filings,
  'verify-page': verifyPage,
};

const NAMES = Object.keys(BENCHMARKS).join(', ');

const HELP = `Measures how fast Open Returns is, each figure beside a plain yardstick taken in the same run.

  npm run bench [-- --only NAME]

  --only NAME   one of ${NAMES}; may be repeated
  --help        this text

Targets are for two cores with nothing else to do. A missed target is shown and never fails:
exit code 0 when everything could be measured, 1 when something could not, 2 when the command is not understood.
`;

const machine = (): string => {
  const [load = 0] = loadavg();
  return `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.version}, ${process.platform} ${process.arch}, load ${load.toFixed(1)} at the start`;
};

const measure = async (names: readonly string[]): Promise<number> => {
  process.stdout.write(`${machine()}\n\n`);
  const figures: Figure[] = [];
  let code = 0;
  for (const name of names) {
    process.stderr.write(`measuring ${name} …\n`);
    try {
      figures.push(...((await BENCHMARKS[name]?.()) ?? []));
    } catch (cause) {
      process.stderr.write(
        `${name} could not be measured: ${cause instanceof Error ? inspect(cause) : cause}\n`,
      );
      code = 1;
    }
  }
  process.stdout.write(tableOf(figures));
  return code;
};

const main = async (): Promise<number> => {
  let values: { readonly only?: string[]; readonly help?: boolean };
  try {
    values = parseArgs({
      options: { only: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } },
    }).values;
  } catch (cause) {
    process.stderr.write(`${(cause as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const names = values.only ?? Object.keys(BENCHMARKS);
  const unknown = names.find((name) => !Object.hasOwn(BENCHMARKS, name));
  if (unknown === undefined) return measure(names);
  process.stderr.write(`--only takes one of ${NAMES}, not "${unknown}".\n`);
  return 2;
};

process.exitCode = await main();
