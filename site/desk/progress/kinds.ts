import type { ProgressRow } from '#shared/desk/desk-views.ts';

/** What a station is to who looks after the constituency: each station is exactly one of these. */
export const KINDS = ['confirmed', 'entered', 'differing', 'flagged', 'silent', 'waiting'] as const;
export type Kind = (typeof KINDS)[number];

/** Kinds that need a person now, in the order in which they are dealt with. */
export const NEEDS = ['differing', 'flagged', 'silent'] as const satisfies readonly Kind[];

/** When it is, and what counts as long. */
export interface Watch {
  readonly nowMs: number;
  readonly pollClosesAt: string;
  readonly silentAfterMinutes: number;
}

const MINUTE_MS = 60_000;

/** When the station was last heard of; at the close of poll everybody was. */
export const heardAt = ({ lastSign }: ProgressRow, { pollClosesAt }: Watch): string =>
  lastSign !== null && Date.parse(lastSign) > Date.parse(pollClosesAt) ? lastSign : pollClosesAt;

/** Whose turn it is at a station that counts, by what is missing first. Nobody phones the Central Counting Station: it is in the room. */
const isStationsTurn = ({ kind, suspended, missing }: ProgressRow): boolean =>
  kind !== 'central_counting' &&
  kind !== 'online' &&
  !suspended &&
  (missing[0]?.by.includes('presiding_officer') ?? false);

const isSilent = (row: ProgressRow, watch: Watch): boolean =>
  isStationsTurn(row) &&
  watch.nowMs - Date.parse(heardAt(row, watch)) >= watch.silentAfterMinutes * MINUTE_MS;

const typedKind = (row: ProgressRow, watch: Watch): Kind => {
  if (isSilent(row, watch)) return 'silent';
  return row.state === 'entered' || row.state === 'to_confirm' ? 'entered' : 'waiting';
};

/** Differences come first, then warnings that somebody must read, then silence. */
export const kindOf = (row: ProgressRow, watch: Watch): Kind => {
  if (row.state === 'differing') return 'differing';
  if (row.state === 'public' && !row.recounting) return 'confirmed';
  if (row.state === 'to_confirm' && row.flags.length > 0) return 'flagged';
  return typedKind(row, watch);
};

export type KindOf = ReadonlyMap<string, Kind>;

export const kindsOf = (rows: readonly ProgressRow[], watch: Watch): KindOf =>
  new Map(rows.map((row) => [row.id, kindOf(row, watch)]));

export const countKinds = (kinds: KindOf): Readonly<Record<Kind, number>> => {
  const counts = { confirmed: 0, entered: 0, differing: 0, flagged: 0, silent: 0, waiting: 0 };
  for (const kind of kinds.values()) counts[kind] += 1;
  return counts;
};
