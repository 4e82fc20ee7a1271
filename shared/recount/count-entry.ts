/** Leaves of the ledger that the count rests on, and how leaves are read at all: everything but what the Central Platform files. */
import * as z from 'zod/mini';
import { canonicalJson } from '../canonical-json.ts';
import { AddressId, ContestantId, Instant } from '../election/identifiers.ts';
import { parseInput } from '../election/input-problem.ts';
import { sha256Hex } from '../hash.ts';
import { ok, type Result, refuse } from '../result.ts';
import { Act } from './act.ts';

/** First entry of every batch: from here on the version is this, ordered at that time. */
export const BatchMarker = z.strictObject({
  type: z.literal('batch'),
  election: AddressId,
  version: z.int().check(z.gte(1)),
  orderedAt: Instant,
});

/** The poll has closed: from here on counts may be public [counting.md C-1]. */
export const PollClosed = z.strictObject({
  type: z.literal('poll-closed'),
  election: AddressId,
  pollClosesAt: Instant,
});

/** Papers of a whole constituency: what its stations report is limited one by one, not their sum. */
const Total = z.int().check(z.gte(0));

const PapersBy = z.record(ContestantId, Total);

/** One round of a preferential count with its transfers, enough to re-add it without the papers [2016 App.3]. */
export const TallyRound = z.strictObject({
  round: z.int().check(z.gte(1)),
  votes: PapersBy,
  transfers: z.record(ContestantId, PapersBy),
  exhausted: Total,
  eliminated: z.array(ContestantId),
});
export type TallyRound = z.infer<typeof TallyRound>;

/** Rounds of a constituency whose rankings stay private: what readers re-add instead. */
export const Rounds = z.strictObject({
  type: z.literal('rounds'),
  election: AddressId,
  constituency: AddressId,
  valid: Total,
  /** Papers whose ranking has no single first preference, by ground [2016 ¶5.89]. */
  invalid: z.record(z.string(), Total),
  /** True where every paper bears only a first preference [2016 App.3 ¶2]. */
  firstPreferencesOnly: z.boolean(),
  rounds: z.array(TallyRound),
});

const Commitment = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** Misplaced papers of a constituency, estimated from accounts that stay private; null where they do not say [2016 ¶5.80, C-8]. */
export const MisplacedEstimate = z.strictObject({
  type: z.literal('misplaced-estimate'),
  election: AddressId,
  constituency: AddressId,
  estimate: z.nullable(Total),
});

/**
 * A report of which something stays private carries a salted commitment to it: to its rankings, to its account and questionable
 * papers [F-4], or to both. How many questionable papers were rejected is told, so that papers not counted can be re-added.
 */
export const WithheldReport = z.strictObject({
  type: z.literal('report-withheld'),
  rankingsCommitment: z.optional(Commitment),
  accountsCommitment: z.optional(Commitment),
  questionableRejected: z.optional(Total),
  report: Act,
});

/** What one leaf of the count says. */
/** An entry of the ledger that is of a count, as its leaf holds it. */
export const CountLeaf = z.union([BatchMarker, PollClosed, Rounds, MisplacedEstimate, WithheldReport, Act]);
/** Everything but filings: what counts, and who may know it. */
export type CountEntry = z.infer<typeof CountLeaf>;
export type RoundsEntry = z.infer<typeof Rounds>;
export type MisplacedEntry = z.infer<typeof MisplacedEstimate>;
export type WithheldEntry = z.infer<typeof WithheldReport>;

/** Leaves above this are logged by the hash of their bytes; an entry bundle takes at most 65,535 bytes each. */
export const MAX_INLINE_BYTES = 60_000;

export const Reference = z.strictObject({
  type: z.literal('reference'),
  sha256: Commitment,
  bytes: z.int().check(z.gte(1)),
});

/** What lies beside the log: an entry too large for a leaf, or the body of a filing, which can be withdrawn. */
export interface NamedAttachment {
  readonly kind: 'entry' | 'body';
  readonly sha256: string;
}

/** Gives the bytes that a leaf names by hash; `undefined` where they are not at hand. */
export type Attachments = (sha256: string) => Uint8Array | undefined;

export interface EntryProblem {
  readonly kind: 'unreadable-entry' | 'attachment-missing' | 'attachment-differs';
  readonly detail: string;
}

export const readJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
};

export const readCanonical = <S extends z.ZodMiniType>(
  schema: S,
  bytes: Uint8Array,
): Result<z.output<S>, EntryProblem> => {
  const json = readJson(bytes);
  const parsed = parseInput(schema, json);
  if (!parsed.ok) {
    const first = parsed.problem[0];
    return refuse({ kind: 'unreadable-entry', detail: `${first?.code} at ${first?.path}` });
  }
  if (canonicalJson(json) !== new TextDecoder().decode(bytes)) {
    return refuse({ kind: 'unreadable-entry', detail: 'not in canonical form' });
  }
  return ok(parsed.value);
};

/** The large entry that a leaf stands for, or null where the leaf is not such a reference. */
export const referenceOf = (leaf: Uint8Array): NamedAttachment | null => {
  const reference = z.safeParse(Reference, leaf.length > 200 ? null : readJson(leaf));
  return reference.success ? { kind: 'entry', sha256: reference.data.sha256 } : null;
};

/** The bytes of an entry: its leaf, or what the leaf names because it was too large for one. */
export const entryBytes = (leaf: Uint8Array, attachment: Attachments): Result<Uint8Array, EntryProblem> => {
  const named = referenceOf(leaf);
  if (named === null) return ok(leaf);
  const bytes = attachment(named.sha256);
  if (!bytes) return refuse({ kind: 'attachment-missing', detail: named.sha256 });
  return sha256Hex(bytes) === named.sha256
    ? ok(bytes)
    : refuse({ kind: 'attachment-differs', detail: named.sha256 });
};

/** Reads a leaf of the count back. */
export const decodeCountEntry = (
  leaf: Uint8Array,
  attachment: Attachments,
): Result<CountEntry, EntryProblem> => {
  const bytes = entryBytes(leaf, attachment);
  return bytes.ok ? readCanonical(CountLeaf, bytes.value) : bytes;
};
