import type { AccountView, ToldAccount } from '#shared/desk/account-view.ts';
import { dayTime } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import type { ScreenProps } from '../routes.ts';
import { Screen } from '../shell/Screen.tsx';
import { Told } from '../shell/Told.tsx';
import { useAnswer } from '../shell/use-answer.ts';
import { AccountState } from './Accounts.tsx';
import { AccountAnswer } from './account-answers.ts';
import { accountApi, accountScreens, accountsLeftAt } from './account-paths.ts';
import { EndSessions } from './EndSessions.tsx';
import { Facts } from './Facts.tsx';
import { History } from './History.tsx';
import { Places } from './Places.tsx';
import { usePlaceNames } from './place-names.ts';
import { managesAccounts } from './who-may.ts';

const AccountFacts = ({ of }: { readonly of: ToldAccount }) => {
  const { words, language } = useDesk();
  const { fields, places, state, changedAt } = words.accounts;
  const names = usePlaceNames();
  return (
    <Facts
      rows={[
        [fields.id, <span class="account-code">{of.id}</span>],
        [fields.role, words.common.roles[of.role]],
        [places, <Places of={of} names={names} />],
        [fields.email, <a href={`mailto:${of.email}`}>{of.email}</a>],
        [
          fields.phone,
          of.phone === undefined ? words.accounts.none : <a href={`tel:${of.phone}`}>{of.phone}</a>,
        ],
        [state, <AccountState of={of} />],
        [changedAt, dayTime(language, of.changedAt)],
      ]}
    />
  );
};

interface ActsProps {
  readonly of: ToldAccount;
  readonly onDone: () => void;
}

/** What the chief electoral officer can do with an account. */
const Acts = ({ of, onDone }: ActsProps) => {
  const { words, session } = useDesk();
  const { accounts } = words;
  const own = of.id === session.account;
  return (
    <section aria-labelledby="account-acts">
      <h2 id="account-acts">{accounts.acts}</h2>
      <p class="buttons">
        <a class="button" href={accountScreens.change(of.id)}>
          {accounts.change.title}
        </a>
        {!own && (
          <a
            class="button second"
            href={of.active ? accountScreens.close(of.id) : accountScreens.reopen(of.id)}
          >
            {of.active ? accounts.close.title : accounts.reopen.title}
          </a>
        )}
        {!own && <EndSessions account={of.id} name={of.name} onDone={onDone} />}
      </p>
      {own && (
        <p class="hint">
          {accounts.ownAccount}
          {words.common.space}
          <a href={accountScreens.own()}>{accounts.own.title}</a>
        </p>
      )}
    </section>
  );
};

const Shown = ({ view, ask }: { readonly view: AccountView; readonly ask: () => void }) => {
  const { words, session } = useDesk();
  const { account, history } = view;
  return (
    <>
      {!account.active && <p class="warn">{words.accounts.closedWords}</p>}
      <AccountFacts of={account} />
      {managesAccounts(session) && <Acts of={account} onDone={ask} />}
      {history && <History events={history} />}
    </>
  );
};

/** One account: who it is for, what can be done with it, and what became of it. */
export const AccountScreen = ({ params }: ScreenProps) => {
  const { words } = useDesk();
  const { account = '' } = params;
  const asked = useAnswer(accountApi.one(account), AccountAnswer);
  return (
    <Screen
      title={asked.value?.account.name ?? account}
      back={{ href: accountsLeftAt.get(), name: words.accounts.title }}
    >
      <Told asked={asked}>{(view) => <Shown view={view} ask={asked.ask} />}</Told>
    </Screen>
  );
};
