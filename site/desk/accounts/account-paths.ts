import { NEW_ACCOUNT } from '#shared/desk/account.ts';
import { source } from '../observable.ts';

/** Addresses of the accounts at the API, and of their screens. */

const part = encodeURIComponent;

export const accountApi = {
  /** A page of those that are asked for. */
  all: (query: Readonly<Record<string, string>>) => `/api/accounts?${new URLSearchParams(query)}`,
  one: (id: string) => `/api/accounts/${part(id)}`,
  signOuts: (id: string) => `/api/accounts/${part(id)}/sign-outs`,
} as const;

/** The list with what was looked for in it last: whoever comes back from an account finds it as it was. */
export const accountsLeftAt = source('#/accounts');

export const accountScreens = {
  own: () => '#/account',
  all: () => '#/accounts',
  one: (id: string) => `#/accounts/${part(id)}`,
  make: () => `#/accounts/${NEW_ACCOUNT}`,
  change: (id: string) => `#/accounts/${part(id)}/change`,
  close: (id: string) => `#/accounts/${part(id)}/close`,
  reopen: (id: string) => `#/accounts/${part(id)}/reopen`,
} as const;
