import type { Role } from '#shared/election/acts.ts';
import type { Observable } from './observable.ts';

/** Whoever is signed in here, as far as the desk shows it. Tokens stay inside the sign-in. */
export interface DeskSession {
  /** Pseudonymous subject of the account: what is kept on the device is kept under it. */
  readonly account: string;
  readonly role: Role;
  readonly constituencies: readonly string[];
  readonly stations: readonly string[];
  /** When the session ends, as an instant by the server's clock. */
  readonly endsAt: string;
}

/** `ended`: somebody was signed in on this page, and the same account may come back to its forms. */
export type SessionState =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signed-in'; readonly session: DeskSession }
  | { readonly kind: 'ended'; readonly session: DeskSession };

/** What the desk takes from the sign-in. */
export interface SignInPort {
  readonly state: Observable<SessionState>;
  /** Leads to the sign-in page and back to this address. */
  signIn(): Promise<void>;
  /** Signs in anew over the page that stands, so that no field is lost; also makes a running session longer. */
  signInOver(): Promise<boolean>;
  /** A request to the API with the session's token. Rejects where the network is lost. */
  fetchApi(path: string, init?: RequestInit): Promise<Response>;
  signOut(): Promise<void>;
  signOutEverywhere(): Promise<void>;
}
