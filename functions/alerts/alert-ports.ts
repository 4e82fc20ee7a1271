import type { RoutePorts } from '../http/route.ts';
import type { Messenger, OutsideCalls, PushServices, Subscriptions } from '../ports.ts';
import type { Published } from './published-results.ts';

/** What alerts work with; each job names what it needs. They see what is public, and who wants to hear of it: no record, and no key of a ledger. */
export interface AlertPorts extends RoutePorts {
  readonly published: Published;
  readonly subscriptions: Subscriptions;
  readonly messenger: Messenger;
  readonly push: PushServices;
  readonly calls: OutsideCalls;
  /** The portal's own address, `https://returns.example.hk`, for links in messages. */
  readonly portal: () => string;
  readonly random: (bytes: number) => Uint8Array;
}

const DAY_MS = 86_400_000;

/** Whoever does not confirm is forgotten. */
export const CONFIRMED_WITHIN_MS = 2 * DAY_MS;

/** A result may be corrected in the year after it; then nobody needs to be told any more. */
export const KEPT_MS = 400 * DAY_MS;

export const later = (now: string, milliseconds: number): string =>
  new Date(Date.parse(now) + milliseconds).toISOString();
