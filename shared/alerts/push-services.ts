/** Push services of the browsers that there are. Anybody could name another address and have it called in our name. */
const HOSTS: readonly string[] = [
  'fcm.googleapis.com',
  'push.services.mozilla.com',
  'notify.windows.com',
  'push.apple.com',
];

/** Whether an address belongs to a browser's push service, over an encrypted connection. */
export const isPushService = (endpoint: string): boolean => {
  const url = URL.parse(endpoint);
  return (
    url?.protocol === 'https:' &&
    url.port === '' &&
    HOSTS.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
  );
};
