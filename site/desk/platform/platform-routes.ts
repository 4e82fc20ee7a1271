import type { Route } from '../routes.ts';

const ALL = '{election}/platform';
const ONE = `${ALL}/{platform}`;

/** Screens of the Central Platform. They stand before those of constituencies: none can be called `platform`. */
export const PLATFORM_ROUTES: readonly Route[] = [
  { pattern: ALL, load: async () => (await import('./officers/Accounts.tsx')).Accounts },
  ...['', '/{page}'].flatMap((page): readonly Route[] => [
    {
      pattern: `${ALL}/new${page}`,
      load: async () => (await import('./officers/OpenAccount.tsx')).OpenAccount,
    },
    {
      pattern: `${ONE}/revise${page}`,
      load: async () => (await import('./officers/ReviseAccount.tsx')).ReviseAccount,
    },
    {
      pattern: `${ONE}/remove/{advertisement}${page}`,
      load: async () => (await import('./officers/Remove.tsx')).Remove,
    },
    { pattern: `${ONE}/address${page}`, load: async () => (await import('./home/Address.tsx')).Address },
  ]),
  { pattern: ONE, load: async () => (await import('./home/OwnPlatform.tsx')).OwnPlatform },
  { pattern: `${ONE}/begin`, load: async () => (await import('./submit/Begin.tsx')).Begin },
  {
    pattern: `${ONE}/advertisements/{advertisement}`,
    load: async () => (await import('./home/OwnAdvertisement.tsx')).OwnAdvertisement,
  },
  {
    pattern: `${ONE}/receipts/{reference}`,
    load: async () => (await import('./receipt/Receipt.tsx')).Receipt,
  },
  // Steps of one submission, each with its own place in the browser's history.
  {
    pattern: `${ONE}/submit/{draft}/{step}`,
    load: async () => (await import('./submit/Submit.tsx')).Submit,
  },
];
