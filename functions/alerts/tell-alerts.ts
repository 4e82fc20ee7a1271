import { Webhook } from 'standardwebhooks';
import { type Alert, alertsFor } from '#shared/alerts/alert.ts';
import {
  alertLetter,
  alertNotification,
  type MessageFacts,
  webhookEvent,
} from '#shared/alerts/alert-messages.ts';
import { sha256Hex } from '#shared/hash.ts';
import type { Delivery, KeptSubscription, PushServices, Subscription } from '../ports.ts';
import { inParallel } from '../publishing/in-parallel.ts';
import { type AlertPorts, later } from './alert-ports.ts';
import { type PublishedResults, publishedResults } from './published-results.ts';

/** Mail and push services are asked by several at once, and never by so many that they say no. */
const AT_ONCE = 8;
const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 3 * 3_600_000;
/** Who cannot be reached for so long is not tried any more. */
const GIVEN_UP_MS = 3 * 86_400_000;

/** What telling needs. */
export type TellingPorts = Omit<AlertPorts, 'random' | 'log' | 'push'> & {
  readonly push: Pick<PushServices, 'push'>;
};

/** How one round of telling went; whom it told is nobody's business. */
export interface Telling {
  readonly told: number;
  readonly gone: number;
  readonly later: number;
}

/** What is new for one subscription, and how far it has been told then. */
interface Due {
  readonly subscription: Subscription;
  readonly facts: MessageFacts;
  readonly alerts: readonly Alert[];
}

/** How far somebody was told; what is left is told again later. */
interface Outcome {
  readonly delivery: Delivery;
  readonly after: number;
}

const text = new TextEncoder();

const sendLetter = async (ports: TellingPorts, { subscription, facts, alerts }: Due): Promise<Delivery> => {
  const { wish, election, id } = subscription;
  if (wish.channel !== 'email') return 'gone';
  const told = [alerts.at(0), alerts.at(-1)].map((alert) => alert?._open_returns.entry).join('-');
  const sent = await ports.messenger.send({
    // The same however often the same is tried.
    id: `alert.${sha256Hex(text.encode(`${election} ${id} ${told}`)).slice(0, 32)}`,
    to: { email: wish.email },
    kind: 'alert',
    ...alertLetter(facts, alerts),
    leaveUrl: `${facts.portal}/api/elections/${election}/alerts/${id}/leave`,
  });
  return sent === 'refused' ? 'gone' : 'sent';
};

const sendNotification = async (
  ports: TellingPorts,
  { subscription, facts, alerts }: Due,
): Promise<Delivery> => {
  const { wish } = subscription;
  if (wish.channel !== 'push') return 'gone';
  const notification = alertNotification(facts, alerts);
  return ports.push.push(wish, { text: JSON.stringify(notification), topic: notification.tag });
};

/** One call an alert, signed, in the order of the ledger; the first that fails is where it goes on. */
const callWebhook = async (
  ports: TellingPorts,
  { subscription, facts, alerts }: Due,
  { pointer }: PublishedResults,
): Promise<Outcome> => {
  const { wish, secret = '' } = subscription;
  if (wish.channel !== 'webhook') return { delivery: 'gone', after: pointer.size };
  for (const alert of alerts) {
    const at = ports.clock.now();
    const body = JSON.stringify(webhookEvent(facts, alert, pointer));
    const id = `msg_${alert.id.replace('urn:uuid:', '')}`;
    const answer = await ports.calls.post(
      wish.url,
      {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign(id, at, body),
      },
      body,
    );
    if (answer?.status === 410) return { delivery: 'gone', after: pointer.size };
    if (answer === null || answer.status < 200 || answer.status > 299)
      return { delivery: 'later', after: alert._open_returns.entry };
  }
  return { delivery: 'sent', after: pointer.size };
};

