import { useRef, useState } from 'preact/hooks';
import { visibleText } from '#shared/publication/plain-text.ts';
import { bytes } from '../../words/format.ts';
import type { FieldProps } from '../acts/form/act-form.ts';
import { useDesk } from '../desk-context.ts';
import { FieldNotes } from '../forms/FieldNotes.tsx';
import { fieldId } from '../forms/field-id.ts';
import { ATTACHED_TYPES, attachmentOf, keptAttachment, readAttachment } from './attachment.ts';

/** A plan or map: the file is read here, and only its name, size, type and hash are kept and sent. */
export const FilePick = ({ field, values, note, onType }: FieldProps) => {
  const { form } = useDesk().words.notices;
  const [refused, setRefused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = fieldId(field.id);
  const shown = note ?? (refused ? { kind: 'error' as const, sentence: form.fileRefused } : null);
  const known = readAttachment(values[field.id]);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const attachment = await attachmentOf(file).catch(() => null);
    setRefused(attachment === null);
    onType(field.id, attachment === null ? '' : keptAttachment(attachment));
  };
  // Emptied, so that the same file can be chosen once more.
  const takeOut = (): void => {
    if (input.current) input.current.value = '';
    onType(field.id, '');
    input.current?.focus();
  };
  return (
    <div class={`field${shown ? ' bad' : ''}`}>
      <p class="notice-label" id={`${id}-label`}>
        {field.label}
      </p>
      <p class="hint" id={`${id}-hint`}>
        {field.hint}
      </p>
      <input
        ref={input}
        id={id}
        class="notice-file vh"
        type="file"
        aria-labelledby={`${id}-label ${id}-choose`}
        accept={ATTACHED_TYPES.join(',')}
        aria-invalid={shown ? 'true' : undefined}
        aria-describedby={shown ? `${id}-hint ${id}-note` : `${id}-hint`}
        onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
      />
      <label for={id} id={`${id}-choose`} class="notice-choose">
        {known ? form.fileOther : form.fileChoose}
      </label>
      <FieldNotes id={`${id}-note`} note={shown} />
      {known && (
        <p class="notice-chosen" role="status">
          <b>
            <bdi>{visibleText(known.name)}</bdi>
          </b>{' '}
          · {bytes(known.bytes)}
          <code>SHA-256 {known.sha256}</code>
          <button type="button" class="second" onClick={takeOut}>
            {form.fileAway}
          </button>
        </p>
      )}
    </div>
  );
};
