import { frontPages } from './front-pages.ts';
import { publishHeartbeat } from './heartbeat.ts';
import { electionPublisher, type Published, type PublishPorts } from './publish-election.ts';

/** The publishing jobs, sharing what they remember. */
export interface PublishingJobs {
  /** Publishes one election, and the list of elections where it changed. */
  publish(election: string): Promise<Published | null>;
  /** Bakes what is left of an election's pages after its last publishing. */
  bakeStations(election: string): Promise<number>;
  /** Publishes whatever is behind in any election, repairing lost wake-ups, and leaves a sign of life. */
  sweep(): Promise<readonly Published[]>;
}

export const publishingJobs = (ports: PublishPorts): PublishingJobs => {
  const publisher = electionPublisher(ports);
  const front = frontPages(ports);
  const publish = async (election: string): Promise<Published | null> => {
    const published = await publisher.publish(election);
    await front.publish();
    return published;
  };
  return {
    publish,
    bakeStations: publisher.bakeStations,
    sweep: async () => {
      const done: Published[] = [];
      const failures: unknown[] = [];
      for (const election of await ports.records.elections()) {
        try {
          const published = await publisher.publish(election);
          if (!published) continue;
          await publishHeartbeat(ports, published);
          await publisher.bakeStations(election);
          done.push(published);
        } catch (failure) {
          // One election's trouble must not keep the others from being published.
          failures.push(failure);
        }
      }
      await front.publish();
      if (failures.length > 0) throw new AggregateError(failures, 'Not every election could be published');
      return done;
    },
  };
};
