import {
  afterFailure,
  afterHeartbeat,
  afterPage,
  afterPointer,
  type Feed,
  needsHeartbeat,
  newFeed,
  nextDelay,
  type Pointer,
  type Silence,
  silenceOf,
  silentMinutes,
} from './feed.ts';
import { type PointerAnswer, Unreachable } from './published-files.ts';

/** A fetched page, not yet rendered. */
export interface FetchedPage {
  readonly version: number;
  /** Version that last changed its subject, if it tells. */
  readonly changed: number | null;
  readonly render: () => void;
}

/** The outside as the watch sees it; readers reject with `Unreachable` when nobody answered. */
export interface WatchPorts {
  readonly readPointer: () => Promise<PointerAnswer>;
  readonly readHeartbeat: () => Promise<number>;
  readonly readPage: () => Promise<FetchedPage>;
  readonly now: () => number;
  readonly random: () => number;
  /** Runs once after that many milliseconds; the answer cancels it. */
  readonly later: (milliseconds: number, run: () => void) => () => void;
  readonly isHidden: () => boolean;
  readonly isDeviceOffline: () => boolean;
  /** After every look: which silence it is, for how many minutes, and the server's time in milliseconds. */
  readonly tell: (silence: Silence, minutes: number, now: number) => void;
}

export interface Shown {
  /** A constituency; null for the whole election. */
  readonly subject: string | null;
  readonly version: number;
  readonly pollMs: number;
  /** Version that last changed its subject, if the page knows it. */
  readonly changed: number | null;
}

/** A page that does not reach what the pointer says of its subject is asked again this often at every look, then after ever more of them. */
const eagerAnswers = 3;
const longestRest = 16;

/** Looks without asking, after so many answers that lagged behind. Never forever: a page can be baked late on a busy night, and be the last. */
const restAfter = (behindAnswers: number): number =>
  behindAnswers < eagerAnswers ? 0 : Math.min(2 ** (behindAnswers - eagerAnswers + 1), longestRest);

/** While a page is known to be behind, the next look comes so soon, though the pointer asks for a longer pause, as it does once all is declared. */
const catchUpMs = 5000;
/** A page that was behind so often may never come: then the pointer's pause is kept. */
const catchUpAnswers = 6;

const heartbeatPauseMs = 10_000;

/** Keeps a page at the pointer's version; never renders a lower one than it has shown. [I13] */
export const watchPointer = (ports: WatchPorts, page: Shown) => {
  let shown = page.version;
  let shownChange = page.changed;
  /** The change that the page has not reached yet, how often it was asked, and for how many looks it is left alone. */
  let awaited = { change: page.changed, behindAnswers: 0, rest: 0 };
  let skew: number | null = null;
  let listenedAt = Number.NEGATIVE_INFINITY;
  let feed: Feed = newFeed(page.version, page.pollMs, ports.now());
  let looking = false;
  let cancel: () => void = () => undefined;

  const now = () => ports.now() + (skew ?? 0);

  const setClock = (serverTime: number | null) => {
    if (serverTime === null) return;
    const found = serverTime - ports.now();
    if (skew === null) feed = { ...feed, startedAt: feed.startedAt + found };
    skew = found;
  };

  /** The change the page now stands for: its own word, or the pointer's once the page has caught up. */
  const settleChange = (fetched: FetchedPage, pointer: Pointer, change: number) => {
    const reached =
      fetched.changed === null ? fetched.version >= pointer.version : fetched.changed === change;
    if (reached) shownChange = change;
    const behindAnswers = reached ? 0 : awaited.behindAnswers + 1;
    awaited = { change, behindAnswers, rest: restAfter(behindAnswers) };
  };

  const refreshPage = async (pointer: Pointer, change: number) => {
    const fetched = await ports.readPage();
    feed = afterPage(feed, fetched.version, shown);
    if (fetched.version < shown) return;
    if (fetched.version > shown) {
      shown = fetched.version;
      fetched.render();
    }
    settleChange(fetched, pointer, change);
  };

  /** Whether the page is asked at this look; one that lagged is left alone for a while, until the next change. */
  const isAskedFor = (change: number): boolean => {
    if (awaited.change !== change) awaited = { change, behindAnswers: 0, rest: 0 };
    if (awaited.rest === 0) return true;
    awaited = { ...awaited, rest: awaited.rest - 1 };
    return false;
  };

  const follow = async (pointer: Pointer) => {
    const isLower = pointer.version < feed.highest;
    feed = afterPointer(feed, pointer, now());
    if (isLower) return;
    const change = pointer.constituencies?.[page.subject ?? ''] ?? pointer.version;
    if (shownChange === null && pointer.version === shown) shownChange = change;
    if (change === shownChange) feed = afterPage(feed, shown, shown);
    else if (isAskedFor(change)) await refreshPage(pointer, change);
  };

  const listen = async () => {
    if (!needsHeartbeat(feed, now()) || ports.now() - listenedAt < heartbeatPauseMs) return;
    listenedAt = ports.now();
    try {
      feed = afterHeartbeat(feed, await ports.readHeartbeat(), now());
    } catch {
      // A missing heartbeat is what the feed's patience is for.
    }
  };

  const look = async () => {
    try {
      const { pointer, serverTime } = await ports.readPointer();
      setClock(serverTime);
      await follow(pointer);
      await listen();
    } catch (problem) {
      feed = afterFailure(feed, !(problem instanceof Unreachable));
    }
    if (ports.isHidden()) return;
    ports.tell(silenceOf(feed, now(), ports.isDeviceOffline()), silentMinutes(feed, now()), now());
  };

  const wait = () => {
    cancel();
    const { behindAnswers } = awaited;
    const most = behindAnswers > 0 && behindAnswers <= catchUpAnswers ? catchUpMs : undefined;
    if (!ports.isHidden()) cancel = ports.later(nextDelay(feed, ports.random(), most), lookNow);
  };

  const lookNow = () => {
    cancel();
    if (looking || ports.isHidden()) return;
    looking = true;
    void look().finally(() => {
      looking = false;
      wait();
    });
  };

  return {
    start: wait,
    /** For a tab that comes back, or a connection that does: one look at once. */
    lookNow,
    /** For a tab that is hidden: no look until it comes back. */
    pause: () => cancel(),
  };
};
