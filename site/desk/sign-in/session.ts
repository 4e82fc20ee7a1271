import type { DeskSession } from './access-token.ts';
import { authorizeAddress, readAddresses, type SignInAddresses } from './addresses.ts';
import { type Arrival, awaitHandOver, handOver, isOver, overState, takeArrival } from './arrival.ts';
import { exchange, redirectUri, wayStands } from './exchange.ts';
import { type Leaving, leave, readLeaving } from './leaving.ts';
import { challengeOf, secretText } from './pkce.ts';
import { browserSurroundings, type Surroundings } from './surroundings.ts';
import { type SessionState, tokenHolder } from './token-holder.ts';

export type { DeskSession, SessionState };

/** The sign-in as the desk uses it. The token stays inside: in memory only, gone when the page is. */
export interface SignIn {
  readonly state: {
    get(): SessionState;
    /** Called with each new state until the returned function is called. */
    subscribe(listener: (state: SessionState) => void): () => void;
  };
  /** Resolves once it is known whether this page comes from the sign-in page. */
  readonly arrived: Promise<void>;
  /** Leads to the sign-in page and back to this address. `none` asks nobody: it comes back signed in, or not. */
  signIn(how?: { readonly prompt?: 'none' | 'login' }): Promise<void>;
  /** Signs in anew in a small window over the page that stands, so that no field is lost; false where nobody did, or no window may open. Call it from a click. */
  signInOver(how?: { readonly prompt?: 'none' | 'login' }): Promise<boolean>;
  /**
   * Leads to the sign-in page without asking anybody, for this account only; where that page could not be reached now, or would be refused
   * afterwards, it stays and answers false. Only a page that nothing is typed into may do so: it is loaded anew. `leaving` is its last word.
   */
  renew(account: string, leaving: () => void): Promise<boolean>;
  /**
   * A request to the API with the session's token; rejects where the network is lost. Is the session over, the state turns to `ended`, and
   * the answer is the API's 401; or, with `wait`, the request waits until the same account has signed in again and is then sent anew.
   */
  fetchApi(path: string, init?: RequestInit, whenEnded?: 'answer' | 'wait'): Promise<Response>;
  /** Forgets the token, ends the sign-in page's session, and comes back to the desk. */
  signOut(): Promise<void>;
  /** As `signOut`, and every token of this account that was issued before is refused from now on. `ended` is waited for once that is so, before the page is left. */
  signOutEverywhere(ended?: () => Promise<void>): Promise<void>;
}

/** A request waited for a sign-in, and somebody else came: what one officer typed is not sent as another's. */
export class AnotherOfficer extends Error {
  override readonly name = 'AnotherOfficer';
}

/** Refused although the sign-in page may still know the officer: going on silently would be refused again. */
const ASK_ANEW = new Set(['signed-out', 'account-changed']);

const mustAskAnew = async (response: Response): Promise<boolean> => {
  try {
    const { errors = [] } = (await response.clone().json()) as {
      readonly errors?: readonly { code: string }[];
    };
    return errors.some(({ code }) => ASK_ANEW.has(code));
  } catch {
    return false;
  }
};

