import * as z from 'zod/mini';
import { EmailAddress } from '../election/contact.ts';
import { AddressId } from '../election/identifiers.ts';
import { hasControlCharacter, LANGUAGES } from '../election/text.ts';
import { RESULT_OCCASIONS } from '../publication/feed.ts';

/** An address to be called on the web: `https://…`, without a name and password in it. */
const isCallable = (text: string): boolean => {
  const url = URL.parse(text);
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.username === '' &&
    url.password === '' &&
    !hasControlCharacter(text)
  );
};

const CallableAddress = z
  .string()
  .check(z.maxLength(1000), z.refine(isCallable, { error: 'not-a-web-address' }));

/** Base64url without padding, of so many bytes. */
const bytesOf = (length: number) => {
  const characters = Math.ceil((length * 4) / 3);
  return z
    .string()
    .check(
      z.refine((text) => text.length === characters && /^[A-Za-z0-9_-]+$/.test(text), { error: 'not-a-key' }),
    );
};

/** Which results somebody wants to hear of. */
const ABOUT = {
  language: z.enum(LANGUAGES),
  /** Null for all constituencies of the election. */
  constituencies: z.nullable(z.array(AddressId).check(z.minLength(1), z.maxLength(100))),
  occasions: z.array(z.enum(RESULT_OCCASIONS)).check(z.minLength(1), z.maxLength(RESULT_OCCASIONS.length)),
};

export const EmailWish = z.strictObject({
  channel: z.literal('email'),
  email: EmailAddress.check(z.refine((text) => !hasControlCharacter(text), { error: 'not-an-email' })),
  ...ABOUT,
});

/** What a browser says when it subscribes (Push API): where its push service listens, and for which keys to encrypt. */
export const PushWish = z.strictObject({
  channel: z.literal('push'),
  endpoint: CallableAddress,
  keys: z.strictObject({ p256dh: bytesOf(65), auth: bytesOf(16) }),
  ...ABOUT,
});

export const WebhookWish = z.strictObject({ channel: z.literal('webhook'), url: CallableAddress, ...ABOUT });

/** What is asked for at `POST /api/elections/{election}/alerts`. */
export const AlertWish = z.discriminatedUnion('channel', [EmailWish, PushWish, WebhookWish]);
export type AlertWish = z.infer<typeof AlertWish>;

export type Channel = AlertWish['channel'];

/** The number of an alert: 128 random bits in hexadecimal. Who knows it may end the alert, so it stands in no log and in no address that servers see. */
export const AlertId = z.string().check(z.regex(/^[0-9a-f]{32}$/));

/** Where alerts go, as one text: a second wish for the same place takes the first one's. */
export const placeOf = (wish: AlertWish): string => {
  if (wish.channel === 'email') return wish.email.toLowerCase();
  return wish.channel === 'push' ? wish.endpoint : wish.url;
};

/**
 * Whom a wish would trouble if somebody else made it, and how many of them are taken in a day. A mailbox has any number of addresses
 * (`name+tag@…`), and a server any number of paths, so they count together.
 */
export const troubledBy = (wish: AlertWish): { readonly whom: string; readonly mostADay: number } => {
  if (wish.channel === 'email') return { whom: placeOf(wish).replace(/\+[^@]*(?=@)/, ''), mostADay: 5 };
  if (wish.channel === 'push') return { whom: placeOf(wish), mostADay: 5 };
  return { whom: new URL(wish.url).host, mostADay: 50 };
};
