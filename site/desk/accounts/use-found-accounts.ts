import { useEffect, useRef, useState } from 'preact/hooks';
import type { AccountList, ToldAccount } from '#shared/desk/account-view.ts';
import { useDesk } from '../desk-context.ts';
import { type Asked, useAnswer } from '../shell/use-answer.ts';
import { AccountsAnswer } from './account-answers.ts';
import { accountApi } from './account-paths.ts';

/** Pages that were asked for after the first, of the search with this address. */
interface More {
  readonly path: string;
  readonly accounts: readonly ToldAccount[];
  readonly next: string | null;
}

/** The accounts that are looked for: the first page as the screen comes, the next ones when somebody asks. */
export const useFoundAccounts = (
  query: Readonly<Record<string, string>>,
): { readonly asked: Asked<AccountList>; readonly loadMore: () => Promise<void> } => {
  const { api } = useDesk();
  const path = accountApi.all(query);
  const first = useAnswer(path, AccountsAnswer);
  const [more, setMore] = useState<More | null>(null);
  const stood = useRef<AccountList | null>(null);
  useEffect(() => setMore(null), [path]);
  const own = more?.path === path ? more : null;
  const value = first.value && {
    ...first.value,
    accounts: [...first.value.accounts, ...(own?.accounts ?? [])],
    next: own ? own.next : first.value.next,
  };
  // While another search is asked for, the list before stands.
  if (value) stood.current = value;
  const loadMore = async (): Promise<void> => {
    if (!value?.next) return;
    const answer = await api.get(accountApi.all({ ...query, cursor: value.next }), AccountsAnswer);
    if (!answer.ok) return first.ask();
    setMore({
      path,
      accounts: [...(own?.accounts ?? []), ...answer.value.accounts],
      next: answer.value.next,
    });
  };
  return { asked: { ...first, value: value ?? stood.current }, loadMore };
};
