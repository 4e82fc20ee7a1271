/** Published totals held against each other and against the register: what no honest count does, whoever signed it. */
import * as z from 'zod/mini';

const count = z.int();

/** `constituencies/{id}.json`, as far as its totals go. */
const PublishedConstituency = z.object({
  id: z.string(),
  version: count,
  electors: z.nullable(count),
  stationsReported: count,
  valid: count,
  rejected: count,
  contestants: z.array(z.object({ id: z.string(), votes: count })),
  stations: z.array(
    z.object({
      id: z.string(),
      electors: z.nullable(count),
      countedAt: z.nullable(z.string()),
      valid: z.nullable(count),
      rejected: z.nullable(count),
    }),
  ),
  recounts: z.array(z.object({ station: z.nullable(z.string()), decision: z.string(), entry: count })),
  changes: z.array(
    z.object({
      version: count,
      station: z.nullable(z.string()),
      field: z.string(),
      old: z.nullable(z.union([z.string(), z.number()])),
      new: z.nullable(z.union([z.string(), z.number()])),
      reason: z.nullable(z.string()),
      entry: count,
    }),
  ),
  entries: z.array(count),
});
export type PublishedConstituency = z.infer<typeof PublishedConstituency>;
type PublishedChange = PublishedConstituency['changes'][number];

/** The totals in a published file, or `null` where the bytes hold none. */
export const readTotals = (bytes: Uint8Array): PublishedConstituency | null => {
  try {
    const parsed = z.safeParse(PublishedConstituency, JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

/** A total that became smaller, and no reason for that is on record. */
export interface Drop {
  readonly constituency: string;
  /** `votes.<contestant>`, `valid` or `stationsReported`. */
  readonly figure: string;
  readonly before: number;
  readonly now: number;
  readonly versions: readonly [number, number];
  /** The ledger entry that brought it, where one can be named. */
  readonly entry: number | null;
}

const isGiven = (reason: string | null): boolean => reason !== null && reason.trim() !== '';

/** The reason is the change's own, or that it was counted again: a recount there was asked for, and allowed on record. */
const hasReason = ({ recounts }: PublishedConstituency, change: PublishedChange): boolean =>
  isGiven(change.reason) ||
  recounts.some(
    ({ station, decision, entry }) =>
      decision === 'allowed' && entry < change.entry && (station ?? change.station) === change.station,
  );

const fall = ({ old, new: now }: PublishedChange): number =>
  typeof old === 'number' ? Math.max(0, old - (typeof now === 'number' ? now : 0)) : 0;

/** Where figures stay private, a change is told without them, or by the papers it brings. */
const isWithoutFigures = ({ field }: PublishedChange): boolean => field === 'withheld' || field === 'report';

const bears = (figure: string, { field }: PublishedChange): boolean => {
  if (figure === 'stationsReported') return false;
  if (figure === 'valid') return /^(votes|choices)\.|^papers$/.test(field);
  const contestant = figure.slice('votes.'.length);
  return field === figure || field === `choices.${contestant}.support`;
};

const totalsOf = ({
  stationsReported,
  valid,
  contestants,
}: PublishedConstituency): ReadonlyMap<string, number> =>
  new Map([
    ...contestants.map(({ id, votes }) => [`votes.${id}`, votes] as const),
    ['valid', valid],
    ['stationsReported', stationsReported],
  ]);

/** Every total of a constituency that fell from one version to a later one, by more than reasons on record account for. */
export const dropsBetween = (
  before: PublishedConstituency,
  after: PublishedConstituency,
): readonly Drop[] => {
  const since = after.changes.filter(({ version }) => version > before.version && version <= after.version);
  const reasoned = since.filter((change) => hasReason(after, change));
  const now = totalsOf(after);
  return [...totalsOf(before)].flatMap(([figure, old]) => {
    const left = now.get(figure) ?? 0;
    const told = reasoned
      .filter((change) => bears(figure, change))
      .reduce((sum, change) => sum + fall(change), 0);
    const isPrivate = figure !== 'stationsReported' && reasoned.some(isWithoutFigures);
    if (old - left <= told || isPrivate) return [];
    const cause = since.find((change) => bears(figure, change) && !reasoned.includes(change)) ?? since[0];
    const entry = cause?.entry ?? after.entries.at(-1) ?? null;
    return [
      {
        constituency: after.id,
        figure,
        before: old,
        now: left,
        versions: [before.version, after.version],
        entry,
      },
    ];
  });
};

/** More papers than there are electors. */
export interface Excess {
  readonly constituency: string;
  /** `null` for the constituency as a whole. */
  readonly station: string | null;
  readonly papers: number;
  readonly electors: number;
}

/** Electors whose papers are counted at a station: its own and those of stations counted there; `null` where one is not known. */
const electorsCountedAt = ({ stations }: PublishedConstituency, at: string): number | null =>
  stations
    .filter(({ id, countedAt }) => id === at || countedAt === at)
    .reduce<number | null>(
      (sum, { electors }) => (sum === null || electors === null ? null : sum + electors),
      0,
    );

export const papersOverElectors = (published: PublishedConstituency): readonly Excess[] => {
  const { id, valid, rejected, electors } = published;
  const whole = electors !== null && valid + rejected > electors;
  const stations = published.stations.flatMap((station) => {
    const known = electorsCountedAt(published, station.id);
    const papers = (station.valid ?? 0) + (station.rejected ?? 0);
    return known === null || papers <= known
      ? []
      : [{ constituency: id, station: station.id, papers, electors: known }];
  });
  return [
    ...(whole
      ? [{ constituency: id, station: null, papers: valid + rejected, electors: electors ?? 0 }]
      : []),
    ...stations,
  ];
};
