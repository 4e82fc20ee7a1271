import { useDesk } from '../desk-context.ts';
import type { FieldNote } from './FigureForm.tsx';

/** The sentence under a field; the field names it as its description. */
export const FieldNotes = ({ id, note }: { readonly id: string; readonly note: FieldNote | null }) => {
  const { forms } = useDesk().words;
  if (!note) return null;
  return (
    <p id={id} class={note.kind === 'error' ? 'fault' : 'ask'}>
      <b>{note.kind === 'error' ? forms.error : forms.check}</b> {note.sentence}
      {note.hint && <span class="hinted">{note.hint}</span>}
    </p>
  );
};
