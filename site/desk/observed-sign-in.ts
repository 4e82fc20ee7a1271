import type { Observable } from './observable.ts';
import { source } from './observable.ts';
import type { DeskSession, SessionState, SignIn } from './sign-in/session.ts';

/** What the desk knows of the session: the sign-in's own state, or an officer who goes on without a network. */
export interface DeskSignIn extends Omit<SignIn, 'state'> {
  readonly state: Observable<SessionState>;
  /** Shows the forms that this account left on the device; nothing is sent before the same account has signed in. */
  resume(session: DeskSession): void;
}

/** Sees a page that was opened without a network as one whose session has ended: its forms are there, and signing in goes over them. */
export const deskSignIn = (signIn: SignIn): DeskSignIn => {
  const state = source<SessionState>(signIn.state.get());
  signIn.state.subscribe(state.set);
  return {
    ...signIn,
    state,
    resume: (session) => {
      if (state.get().kind === 'signed-out') state.set({ kind: 'ended', session });
    },
  };
};
