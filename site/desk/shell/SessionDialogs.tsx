import { useState } from 'preact/hooks';
import { clock } from '../../words/format.ts';
import { connection } from '../connection.ts';
import { useDesk } from '../desk-context.ts';
import { useObserved } from '../observable.ts';
import { Dialog } from './Dialog.tsx';
import { wall } from './wall.ts';

const WORDS = 'session-words';

/** The warning before a session ends, and the way back after it has: over the page, so that no field is lost. */
export const SessionDialogs = () => {
  const { words, signIn } = useDesk();
  const state = useObserved(signIn.state);
  const offline = useObserved(connection) === 'offline';
  const onWall = useObserved(wall);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  if (state.kind === 'signed-out') return null;
  const { endsAt } = state.session;
  const about = `${state.kind} ${endsAt}`;
  const again = async () => setFailed(!(await signIn.signInOver()));
  // Without a network nobody can sign in: the form goes on, and asks when the network is back.
  const due = state.kind === 'ended' ? !offline : state.session.ending;
  if (!due || onWall || dismissed === about) return null;
  const { ended, ending } = words.shell;
  const told = state.kind === 'ended' ? ended : ending;
  return (
    <Dialog title={told.title} describedBy={WORDS} onClose={() => setDismissed(about)}>
      <p id={WORDS}>{state.kind === 'ended' ? ended.words : ending.words(clock(endsAt))}</p>
      {failed && (
        <p class="bad" role="alert">
          {ended.failed}
        </p>
      )}
      <p class="buttons">
        <button type="button" onClick={() => void again()}>
          {state.kind === 'ended' ? ended.signIn : ending.stay}
        </button>
        <button type="button" class="second" onClick={() => setDismissed(about)}>
          {state.kind === 'ended' ? ended.close : ending.later}
        </button>
      </p>
    </Dialog>
  );
};
