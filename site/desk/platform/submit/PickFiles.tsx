import { useRef, useState } from 'preact/hooks';
import { FORMATS, MAX_FILE_BYTES } from '#shared/advertisements/file-rules.ts';
import { count } from '../../../words/format.ts';
import { FieldNotes } from '../../forms/FieldNotes.tsx';
import type { FieldNote } from '../../forms/FigureForm.tsx';
import { fieldId } from '../../forms/field-id.ts';
import { usePlatformWords } from '../words/with-words.tsx';

interface PickProps {
  /** Names the field. */
  readonly path: string;
  readonly label: string;
  readonly several: boolean;
  readonly note: FieldNote | null;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files are chosen, or dropped: the browser's own field comes first, so that it works by keyboard and without a mouse. */
export const PickFiles = ({ path, label, several, note, onFiles }: PickProps) => {
  const { upload } = usePlatformWords();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const id = fieldId(path);
  const take = (files: FileList | null | undefined): void => {
    if (files && files.length > 0) onFiles([...files]);
    // Emptied, so that the same file can be chosen once more.
    if (input.current) input.current.value = '';
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: whoever cannot drop files presses the button inside
    <div
      class={`p-drop${isOver ? ' over' : ''}${note ? ' bad' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <p class="p-pick">
        <span class="vh" id={`${id}-label`}>
          {label}
        </span>
        <input
          ref={input}
          id={id}
          class="p-file vh"
          type="file"
          multiple={several}
          aria-labelledby={`${id}-choose ${id}-label`}
          aria-describedby={`${id}-hint${note ? ` ${id}-note` : ''}`}
          aria-invalid={note ? 'true' : undefined}
          onChange={({ currentTarget }) => take(currentTarget.files)}
        />
        <label for={id} id={`${id}-choose`} class="button second">
          {upload.choose(several)}
        </label>
        <span class="p-or">{upload.orDrop}</span>
      </p>
      <p class="hint" id={`${id}-hint`}>
        {upload.limit(
          count(MAX_FILE_BYTES),
          FORMATS.filter((format) => format !== 'zip' && format !== 'gz').map((format) =>
            format.toUpperCase(),
          ),
        )}
      </p>
      <FieldNotes id={`${id}-note`} note={note} />
    </div>
  );
};
