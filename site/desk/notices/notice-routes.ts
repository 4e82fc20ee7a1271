import type { Route } from '../routes.ts';

const overview = async () => (await import('./Overview.tsx')).Overview;
const screens = () => import('./notice-screens.tsx');

/** Notices of the whole election, and of a constituency with its stations. Each page of a form has its own address. */
const below = (notices: string): readonly Route[] => [
  { pattern: notices, load: overview },
  ...['', '/{page}'].flatMap((page): readonly Route[] => [
    { pattern: `${notices}/new/{type}${page}`, load: async () => (await screens()).PostNotice },
    { pattern: `${notices}/drafts/{draft}${page}`, load: async () => (await screens()).PostDraft },
    { pattern: `${notices}/{notice}/supersede${page}`, load: async () => (await screens()).SupersedeNotice },
    { pattern: `${notices}/{notice}/add${page}`, load: async () => (await screens()).AddToNotice },
  ]),
];

export const NOTICE_ROUTES: readonly Route[] = [
  ...below('{election}/notices'),
  ...below('{election}/{constituency}/notices'),
];
