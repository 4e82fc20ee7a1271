import type { ElectionDefinition } from '../election/definition.ts';
import { encodeBase64 } from '../ledger/base64.ts';
import { appendLeaves, emptyFrontier, type Frontier, frontierRoot, leafHash } from '../ledger/merkle.ts';
import type { Act, ActOf } from './act.ts';
import { applyEntry } from './apply-entry.ts';
import { type ElectionFold, expectedStations, startFold } from './election-fold.ts';
import { type EncodedEntry, encodeEntry, type LedgerEntry, publicEntry } from './ledger-entry.ts';
import type { BatchPlan } from './order.ts';
import { roundsEntry } from './rounds-entry.ts';

/** A ledger grown batch by batch, with the state its entries add up to. */
export interface LedgerBuild {
  readonly fold: ElectionFold;
  readonly entries: EncodedEntry[];
  readonly leafHashes: Uint8Array[];
  /** Tree size after each version; index 0 is the empty ledger. */
  readonly sizes: number[];
  frontier: Frontier;
  /** Reports whose rankings stay private, by place: what their rounds are counted from. */
  readonly withheld: Map<string, ActOf<'report'>[]>;
}

export const startBuild = (election: string): LedgerBuild => ({
  fold: startFold(election),
  entries: [],
  leafHashes: [],
  sizes: [0],
  frontier: emptyFrontier,
  withheld: new Map(),
});

/** A batch on its way into the ledger: its entries and the tree after them. Nothing is changed yet. */
export interface NextBatch {
  readonly plan: BatchPlan;
  readonly entries: readonly LedgerEntry[];
  readonly encoded: readonly EncodedEntry[];
  readonly leafHashes: readonly Uint8Array[];
  readonly frontier: Frontier;
  readonly withheld: ReadonlyMap<string, readonly ActOf<'report'>[]>;
  readonly size: number;
  /** Base64. */
  readonly root: string;
}

const publishesRankings = (build: LedgerBuild, acts: readonly Act[]): boolean => {
  const definitions = acts.filter((act) => act.type === 'definition');
  const body = definitions.at(-1)?.body ?? build.fold.definition;
  return body?.publishRankings === true;
};

/** The batch's new private reports, added to those before them, for every constituency they touch; not those that the fold sets aside. */
const withheldAfter = (
  build: LedgerBuild,
  acts: readonly Act[],
  definition: ElectionDefinition | null,
): ReadonlyMap<string, readonly ActOf<'report'>[]> => {
  const touched = new Map<string, readonly ActOf<'report'>[]>();
  const expected = definition ? expectedStations(definition) : new Map<string, readonly string[]>();
  const declared = new Set(
    [...build.fold.constituencies.values()].filter(({ declaration }) => declaration).map(({ id }) => id),
  );
  for (const act of acts) {
    if (act.type === 'declaration') declared.add(act.body.constituency);
    if (act.type !== 'report' || act.body.rankings === undefined) continue;
    const id = act.body.constituency;
    if (!expected.get(id)?.includes(act.body.station) || (declared.has(id) && !act.correction)) continue;
    touched.set(id, [...(touched.get(id) ?? build.withheld.get(id) ?? []), act]);
  }
  return touched;
};

/** What a batch writes into the ledger: its marker, the close of poll, the acts, and rounds for rankings that stay private. */
export const nextBatch = (build: LedgerBuild, plan: BatchPlan, acts: readonly Act[]): NextBatch => {
  const { election } = build.fold;
  const open = publishesRankings(build, acts);
  const definition = acts.findLast((act) => act.type === 'definition')?.body ?? build.fold.definition;
  const withheld = open ? new Map() : withheldAfter(build, acts, definition);
  const entries: LedgerEntry[] = [
    { type: 'batch', election, version: plan.version, orderedAt: plan.orderedAt },
    ...acts.filter(({ type }) => type === 'definition').map((act) => publicEntry(act, open)),
    ...(plan.pollClosed && definition
      ? [{ type: 'poll-closed' as const, election, pollClosesAt: definition.pollClosesAt }]
      : []),
    ...acts.filter(({ type }) => type !== 'definition').map((act) => publicEntry(act, open)),
    ...[...withheld].flatMap(([id, reports]) => roundsEntry(election, definition, id, reports)),
  ];
  const encoded = entries.map(encodeEntry);
  const leafHashes = encoded.map(({ leaf }) => leafHash(leaf));
  const frontier = appendLeaves(build.frontier, leafHashes);
  const root = encodeBase64(frontierRoot(frontier));
  return { plan, entries, encoded, leafHashes, frontier, withheld, size: frontier.size, root };
};

/** Grows the ledger by a batch that has been written down. */
export const appendBatch = (build: LedgerBuild, next: NextBatch): void => {
  for (const entry of next.entries) applyEntry(build.fold, entry);
  build.entries.push(...next.encoded);
  build.leafHashes.push(...next.leafHashes);
  build.sizes.push(next.size);
  build.frontier = next.frontier;
  for (const [id, reports] of next.withheld) build.withheld.set(id, [...reports]);
};
