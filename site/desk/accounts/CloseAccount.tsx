import type { AccountView, ToldAccount } from '#shared/desk/account-view.ts';
import { ActFlow } from '../acts/form/ActFlow.tsx';
import { type ActForm, SENT, type Values } from '../acts/form/act-form.ts';
import { useActState } from '../acts/form/act-state.ts';
import { cleaned } from '../acts/form/check-fields.ts';
import { useDesk } from '../desk-context.ts';
import type { ScreenProps } from '../routes.ts';
import { Screen } from '../shell/Screen.tsx';
import type { DeskWords } from '../words/load.ts';
import { reasonPage } from './account-pages.tsx';
import { accountApi, accountScreens } from './account-paths.ts';
import { ChiefOnly } from './ChiefOnly.tsx';
import { OneAccount } from './OneAccount.tsx';

type Way = 'close' | 'reopen';

const wayForm =
  (way: Way, told: ToldAccount, words: DeskWords) =>
  (values: Values): ActForm => {
    const { changedAt: _changedAt, signedOutAt: _signedOutAt, ...account } = told;
    const said = words.accounts[way];
    return {
      title: said.of(account.name),
      subject: '',
      base: accountScreens[way](account.id),
      up: { href: accountScreens.one(account.id), name: account.name },
      pages: [reasonPage(words)],
      texts: true,
      consequences: said.follows.map((line) => <p key={line}>{line}</p>),
      button: said.title,
      path: accountApi.one(account.id),
      method: 'PUT',
      number: account.revision + 1,
      body: (revision) => ({
        ...account,
        active: way === 'reopen',
        revision,
        reason: cleaned(values['reason']),
      }),
      sent: { title: said.sent, words: <p>{said.sentWords}</p> },
    };
  };

interface FormProps {
  readonly way: Way;
  readonly view: AccountView;
  readonly page: string | undefined;
  readonly again: () => void;
}

const Form = ({ way, view, page, again }: FormProps) => {
  const { words, session } = useDesk();
  const { accounts } = words;
  const { account } = view;
  const kept = useActState(`accounts/${account.id}/${way}`);
  const own = account.id === session.account;
  const already = account.active === (way === 'reopen') && kept.state.acceptedAt === null;
  if (page !== SENT && (own || already)) {
    return (
      <Screen title={accounts[way].title} back={{ href: accountScreens.one(account.id), name: account.name }}>
        <p class="warn">{own ? accounts.ownAccount : accounts[way].already}</p>
      </Screen>
    );
  }
  return <ActFlow build={wayForm(way, account, words)} kept={kept} page={page} again={again} />;
};

const way =
  (which: Way) =>
  ({ params }: ScreenProps) => (
    <ChiefOnly>
      <OneAccount id={params['account'] ?? ''}>
        {(view, again) => <Form way={which} view={view} page={params['page']} again={again} />}
      </OneAccount>
    </ChiefOnly>
  );

/** Closes an account: nobody signs in with it any more, and the trail keeps its name. */
export const CloseAccount = way('close');

/** Opens an account that was closed. */
export const ReopenAccount = way('reopen');
