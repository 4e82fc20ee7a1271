/** Notifications on this device: the browser's own subscription, and which of the portal's alerts it is. */

const WORKER = '/alert-worker.js';
const SCOPE = '/alerts/';
const kept = (election: string): string => `open-returns.alert.${election}`;

export interface DeviceKeys {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** Whether this browser can be told at all. */
export const canBeTold = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;

const started = async (registration: ServiceWorkerRegistration): Promise<ServiceWorkerRegistration> => {
  const worker = registration.installing ?? registration.waiting;
  if (registration.active || !worker) return registration;
  await new Promise<void>((resolve) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve();
    });
  });
  return registration;
};

/** Subscribes this browser with the portal's key; null where the reader does not allow it. */
export const subscribeDevice = async (key: string): Promise<DeviceKeys | null> => {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  const registration = await started(
    await navigator.serviceWorker.register(WORKER, { scope: SCOPE, updateViaCache: 'none' }),
  );
  const { pushManager } = registration;
  const options = { userVisibleOnly: true, applicationServerKey: key };
  // One for an earlier key of the portal would never hear of anything.
  const subscription = await pushManager.subscribe(options).catch(async () => {
    await (await pushManager.getSubscription())?.unsubscribe();
    return pushManager.subscribe(options);
  });
  const { endpoint = '', keys = {} } = subscription.toJSON();
  return { endpoint, keys: { p256dh: keys['p256dh'] ?? '', auth: keys['auth'] ?? '' } };
};

/** The number of this device's alert for an election, so that it can be ended here. */
export const deviceAlert = {
  of: (election: string): string | null => localStorage.getItem(kept(election)),
  keep: (election: string, id: string): void => localStorage.setItem(kept(election), id),
  forget: (election: string): void => localStorage.removeItem(kept(election)),
};
