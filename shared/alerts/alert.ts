import * as z from 'zod/mini';
import { AddressId, Instant } from '../election/identifiers.ts';
import { RESULT_OCCASIONS } from '../publication/feed.ts';
import type { AlertWish } from './wish.ts';

const Item = z.object({
  id: z.string(),
  /** Below the portal's own address. */
  url: z.string().check(z.startsWith('/')),
  title: z.string(),
  content_text: z.string(),
  date_published: Instant,
  date_modified: Instant,
  _open_returns: z.strictObject({
    constituency: AddressId,
    what: z.enum(RESULT_OCCASIONS),
    entry: z.int().check(z.gte(0)),
  }),
});

const ResultsFeed = z.object({ title: z.string(), items: z.array(Item) });

/** One thing to tell of: an entry of the results' feed, in one language. */
export type Alert = z.infer<typeof Item>;

/** The results' feed of a version, as far as alerts are made from it. */
export interface AlertFeed {
  /** With the mark of a test election, where it is one. */
  readonly title: string;
  /** The newest first, as in the feed. */
  readonly items: readonly Alert[];
}

/** Reads `results-feed.json`; throws where the bytes are none. */
export const readAlertFeed = (bytes: Uint8Array): AlertFeed =>
  z.parse(ResultsFeed, JSON.parse(new TextDecoder().decode(bytes)));

const isAskedFor = (
  { constituency, what }: Alert['_open_returns'],
  { constituencies, occasions }: Pick<AlertWish, 'constituencies' | 'occasions'>,
): boolean => occasions.includes(what) && (constituencies === null || constituencies.includes(constituency));

/**
 * What is new to somebody who knows of the ledger's entries below `after`, in the order of the ledger. Of a constituency that was
 * declared since, nobody is told any more that all of its reports are in.
 */
export const alertsFor = (
  { items }: AlertFeed,
  wish: Pick<AlertWish, 'constituencies' | 'occasions'>,
  after: number,
): readonly Alert[] => {
  const declared = new Set(
    items.flatMap(({ _open_returns: { what, constituency } }) => (what === 'declared' ? [constituency] : [])),
  );
  return items
    .filter(({ _open_returns: of }) => of.entry >= after && isAskedFor(of, wish))
    .filter(
      ({ _open_returns: { what, constituency } }) =>
        what !== 'interim' || !declared.has(constituency) || !wish.occasions.includes('declared'),
    )
    .sort((a, b) => a._open_returns.entry - b._open_returns.entry);
};
