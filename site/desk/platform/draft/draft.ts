import * as z from 'zod/mini';

/** What a file of a draft is in its submission. */
export const USES = [
  'copy',
  'permission',
  'consent',
  'number-added',
  'notice',
  'declaration',
  'replacement',
] as const;
export type Use = (typeof USES)[number];

export const ITEM_KINDS = [
  'advertisement',
  'correction',
  'revocation',
  'printing-declaration',
  'replacement',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

const Values = z.record(z.string(), z.string());

const DraftFile = z.object({
  key: z.string(),
  /** The item it belongs to. */
  item: z.string(),
  use: z.enum(USES),
  name: z.string(),
  bytes: z.number(),
  /** Null until the file has been read. */
  sha256: z.nullable(z.string()),
});
export type DraftFile = z.infer<typeof DraftFile>;

const DraftItem = z.object({
  key: z.string(),
  kind: z.enum(ITEM_KINDS),
  /** The advertisement or consent that it is about. */
  of: z.string(),
  /** SHA-256 of the file that it replaces. */
  refused: z.string(),
});
export type DraftItem = z.infer<typeof DraftItem>;

/** A submission as it is being made on this device. */
export const Draft = z.object({
  id: z.string(),
  /** Grows with each announcement of other content. */
  revision: z.number(),
  /** What was announced under this revision: the hash of its items. */
  announced: z.nullable(z.string()),
  items: z.array(DraftItem),
  files: z.array(DraftFile),
  /** What was typed, by item and field: `a1.size`. */
  values: Values,
  savedAt: z.string(),
});
export type Draft = z.infer<typeof Draft>;

/** The name of a field of an item. */
export const fieldOf = (item: Pick<DraftItem, 'key'>, name: string): string => `${item.key}.${name}`;

export const typedIn = (draft: Pick<Draft, 'values'>, item: Pick<DraftItem, 'key'>, name: string): string =>
  (draft.values[fieldOf(item, name)] ?? '').trim();

/** What the server calls this state of the submission. */
export const submissionId = ({ id, revision }: Pick<Draft, 'id' | 'revision'>): string => `${id}.${revision}`;

/** Which draft a submission came from, and which of its states it is. */
export const draftOfSubmission = (submission: string): string => submission.replace(/\.\d+$/, '');

const nextKey = (items: readonly DraftItem[]): string =>
  `a${1 + Math.max(0, ...items.map(({ key }) => Number(key.slice(1)) || 0))}`;

export const addItem = (
  draft: Draft,
  kind: ItemKind,
  { of = '', refused = '' }: { readonly of?: string; readonly refused?: string } = {},
): Draft => ({ ...draft, items: [...draft.items, { key: nextKey(draft.items), kind, of, refused }] });

export const removeItem = (draft: Draft, item: string): Draft => ({
  ...draft,
  items: draft.items.filter(({ key }) => key !== item),
  files: draft.files.filter((file) => file.item !== item),
  values: Object.fromEntries(Object.entries(draft.values).filter(([id]) => !id.startsWith(`${item}.`))),
});

export const startDraft = (id: string): Draft => ({
  id,
  revision: 1,
  announced: null,
  items: [],
  files: [],
  values: {},
  savedAt: '',
});

/** Nothing was typed and no file chosen. */
export const isUntouched = ({ files, values }: Draft): boolean =>
  files.length === 0 && Object.values(values).every((value) => value.trim() === '');

export const filesOfItem = (draft: Draft, item: Pick<DraftItem, 'key'>, use?: Use): readonly DraftFile[] =>
  draft.files.filter((file) => file.item === item.key && (use === undefined || file.use === use));

/** Uses that a file of an item can have; the first is meant until another one is chosen. */
export const USES_OF: Readonly<Record<ItemKind, readonly [Use, ...Use[]]>> = {
  advertisement: ['copy', 'permission', 'consent'],
  correction: ['number-added', 'permission'],
  revocation: ['notice'],
  'printing-declaration': ['declaration'],
  replacement: ['replacement'],
};
