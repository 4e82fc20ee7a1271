import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { secondsLeft, type Whole, wholeOf } from '../upload/file-state.ts';
import type { WorkState } from '../upload/work.ts';
import { usePlatformWords } from '../words/with-words.tsx';

const SPOKEN = [25, 50, 75, 100] as const;

/** Says how far the whole is at each quarter, once; nothing in between interrupts a reader. */
const useSpoken = ({ percent, files }: Whole, sentence: string): void => {
  const { announce } = useDesk();
  const said = useRef(percent);
  useEffect(() => {
    const due = SPOKEN.filter((mark) => mark > said.current && mark <= percent).at(-1);
    said.current = percent;
    if (due !== undefined && files > 0) announce(sentence);
  }, [percent, files]);
};

/** All files together: how many are here, on their way and waiting, and how long it will take. */
export const WholeWords = ({ state }: { readonly state: WorkState }) => {
  const { upload } = usePlatformWords();
  const whole = wholeOf(state.draft, state.files);
  const left = whole.sending > 0 ? secondsLeft(whole, state.pace) : null;
  const sentence = upload.whole(whole, left);
  useSpoken(whole, sentence);
  return (
    <div class="p-whole">
      {whole.files > 0 && (
        <p>
          <b>{sentence}</b>
        </p>
      )}
      {state.waitsFor !== null && <p class="warn">{upload.waitsFor[state.waitsFor]}</p>}
    </div>
  );
};
