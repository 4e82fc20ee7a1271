import { Worker } from 'node:worker_threads';
import { KeyProblem } from '../../adapters/local/key-file.ts';
import type { Log } from '../../http/log.ts';
import { closeThread, firstMessage } from '../thread.ts';
import type { PublisherMessage, PublisherOrder } from './publisher-thread.ts';

export interface RunningPublisher {
  /** An act was accepted: what it changes is to be published. */
  wake(election: string): void;
  /** Resolves if the publisher ends while it should serve; never rejects. What was accepted is safe: start again. */
  readonly failure: Promise<Error>;
  close(): Promise<void>;
}

const CLOSING_MS = 4000;

/** Starts the publisher in its thread; resolves once style sheets, schemas and the API's description are public. */
export const startPublisher = async (order: PublisherOrder, log: Log): Promise<RunningPublisher> => {
  const worker = new Worker(new URL('./publisher-thread.ts', import.meta.url), {
    workerData: order,
    execArgv: [],
  });
  let closing = false;
  const failure = new Promise<Error>((resolve) => {
    worker.on('error', (cause) =>
      resolve(new Error(`The publisher failed: start again. ${cause.stack ?? cause}`)),
    );
    worker.on('exit', (code) => {
      if (!closing) resolve(new Error(`The publisher ended with code ${code}: start again.`));
    });
  });
  worker.on('message', (message: PublisherMessage) => {
    if (message.kind === 'log') log(message.line);
  });
  const first = await firstMessage<PublisherMessage>(worker);
  if (first.kind === 'problem') throw new KeyProblem(first.message);
  return {
    wake: (election) => worker.postMessage({ wake: election }),
    failure,
    close: () => {
      closing = true;
      return closeThread(worker, CLOSING_MS);
    },
  };
};
