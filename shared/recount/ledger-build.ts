import type { ElectionDefinition } from '../election/definition.ts';
import { encodeBase64 } from '../ledger/base64.ts';
import { appendLeaves, emptyFrontier, type Frontier, frontierRoot, leafHash } from '../ledger/merkle.ts';
import type { ActOf } from './act.ts';
import { applyEntry } from './apply-entry.ts';
import { type Attesting, attestedEstimate, attestedRounds } from './attested.ts';
import { type ElectionFold, expectedStations, startFold } from './election-fold.ts';
import type { OrderedAct } from './filing-act.ts';
import { type EncodedEntry, encodeEntry, type LedgerEntry } from './ledger-entry.ts';
import type { BatchPlan } from './order.ts';
import { publicEntry, publishedParts } from './public-entry.ts';

/** A ledger grown batch by batch, with the state its entries add up to. */
export interface LedgerBuild {
  readonly fold: ElectionFold;
  readonly entries: EncodedEntry[];
  readonly leafHashes: Uint8Array[];
  /** Tree size after each version; index 0 is the empty ledger. */
  readonly sizes: number[];
  frontier: Frontier;
  /** Reports by constituency, whole: what stands in the ledger for their private figures is computed from them. */
  readonly reports: Map<string, readonly ActOf<'report'>[]>;
}

export const startBuild = (election: string): LedgerBuild => ({
  fold: startFold(election),
  entries: [],
  leafHashes: [],
  sizes: [0],
  frontier: emptyFrontier,
  reports: new Map(),
});

/** A batch on its way into the ledger: its entries and the tree after them. Nothing is changed yet. */
export interface NextBatch {
  readonly plan: BatchPlan;
  readonly entries: readonly LedgerEntry[];
  readonly encoded: readonly EncodedEntry[];
  readonly leafHashes: readonly Uint8Array[];
  readonly frontier: Frontier;
  readonly reports: ReadonlyMap<string, readonly ActOf<'report'>[]>;
  readonly size: number;
  /** Base64. */
  readonly root: string;
}

/** The definition in force once these acts are in: a lower revision that comes late undoes nothing. */
const definitionAfter = ({ fold }: LedgerBuild, acts: readonly OrderedAct[]): ElectionDefinition | null =>
  acts
    .filter((act) => act.type === 'definition')
    .reduce<{ readonly revision: number; readonly body: ElectionDefinition | null }>(
      (latest, act) => (act.revision > latest.revision ? act : latest),
      { revision: fold.definitionRevision, body: fold.definition },
    ).body;

/** The batch's reports, added to those before them, for every constituency they touch; not those that the fold sets aside. */
const reportsAfter = (
  build: LedgerBuild,
  acts: readonly OrderedAct[],
  expected: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly ActOf<'report'>[]> => {
  const touched = new Map<string, ActOf<'report'>[]>();
  const declared = new Set(
    [...build.fold.constituencies.values()].filter(({ declaration }) => declaration).map(({ id }) => id),
  );
  for (const act of acts) {
    if (act.type === 'declaration') declared.add(act.body.constituency);
    if (act.type !== 'report') continue;
    const id = act.body.constituency;
    if (!expected.get(id)?.includes(act.body.station) || (declared.has(id) && !act.correction)) continue;
    const reports = touched.get(id) ?? [...(build.reports.get(id) ?? [])];
    reports.push(act);
    touched.set(id, reports);
  }
  return touched;
};

/** What a batch says beside its acts: the rounds of rankings and the misplaced papers of accounts that stay private. */
const attestedEntries = (
  build: LedgerBuild,
  acts: readonly OrderedAct[],
  { definition, expected, reports }: Attesting,
): readonly LedgerEntry[] => {
  const redefined = acts.some(({ type }) => type === 'definition');
  const attesting = { definition, expected, reports: new Map([...build.reports, ...reports]) };
  const estimated = redefined ? [...attesting.reports.keys()] : [...reports.keys()];
  return [
    ...[...reports.keys()].flatMap((id) => attestedRounds(attesting, id)),
    ...estimated.flatMap((id) => attestedEstimate(attesting, id)),
  ];
};

/** What a batch writes into the ledger: its marker, the close of poll, the acts, and what stands for figures that stay private. */
export const nextBatch = (build: LedgerBuild, plan: BatchPlan, acts: readonly OrderedAct[]): NextBatch => {
  const { election } = build.fold;
  const definition = definitionAfter(build, acts);
  const published = publishedParts(definition);
  const expected = definition ? expectedStations(definition) : new Map<string, readonly string[]>();
  const reports = reportsAfter(build, acts, expected);
  const entries: LedgerEntry[] = [
    { type: 'batch', election, version: plan.version, orderedAt: plan.orderedAt },
    ...acts.filter(({ type }) => type === 'definition').map((act) => publicEntry(act, published)),
    ...(plan.pollClosed && definition
      ? [{ type: 'poll-closed' as const, election, pollClosesAt: definition.pollClosesAt }]
      : []),
    ...acts.filter(({ type }) => type !== 'definition').map((act) => publicEntry(act, published)),
    ...(definition ? attestedEntries(build, acts, { definition, expected, reports }) : []),
  ];
  const encoded = entries.map(encodeEntry);
  const leafHashes = encoded.map(({ leaf }) => leafHash(leaf));
  const frontier = appendLeaves(build.frontier, leafHashes);
  const root = encodeBase64(frontierRoot(frontier));
  return { plan, entries, encoded, leafHashes, frontier, reports, size: frontier.size, root };
};

/** Grows the ledger by a batch that has been written down. */
export const appendBatch = (build: LedgerBuild, next: NextBatch): void => {
  for (const entry of next.entries) applyEntry(build.fold, entry);
  build.entries.push(...next.encoded);
  build.leafHashes.push(...next.leafHashes);
  build.sizes.push(next.size);
  build.frontier = next.frontier;
  for (const [id, reports] of next.reports) build.reports.set(id, reports);
};
