import * as z from 'zod/mini';
import { describeAlertProblem } from '#shared/alerts/problem-words.ts';
import { AlertId } from '#shared/alerts/wish.ts';
import { type OpenRequest, openRoute } from '../http/open-route.ts';
import { refusal } from '../http/problem.ts';
import type { ActHandler, RoutePorts } from '../http/route.ts';
import type { KeptSubscription, PushServices } from '../ports.ts';
import { activate } from './activate.ts';
import type { AlertPorts } from './alert-ports.ts';
import { publishedResults } from './published-results.ts';

/** Where the number of an alert is none, nothing is looked for, and no answer tells the difference. */
const ownAlert = async (
  { subscriptions }: Pick<AlertPorts, 'subscriptions'>,
  { election, parameters }: OpenRequest,
): Promise<KeptSubscription | null> => {
  const id = parameters['alert'] ?? '';
  return z.safeParse(AlertId, id).success ? subscriptions.find(election, id) : null;
};

/** What its owner is told of it: never where it goes. */
const shown = ({ wish: { channel, language, constituencies, occasions } }: KeptSubscription) => ({
  channel,
  language,
  constituencies,
  occasions,
});

/** The owner of the address says: it was me. Said again, it changes nothing. */
export const confirmAlert = (
  ports: Pick<AlertPorts, keyof RoutePorts | 'published' | 'subscriptions'>,
): ActHandler =>
  openRoute(
    { name: 'confirm-alert', describe: describeAlertProblem, takesNoBody: true },
    ports,
    async (request) => {
      const alert = await ownAlert(ports, request);
      if (!alert) throw refusal('alert-unknown');
      if (alert.state === 'asked') {
        const results = await publishedResults(ports.published, request.election);
        const { revision, ...subscription } = alert;
        const after = results?.pointer.size ?? alert.after;
        await activate(ports, { ...subscription, after }, { replacing: revision, now: request.now });
      }
      return { status: 200, body: { state: 'active', ...shown(alert) } };
    },
  );

/** Ends an alert, at once and for good: also when it was ended before, or never was. Mail programs post here with one click (RFC 8058). */
export const leaveAlert = (ports: Pick<AlertPorts, keyof RoutePorts | 'subscriptions'>): ActHandler =>
  openRoute(
    { name: 'leave-alert', describe: describeAlertProblem, takesNoBody: true },
    ports,
    async (request) => {
      const alert = await ownAlert(ports, request);
      if (alert) await ports.subscriptions.remove(alert.election, alert.id);
      return { status: 200, body: { state: 'ended' } };
    },
  );

/** Which ways of telling there are, and what a browser needs to subscribe. */
export const readAlerts = (ports: RoutePorts & { readonly push: Pick<PushServices, 'key'> }): ActHandler =>
  openRoute({ name: 'read-alerts', describe: describeAlertProblem }, ports, async () => ({
    status: 200,
    body: { email: true, webhook: true, push: { key: ports.push.key } },
  }));
