import { useEffect, useMemo } from 'preact/hooks';
import { ACCOUNT_ROLES } from '#shared/desk/account.ts';
import { PAGE_ACCOUNTS } from '#shared/desk/account-query.ts';
import type { AccountList, ToldAccount } from '#shared/desk/account-view.ts';
import { count, dayTime } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { type SearchField, SearchForm } from '../forms/SearchForm.tsx';
import { SendButton } from '../forms/SendButton.tsx';
import { screens } from '../paths.ts';
import { goTo, queryOf } from '../router.ts';
import { Screen } from '../shell/Screen.tsx';
import { Told } from '../shell/Told.tsx';
import { useOwnAddress } from '../shell/use-own-address.ts';
import type { DeskWords } from '../words/load.ts';
import { accountScreens, accountsLeftAt } from './account-paths.ts';
import { isSearching, queryOfSearch, type Search, searchIn } from './find-accounts.ts';
import { Places } from './Places.tsx';
import { type PlaceNames, usePlaceNames } from './place-names.ts';
import { useFoundAccounts } from './use-found-accounts.ts';
import { managesAccounts } from './who-may.ts';

/** What accounts can be searched by. */
const searchFields = ({ accounts: { find, open, closed }, common }: DeskWords): readonly SearchField[] => [
  { kind: 'words', name: 'name', label: find.name, maxLength: 100 },
  { kind: 'words', name: 'place', label: find.place, maxLength: 100 },
  {
    kind: 'choice',
    name: 'role',
    label: find.role,
    any: find.any,
    options: ACCOUNT_ROLES.map((role) => [role, common.roles[role]] as const),
  },
  {
    kind: 'choice',
    name: 'state',
    label: find.state,
    any: find.any,
    options: [
      ['active', open],
      ['closed', closed],
    ],
  },
];

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
  readonly list: AccountList;
  readonly names: PlaceNames;
  readonly onMore: () => Promise<void>;
}

const Found = ({ list, names, onMore }: FoundProps) => {
  const { accounts } = useDesk().words;
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
          {list.accounts.map((account) => (
            <Row key={account.id} of={account} names={names} />
          ))}
        </tbody>
      </table>
      {list.next !== null && (
        <p class="buttons">
          <SendButton onSend={onMore}>
            {accounts.more(Math.min(PAGE_ACCOUNTS, list.total - list.accounts.length))}
          </SendButton>
        </p>
      )}
    </>
  );
};

/** The search stands in the address: Back, a link and whoever comes back from an account find the list as it was. */
const useSearch = () => {
  const hash = useOwnAddress(accountScreens.all());
  const search = useMemo(() => searchIn(queryOf(hash)), [hash]);
  useEffect(() => accountsLeftAt.set(hash), [hash]);
  const change = (next: Search): void => {
    const query = new URLSearchParams(queryOfSearch(next)).toString();
    goTo(query === '' ? accountScreens.all() : `${accountScreens.all()}?${query}`, 'replace');
  };
  return { search, change };
};

/** Everybody with an account, as far as the reader may see them. */
export const Accounts = () => {
  const { words, session } = useDesk();
  const { accounts } = words;
  const { search, change } = useSearch();
  const query = useMemo(() => queryOfSearch(search), [search]);
  const { asked, loadMore } = useFoundAccounts(query);
  const names = usePlaceNames();
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
      <SearchForm class="account-search" fields={searchFields(words)} search={search} onSearch={change} />
      <Told asked={asked}>
        {(list) => (
          <>
            <p class="hint" role="status">
              {list.total === 0
                ? isSearching(search)
                  ? accounts.noneFound
                  : accounts.empty
                : accounts.found(count(list.total), count(list.all))}
            </p>
            {list.total > 0 && <Found list={list} names={names} onMore={loadMore} />}
          </>
        )}
      </Told>
    </Screen>
  );
};
