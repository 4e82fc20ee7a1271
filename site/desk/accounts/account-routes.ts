import type { Route } from '../routes.ts';

const BELOW = 'accounts';
const ACCOUNT = `${BELOW}/{account}`;

const make = async () => (await import('./NewAccount.tsx')).NewAccount;
const change = async () => (await import('./ChangeAccount.tsx')).ChangeAccount;
const close = async () => (await import('./CloseAccount.tsx')).CloseAccount;
const reopen = async () => (await import('./CloseAccount.tsx')).ReopenAccount;

/** The screens of accounts. They stand before those of elections: no election can be called `accounts`. */
export const ACCOUNT_ROUTES: readonly Route[] = [
  { pattern: 'account', load: async () => (await import('./OwnAccount.tsx')).OwnAccount },
  { pattern: BELOW, load: async () => (await import('./Accounts.tsx')).Accounts },
  { pattern: `${BELOW}/new`, load: make },
  { pattern: `${BELOW}/new/{page}`, load: make },
  { pattern: ACCOUNT, load: async () => (await import('./Account.tsx')).AccountScreen },
  { pattern: `${ACCOUNT}/change`, load: change },
  { pattern: `${ACCOUNT}/change/{page}`, load: change },
  { pattern: `${ACCOUNT}/close`, load: close },
  { pattern: `${ACCOUNT}/close/{page}`, load: close },
  { pattern: `${ACCOUNT}/reopen`, load: reopen },
  { pattern: `${ACCOUNT}/reopen/{page}`, load: reopen },
];
