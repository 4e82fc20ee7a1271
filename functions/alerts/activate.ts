import { placeOf } from '#shared/alerts/wish.ts';
import { sha256Hex } from '#shared/hash.ts';
import type { Subscription } from '../ports.ts';
import { type AlertPorts, KEPT_MS, later } from './alert-ports.ts';

/** Names the place where alerts go without saying it. */
export const placeHash = ({ wish }: Pick<Subscription, 'wish'>): string =>
  sha256Hex(new TextEncoder().encode(`${wish.channel} ${placeOf(wish)}`));

/**
 * From now on it is told of what is new, from its own `after` on. A place hears of everything once: what stood for it before goes. False when somebody else changed
 * the subscription meanwhile.
 */
export const activate = async (
  { subscriptions }: Pick<AlertPorts, 'subscriptions'>,
  subscription: Subscription,
  { replacing, now }: { readonly replacing: number; readonly now: string },
): Promise<boolean> => {
  const { election, id, after } = subscription;
  const expiresAt = later(now, KEPT_MS);
  const active = { ...subscription, state: 'active' as const, expiresAt };
  if (!(await subscriptions.put(active, replacing))) return false;
  const place = placeHash(subscription);
  const before = await subscriptions.standingFor(election, place);
  await subscriptions.setStanding(election, place, id, expiresAt);
  if (before !== null && before !== id) await subscriptions.remove(election, before);
  // What came in between was told of to others already: it is gone through once more.
  const told = await subscriptions.told(election);
  if (told.size > after) await subscriptions.setTold(election, { ...told, isOpen: true });
  return true;
};
