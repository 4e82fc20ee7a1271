import type { Language } from '#shared/election/text.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import { connection } from '../connection.ts';
import { useObserved } from '../observable.ts';
import type { DeskSignIn } from '../observed-sign-in.ts';
import type { DeskSession } from '../sign-in/session.ts';
import type { DeskWords } from '../words/load.ts';

interface SignedOutProps {
  readonly words: DeskWords;
  readonly language: Language;
  readonly signIn: DeskSignIn;
  readonly lastAccount: DeskSession | null;
}

/** What stands here before anybody signed in. Without a network the forms of whoever did not sign out can be gone on with. */
export const SignedOut = ({ words, language, signIn, lastAccount }: SignedOutProps) => {
  const offline = useObserved(connection) === 'offline';
  const { shell, common } = words;
  return (
    <>
      <h1 tabIndex={-1}>{shell.signInTitle}</h1>
      <p class="lead">{shell.signInWords}</p>
      {offline && <p class="warn">{shell.signInOffline}</p>}
      <p class="buttons">
        {offline && lastAccount ? (
          <button type="button" onClick={() => signIn.resume(lastAccount)}>
            {shell.goOn(common.roles[lastAccount.role], lastAccount.stations.join(', '))}
          </button>
        ) : (
          <button type="button" onClick={() => void signIn.signIn()}>
            {shell.signIn}
          </button>
        )}
      </p>
      <p class="hint">{shell.keptForOthers}</p>
      <p>
        <a href={pagePaths.elections(language)}>{words.front.results}</a>
      </p>
    </>
  );
};
