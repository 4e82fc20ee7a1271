import type { LatestPointer } from '#shared/recount/results.ts';

/** What the page needs from the pointer. */
export type Pointer = Pick<
  LatestPointer,
  'version' | 'asOf' | 'status' | 'pollAfterMs' | 'constituencies' | 'files'
>;

/** Everything known about the feed between two looks; instants are milliseconds of the server's clock. */
export interface Feed {
  /** Highest version met so far, in a pointer or a page: nothing below it counts. */
  readonly highest: number;
  /** Answers in a row, pointers or pages, that were lower than that. */
  readonly lower: number;
  /** Looks in a row that failed, and those of them in which nobody answered at all. */
  readonly failures: number;
  readonly unreachable: number;
  readonly startedAt: number;
  /** When a new version was last met; like the next two, 0 until then. */
  readonly newsAt: number;
  /** The heartbeat as written, and when by the server's clock it beat. */
  readonly heartbeat: number;
  readonly beatAt: number;
  readonly status: string;
  readonly pollMs: number;
}

export type Silence = 'fresh' | 'quiet' | 'stalled' | 'offline';

const minute = 60_000;
const day = 24 * 60 * minute;
/** A heartbeat comes every minute: a shorter patience would call every pause a failure. */
const shortestPatience = 75_000;
/** Nothing more is awaited in these: their silence is no failure. */
export const settled = ['declared', 'corrected', 'uncontested', 'failed', 'terminated'];
const notCounting = ['', 'embargo', 'none', ...settled];

/** The server rules the interval; only what cannot be meant is refused. */
const safePoll = (asked: number, before: number): number =>
  Number.isFinite(asked) && asked > 0 ? Math.min(Math.max(asked, 250), 60 * minute) : before;

export const newFeed = (version: number, pollMs: number, startedAt: number): Feed => ({
  highest: version,
  lower: 0,
  failures: 0,
  unreachable: 0,
  startedAt,
  newsAt: 0,
  heartbeat: 0,
  beatAt: 0,
  status: '',
  pollMs: safePoll(pollMs, 5000),
});

export const afterPointer = (feed: Feed, pointer: Pointer, now: number): Feed => {
  const heard = { ...feed, failures: 0, unreachable: 0, pollMs: safePoll(pointer.pollAfterMs, feed.pollMs) };
  if (pointer.version < feed.highest) return { ...heard, lower: feed.lower + 1 };
  return {
    ...heard,
    status: pointer.status,
    highest: pointer.version,
    newsAt: pointer.version > feed.highest ? now : feed.newsAt,
  };
};

/** A page fetched for a pointer that counts; `version` is `shown` where none was needed. */
export const afterPage = (feed: Feed, version: number, shown: number): Feed => ({
  ...feed,
  highest: Math.max(feed.highest, version),
  lower: version < shown ? feed.lower + 1 : 0,
});

/** A failed look. `answered` tells a server in trouble from no connection. */
export const afterFailure = (feed: Feed, answered: boolean): Feed => ({
  ...feed,
  failures: feed.failures + 1,
  unreachable: answered ? 0 : feed.unreachable + 1,
});

/** A heartbeat more than a day off belongs to a replayed night or a dead feed: only whether it still beats tells. */
export const afterHeartbeat = (feed: Feed, heartbeat: number, now: number): Feed => {
  if (!(heartbeat > feed.heartbeat)) return feed;
  return { ...feed, heartbeat, beatAt: Math.abs(now - heartbeat) < day ? Math.min(heartbeat, now) : now };
};

/** Last sign that the publisher is alive. */
const aliveAt = ({ newsAt, beatAt, startedAt }: Feed): number => Math.max(newsAt, beatAt) || startedAt;

/** Five looks or five minutes, whichever is sooner, but never less than a heartbeat needs. */
const patience = (feed: Feed): number => Math.min(5 * minute, Math.max(5 * feed.pollMs, shortestPatience));

export const needsHeartbeat = (feed: Feed, now: number): boolean =>
  !settled.includes(feed.status) && (feed.heartbeat === 0 || now - aliveAt(feed) > minute / 2);

/** Which silence it is; a single lower answer or lost look is not yet one. */
export const silenceOf = (feed: Feed, now: number, deviceOffline: boolean): Silence => {
  if (feed.unreachable > (deviceOffline ? 0 : 1)) return 'offline';
  if (feed.lower > 1) return 'stalled';
  const isOver = (since: number) => now - since > patience(feed);
  if (!settled.includes(feed.status) && isOver(aliveAt(feed))) return 'stalled';
  const isQuiet = isOver(feed.newsAt || feed.startedAt);
  return isQuiet && !notCounting.includes(feed.status) ? 'quiet' : 'fresh';
};

export const silentMinutes = (feed: Feed, now: number): number =>
  Math.max(1, Math.floor((now - aliveAt(feed)) / minute));

/** Milliseconds to the next look: as the server asked, unless that is more than what is waited for at most; later after failures; spread by a tenth. */
export const nextDelay = (feed: Feed, random: number, most = feed.pollMs): number => {
  const spread = 0.9 + 0.2 * random;
  if (feed.failures === 0) return Math.min(feed.pollMs, most) * spread;
  const backedOff = feed.pollMs * 2 ** Math.min(feed.failures, 20) * spread;
  return Math.max(feed.pollMs, Math.min(minute, backedOff));
};
