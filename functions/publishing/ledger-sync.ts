import * as z from 'zod/mini';
import { canonicalJson } from '#shared/canonical-json.ts';
import { ELECTION_PARTITION, FILINGS_PARTITION, filingKey } from '#shared/recount/act.ts';
import type { ElectionFold } from '#shared/recount/election-fold.ts';
import type { OrderedAct } from '#shared/recount/filing-act.ts';
import {
  appendBatch,
  type LedgerBuild,
  type NextBatch,
  nextBatch,
  startBuild,
} from '#shared/recount/ledger-build.ts';
import { struckIn } from '#shared/recount/notice-standing.ts';
import { Batch, type BatchPlan, MAX_BATCH_ACTS, planBatch } from '#shared/recount/order.ts';
import { must } from '#shared/result.ts';
import { readableActs } from '../acts/stored-acts.ts';
import { isReadable, readOrdered } from '../acts/stored-filings.ts';
import type { Clock, Records, StoredAct, StoredBatch } from '../ports.ts';
import { assertOneMark, type Entering } from './test-mark.ts';

/** The ledger as this process knows it: the batches so far, and which acts they hold. Batches never change, so it only grows. */
export interface WarmLedger {
  readonly build: LedgerBuild;
  readonly ordered: Set<string>;
  /** How many filings are known to be ordered, from the first on without a gap. */
  filings: number;
}

export const coldLedger = (election: string): WarmLedger => ({
  build: startBuild(election),
  ordered: new Set(),
  filings: 0,
});

const placeName = ({ partition, key }: { partition: string; key: string }): string => `${partition}/${key}`;

type Gathered = ReadonlyMap<string, StoredAct>;

const constituenciesIn = (own: readonly StoredAct[]): readonly string[] =>
  readableActs(own)
    .flatMap((act) => (act.type === 'definition' ? act.body.constituencies : []))
    .map(({ id }) => id);

/** The first filing that is not ordered yet: they are numbered without gaps, so what comes before it need not be looked at again. */
const firstFiling = (ledger: WarmLedger): string => {
  const isOrdered = (sequence: number): boolean =>
    ledger.ordered.has(placeName({ partition: FILINGS_PARTITION, key: filingKey(sequence) }));
  while (isOrdered(ledger.filings + 1)) ledger.filings += 1;
  return filingKey(ledger.filings + 1);
};

/** Every accepted act of an election: its own, those of the constituencies that the fold or any definition knows, and new filings. */
const gatherActs = async (records: Records, ledger: WarmLedger): Promise<Gathered> => {
  const { election, definition }: ElectionFold = ledger.build.fold;
  const list = (partitions: Iterable<string>) =>
    Promise.all(Array.from(partitions, (partition) => records.list(election, partition)));
  const known = new Set([ELECTION_PARTITION, ...(definition?.constituencies ?? []).map(({ id }) => id)]);
  const [[own = [], ...others], filings] = await Promise.all([
    list(known),
    records.list(election, FILINGS_PARTITION, { from: firstFiling(ledger) }),
  ]);
  const added = await list(new Set(constituenciesIn(own).filter((id) => !known.has(id))));
  return new Map(
    [own, ...others, ...added, filings]
      .flat()
      .filter(isReadable)
      .map((stored) => [placeName(stored), stored]),
  );
};

/** The acts of a plan in its order; throws `MixedElection` before any of them could enter a ledger of the other kind. */
const actsOf = (plan: BatchPlan, gathered: Gathered, fold: ElectionFold): readonly OrderedAct[] => {
  const entering = plan.places.map((place): Entering => {
    const stored = must(
      gathered.get(placeName(place)),
      `the ordered act ${placeName(place)} is among the records`,
    );
    return { stored, act: readOrdered(stored) };
  });
  assertOneMark(fold, entering);
  return entering.map(({ act }) => act);
};

/** Called with each version that the ledger grows by, once it is written down; the next one waits for it. */
export type OnVersion = (build: LedgerBuild) => Promise<void>;

