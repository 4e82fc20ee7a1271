import * as z from 'zod/mini';
import { type ElectionDefinition, placesOf, type Station } from '../election/definition.ts';
import { AddressId, Instant } from '../election/identifiers.ts';
import type { Text } from '../election/text.ts';
import { AUDIT_KINDS, type AuditScope, type Deed, isSeen, PAGE_LINES } from './audit.ts';
import { plainWords as plain } from './words-in.ts';

const Digits = (limit: number) =>
  z.string().check(z.refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= limit));

const MOST_LINES = 200;

/** What is asked of the trail, as it stands after the question mark. */
export const AuditQuery = z.strictObject({
  constituency: z.optional(AddressId),
  station: z.optional(AddressId),
  /** Lines where this account did it, seconded it, or is what was changed. */
  account: z.optional(z.string().check(z.minLength(1), z.maxLength(128))),
  kind: z.optional(z.enum(AUDIT_KINDS)),
  from: z.optional(Instant),
  to: z.optional(Instant),
  text: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  story: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  cursor: z.optional(z.string().check(z.maxLength(300))),
  limit: z.optional(Digits(MOST_LINES)),
  format: z.optional(z.enum(['csv', 'json'])),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const namesIn = (text: Text | undefined): readonly string[] =>
  Object.values(text ?? {}).filter((name) => name !== undefined);

/** Everything of a deed that a word may be looked for in: names of people and places, reasons, what was said. */
const wordsOf = (
  { who, second, constituency, station, id, body }: Deed,
  names: ReadonlyMap<string, string>,
  definition: ElectionDefinition,
): string => {
  const places = placesOf(definition);
  const people = [who, ...(second ? [second] : [])].flatMap(({ account }) => [
    account,
    names.get(account) ?? '',
  ]);
  const found: Station | undefined = station === null ? undefined : places.stations.get(station);
  return plain(
    [
      id,
      ...people,
      ...namesIn(places.constituencies.get(constituency ?? '')?.name),
      ...namesIn(found?.name),
      ...textsIn(body),
    ].join('\n'),
  );
};

const isOf = ({ who, second, story }: Deed, account: string): boolean =>
  who.account === account || second?.account === account || story === `account#${account}`;

const isWithin = (deed: Deed, { from, to }: AuditQuery): boolean => {
  const at = Date.parse(deed.at);
  return (from === undefined || at >= Date.parse(from)) && (to === undefined || at <= Date.parse(to));
};

const isAsked = (deed: Deed, query: AuditQuery): boolean => {
  const { constituency, station, account, kind, story } = query;
  return (
    (constituency === undefined || deed.constituency === constituency) &&
    (station === undefined || deed.station === station) &&
    (kind === undefined || deed.kind === kind) &&
    (story === undefined || deed.story === story) &&
    (account === undefined || isOf(deed, account)) &&
    isWithin(deed, query)
  );
};

/** Newest first; of one moment the one whose place comes last. */
const newestFirst = (a: Pick<Deed, 'at' | 'id'>, b: Pick<Deed, 'at' | 'id'>): number =>
  Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

/** Names the deed that a page ends with: what is done meanwhile moves no page. */
export const cursorOf = ({ at, id }: Pick<Deed, 'at' | 'id'>): string => `${Date.parse(at)}~${id}`;

/** Where a cursor points; null where it is none. */
const placeOfCursor = (cursor: string): Pick<Deed, 'at' | 'id'> | null => {
  const [, at, id] = /^(\d{1,15})~(.+)$/.exec(cursor) ?? [];
  return at === undefined || id === undefined ? null : { at: new Date(Number(at)).toISOString(), id };
};

/** What the trail is searched in. */
export interface AuditTrail {
  readonly deeds: readonly Deed[];
  readonly names: ReadonlyMap<string, string>;
  readonly definition: ElectionDefinition;
}

/** The deeds that were asked for and may be seen, newest first, and those of them that come after the cursor. */
export interface FoundDeeds {
  readonly total: number;
  readonly after: readonly Deed[];
}

/** Searches the trail; null where the cursor is none. */
export const searchTrail = (
  { deeds, names, definition }: AuditTrail,
  query: AuditQuery,
  scope: AuditScope,
): FoundDeeds | null => {
  const after = query.cursor === undefined ? undefined : placeOfCursor(query.cursor);
  if (after === null) return null;
  const word = query.text === undefined ? undefined : plain(query.text);
  const found = deeds
    .filter(
      (deed) =>
        isAsked(deed, query) &&
        isSeen(deed, scope) &&
        (word === undefined || wordsOf(deed, names, definition).includes(word)),
    )
    .sort(newestFirst);
  const rest = after === undefined ? found : found.filter((deed) => newestFirst(after, deed) < 0);
  return { total: found.length, after: rest };
};

export const linesAsked = ({ limit }: AuditQuery): number =>
  limit === undefined ? PAGE_LINES : Number(limit);
