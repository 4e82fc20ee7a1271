import type { Medium } from '#shared/advertisements/particulars.ts';

/** What advertisements usually are, with the name that annex II of the Guidelines would give them [2016 App.5]. */
export const AD_KINDS = [
  { id: 'leaflet', medium: 'printed', en: 'Pamphlets', zh: '小冊子' },
  { id: 'poster', medium: 'printed', en: 'Posters', zh: '海報' },
  { id: 'letter', medium: 'printed', en: 'Letters to electors', zh: '致選民信件' },
  { id: 'press', medium: 'printed', en: 'Newspaper advertisements', zh: '報章廣告' },
  { id: 'banner', medium: 'display', en: 'Banners', zh: '橫額' },
  { id: 'board', medium: 'display', en: 'Boards', zh: '展板' },
  { id: 'video', medium: 'broadcast', en: 'Videos', zh: '影片' },
  { id: 'audio', medium: 'broadcast', en: 'Sound recordings', zh: '錄音' },
  { id: 'website', medium: 'online', en: 'Websites', zh: '網站' },
  { id: 'post', medium: 'online', en: 'Posts on social media', zh: '社交媒體帖文' },
  { id: 'message', medium: 'online', en: 'Electronic messages', zh: '電子訊息' },
  { id: 'object', medium: 'object', en: 'Badges and clothing', zh: '徽章及衣物' },
  { id: 'other', medium: 'other', en: '', zh: '' },
] as const satisfies readonly {
  readonly id: string;
  readonly medium: Medium;
  readonly en: string;
  readonly zh: string;
}[];

export type AdKind = (typeof AD_KINDS)[number]['id'];

export const kindOf = (id: string) => AD_KINDS.find((kind) => kind.id === id) ?? null;

/** Particulars that apply, by what the advertisement is made of [2016 ¶8.51, ¶8.58, App.5 ¶1]. */
const MADE = ['producer', 'address', 'producedOn', 'copiesProduced', 'copiesPublished', 'size'] as const;
export type Particular = (typeof MADE)[number] | 'manner';

export const PARTICULARS_OF: Readonly<Record<Medium, readonly Particular[]>> = {
  printed: [...MADE, 'manner'],
  display: [...MADE, 'manner'],
  object: [...MADE, 'manner'],
  broadcast: ['producer', 'address', 'producedOn', 'copiesPublished', 'manner'],
  online: ['manner'],
  other: [...MADE, 'manner'],
};