/** The sign-in over the browser, or over what a test brings. */
export const signInOf = (around: Surroundings): SignIn => {
  const holder = tokenHolder(around);
  let known: Promise<SignInAddresses> | null = null;
  let askAnew = false;
  const addresses = (): Promise<SignInAddresses> => {
    known ??= readAddresses(around.fetch);
    known.catch(() => {
      known = null;
    });
    return known;
  };

  const authorize = async (state: string, verifier: string, prompt?: 'none' | 'login'): Promise<string> =>
    authorizeAddress(await addresses(), {
      redirectUri: redirectUri(around),
      state,
      challenge: await challengeOf(verifier),
      language: around.language,
      prompt: prompt ?? (askAnew ? 'login' : undefined),
    });

  const take = async (
    { code }: Arrival,
    { verifier, only }: Pick<Leaving, 'verifier' | 'only'>,
  ): Promise<boolean> => {
    if (code === null) return false;
    const token = await exchange(code, verifier, await addresses(), around);
    if (only !== undefined && token.session.account !== only) return false;
    holder.hold(token);
    askAnew = false;
    return true;
  };

  const arrive = async (): Promise<void> => {
    const arrival = takeArrival(around);
    if (!arrival) return;
    if (isOver(arrival)) return handOver(arrival, around);
    const leaving = readLeaving(around, arrival.state);
    if (!leaving) return;
    const here = around.address();
    here.hash = leaving.hash;
    around.rewriteAddress(here.href);
    await take(arrival, leaving).catch(() => false);
  };

  const newLeaving = (): Leaving => ({
    state: secretText(),
    verifier: secretText(),
    hash: around.address().hash,
  });

  const signIn: SignIn['signIn'] = async ({ prompt } = {}) => {
    const leaving = newLeaving();
    leave(await authorize(leaving.state, leaving.verifier, prompt), leaving, around);
  };

  const renew: SignIn['renew'] = async (account, lastWord) => {
    const leaving: Leaving = { ...newLeaving(), only: account };
    if (askAnew || !(await wayStands(await authorize(secretText(), secretText(), 'none'), around)))
      return false;
    const address = await authorize(leaving.state, leaving.verifier, 'none');
    lastWord();
    leave(address, leaving, around);
    return true;
  };

  const signInOver: SignIn['signInOver'] = async ({ prompt } = {}) => {
    const opened = around.openOver();
    if (!opened) return false;
    try {
      const state = overState(secretText());
      const verifier = secretText();
      const arriving = awaitHandOver(state, opened.isClosed, around);
      opened.goTo(await authorize(state, verifier, prompt));
      const arrival = await arriving;
      return arrival !== null && (await take(arrival, { verifier }));
    } catch {
      return false;
    } finally {
      if (!opened.isClosed()) opened.close();
    }
  };

  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const held = holder.held();
    const headers = new Headers(init.headers);
    if (held) headers.set('authorization', `Bearer ${held.token}`);
    const response = await around.fetch(path, { ...init, headers });
    if (response.status !== 401 || !held) return response;
    askAnew = await mustAskAnew(response);
    holder.end(held);
    return response;
  };

  const fetchApi: SignIn['fetchApi'] = async (path, init = {}, whenEnded = 'answer') => {
    const before = holder.account();
    const response = await send(path, init);
    if (response.status !== 401 || whenEnded === 'answer') return response;
    const account = await holder.nextAccount();
    if (before !== null && account !== before) throw new AnotherOfficer();
    return fetchApi(path, init, whenEnded);
  };

  const signOut = async (): Promise<void> => {
    const held = holder.forget();
    const { revoke, logout, clientId } = await addresses();
    if (held) {
      const body = new URLSearchParams({ token: held.revocable, client_id: clientId });
      // The token is forgotten here whatever becomes of this request.
      await around.fetch(revoke, { method: 'POST', credentials: 'omit', body }).catch(() => null);
    }
    const way = new URL(logout, redirectUri(around));
    way.search = new URLSearchParams({ client_id: clientId, logout_uri: redirectUri(around) }).toString();
    around.leaveTo(way.href);
  };

  const signOutEverywhere: SignIn['signOutEverywhere'] = async (ended) => {
    const account = holder.account();
    if (account !== null) {
      const response = await send(`/api/accounts/${encodeURIComponent(account)}/sign-outs`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ request: crypto.randomUUID() }),
      });
      // 401: it was done before. 404: a token without an account has no other sessions.
      if (!response.ok && response.status !== 401 && response.status !== 404) {
        throw new Error(`Signing out everywhere was answered with ${response.status}`);
      }
    }
    await ended?.();
    await signOut();
  };

  return {
    state: holder.state,
    arrived: arrive(),
    signIn,
    signInOver,
    renew: (account, lastWord) => renew(account, lastWord).catch(() => false),
    fetchApi,
    signOut,
    signOutEverywhere,
  };
};

/** The one sign-in of this page. */
export const browserSignIn = (): SignIn => signInOf(browserSurroundings());
