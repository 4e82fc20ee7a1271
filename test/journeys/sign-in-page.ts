/** The least page that uses the sign-in: what it says and types stays on it, as a form's would. */
import { browserSignIn, type SessionState } from '../../site/desk/sign-in/session.ts';

const signIn = browserSignIn();
const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`There is no ${id}`);
  return found;
};
const tell = (state: SessionState): void => {
  element('state').textContent =
    state.kind === 'signed-out' ? 'signed-out' : `${state.kind} ${state.session.account}`;
};
const onClick = (id: string, act: () => Promise<unknown>): void => {
  element(id).addEventListener('click', () => {
    act().then(
      (said) => {
        element('said').textContent = `${id}: ${JSON.stringify(said) ?? ''}`;
      },
      (error: unknown) => {
        element('said').textContent = `${id}: ${String(error)}`;
      },
    );
  });
};
const ask = async (whenEnded: 'answer' | 'wait'): Promise<unknown> => {
  const response = await signIn.fetchApi('/api/accounts', {}, whenEnded);
  const { accounts = [] } = (await response.json()) as { readonly accounts?: readonly unknown[] };
  return [response.status, accounts.length > 0];
};

signIn.state.subscribe(tell);
onClick('sign-in', () => signIn.signIn());
onClick('silent', () => signIn.signIn({ prompt: 'none' }));
onClick('over', () => signIn.signInOver());
onClick('ask', () => ask('answer'));
onClick('wait', () => ask('wait'));
onClick('out', () => signIn.signOut());
onClick('everywhere', () => signIn.signOutEverywhere());
await signIn.arrived;
tell(signIn.state.get());
document.documentElement.dataset['ready'] = 'true';
