import { createECDH } from 'node:crypto';
import { encrypt } from 'http_ece';
import { sha256Hex } from '#shared/hash.ts';
import type { Delivery, OutsideCalls, PushKey, PushServices } from '../ports.ts';

/** A notification that the browser was away for longer than this is no news any more. In seconds. */
const KEPT_SECONDS = 86_400;
/** How long a token is good for; RFC 8292 allows a day. */
const TOKEN_MS = 12 * 3_600_000;

const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes as string).toString('base64url');

/** The key as browsers want it when they subscribe. */
export const pushKeyText = ({ publicKey }: Pick<PushKey, 'publicKey'>): string => base64url(publicKey);

/** Tokens of the portal for push services (RFC 8292), one for each of them and used again while it is good. */
const tokens = (key: PushKey, subject: string) => {
  const known = new Map<string, { readonly token: string; readonly until: number }>();
  return async (endpoint: string): Promise<string> => {
    const audience = new URL(endpoint).origin;
    const standing = known.get(audience);
    if (standing && standing.until - Date.now() > TOKEN_MS / 2) return standing.token;
    const until = Date.now() + TOKEN_MS;
    const head = base64url(JSON.stringify({ typ: 'JWT', alg: 'ES256' }));
    const claims = base64url(JSON.stringify({ aud: audience, exp: Math.floor(until / 1000), sub: subject }));
    const signature = await key.sign(Buffer.from(`${head}.${claims}`));
    const token = `${head}.${claims}.${base64url(signature)}`;
    known.set(audience, { token, until });
    return token;
  };
};

const deliveryOf = (status: number): Delivery => {
  if (status >= 200 && status < 300) return 'sent';
  return status === 404 || status === 410 ? 'gone' : 'later';
};

/** Web push with a key that may be anywhere; `http_ece` is the encryption of RFC 8188 by its author. */
export const webPush = ({
  calls,
  key,
  subject,
  isOne,
}: {
  readonly calls: OutsideCalls;
  readonly key: PushKey;
  /** Whom push services may write to or look up: the portal's own address, or `mailto:`. */
  readonly subject: string;
  readonly isOne: PushServices['isOne'];
}): PushServices => {
  const publicKey = pushKeyText(key);
  const tokenFor = tokens(key, subject);
  return {
    key: publicKey,
    isOne,
    push: async ({ endpoint, keys }, { text, topic }) => {
      if (!isOne(endpoint)) return 'gone';
      const own = createECDH('prime256v1');
      own.generateKeys();
      const body = encrypt(Buffer.from(text), {
        version: 'aes128gcm',
        dh: keys.p256dh,
        privateKey: own,
        authSecret: keys.auth,
      });
      const answer = await calls.post(
        endpoint,
        {
          authorization: `vapid t=${await tokenFor(endpoint)}, k=${publicKey}`,
          'content-encoding': 'aes128gcm',
          'content-type': 'application/octet-stream',
          ttl: String(KEPT_SECONDS),
          urgency: 'high',
          // A later one about the same takes the place of one that was not fetched yet.
          topic: sha256Hex(Buffer.from(topic)).slice(0, 32),
        },
        body,
      );
      return answer === null ? 'later' : deliveryOf(answer.status);
    },
  };
};
