import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import * as z from 'zod/mini';
import { LotsDrawn } from '#shared/election/acts.ts';
import { parseDefinition } from '#shared/election/check-definition.ts';
import { type InputProblem, parseInput } from '#shared/election/input-problem.ts';
import { describeProblem } from '#shared/election/problem-words.ts';
import { StationReport } from '#shared/election/report.ts';
import { countedShape, countReports } from '#shared/recount/count-reports.ts';

/**
 * What is read stays until it is counted. V8 takes that for a reason to double the room for short-lived values
 * again and again: 130 MB with a million papers, and no time gained.
 */
setFlagsFromString('--semi-space-growth-factor=1');

const HELP = `Counts an election from files: no server, no network.

  npm run -s count -- --election election.json --reports reports.json [--lots lots.json]

  --election FILE   the election's definition
  --reports FILE    an array of station reports; the highest revision of a station counts
  --lots FILE       an array of lots drawn, for ties that need them
  --help            this text

Prints one JSON object: {"constituencies": [{"id", "status", "contestants", …}]}.
Exit code 0 when it was counted; 1 when the input is refused, with one JSON object a line on
standard error: {"path", "problem", "value"}; 2 when the command itself is not understood.
`;

interface Refused extends InputProblem {
  readonly file: string;
}

class InputRefused extends Error {
  readonly problems: readonly Refused[];
  constructor(problems: readonly Refused[]) {
    super('The input is refused');
    this.problems = problems;
  }
}

const refuseWith = (file: string, problems: readonly InputProblem[]): never => {
  throw new InputRefused(problems.map((problem) => ({ ...problem, file })));
};

const readJson = (file: string): unknown => {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unreadable';
    return refuseWith(file, [{ code: 'file-unreadable', path: '$', value: code }]);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    return refuseWith(file, [{ code: 'malformed-json', path: '$', value: (cause as Error).message }]);
  }
};

const parseFile = <S extends z.ZodMiniType>(schema: S, file: string): z.output<S> => {
  const parsed = parseInput(schema, readJson(file));
  return parsed.ok ? parsed.value : refuseWith(file, parsed.problem);
};

interface Files {
  readonly election: string;
  readonly reports: string;
  readonly lots: string | undefined;
}

const count = (files: Files): unknown => {
  const defined = parseDefinition(readJson(files.election));
  if (!defined.ok) return refuseWith(files.election, defined.problem);
  const counted = countReports({
    definition: defined.value.definition,
    reports: parseFile(z.array(StationReport), files.reports),
    lots: files.lots === undefined ? [] : parseFile(z.array(LotsDrawn), files.lots),
  });
  if (counted.ok) return { constituencies: counted.value.map(countedShape) };
  const named = (file: string, problems: readonly InputProblem[]) =>
    problems.map((problem) => ({ ...problem, file }));
  throw new InputRefused([
    ...named(files.reports, counted.problem.reports),
    ...named(files.lots ?? '', counted.problem.lots),
  ]);
};

const tell = (problems: readonly Refused[]): void => {
  for (const refused of problems) {
    const { problem, remedy } = describeProblem(refused, 'en');
    const { path, code, file, value } = refused;
    process.stderr.write(`${JSON.stringify({ path, problem, value: value ?? null, remedy, code, file })}\n`);
  }
};

const main = (): number => {
  let options: Record<string, string | boolean | undefined>;
  try {
    options = parseArgs({
      options: {
        election: { type: 'string' },
        reports: { type: 'string' },
        lots: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (cause) {
    process.stderr.write(`${(cause as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (options['help']) {
    process.stdout.write(HELP);
    return 0;
  }
  const { election, reports, lots } = options;
  if (typeof election !== 'string' || typeof reports !== 'string') {
    process.stderr.write(`Name the files with --election and --reports.\n\n${HELP}`);
    return 2;
  }
  try {
    const result = count({ election, reports, lots: typeof lots === 'string' ? lots : undefined });
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof InputRefused)) throw error;
    tell(error.problems);
    return 1;
  }
};

process.exitCode = main();
