/** The process in which one file is looked into: it reads the file from standard input, answers twice on descriptor 3, and ends. */

import { writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { frameOf, readFrames } from './capped-frames.ts';
import { inspectInSteps } from './inspect-file.ts';

/** Nothing that is read here has a reason to speak to anybody: a reader that tries fails, and its file is refused. */
const refuseNetwork = (): void => {
  const refused = (): never => {
    throw new Error('An inspection uses no network.');
  };
  Socket.prototype.connect = refused;
  globalThis.fetch = refused;
  Reflect.deleteProperty(globalThis, 'WebSocket');
  Reflect.deleteProperty(globalThis, 'EventSource');
};

const OUT = 3;

const answer = (bytes: Uint8Array): void => {
  const frame = frameOf(bytes);
  for (let sent = 0; sent < frame.length; ) sent += writeSync(OUT, frame, sent);
};

/** Reads into one piece of memory: how many bytes will come is told beforehand. */
const readAll = async (announced: number): Promise<Buffer> => {
  const all = Buffer.alloc(announced);
  let filled = 0;
  for await (const chunk of process.stdin) filled += (chunk as Buffer).copy(all, filled);
  return all.subarray(0, filled);
};

const main = async (): Promise<void> => {
  refuseNetwork();
  const [name, bytes] = readFrames(await readAll(Number(process.argv[2])));
  if (!name || !bytes) throw new Error('No file came.');
  const { inspection, previews } = await inspectInSteps({ name: Buffer.from(name).toString('utf8'), bytes });
  answer(Buffer.from(JSON.stringify(inspection)));
  const { png, text } = await previews();
  answer(Buffer.from(text ?? ''));
  answer(png ?? new Uint8Array());
};

await main();
process.exit(0);
