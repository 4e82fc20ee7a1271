import type { ReceiptState } from '#shared/advertisements/receipt.ts';
import type { FileState } from '#shared/recount/register-results.ts';
import { usePlatformWords } from '../words/with-words.tsx';

const SIGNS: Readonly<Record<ReceiptState | FileState, string>> = {
  waiting: '◷',
  clean: '✓',
  public: '✓',
  held: '⚠',
  refused: '☒',
  replaced: '↻',
  removed: '–',
};

/** What inspection has made of a file, in words; the sign beside it says the same by its shape. */
export const FileStateWords = ({ state }: { readonly state: ReceiptState | FileState }) => {
  const { states } = usePlatformWords();
  return (
    <span class={`p-st ${state}`}>
      <span aria-hidden="true">{SIGNS[state]}</span> {states[state]}
    </span>
  );
};
