import type { Language } from '#shared/election/text.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import type { SignInPort } from '../session.ts';
import type { DeskWords } from '../words/load.ts';

interface SignedOutProps {
  readonly words: DeskWords;
  readonly language: Language;
  readonly signIn: SignInPort;
}

/** What stands here before anybody signed in. */
export const SignedOut = ({ words, language, signIn }: SignedOutProps) => (
  <>
    <h1 tabIndex={-1}>{words.shell.signInTitle}</h1>
    <p class="lead">{words.shell.signInWords}</p>
    <p class="buttons">
      <button type="button" onClick={() => void signIn.signIn()}>
        {words.shell.signIn}
      </button>
    </p>
    <p class="hint">{words.shell.keptForOthers}</p>
    <p>
      <a href={pagePaths.elections(language)}>{words.front.results}</a>
    </p>
  </>
);
