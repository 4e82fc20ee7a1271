import type { InputProblem } from '#shared/election/input-problem.ts';

/** One line of JSON for each request: what happened, never who or with which content. */
export interface RequestLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly function: string;
  readonly request: string;
  readonly status: number;
  readonly code?: string;
  readonly paths?: readonly string[];
  readonly cause?: string;
}

const FREE_KEY = /\["(?:[^"\\]|\\.)*"\]/g;
const KEY_OF_RECORD = /\.(votes|choices|invalid|rejected)\.\w+/g;
const MOST_STEPS = 12;

/** Where a problem lies, without any name that a sender made up: a key may be a person's. */
export const loggedPath = ({ code, path }: Pick<InputProblem, 'code' | 'path'>): string => {
  const plain = path.replace(FREE_KEY, '[*]').replace(KEY_OF_RECORD, '.$1[*]');
  const steps = plain.match(/\.\w+|\[[^\]]*\]/g) ?? [];
  if (code === 'reserved-name' || steps.length > MOST_STEPS) return '$';
  return `$${(code === 'unknown-field' ? steps.slice(0, -1) : steps).join('')}`;
};

export type Log = (line: RequestLine) => void;

export const consoleLog: Log = (line) => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
