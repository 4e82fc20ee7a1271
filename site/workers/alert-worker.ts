/** Shows what the portal tells this device, and leads to its page. It fetches nothing and keeps nothing. */

interface Notice {
  readonly title: string;
  readonly body: string;
  readonly lang: string;
  readonly url: string;
  readonly tag: string;
  readonly at: string;
}

interface PushEvent extends Event {
  readonly data: { json(): unknown } | null;
  waitUntil(work: Promise<unknown>): void;
}

interface ClickEvent extends Event {
  readonly notification: Notification;
  waitUntil(work: Promise<unknown>): void;
}

interface AlertScope {
  readonly location: { readonly origin: string };
  readonly registration: { showNotification(title: string, options: object): Promise<void> };
  readonly clients: { openWindow(url: string): Promise<unknown> };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: 'install',
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(type: 'push', listener: (event: PushEvent) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: ClickEvent) => void): void;
}

const scope = self as unknown as AlertScope;

/** A page of this portal, whatever a message says. */
const pageAt = (url: string): string => {
  const { origin, pathname } = new URL(url, scope.location.origin);
  return origin === scope.location.origin ? pathname : '/';
};

const show = (told: Notice): Promise<void> => {
  const { title, body, lang, url, tag, at } = told;
  return scope.registration.showNotification(title, {
    body,
    lang,
    tag,
    renotify: true,
    timestamp: Date.parse(at),
    data: { url: pageAt(url) },
  });
};

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('push', (event) => event.data && event.waitUntil(show(event.data.json() as Notice)));
scope.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { url } = event.notification.data as { readonly url: string };
  event.waitUntil(scope.clients.openWindow(url));
});