const tell = async (ports: TellingPorts, due: Due, results: PublishedResults): Promise<Outcome> => {
  const { channel } = due.subscription.wish;
  if (channel === 'webhook') return callWebhook(ports, due, results);
  const send = channel === 'email' ? sendLetter : sendNotification;
  // A carrier that is out of order today keeps nobody else from being told.
  const delivery = await send(ports, due).catch((): Delivery => 'later');
  return { delivery, after: delivery === 'later' ? due.subscription.after : results.pointer.size };
};

/** Tried again after a minute, two, four … and given up in the end. */
const afterTrouble = (subscription: Subscription, now: string): Subscription | null => {
  const since = subscription.trouble?.since ?? now;
  if (Date.parse(now) - Date.parse(since) > GIVEN_UP_MS) return null;
  const tries = (subscription.trouble?.tries ?? 0) + 1;
  const pause = Math.min(MINUTE_MS * 2 ** Math.min(tries - 1, 20), LONGEST_PAUSE_MS);
  return { ...subscription, trouble: { since, tries, nextAt: later(now, pause) } };
};

/** What is kept of a subscription after it was told, or could not be; null where nothing is. */
const keptAfter = (subscription: Subscription, outcome: Outcome, now: string): Subscription | null => {
  if (outcome.delivery === 'gone') return null;
  const told = { ...subscription, after: outcome.after };
  return outcome.delivery === 'sent' ? { ...told, trouble: null } : afterTrouble(told, now);
};

const isWaiting = ({ trouble }: Subscription, now: string): boolean =>
  trouble !== null && trouble.nextAt > now;

interface Round {
  readonly ports: TellingPorts;
  readonly results: PublishedResults;
  readonly mayGoOn: () => boolean;
}

/** What is due for a subscription; null where it is told of everything that it asked for. */
const dueFor = async ({ ports, results }: Round, subscription: Subscription): Promise<Due | null> => {
  const { election, id, wish, state, after } = subscription;
  if (state !== 'active' || after >= results.pointer.size) return null;
  const { language } = wish;
  const feed = await results.feed(language);
  const alerts = alertsFor(feed, wish, after);
  if (alerts.length === 0) return null;
  return {
    subscription,
    facts: { portal: ports.portal(), election, title: feed.title, language, id },
    alerts,
  };
};

/** Tells one of them what is new, and keeps how far that is. */
const tellOne = async (round: Round, kept: KeptSubscription): Promise<keyof Telling | null> => {
  const { ports, results, mayGoOn } = round;
  const { subscriptions } = ports;
  const { revision, ...subscription } = kept;
  const { election, id } = subscription;
  const now = ports.clock.now().toISOString();
  if (subscription.expiresAt <= now) {
    await subscriptions.remove(election, id);
    return null;
  }
  const due = await dueFor(round, subscription);
  if (!due) return null;
  if (isWaiting(subscription, now) || !mayGoOn()) return 'later';
  const outcome = await tell(ports, due, results);
  const next = keptAfter(subscription, outcome, now);
  // Whoever left meanwhile stays away: a write in their place is refused.
  if (next) await subscriptions.put(next, revision);
  else await subscriptions.remove(election, id);
  if (!next) return 'gone';
  return outcome.delivery === 'sent' ? 'told' : 'later';
};

/** Tells everybody what is new in one election since they were told last. Whoever cannot be told keeps their place. */
export const tellAlerts = async (
  ports: TellingPorts,
  election: string,
  mayGoOn: () => boolean = () => true,
): Promise<Telling> => {
  const { subscriptions } = ports;
  const counted = { told: 0, gone: 0, later: 0 };
  const results = await publishedResults(ports.published, election);
  if (!results) return counted;
  const { size } = results.pointer;
  const before = await subscriptions.told(election);
  if (before.size >= size && !before.isOpen) return counted;
  const round = { ports, results, mayGoOn };
  for await (const page of subscriptions.list(election))
    await inParallel(
      page,
      async (kept) => {
        const went = await tellOne(round, kept);
        if (went) counted[went] += 1;
      },
      AT_ONCE,
    );
  await subscriptions.setTold(election, { size, isOpen: counted.later > 0 });
  return counted;
};
