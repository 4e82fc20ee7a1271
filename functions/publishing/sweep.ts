import { allFailures } from '../all-failures.ts';
import { PARTS, type Part } from './bake-pages.ts';
import { frontPages } from './front-pages.ts';
import { publishHeartbeat } from './heartbeat.ts';
import { electionPublisher, type Published, type PublishPorts } from './publish-election.ts';
import { withdrawFiled } from './withdraw-filed.ts';

/** The publishing jobs, sharing what they remember. */
export interface PublishingJobs {
  /** Orders what is accepted, and moves the pointer. */
  publish(election: string): Promise<Published | null>;
  /** Bakes one part of an election's pages from what was published last; with its explanations, the lists of elections. */
  bake(election: string, part: Part): Promise<number>;
  /** Shows on its pages what witnesses cosigned since they were baked. */
  freshen(election: string): Promise<void>;
  /** Publishes whatever is behind in any election, repairing lost wake-ups, and leaves a sign of life; bakes these parts of the pages too. */
  sweep(parts?: readonly Part[]): Promise<readonly Published[]>;
}

export const publishingJobs = (ports: PublishPorts): PublishingJobs => {
  const publisher = electionPublisher(ports);
  const front = frontPages(ports);
  const sweepOne = async (election: string, parts: readonly Part[]): Promise<Published | null> => {
    const published = await publisher.publish(election);
    if (!published) return null;
    await publishHeartbeat(ports, published);
    for (const part of parts) await publisher.bake(election, part);
    await publisher.freshen(election);
    if (ports.remove) await withdrawFiled(ports.files, ports.remove, election);
    return published;
  };
  return {
    publish: publisher.publish,
    freshen: publisher.freshen,
    bake: async (election, part) => {
      const baked = await publisher.bake(election, part);
      if (part === 'explanations') await front.publish();
      return baked;
    },
    sweep: async (parts = PARTS) => {
      const pageParts = parts.filter((part) => part !== 'images');
      const done: Published[] = [];
      const failures: unknown[] = [];
      for (const election of await ports.records.elections()) {
        // One election's trouble must not keep the others from being published.
        const published = await sweepOne(election, pageParts).catch((failure: unknown) => {
          failures.push(failure);
          return null;
        });
        if (published) done.push(published);
      }
      await front.publish();
      // Last of all elections: pictures take whatever time is left.
      if (parts.includes('images'))
        for (const { election } of done)
          await publisher.bake(election, 'images').catch((failure: unknown) => failures.push(failure));
      if (failures.length > 0) throw allFailures('Not every election could be published', failures);
      return done;
    },
  };
};
