import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface DialogProps {
  readonly title: string;
  /** The id of the words that are read out with the title. */
  readonly describedBy?: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A message over the page; the page behind it keeps every field. The browser keeps the focus inside and gives it back. */
export const Dialog = ({ title, describedBy, onClose, children }: DialogProps) => {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  // A browser closes at a second Escape without asking; a dialog that leaves the page is closed by us.
  const closed = (): void => {
    if (box.current?.isConnected) onClose();
  };
  return (
    <dialog
      ref={box}
      aria-labelledby={id}
      aria-describedby={describedBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={closed}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
};
