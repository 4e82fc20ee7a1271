import type { ProgressRow } from '#shared/desk/desk-views.ts';
import { heardAt, KINDS, type Kind, type KindOf, NEEDS, type Watch } from './kinds.ts';

/** A station in the list beside the tiles. */
export interface Need {
  readonly row: ProgressRow;
  readonly kind: Kind;
  /** Since when it waits. */
  readonly since: string;
}

/** A silent station waits for a call since it was last heard of; every other since its state began. */
const sinceOf = (row: ProgressRow, kind: Kind, watch: Watch): string =>
  kind === 'silent' || row.since === null ? heardAt(row, watch) : row.since;

const isNeed = (kind: Kind): boolean => NEEDS.some((need) => need === kind);

/** By kind in the order of work, the longest wait first, ties in the order of the stations. */
const byUrgency = (order: readonly Kind[]) => (a: Need, b: Need) =>
  order.indexOf(a.kind) - order.indexOf(b.kind) || Date.parse(a.since) - Date.parse(b.since);

const needOf = (row: ProgressRow, kinds: KindOf, watch: Watch): Need => {
  const kind = kinds.get(row.id) ?? 'waiting';
  return { row, kind, since: sinceOf(row, kind, watch) };
};

/** Who needs somebody now, and whom to deal with first. */
export const needsOf = (rows: readonly ProgressRow[], kinds: KindOf, watch: Watch): readonly Need[] =>
  rows
    .map((row) => needOf(row, kinds, watch))
    .filter(({ kind }) => isNeed(kind))
    .sort(byUrgency(NEEDS));

/** The same for stations that were asked for, whatever their kind. */
export const listed = (rows: readonly ProgressRow[], kinds: KindOf, watch: Watch): readonly Need[] => {
  const order = [...NEEDS, ...KINDS.filter((kind) => !isNeed(kind))];
  return rows.map((row) => needOf(row, kinds, watch)).sort(byUrgency(order));
};

/** Under the reader's hand nothing moves: those that were listed stay where they are, others join at the end. */
export const heldInPlace = <T>(
  before: readonly T[],
  now: readonly T[],
  nameOf: (one: T) => string,
  latest: (name: string) => T | undefined,
): readonly T[] => {
  const stood = new Set(before.map(nameOf));
  return [
    ...before.map((one) => latest(nameOf(one)) ?? one),
    ...now.filter((one) => !stood.has(nameOf(one))),
  ];
};

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** `0:14`, `1:06`; null from a day on. */
export const waited = (since: string, nowMs: number): string | null => {
  const minutes = Math.max(0, Math.floor((nowMs - Date.parse(since)) / MINUTE_MS));
  if (minutes >= DAY_MINUTES) return null;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};
