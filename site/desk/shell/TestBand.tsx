import { useObserved } from '../observable.ts';
import type { DeskWords } from '../words/load.ts';
import { whose } from './whose.ts';

/** Above everything that a candidate sees of a rehearsal, as on its public pages. */
export const TestBand = ({ words }: { readonly words: DeskWords }) =>
  useObserved(whose)?.test ? (
    <p class="test">
      <b>{words.common.test}</b> {words.common.testWords}
    </p>
  ) : null;
