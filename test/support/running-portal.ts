import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type TokenRequest, tokenIssuer } from '#functions/local/token-issuer.ts';

/** A portal in a process of its own, as `npm start` runs it. */
export interface PortalProcess {
  readonly url: string;
  /** The origin of candidates' files. */
  readonly files: string;
  readonly dataFolder: string;
  readonly child: ChildProcess;
  readonly output: () => string;
  token(request: TokenRequest): string;
  /** Ctrl-C; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** kill -9, now. */
  kill(): Promise<void>;
}

const START = join(process.cwd(), 'functions', 'local', 'start.ts');

const ended = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
};

export interface Ready {
  readonly url: string;
  readonly files: string;
  readonly api: string;
  readonly pid: number;
  readonly elections: readonly string[];
}

/** Starts `functions/local/start.ts` with these arguments, without any election unless they say so; resolves once it serves. */
export const startPortalProcess = async (
  dataFolder: string,
  args: readonly string[] = ['--empty'],
): Promise<PortalProcess> => {
  const child = spawn(process.execPath, [START, '--port', '0', '--data', dataFolder, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const readyFile = join(dataFolder, 'ready.json');
  const isReady = (): boolean =>
    existsSync(readyFile) && (JSON.parse(readFileSync(readyFile, 'utf8')) as Ready).pid === child.pid;
  while (!isReady()) {
    if (child.exitCode !== null) throw new Error(`The portal ended with ${child.exitCode}: ${output}`);
    await pause(50);
  }
  const ready = JSON.parse(readFileSync(readyFile, 'utf8')) as Ready;
  const issue = tokenIssuer(dataFolder);
  return {
    url: ready.url,
    files: ready.files,
    dataFolder,
    child,
    output: () => output,
    token: (request) => issue(request, new Date()),
    stop: async () => {
      child.kill('SIGINT');
      return ended(child);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended(child);
    },
  };
};

/** Asks again until the answer satisfies, at most `seconds` long. */
export const eventually = async <T>(
  ask: () => Promise<T>,
  satisfied: (answer: T) => boolean,
  seconds = 30,
): Promise<T> => {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask().catch(() => undefined as T);
    if (answer !== undefined && satisfied(answer)) return answer;
    if (Date.now() > until)
      throw new Error(`Not within ${seconds} s: ${JSON.stringify(answer)?.slice(0, 400)}`);
    await pause(100);
  }
};
