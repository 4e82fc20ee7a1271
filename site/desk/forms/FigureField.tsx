import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { MAX_PAPERS } from '#shared/election/identifiers.ts';
import { count } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { FieldNotes } from './FieldNotes.tsx';
import { type FieldNote, useFigureForm } from './FigureForm.tsx';
import { fieldId } from './field-id.ts';
import { type PastedColumn, pastedColumn } from './pasted-column.ts';
import { readFigure, shownBack } from './read-figure.ts';

interface FigureFieldProps {
  /** Path of the figure in the report: names the field, and finds its text and its note. */
  readonly path: string;
  readonly label: ComponentChildren;
  /** The field was left with what is in it now. */
  readonly onLeave?: () => void;
}

const UNCLEAR: ReadonlySet<string> = new Set(['unclear', 'too-great']);

/** Why a text is no figure, once its field was left. */
const useUnclear = (typed: string) => {
  const { words } = useDesk();
  // What is there before anybody types here was pasted, or kept from an earlier visit.
  const [left, setLeft] = useState(true);
  const { kind } = readFigure(typed);
  const sentence: Readonly<Record<string, string>> = {
    unclear: words.forms.notUnderstood(typed.slice(0, 40)),
    'too-great': words.forms.tooGreat(count(MAX_PAPERS)),
  };
  const told = left ? sentence[kind] : undefined;
  const note: FieldNote | null = told === undefined ? null : { kind: 'error', sentence: told };
  return { note, setLeft };
};

/** A figure of the paper form: label left, figure right. Text with a numeric keyboard, as browsers' number fields lose what they do not understand. */
export const FigureField = ({ path, label, onLeave }: FigureFieldProps) => {
  const { typed, change, notes, order, pasted } = useFigureForm();
  const text = typed[path] ?? '';
  const { note: unclear, setLeft } = useUnclear(text);
  const note = unclear ?? notes.get(path) ?? null;
  const id = fieldId(path);

  const fillColumn = ({ cells, heading }: PastedColumn): void => {
    const paths = order.slice(order.indexOf(path)).slice(0, cells.length);
    const now = paths.map((one, at) => [one, shownBack(cells[at] ?? '')] as const);
    const before = Object.fromEntries(paths.map((one) => [one, typed[one] ?? '']));
    change(Object.fromEntries(now));
    const unclear = now.map(([, shown]) => shown).filter((shown) => UNCLEAR.has(readFigure(shown).kind));
    pasted({ count: paths.length, left: cells.length - paths.length, heading, unclear, before });
  };

  return (
    <div class={`figure${note ? ` ${note.kind === 'error' ? 'bad' : 'warn'}` : ''}`}>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        spellcheck={false}
        enterKeyHint="next"
        value={text}
        aria-invalid={note?.kind === 'error' ? 'true' : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        onInput={({ currentTarget }) => {
          setLeft(false);
          change({ [path]: currentTarget.value });
        }}
        onBlur={() => {
          setLeft(true);
          const shown = shownBack(text);
          if (shown !== text) change({ [path]: shown });
          onLeave?.();
        }}
        onPaste={(event) => {
          const column = pastedColumn(event.clipboardData?.getData('text') ?? '');
          if (!column) return;
          event.preventDefault();
          fillColumn(column);
        }}
      />
      <FieldNotes id={`${id}-note`} note={note} />
    </div>
  );
};
