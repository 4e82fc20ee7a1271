/**
 * What a witness cosigned, in one file that only grows: a line for each step of a ledger, and the steps in the order of their lines. A line counts
 * if it goes on from where the lines before it stand, and is passed over if not: so of any number of processes that want to step on from one
 * place, the first line in the file has done it, and the others see that they have not. A step is with the disk before anybody signs.
 */
import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { CannotVerify } from '#shared/verification/source.ts';

const Head = z.strictObject({
  size: z.int().check(z.gte(0)),
  /** Base64. */
  root: z.string(),
});
export type Head = z.infer<typeof Head>;

/** A step of one ledger: what was cosigned before it, and what may be cosigned from now on. */
const Step = z.strictObject({
  origin: z.string(),
  /** The key that signs the ledger; it is the same in all steps. */
  vkey: z.string(),
  from: z.nullable(Head),
  to: Head,
  /** The signed checkpoint, word for word. */
  note: z.string(),
});
export type Step = z.infer<typeof Step>;

/** A ledger as it was cosigned last, and all its heads that ever were. */
export interface WitnessedLog {
  readonly vkey: string;
  readonly head: Head;
  readonly note: string;
  /** Ascending by size, `head` the last. */
  readonly heads: readonly Head[];
}

export interface WitnessJournal {
  /** Every ledger by its name, with what other processes have written meanwhile. */
  logs(): ReadonlyMap<string, WitnessedLog>;
  /** Takes a step, durable on return; false when the ledger stands elsewhere by now, and nothing was taken. */
  advance(step: Step): boolean;
  /** Makes durable what another process may only just have written. */
  settle(): void;
  close(): void;
}

const sameHead = (one: Head | null, other: Head | null): boolean =>
  one?.size === other?.size && one?.root === other?.root;

interface Standing {
  readonly logs: Map<string, WitnessedLog>;
}

/** Whether the step goes on from where its ledger stands; if so, it does. */
const take = ({ logs }: Standing, { origin, vkey, from, to, note }: Step): boolean => {
  const before = logs.get(origin);
  if (!sameHead(from, before?.head ?? null) || (before && before.vkey !== vkey)) return false;
  if (before && to.size <= before.head.size) return false;
  logs.set(origin, { vkey, head: to, note, heads: [...(before?.heads ?? []), to] });
  return true;
};

const damaged = (path: string, line: string): CannotVerify =>
  new CannotVerify(
    `${path} holds a line that is no step of a ledger: ${line.slice(0, 80)}. Restore it from a copy: a witness that forgets what it cosigned may cosign a fork.`,
  );

/** Ends a line that was written whole: without it, what cannot be read was cut short by a crash, and never acted upon. */
const WHOLE = ';';

const parseStep = (path: string, line: string): Step | null => {
  const isWhole = line.endsWith(WHOLE);
  try {
    return z.parse(Step, JSON.parse(isWhole ? line.slice(0, -WHOLE.length) : line));
  } catch {
    if (isWhole) throw damaged(path, line);
    return null;
  }
};

const openFile = (path: string): number => {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'a+', 0o600);
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
  return file;
};

/** Opens the file, or makes it; throws `CannotVerify` where it cannot be used. */
export const witnessJournal = (path: string): WitnessJournal => {
  const file = (() => {
    try {
      return openFile(path);
    } catch (cause) {
      const code = (cause as NodeJS.ErrnoException).code;
      throw new CannotVerify(
        `What was cosigned cannot be kept in ${path} (${code}): name another file with --state.`,
      );
    }
  })();
  const standing: Standing = { logs: new Map() };
  let readTo = 0;
  let isCut = false;

  /** Reads what was added; answers the steps among it that counted. */
  const catchUp = (): readonly Step[] => {
    const bytes = Buffer.alloc(fstatSync(file).size - readTo);
    readSync(file, bytes, 0, bytes.length, readTo);
    const whole = bytes.lastIndexOf('\n') + 1;
    isCut = whole < bytes.length;
    const taken: Step[] = [];
    for (const line of bytes.toString('utf8', 0, whole).split('\n')) {
      const step = line === '' ? null : parseStep(path, line);
      if (step && take(standing, step)) taken.push(step);
    }
    readTo += whole;
    return taken;
  };

  catchUp();
  return {
    logs: () => {
      catchUp();
      return standing.logs;
    },
    advance: (step) => {
      catchUp();
      const line = `${isCut ? '\n' : ''}${JSON.stringify(step)}${WHOLE}\n`;
      // One write at the end of the file: lines of two processes never mix.
      writeSync(file, line);
      fsyncSync(file);
      // Two processes may write the very same step: then both may sign it, for it is one.
      return catchUp().some(
        ({ origin, to, note }) => origin === step.origin && sameHead(to, step.to) && note === step.note,
      );
    },
    settle: () => fsyncSync(file),
    close: () => closeSync(file),
  };
};
