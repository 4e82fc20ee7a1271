import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';

interface SendButtonProps {
  readonly children: ComponentChildren;
  readonly onSend: () => Promise<void>;
  readonly second?: boolean;
}

/** A button that sends. Pressed again while it works it does nothing, and keeps the focus that a disabled button would lose. */
export const SendButton = ({ children, onSend, second = false }: SendButtonProps) => {
  const { forms } = useDesk().words;
  const busy = useRef(false);
  const [sending, setSending] = useState(false);
  const press = async (): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    try {
      await onSend();
    } finally {
      busy.current = false;
      setSending(false);
    }
  };
  return (
    <button
      type="button"
      class={second ? 'second' : undefined}
      aria-disabled={sending ? 'true' : undefined}
      onClick={() => void press()}
    >
      {sending ? forms.sending : children}
    </button>
  );
};
