import { useEffect, useState } from 'preact/hooks';
import { clock } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { useObserved } from '../observable.ts';
import { nowMs } from '../server-clock.ts';
import { Dialog } from './Dialog.tsx';

const WARNED_BEFORE_MS = 120_000;
const LOOKED_EVERY_MS = 1000;

/** True in the last two minutes of a session. */
const useEndsSoon = (endsAt: string | null): boolean => {
  const [soon, setSoon] = useState(false);
  useEffect(() => {
    const look = () => setSoon(endsAt !== null && Date.parse(endsAt) - nowMs() <= WARNED_BEFORE_MS);
    look();
    const timer = setInterval(look, LOOKED_EVERY_MS);
    return () => clearInterval(timer);
  }, [endsAt]);
  return soon;
};

/** The warning before a session ends, and the way back after it has: over the page, so that no field is lost. */
export const SessionDialogs = () => {
  const { words, signIn } = useDesk();
  const state = useObserved(signIn.state);
  const endsAt = state.kind === 'signed-in' ? state.session.endsAt : null;
  const soon = useEndsSoon(endsAt);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const again = async () => setFailed(!(await signIn.signInOver()));
  const about = state.kind === 'ended' ? 'ended' : endsAt;
  if (about === null || dismissed === about || (state.kind !== 'ended' && !soon)) return null;
  const { ended, ending } = words.shell;
  const told = state.kind === 'ended' ? ended : ending;
  return (
    <Dialog title={told.title} onClose={() => setDismissed(about)}>
      <p>{state.kind === 'ended' ? ended.words : ending.words(clock(endsAt ?? ''))}</p>
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
