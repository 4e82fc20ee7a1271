import { sessionOf } from './access-token.ts';
import type { SignInAddresses } from './addresses.ts';
import type { Surroundings } from './surroundings.ts';
import type { HeldToken } from './token-holder.ts';

/** Where the sign-in page comes back to: this page, without query and hash. */
export const redirectUri = ({ address }: Surroundings): string => {
  const { origin, pathname } = address();
  return `${origin}${pathname}`;
};

/** Exchanges a code for a token. The time is taken before asking, so that the session never seems longer than it is. */
export const exchange = async (
  code: string,
  verifier: string,
  { token, clientId }: SignInAddresses,
  around: Surroundings,
): Promise<HeldToken> => {
  const askedAt = around.now();
  const response = await around.fetch(token, {
    method: 'POST',
    credentials: 'omit',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: redirectUri(around),
      code,
      code_verifier: verifier,
    }),
  });
  if (!response.ok) throw new Error(`The sign-in service refused the code with ${response.status}`);
  const answer = (await response.json()) as {
    readonly access_token: string;
    readonly refresh_token?: string;
    readonly expires_in: number;
  };
  const session = sessionOf(answer.access_token, askedAt + answer.expires_in * 1000);
  return { token: answer.access_token, revocable: answer.refresh_token ?? answer.access_token, session };
};

/**
 * Whether the way to the sign-in page and back would be gone now: gone once without cookies, which gives nobody a code. A page that leaves
 * while the network is away ends on the browser's own error page.
 */
export const wayStands = async (address: string, around: Surroundings): Promise<boolean> => {
  try {
    await around.fetch(address, { mode: 'no-cors', credentials: 'omit', cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
};
