import { useDesk } from '../desk-context.ts';
import type { Unsent } from '../offline/unsent.ts';
import { Dialog } from './Dialog.tsx';

interface SignOutProps {
  /** What was typed on this device and not sent. */
  readonly unsent: Unsent;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asked only where signing out would lose something. */
export const SignOut = ({ unsent, onStay, onLeave }: SignOutProps) => {
  const { leaving } = useDesk().words.shell;
  return (
    <Dialog title={leaving.title} onClose={onStay}>
      <p>{leaving.words(unsent)}</p>
      <p class="buttons">
        <button type="button" onClick={onStay}>
          {leaving.stay}
        </button>
        <button type="button" class="second" onClick={onLeave}>
          {leaving.leave}
        </button>
      </p>
    </Dialog>
  );
};
