import type { ComponentChildren } from 'preact';
import type { AccountView } from '#shared/desk/account-view.ts';
import { useDesk } from '../desk-context.ts';
import { Screen } from '../shell/Screen.tsx';
import { FailureWords, Told } from '../shell/Told.tsx';
import { useAnswer } from '../shell/use-answer.ts';
import { AccountAnswer } from './account-answers.ts';
import { accountApi, accountsLeftAt } from './account-paths.ts';

interface OneProps {
  readonly id: string;
  readonly children: (view: AccountView, again: () => void) => ComponentChildren;
}

/** Asks for an account, and shows what is made of it once it is known. */
export const OneAccount = ({ id, children }: OneProps) => {
  const { words } = useDesk();
  const asked = useAnswer(accountApi.one(id), AccountAnswer);
  const { value, failure, asking, ask } = asked;
  if (value !== null) {
    return (
      <>
        {failure && !asking && <FailureWords failure={failure} again={ask} />}
        {children(value, ask)}
      </>
    );
  }
  return (
    <Screen title={id} back={{ href: accountsLeftAt.get(), name: words.accounts.title }}>
      <Told asked={asked}>{() => null}</Told>
    </Screen>
  );
};
