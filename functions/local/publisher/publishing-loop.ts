import type { PublishPorts } from '../../publishing/publish-election.ts';
import { publishingJobs } from '../../publishing/sweep.ts';
import { publishQueue } from './publish-queue.ts';

/** Wake-ups of one moment go into one run, like the batching window of a stream. */
const AT_ONCE = { quietMs: 60, mostMs: 250 };
/** Pages of a rush are baked together, within a second of their figures. */
const SOON = { quietMs: 250, mostMs: 1500 };
/** Explanations and station pages are many: they wait for a pause between reports, so that a rush of reports is public at once. */
const AFTER_THE_RUSH = { quietMs: 1500, mostMs: 60_000 };

export interface PublishingLoop {
  /** An act was accepted: what it changes is to be published. */
  wake(election: string): void;
  /** Begins no sweep any more; resolves when nothing is under way. */
  close(): Promise<void>;
}

/** Publishes whenever it is woken: figures at once, the pages most readers look at soon, all others in a pause; sweeps in between. */
export const publishingLoop = (
  ports: PublishPorts,
  onFailure: (job: 'publish' | 'sweep', cause: unknown) => void,
  sweepEveryMs: number,
): PublishingLoop => {
  const publishFailed = (cause: unknown): void => onFailure('publish', cause);
  const jobs = publishingJobs({ ...ports, roomForLater: () => later.calm() });
  const later = publishQueue(jobs.bakeLater, publishFailed, AFTER_THE_RUSH);
  const first = publishQueue(jobs.bakeFirst, publishFailed, SOON);
  const publishThenBake = async (election: string): Promise<void> => {
    await jobs.publish(election);
    // Pages follow beside the next version, so that baking never keeps a report from being public.
    first.wake(election);
    later.wake(election);
  };
  const figures = publishQueue(publishThenBake, publishFailed, AT_ONCE);
  let sweeping: Promise<void> | null = null;
  const sweep = (): void => {
    sweeping ??= jobs
      .sweep({ later: false })
      .then(
        (published) => {
          for (const { election } of published) later.wake(election);
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
      first.stir();
      later.stir();
    },
    close: async () => {
      clearInterval(timer);
      await Promise.all([sweeping, figures.idle(), first.idle(), later.idle()]);
    },
  };
};
