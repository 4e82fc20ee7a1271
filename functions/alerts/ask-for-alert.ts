import { confirmationLetter, type MessageFacts } from '#shared/alerts/alert-messages.ts';
import { describeAlertProblem } from '#shared/alerts/problem-words.ts';
import { AlertWish, troubledBy } from '#shared/alerts/wish.ts';
import { parseInput, shownValue } from '#shared/election/input-problem.ts';
import { textIn } from '#shared/election/text.ts';
import { sha256Hex } from '#shared/hash.ts';
import { type OpenRequest, openRoute } from '../http/open-route.ts';
import { Refusal, refusal } from '../http/problem.ts';
import type { Reply } from '../http/reply.ts';
import type { ActHandler } from '../http/route.ts';
import type { PushServices, Subscription } from '../ports.ts';
import { activate, placeHash } from './activate.ts';
import { type AlertPorts, CONFIRMED_WITHIN_MS, later } from './alert-ports.ts';
import { type PublishedResults, publishedResults } from './published-results.ts';

/** Letters and calls in an hour, of the whole portal: more than any night asks for, less than would harm its name. */
const MOST_ASKS_IN_AN_HOUR = 20_000;

/** Asking needs to know push services, and not the key for them. */
export type AskPorts = Omit<AlertPorts, 'push'> & { readonly push: Pick<PushServices, 'isOne'> };

interface Asked {
  readonly request: OpenRequest;
  readonly wish: AlertWish;
  readonly results: PublishedResults;
}

const parseWish = (body: unknown): AlertWish => {
  const parsed = parseInput(AlertWish, body);
  if (!parsed.ok) throw new Refusal(parsed.problem);
  return parsed.value;
};

const resultsOf = async ({ published }: AskPorts, election: string): Promise<PublishedResults> => {
  const results = await publishedResults(published, election);
  if (!results) throw refusal('election-unknown', '$', election);
  return results;
};

const assertKnown = async ({ wish: { constituencies }, results }: Asked): Promise<void> => {
  if (constituencies === null) return;
  const names = await results.names();
  constituencies.forEach((id, index) => {
    if (!names.has(id)) throw refusal('unknown-constituency', `$.constituencies[${index}]`, id);
  });
};

const assertCallable = ({ calls, push }: AskPorts, { wish }: Asked): void => {
  if (wish.channel === 'webhook' && !calls.mayCall(wish.url))
    throw refusal('webhook-not-encrypted', '$.url', shownValue(wish.url));
  if (wish.channel === 'push' && !push.isOne(wish.endpoint))
    throw refusal('push-service-unknown', '$.endpoint', shownValue(wish.endpoint));
};

/** Nobody's mailbox or server is filled by somebody else's fun. */
const assertNotTooOften = async ({ subscriptions }: AskPorts, { wish, request }: Asked): Promise<void> => {
  const { now } = request;
  const until = later(now, 2 * 86_400_000);
  const { whom, mostADay } = troubledBy(wish);
  const name = `whom ${sha256Hex(new TextEncoder().encode(whom))} ${now.slice(0, 10)}`;
  const mayAsk =
    (await subscriptions.count(name, mostADay, until)) &&
    (await subscriptions.count(`hour ${now.slice(0, 13)}`, MOST_ASKS_IN_AN_HOUR, until));
  if (!mayAsk) throw refusal('asked-too-often');
};

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const newSubscription = (ports: AskPorts, { wish, request, results }: Asked): Subscription => ({
  election: request.election,
  id: hex(ports.random(16)),
  wish,
  state: 'asked',
  after: results.pointer.size,
  trouble: null,
  expiresAt: later(request.now, CONFIRMED_WITHIN_MS),
});

const sendLetter = async (
  { messenger, portal }: AskPorts,
  { results, wish }: Asked,
  { election, id }: Subscription,
): Promise<void> => {
  if (wish.channel !== 'email') return;
  const { language, email } = wish;
  const { title } = await results.feed(language);
  const facts: MessageFacts = { portal: portal(), election, title, language, id };
  const { constituencies } = wish;
  const names = constituencies && (await results.names());
  const about = constituencies?.map((of) => textIn(names?.get(of) ?? {}, language).text) ?? null;
  const sent = await messenger.send({
    id: `alert-confirmation.${placeHash({ wish }).slice(0, 16)}.${id.slice(0, 8)}`,
    to: { email },
    kind: 'alert-confirmation',
    ...confirmationLetter(facts, wish, about),
  });
  if (sent === 'refused') throw refusal('not-an-email', '$.email', shownValue(email));
};

/** An address that wants to be called says so itself: it answers a call with what the call holds. */
const askAddress = async ({ calls }: AskPorts, asked: Asked, challenge: string): Promise<void> => {
  const { wish, request } = asked;
  if (wish.channel !== 'webhook') return;
  const body = JSON.stringify({
    type: 'webhook.verification',
    timestamp: request.now,
    data: { election: request.election, challenge },
  });
  const answer = await calls.post(wish.url, { 'content-type': 'application/json' }, body);
  if (answer === null) throw refusal('webhook-silent', '$.url', shownValue(wish.url));
  if (answer.status < 200 || answer.status > 299 || !answer.text.includes(challenge))
    throw refusal('webhook-not-confirmed', '$.url', shownValue(wish.url), { status: answer.status });
};

/** An e-mail address is written to and waits for its owner; a browser asked its own; an address on the web is called and answers. */
const take = async (ports: AskPorts, asked: Asked): Promise<Reply> => {
  const { subscriptions } = ports;
  const { channel } = asked.wish;
  const subscription = newSubscription(ports, asked);
  if (channel === 'email') {
    await subscriptions.put(subscription, 0);
    await sendLetter(ports, asked, subscription);
    return { status: 202, body: { state: 'asked' } };
  }
  if (channel === 'webhook') await askAddress(ports, asked, hex(ports.random(16)));
  const secret = `whsec_${Buffer.from(ports.random(32)).toString('base64')}`;
  const kept = channel === 'webhook' ? { ...subscription, secret } : subscription;
  await activate(ports, kept, { replacing: 0, now: asked.request.now });
  const { id } = kept;
  return { status: 201, body: { state: 'active', id, ...(channel === 'webhook' ? { secret } : {}) } };
};

/** Somebody wants to be told of results. */
export const askForAlert = (ports: AskPorts): ActHandler =>
  openRoute({ name: 'ask-for-alert', describe: describeAlertProblem }, ports, async (request) => {
    const wish = parseWish(request.body);
    const asked = { request, wish, results: await resultsOf(ports, request.election) };
    await assertKnown(asked);
    assertCallable(ports, asked);
    await assertNotTooOften(ports, asked);
    return take(ports, asked);
  });
