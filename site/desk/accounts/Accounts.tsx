import { useState } from 'preact/hooks';
import type { ToldAccount } from '#shared/desk/account-view.ts';
import { count, dayTime } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { source, useObserved } from '../observable.ts';
import { screens } from '../paths.ts';
import { Screen } from '../shell/Screen.tsx';
import { Told } from '../shell/Told.tsx';
import { useAnswer } from '../shell/use-answer.ts';
import { AccountsAnswer } from './account-answers.ts';
import { accountApi, accountScreens } from './account-paths.ts';
import { findAccounts, isSearching, NO_SEARCH, type Search } from './find-accounts.ts';
import { Places } from './Places.tsx';
import { type PlaceNames, usePlaceNames } from './place-names.ts';
import { SearchForm } from './SearchForm.tsx';
import { managesAccounts } from './who-may.ts';

/** As many lines as one looks through; there may be thousands. */
const PAGE = 50;

/** Whoever comes back from an account finds the list as it was. */
const lastSearch = source<Search>(NO_SEARCH);

/** Whether somebody can sign in with an account, and when its sessions were ended. */
export const AccountState = ({ of }: { readonly of: ToldAccount }) => {
  const { words, language } = useDesk();
  const { accounts } = words;
  return (
    <>
      <span class={of.active ? 'account-open' : 'account-closed'}>
        {of.active ? accounts.open : accounts.closed}
      </span>
      {of.signedOutAt !== undefined && (
        <span class="account-line">{accounts.signedOutAt(dayTime(language, of.signedOutAt))}</span>
      )}
    </>
  );
};

const Row = ({ of, names }: { readonly of: ToldAccount; readonly names: PlaceNames }) => {
  const { words } = useDesk();
  return (
    <tr>
      <th scope="row">
        <a href={accountScreens.one(of.id)}>
          <bdi>{of.name}</bdi>
        </a>
        <span class="account-line account-code">{of.id}</span>
      </th>
      <td>{words.common.roles[of.role]}</td>
      <td>
        <Places of={of} names={names} />
      </td>
      <td>
        <AccountState of={of} />
      </td>
    </tr>
  );
};

interface FoundProps {
  readonly found: readonly ToldAccount[];
  readonly names: PlaceNames;
}

const Found = ({ found, names }: FoundProps) => {
  const { accounts } = useDesk().words;
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <table class="account-list">
        <caption class="vh">{accounts.title}</caption>
        <thead>
          <tr>
            {[accounts.fields.name, accounts.fields.role, accounts.places, accounts.state].map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.slice(0, shown).map((account) => (
            <Row key={account.id} of={account} names={names} />
          ))}
        </tbody>
      </table>
      {found.length > shown && (
        <p class="buttons">
          <button type="button" class="second" onClick={() => setShown(shown + PAGE)}>
            {accounts.more(Math.min(PAGE, found.length - shown))}
          </button>
        </p>
      )}
    </>
  );
};

/** Everybody with an account, as far as the reader may see them. */
export const Accounts = () => {
  const { words, session } = useDesk();
  const { accounts } = words;
  const asked = useAnswer(accountApi.all(), AccountsAnswer);
  const names = usePlaceNames();
  const search = useObserved(lastSearch);
  return (
    <Screen title={accounts.title} back={{ href: screens.home(), name: words.home.title }}>
      <p class="lead">{managesAccounts(session) ? accounts.lead : accounts.leadReading}</p>
      {managesAccounts(session) && (
        <p class="buttons">
          <a class="button" href={accountScreens.make()}>
            {accounts.make.title}
          </a>
        </p>
      )}
      <Told asked={asked}>
        {(list) => {
          const found = findAccounts(list.accounts, search, names);
          return (
            <>
              <SearchForm search={search} onSearch={lastSearch.set} />
              <p class="hint" role="status">
                {found.length === 0
                  ? isSearching(search)
                    ? accounts.noneFound
                    : accounts.empty
                  : accounts.found(count(found.length), count(list.accounts.length))}
              </p>
              {found.length > 0 && <Found key={JSON.stringify(search)} found={found} names={names} />}
            </>
          );
        }}
      </Told>
    </Screen>
  );
};
