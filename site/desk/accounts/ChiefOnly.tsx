import type { ComponentChildren } from 'preact';
import { useDesk } from '../desk-context.ts';
import { Screen } from '../shell/Screen.tsx';
import { accountsLeftAt } from './account-paths.ts';
import { managesAccounts } from './who-may.ts';

/** Accounts are made and changed by the chief electoral officer; all others are told so. */
export const ChiefOnly = ({ children }: { readonly children: ComponentChildren }) => {
  const { words, session } = useDesk();
  const { accounts } = words;
  if (managesAccounts(session)) return <>{children}</>;
  return (
    <Screen title={accounts.title} back={{ href: accountsLeftAt.get(), name: accounts.title }}>
      <p class="warn">{accounts.chiefOnly}</p>
    </Screen>
  );
};
