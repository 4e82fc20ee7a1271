import { NEW_ACCOUNT } from '#shared/desk/account.ts';

/** Addresses of the accounts at the API, and of their screens. */

const part = encodeURIComponent;

export const accountApi = {
  all: () => '/api/accounts',
  one: (id: string) => `/api/accounts/${part(id)}`,
  signOuts: (id: string) => `/api/accounts/${part(id)}/sign-outs`,
} as const;

export const accountScreens = {
  own: () => '#/account',
  all: () => '#/accounts',
  one: (id: string) => `#/accounts/${part(id)}`,
  make: () => `#/accounts/${NEW_ACCOUNT}`,
  change: (id: string) => `#/accounts/${part(id)}/change`,
  close: (id: string) => `#/accounts/${part(id)}/close`,
  reopen: (id: string) => `#/accounts/${part(id)}/reopen`,
} as const;
