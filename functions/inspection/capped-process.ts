import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { lengthOf } from './capped-frames.ts';
import type { InspectedFile } from './inspect-file.ts';

/** How far one process came: `said` is all it answered, whole or not. */
export interface Run {
  readonly said: Buffer;
  readonly ended: 'by-itself' | 'crashed' | 'took-too-long' | 'too-much-memory' | 'said-too-much';
  /** Most memory that it held at once, in bytes; 0 where the system does not tell. */
  readonly peakBytes: number;
}

export interface Caps {
  /** The program that looks into the file. */
  readonly entry: URL;
  /** The folders with all that the program needs: what it may read. It runs in the first. */
  readonly folders: readonly URL[];
  readonly milliseconds: number;
  readonly memoryBytes: number;
}

/** JavaScript's own share; what decoders of pictures take comes on top of it. */
const HEAP_MB = 256;

/** It may read the program itself and nothing else: no writing, no other processes, no threads, no code out of strings. */
const flags = (entry: string, folders: readonly string[]): readonly string[] => [
  '--permission',
  ...folders.map((folder) => `--allow-fs-read=${folder}`),
  `--allow-fs-read=${entry}`,
  '--allow-addons',
  '--no-warnings',
  '--expose-gc',
  '--disallow-code-generation-from-strings',
  `--max-old-space-size=${HEAP_MB}`,
  '--max-semi-space-size=8',
];

/** A picture of 80 million pixels and a verdict are far smaller. */
const MAX_ANSWER_BYTES = 30_000_000;
const LOOK_EVERY_MS = 25;

/** Most memory that a process ever held, as Linux tells it; 0 on other systems, where the cap of the heap must do. */
const peakOf = (pid: number | undefined): number => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
};

const start = ({ entry, folders }: Caps, bytes: number): ChildProcess => {
  const path = fileURLToPath(entry);
  const readable = folders.map((folder) => fileURLToPath(folder));
  return spawn(process.execPath, [...flags(path, readable), path, String(bytes)], {
    cwd: readable[0],
    // Nothing of ours; only that memory freed by decoders is given back.
    env: { MALLOC_ARENA_MAX: '2' },
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
  });
};

const send = (stdin: Writable | null, pieces: readonly Uint8Array[]): void => {
  // A child that died does not read; its end is seen below.
  stdin?.on('error', () => undefined);
  for (const piece of pieces) stdin?.write(piece);
  stdin?.end();
};

/** Runs the program once on a file; ends it where it stands when it goes over a cap. Never throws for what the program does. */
export const runCapped = async (file: InspectedFile, caps: Caps): Promise<Run> => {
  const name = Buffer.from(file.name, 'utf8');
  const pieces = [lengthOf(name), name, lengthOf(file.bytes), file.bytes];
  const child = start(caps, 8 + name.length + file.bytes.length);
  const chunks: Buffer[] = [];
  let size = 0;
  let peakBytes = 0;
  let ended: Run['ended'] | null = null;
  const stop = (why: Run['ended']): void => {
    ended ??= why;
    child.kill('SIGKILL');
  };
  const look = (): void => {
    peakBytes = Math.max(peakBytes, peakOf(child.pid));
    if (peakBytes > caps.memoryBytes) stop('too-much-memory');
  };
  const out = child.stdio[3] as Readable;
  out.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) stop('said-too-much');
    else chunks.push(chunk);
  });
  out.on('error', () => undefined);
  const patience = setTimeout(() => stop('took-too-long'), caps.milliseconds);
  const watch = setInterval(look, LOOK_EVERY_MS);
  const closed = once(child, 'close').catch(() => [1, null]);
  send(child.stdin, pieces);
  const [code, signal] = (await closed) as [number | null, string | null];
  clearTimeout(patience);
  clearInterval(watch);
  // JavaScript that runs out of its heap aborts.
  const own = signal === 'SIGABRT' || code === 134 ? 'too-much-memory' : code === 0 ? 'by-itself' : 'crashed';
  return { said: Buffer.concat(chunks), ended: ended ?? own, peakBytes };
};
