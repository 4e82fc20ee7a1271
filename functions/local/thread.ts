import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';

/** The first thing a thread says; rejects when it ends without a word. */
export const firstMessage = <T>(worker: Worker): Promise<T> =>
  new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread ended with code ${code}`)));
  });

/** Asks a thread to finish, and ends it where it stands if it takes longer than it may. */
export const closeThread = async (worker: Worker, mostMs: number): Promise<void> => {
  if (worker.threadId < 0) return;
  const ended = once(worker, 'exit');
  const patience = setTimeout(() => void worker.terminate(), mostMs);
  worker.postMessage('close');
  await ended;
  clearTimeout(patience);
};