const grow = async (ledger: WarmLedger, next: NextBatch, onVersion: OnVersion): Promise<void> => {
  appendBatch(ledger.build, next);
  for (const place of next.plan.places) ledger.ordered.add(placeName(place));
  await onVersion(ledger.build);
};

/** Replays batches written since; a tree that differs from the one written down is never signed. */
const catchUp = async (
  ledger: WarmLedger,
  batches: readonly StoredBatch[],
  gathered: Gathered,
  onVersion: OnVersion,
): Promise<void> => {
  const { election } = ledger.build.fold;
  for (const stored of batches) {
    const batch = z.parse(Batch, JSON.parse(stored.body));
    const next = nextBatch(ledger.build, batch, actsOf(batch, gathered, ledger.build.fold));
    if (next.root !== batch.root || next.size !== batch.size) {
      throw new Error(
        `Version ${batch.version} of ${election} recomputes to another ledger (${next.size}, ${next.root}) than was written down (${batch.size}, ${batch.root})`,
      );
    }
    await grow(ledger, next, onVersion);
  }
};

/**
 * The ledger as its order was written down. Nothing is ordered or written: for making again what was published of it. `null` where nothing was
 * ever ordered.
 */
export const replayOrder = async (
  records: Records,
  election: string,
  onVersion: OnVersion = async () => {},
): Promise<LedgerBuild | null> => {
  const ledger = coldLedger(election);
  const batches = await records.batches(election);
  if (batches.length === 0) return null;
  await catchUp(ledger, batches, await gatherActs(records, ledger), onVersion);
  return ledger.build;
};

const orderOnce = async (
  { records, clock }: { readonly records: Records; readonly clock: Clock },
  ledger: WarmLedger,
  onVersion: OnVersion,
): Promise<'settled' | 'more' | 'raced'> => {
  const { fold } = ledger.build;
  // The time before the acts: a definition that moves the close of poll was accepted before the close it moves.
  const now = clock.now().toISOString();
  // The order first, the acts after it: every act that a batch names was accepted before the batch was written.
  const batches = await records.batches(fold.election, fold.version);
  const gathered = await gatherActs(records, ledger);
  await catchUp(ledger, batches, gathered, onVersion);
  const pending = [...gathered.values()]
    .filter((stored) => !ledger.ordered.has(placeName(stored)))
    .map(readOrdered);
  const soFar = {
    version: fold.version,
    orderedAt: fold.asOf === '' ? null : fold.asOf,
    pollClosed: fold.pollClosed,
    definition: fold.definition,
    struck: struckIn(fold),
  };
  const plan = planBatch(soFar, pending, now);
  if (!plan) return 'settled';
  const next = nextBatch(ledger.build, plan, actsOf(plan, gathered, fold));
  const batch: Batch = { ...plan, places: [...plan.places], size: next.size, root: next.root };
  const outcome = await records.appendBatch({
    election: fold.election,
    version: plan.version,
    body: canonicalJson(batch),
  });
  // Somebody was faster: what they ordered is read on the next turn.
  if (outcome === 'taken') return 'raced';
  await grow(ledger, next, onVersion);
  return plan.places.length < MAX_BATCH_ACTS ? 'settled' : 'more';
};

const MAX_TURNS = 50;

/**
 * Brings the order up to date: replays what others ordered, then orders every act that was accepted by then and may be public.
 * What is accepted meanwhile brings a wake-up of its own, so a busy night never keeps a run from publishing.
 * Each step is one conditional write; a crash anywhere leaves either the old order or the new one.
 */
export const orderPending = async (
  ports: { readonly records: Records; readonly clock: Clock },
  ledger: WarmLedger,
  onVersion: OnVersion = async () => {},
): Promise<void> => {
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    if ((await orderOnce(ports, ledger, onVersion)) === 'settled') return;
  }
  throw new Error(`The order of ${ledger.build.fold.election} did not settle in ${MAX_TURNS} turns`);
};
