import * as z from 'zod/mini';
import { ROLES, type Role } from '#shared/election/acts.ts';

/** Whoever is signed in here, as far as the desk shows it. The token itself never leaves the sign-in. */
export interface DeskSession {
  /** The account's id: what is kept on the device is kept under it. */
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  /** None named are all. */
  readonly elections: readonly string[];
  readonly constituencies: readonly string[];
  readonly stations: readonly string[];
  /** Accounts of the Central Platform that a candidate's sign-in files for. */
  readonly platforms: readonly string[];
  /** When the session ends, as an instant by the server's clock. */
  readonly endsAt: string;
  /** The same as a reading of `performance.now()`, which nobody can set. */
  readonly expiresAt: number;
  /** Two minutes are left, or fewer. */
  readonly ending: boolean;
}

const Claims = z.object({
  sub: z.string(),
  username: z.optional(z.string()),
  name: z.optional(z.string()),
  'cognito:groups': z.array(z.string()),
  election: z.optional(z.string()),
  constituency: z.optional(z.string()),
  station: z.optional(z.string()),
  platform: z.optional(z.string()),
  exp: z.number(),
});

const list = (text: string | undefined): readonly string[] =>
  (text ?? '').split(',').filter((id) => id !== '');

const payloadOf = (token: string): unknown => {
  const text = atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'));
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0))));
};

/** What a token says of its holder: to be shown. Whether it is true is the API's business. */
export const sessionOf = (token: string, expiresAt: number): DeskSession => {
  const claims = z.parse(Claims, payloadOf(token));
  const account = claims.username ?? claims.sub;
  return {
    account,
    name: claims.name ?? account,
    role: ROLES.find((role) => claims['cognito:groups'].includes(role)) ?? 'public',
    elections: list(claims.election),
    constituencies: list(claims.constituency),
    stations: list(claims.station),
    platforms: list(claims.platform),
    endsAt: new Date(claims.exp * 1000).toISOString(),
    expiresAt,
    ending: false,
  };
};
