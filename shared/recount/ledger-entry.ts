import * as z from 'zod/mini';
import { FiledLeaf, SealedBody } from '../advertisements/filing.ts';
import { canonicalBytes, canonicalJson } from '../canonical-json.ts';
import { AddressId, ContestantId, Instant } from '../election/identifiers.ts';
import { parseInput } from '../election/input-problem.ts';
import { sha256Hex } from '../hash.ts';
import { ok, type Result, refuse } from '../result.ts';
import { Act, commonOfActs } from './act.ts';

/** First entry of every batch: from here on the version is this, ordered at that time. */
const BatchMarker = z.strictObject({
  type: z.literal('batch'),
  election: AddressId,
  version: z.int().check(z.gte(1)),
  orderedAt: Instant,
});

/** The poll has closed: from here on counts may be public [counting.md C-1]. */
const PollClosed = z.strictObject({
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
const Rounds = z.strictObject({
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
const MisplacedEstimate = z.strictObject({
  type: z.literal('misplaced-estimate'),
  election: AddressId,
  constituency: AddressId,
  estimate: z.nullable(Total),
});

/**
 * A report of which something stays private carries a salted commitment to it: to its rankings, to its account and questionable
 * papers [F-4], or to both. How many questionable papers were rejected is told, so that papers not counted can be re-added.
 */
const WithheldReport = z.strictObject({
  type: z.literal('report-withheld'),
  rankingsCommitment: z.optional(Commitment),
  accountsCommitment: z.optional(Commitment),
  questionableRejected: z.optional(Total),
  report: Act,
});

/** A filing of the Central Platform: hashes, and the name of a body that lies beside the ledger until it is withdrawn. */
const FiledEntry = z.strictObject({ ...commonOfActs, type: z.literal('filed'), body: FiledLeaf });

/** What one leaf of the ledger says. */
export const LeafEntry = z.union([
  BatchMarker,
  PollClosed,
  Rounds,
  MisplacedEstimate,
  WithheldReport,
  FiledEntry,
  Act,
]);
type LeafEntry = z.infer<typeof LeafEntry>;

/** A leaf with what lies beside it; a body that was withdrawn is `null`. */
export type LedgerEntry =
  | Exclude<LeafEntry, { type: 'filed' }>
  | (z.infer<typeof FiledEntry> & { readonly sealed: SealedBody | null });
export type FiledLedgerEntry = Extract<LedgerEntry, { type: 'filed' }>;
/** Everything but filings: what counts, and who may know it. */
export type CountEntry = Exclude<LedgerEntry, FiledLedgerEntry>;
export type RoundsEntry = z.infer<typeof Rounds>;
export type MisplacedEntry = z.infer<typeof MisplacedEstimate>;
export type WithheldEntry = z.infer<typeof WithheldReport>;

/** Leaves above this are logged by the hash of their bytes; an entry bundle takes at most 65,535 bytes each. */
export const MAX_INLINE_BYTES = 60_000;

const Reference = z.strictObject({
  type: z.literal('reference'),
  sha256: Commitment,
  bytes: z.int().check(z.gte(1)),
});

/** What lies beside the log: an entry too large for a leaf, or the body of a filing, which can be withdrawn. */
export interface NamedAttachment {
  readonly kind: 'entry' | 'body';
  readonly sha256: string;
}

export interface EncodedEntry {
  readonly leaf: Uint8Array;
  /** What the leaf names by its hash. */
  readonly attachment: (NamedAttachment & { readonly bytes: Uint8Array }) | null;
}

const encodeFiled = ({ sealed, ...leaf }: FiledLedgerEntry): EncodedEntry => ({
  leaf: canonicalBytes(leaf),
  attachment:
    sealed && 'seal' in leaf.body
      ? { kind: 'body', sha256: leaf.body.seal, bytes: canonicalBytes(sealed) }
      : null,
});

/** An entry as a leaf of the log: its canonical JSON, or a reference to it where it is too large for a leaf. */
export const encodeEntry = (entry: LedgerEntry): EncodedEntry => {
  if (entry.type === 'filed') return encodeFiled(entry);
  const bytes = canonicalBytes(entry);
  if (bytes.length <= MAX_INLINE_BYTES) return { leaf: bytes, attachment: null };
  const sha256 = sha256Hex(bytes);
  return {
    leaf: canonicalBytes({ type: 'reference', sha256, bytes: bytes.length }),
    attachment: { kind: 'entry', sha256, bytes },
  };
};

export interface EntryProblem {
  readonly kind: 'unreadable-entry' | 'attachment-missing' | 'attachment-differs';
  readonly detail: string;
}

const readJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
};

const readCanonical = <S extends z.ZodMiniType>(
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

/** What a leaf names by its hash, or null where the leaf is the whole entry. */
export const attachmentOf = (leaf: Uint8Array): NamedAttachment | null => {
  const json = leaf.length > 200 ? null : readJson(leaf);
  const reference = z.safeParse(Reference, json);
  if (reference.success) return { kind: 'entry', sha256: reference.data.sha256 };
  const text = new TextDecoder().decode(leaf);
  if (!text.includes('"type":"filed"')) return null;
  const filed = z.safeParse(FiledEntry, json ?? readJson(leaf));
  return filed.success && 'seal' in filed.data.body ? { kind: 'body', sha256: filed.data.body.seal } : null;
};

/** The body of a filing; one that is not there was withdrawn, which the entries after it must say. */
const unseal = (
  leaf: z.infer<typeof FiledEntry>,
  attachment: (sha256: string) => Uint8Array | undefined,
): Result<FiledLedgerEntry, EntryProblem> => {
  const seal = 'seal' in leaf.body ? leaf.body.seal : null;
  const bytes = seal === null ? undefined : attachment(seal);
  if (seal === null || !bytes) return ok({ ...leaf, sealed: null });
  if (sha256Hex(bytes) !== seal) return refuse({ kind: 'attachment-differs', detail: seal });
  const body = readCanonical(SealedBody, bytes);
  return body.ok ? ok({ ...leaf, sealed: body.value }) : body;
};

/** Reads a leaf back; `attachment` gives the bytes that a leaf names by hash. */
export const decodeEntry = (
  leaf: Uint8Array,
  attachment: (sha256: string) => Uint8Array | undefined,
): Result<LedgerEntry, EntryProblem> => {
  const named = attachmentOf(leaf);
  let bytes: Uint8Array | undefined = leaf;
  if (named?.kind === 'entry') {
    bytes = attachment(named.sha256);
    if (!bytes) return refuse({ kind: 'attachment-missing', detail: named.sha256 });
    if (sha256Hex(bytes) !== named.sha256)
      return refuse({ kind: 'attachment-differs', detail: named.sha256 });
  }
  const read = readCanonical(LeafEntry, bytes);
  if (!read.ok) return read;
  return read.value.type === 'filed' ? unseal(read.value, attachment) : ok(read.value);
};
