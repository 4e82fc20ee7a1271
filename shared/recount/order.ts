import * as z from 'zod/mini';
import { canonicalJson } from '../canonical-json.ts';
import type { ElectionDefinition } from '../election/definition.ts';
import { Instant } from '../election/identifiers.ts';
import { actPlace } from './act.ts';
import type { OrderedAct } from './filing-act.ts';
import { isOfCount } from './notice-standing.ts';

/** One step of the order: which acts follow which. Written once by a conditional put; the sequence of batches is the order. */
export const Batch = z.strictObject({
  version: z.int().check(z.gte(1)),
  orderedAt: Instant,
  /** True in the batch that releases what was held until the close of poll. */
  pollClosed: z.boolean(),
  places: z.array(z.strictObject({ partition: z.string(), key: z.string() })),
  /** Tree size and root (base64) after this batch: recomputed and compared before anything is signed. */
  size: z.int().check(z.gte(1)),
  root: z.string(),
});
export type Batch = z.infer<typeof Batch>;
export type BatchPlan = Omit<Batch, 'size' | 'root'>;

/** Acts that say something of a count wait, unordered, until the poll has closed [counting.md C-1, I10]. */
const HELD_UNTIL_CLOSE: ReadonlySet<OrderedAct['type']> = new Set([
  'report',
  'recount',
  'lots',
  'declaration',
  'statement',
]);

/** More acts than this wait for the next batch, so that a batch always fits one record. */
export const MAX_BATCH_ACTS = 1000;

const byAcceptance = (a: OrderedAct, b: OrderedAct): number => {
  if (a.acceptedAt !== b.acceptedAt) return a.acceptedAt < b.acceptedAt ? -1 : 1;
  const [left, right] = [canonicalJson(actPlace(a)), canonicalJson(actPlace(b))];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** Names struck off before polling day, by constituency: where so many are gone that nobody contests, there is no count to wait for. */
export type Struck = (constituency: string) => ReadonlySet<string>;

const NOBODY: Struck = () => new Set();

/** Whether an act says something of a count, which nobody learns before the poll has closed. */
export const isHeld = (act: OrderedAct, definition: ElectionDefinition, struck: Struck = NOBODY): boolean =>
  act.type === 'notice' ? isOfCount(definition, act.body, struck) : HELD_UNTIL_CLOSE.has(act.type);

export interface OrderSoFar {
  readonly version: number;
  readonly orderedAt: string | null;
  readonly pollClosed: boolean;
  readonly definition: ElectionDefinition | null;
  /** Without it nobody is: then more waits, never less. */
  readonly struck?: Struck;
}

/** The definition in force once `pending` is ordered: the highest revision known. */
const definitionInForce = (soFar: OrderSoFar, pending: readonly OrderedAct[]): ElectionDefinition | null =>
  pending
    .filter((act) => act.type === 'definition')
    .reduce<{ revision: number; body: ElectionDefinition | null }>(
      (latest, act) => (act.revision > latest.revision ? act : latest),
      { revision: 0, body: soFar.definition },
    ).body;

/** Time never runs backwards in the ledger, whatever a machine's clock says. */
const notBefore = (now: string, before: string | null): string =>
  before !== null && Date.parse(before) > Date.parse(now) ? before : now;

/**
 * Which acts come next in the ledger. Null when there is nothing to order.
 * A definition always comes first, so that what refers to it finds it.
 */
export const planBatch = (
  soFar: OrderSoFar,
  pending: readonly OrderedAct[],
  now: string,
): BatchPlan | null => {
  const definition = definitionInForce(soFar, pending);
  if (!definition) return null;
  const closed = Date.parse(now) >= Date.parse(definition.pollClosesAt);
  const released = soFar.pollClosed || closed;
  const orderable = pending.filter((act) => released || !isHeld(act, definition, soFar.struck));
  const definitions = orderable.filter(({ type }) => type === 'definition').sort(byAcceptance);
  const others = orderable.filter(({ type }) => type !== 'definition').sort(byAcceptance);
  const pollClosed = closed && !soFar.pollClosed;
  if (orderable.length === 0 && !pollClosed) return null;
  return {
    version: soFar.version + 1,
    orderedAt: notBefore(now, soFar.orderedAt),
    pollClosed,
    places: [...definitions, ...others].slice(0, MAX_BATCH_ACTS).map(actPlace),
  };
};
