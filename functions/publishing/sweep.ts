import { frontPages } from './front-pages.ts';
import { publishHeartbeat } from './heartbeat.ts';
import { electionPublisher, type Published, type PublishPorts } from './publish-election.ts';

/** The publishing jobs, sharing what they remember. */
export interface PublishingJobs {
  /** Orders what is accepted, and moves the pointer. */
  publish(election: string): Promise<Published | null>;
  /** Bakes the pages most readers look at from what was published last, and the list of elections. */
  bakeFirst(election: string): Promise<number>;
  /** Bakes what is left of an election's pages: explanations, stations. */
  bakeLater(election: string): Promise<number>;
  /** Publishes whatever is behind in any election, repairing lost wake-ups, and leaves a sign of life; all pages too, unless somebody else bakes the later ones. */
  sweep(options?: { readonly later: boolean }): Promise<readonly Published[]>;
}

export const publishingJobs = (ports: PublishPorts): PublishingJobs => {
  const publisher = electionPublisher(ports);
  const front = frontPages(ports);
  const bakeFirst = async (election: string): Promise<number> => {
    const baked = await publisher.bake(election, 'first');
    await front.publish();
    return baked;
  };
  const bakeLater = (election: string): Promise<number> => publisher.bake(election, 'later');
  const sweepOne = async (election: string, later: boolean): Promise<Published | null> => {
    const published = await publisher.publish(election);
    if (!published) return null;
    await publishHeartbeat(ports, published);
    await publisher.bake(election, 'first');
    if (later) await bakeLater(election);
    return published;
  };
  return {
    publish: publisher.publish,
    bakeFirst,
    bakeLater,
    sweep: async ({ later } = { later: true }) => {
      const done: Published[] = [];
      const failures: unknown[] = [];
      for (const election of await ports.records.elections()) {
        // One election's trouble must not keep the others from being published.
        const published = await sweepOne(election, later).catch((failure: unknown) => {
          failures.push(failure);
          return null;
        });
        if (published) done.push(published);
      }
      await front.publish();
      if (failures.length > 0) throw new AggregateError(failures, 'Not every election could be published');
      return done;
    },
  };
};
