import { watchPointer } from '../../../site/islands/pointer-watch.ts';
import { Unreachable } from '../../../site/islands/published-files.ts';
import { fakeClock } from './fake-clock.ts';

/** What the server says at a look; a string instead of a part is a failure of that part. */
export interface Answers {
  pointer: number | 'unreachable' | 'broken';
  page: number | 'unreachable' | 'broken';
  /** Version that last changed the page's subject; follows the pointer's version unless given. */
  change?: number;
  pageChange?: number | null;
  pollAfterMs: number;
  status: 'none' | 'counting' | 'declared';
  /** Milliseconds the heartbeat is old, or `null` for none. */
  heartbeatAge: number | null;
  serverAhead: number | null;
}

const fail = (how: unknown): never => {
  throw how === 'unreachable' ? new Unreachable('nobody') : new Error('500');
};

/** A page under watch with a server, a clock and a window made of values. */
export const watchedPage = (version = 41, changed: number | null = null) => {
  const clock = fakeClock();
  const window = { hidden: false, offline: false, random: 0.5 };
  const server: Answers = {
    pointer: version,
    page: version,
    pollAfterMs: 5000,
    status: 'counting',
    heartbeatAge: 0,
    serverAhead: 0,
  };
  const log = {
    looks: [] as number[],
    pages: 0,
    heartbeats: 0,
    rendered: [] as number[],
    told: [] as string[],
  };
  const serverNow = () => clock.now() + (server.serverAhead ?? 0);
  const watch = watchPointer(
    {
      readPointer: async () => {
        log.looks.push(clock.now());
        if (typeof server.pointer === 'string') return fail(server.pointer);
        return {
          pointer: {
            version: server.pointer,
            asOf: '2012-09-10T02:00:00+08:00',
            status: server.status,
            pollAfterMs: server.pollAfterMs,
            constituencies: { LC1: server.change ?? server.pointer },
            files: {},
          },
          serverTime: server.serverAhead === null ? null : serverNow(),
        };
      },
      readHeartbeat: async () => {
        log.heartbeats += 1;
        return server.heartbeatAge === null ? fail('broken') : serverNow() - server.heartbeatAge;
      },
      readPage: async () => {
        log.pages += 1;
        if (typeof server.page === 'string') return fail(server.page);
        const { page } = server;
        return { version: page, changed: server.pageChange ?? null, render: () => log.rendered.push(page) };
      },
      now: clock.now,
      later: clock.later,
      random: () => window.random,
      isHidden: () => window.hidden,
      isDeviceOffline: () => window.offline,
      tell: (silence, minutes) => log.told.push(silence === 'stalled' ? `stalled ${minutes}` : silence),
    },
    { subject: 'LC1', version, pollMs: 5000, changed },
  );
  watch.start();
  return { watch, clock, window, server, log, now: () => log.told.at(-1) };
};
