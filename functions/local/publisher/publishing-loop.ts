import { setTimeout } from 'node:timers/promises';
import { PAGE_PARTS, PARTS, type Part } from '../../publishing/bake-pages.ts';
import { type CosigningPorts, collectCosignatures } from '../../publishing/collect-cosignatures.ts';
import type { PublishPorts } from '../../publishing/publish-election.ts';
import { publishingJobs } from '../../publishing/sweep.ts';
import { type Gathering, type PublishQueue, publishQueue } from './publish-queue.ts';

/** Wake-ups of one moment go into one run, like the batching window of a stream. */
const AT_ONCE: Gathering = { quietMs: 60, mostMs: 250 };

/**
 * Pages of a rush are baked together, beside the next version: those with the figures within moments, explanations soon after,
 * station pages, which are many, in a pause between reports or when they have waited long enough; pictures at last, about once a minute.
 */
const PAGES: Readonly<Record<Part, Gathering>> = {
  figures: { quietMs: 250, mostMs: 1500 },
  explanations: { quietMs: 1000, mostMs: 5000 },
  stations: { quietMs: 1500, mostMs: 15_000 },
  images: { quietMs: 2000, mostMs: 60_000 },
};

/** Between two pictures: nobody waits for all of them, and they shall not have a computer to themselves that others work on. */
const BETWEEN_IMAGES_MS = 100;

/** What is published in one rush is cosigned once. */
const COSIGNATURES: Gathering = { quietMs: 500, mostMs: 3000 };

export type LoopFailure = (job: 'publish' | 'sweep' | 'cosign', cause: unknown) => void;

/** Tells once of each thing that a witness says against a ledger, and again when it has changed. */
const complaints = (onFailure: LoopFailure) => {
  const told = new Map<string, string>();
  return (election: string, witness: string, complaint: string | null): void => {
    const about = `${election} ${witness}`;
    if (complaint !== null && told.get(about) !== complaint)
      onFailure('cosign', `${election} is not cosigned by ${witness}. ${complaint}`);
    if (complaint === null) told.delete(about);
    else told.set(about, complaint);
  };
};

export interface PublishingLoop {
  /** An act was accepted: what it changes is to be published. */
  wake(election: string): void;
  /** Begins no sweep any more; resolves when nothing is under way. */
  close(): Promise<void>;
}

/** Publishes whenever it is woken: figures at once, pages as they are waited for; sweeps in between. */
export const publishingLoop = (
  ports: PublishPorts & Pick<CosigningPorts, 'witnesses' | 'calls'>,
  onFailure: LoopFailure,
  sweepEveryMs: number,
): PublishingLoop => {
  const publishFailed = (cause: unknown): void => onFailure('publish', cause);
  let closing = false;
  const roomForImages = async (): Promise<boolean> => {
    await setTimeout(BETWEEN_IMAGES_MS);
    await pages.images.calm();
    return !closing;
  };
  const jobs = publishingJobs({ ...ports, roomForStations: () => pages.stations.calm(), roomForImages });
  const pageQueue = (part: Part): PublishQueue =>
    publishQueue(
      async (election) => {
        if (!closing || part !== 'images') await jobs.bake(election, part);
      },
      publishFailed,
      PAGES[part],
    );
  const pages = {
    figures: pageQueue('figures'),
    explanations: pageQueue('explanations'),
    stations: pageQueue('stations'),
    images: pageQueue('images'),
  };
  const complain = complaints(onFailure);
  // Beside everything else: whoever waits for a witness keeps nobody waiting.
  const cosignatures = publishQueue(
    async (election) => {
      const { changed, asked } = await collectCosignatures(ports, election);
      for (const { witness, kind, message } of asked)
        complain(election, witness, kind === 'refused' || kind === 'silent' ? message : null);
      if (changed) await jobs.freshen(election);
    },
    (cause) => onFailure('cosign', cause),
    COSIGNATURES,
  );
  const publishThenBake = async (election: string): Promise<void> => {
    const published = await jobs.publish(election);
    if (published) cosignatures.wake(election);
    // Pages follow beside the next version, so that baking never keeps a report from being public.
    for (const part of PARTS) pages[part].wake(election);
  };
  const figures = publishQueue(publishThenBake, publishFailed, AT_ONCE);
  let sweeping: Promise<void> | null = null;
  const sweep = (): void => {
    sweeping ??= jobs
      .sweep(['figures', 'explanations'])
      .then(
        (published) => {
          for (const { election } of published) {
            pages.stations.wake(election);
            pages.images.wake(election);
            cosignatures.wake(election);
          }
        },
        (cause: unknown) => onFailure('sweep', cause),
      )
      .finally(() => {
        sweeping = null;
      });
  };
  sweep();
  const timer = setInterval(sweep, sweepEveryMs);
  return {
    wake: (election) => {
      figures.wake(election);
      for (const part of PARTS) pages[part].stir();
    },
    close: async () => {
      clearInterval(timer);
      // Pictures stop where they are: the next start goes on.
      closing = true;
      const queues = [figures, cosignatures, ...PAGE_PARTS.map((part) => pages[part])];
      await Promise.all([sweeping, ...queues.map((queue) => queue.idle())]);
    },
  };
};
