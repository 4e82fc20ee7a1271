import * as z from 'zod/mini';
import { FiledLeaf, SealedBody } from '../advertisements/filing.ts';
import { canonicalBytes } from '../canonical-json.ts';
import { sha256Hex } from '../hash.ts';
import { ok, type Result, refuse } from '../result.ts';
import { Act, commonOfActs } from './act.ts';
import {
  type Attachments,
  BatchMarker,
  type CountEntry,
  type EntryProblem,
  entryBytes,
  MAX_INLINE_BYTES,
  MisplacedEstimate,
  type NamedAttachment,
  PollClosed,
  Rounds,
  readCanonical,
  readJson,
  referenceOf,
  WithheldReport,
} from './count-entry.ts';

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

/** A leaf with what lies beside it; a body that was withdrawn is `null`. */
export type LedgerEntry = CountEntry | (z.infer<typeof FiledEntry> & { readonly sealed: SealedBody | null });
export type FiledLedgerEntry = Extract<LedgerEntry, { type: 'filed' }>;

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

/** What a leaf names by its hash, or null where the leaf is the whole entry. */
export const attachmentOf = (leaf: Uint8Array): NamedAttachment | null => {
  const reference = referenceOf(leaf);
  if (reference !== null) return reference;
  const text = new TextDecoder().decode(leaf);
  if (!text.includes('"type":"filed"')) return null;
  const filed = z.safeParse(FiledEntry, readJson(leaf));
  return filed.success && 'seal' in filed.data.body ? { kind: 'body', sha256: filed.data.body.seal } : null;
};

/** The body of a filing; one that is not there was withdrawn, which the entries after it must say. */
const unseal = (
  leaf: z.infer<typeof FiledEntry>,
  attachment: Attachments,
): Result<FiledLedgerEntry, EntryProblem> => {
  const seal = 'seal' in leaf.body ? leaf.body.seal : null;
  const bytes = seal === null ? undefined : attachment(seal);
  if (seal === null || !bytes) return ok({ ...leaf, sealed: null });
  if (sha256Hex(bytes) !== seal) return refuse({ kind: 'attachment-differs', detail: seal });
  const body = readCanonical(SealedBody, bytes);
  return body.ok ? ok({ ...leaf, sealed: body.value }) : body;
};

/** Reads a leaf back; `attachment` gives the bytes that a leaf names by hash. */
export const decodeEntry = (leaf: Uint8Array, attachment: Attachments): Result<LedgerEntry, EntryProblem> => {
  const bytes = entryBytes(leaf, attachment);
  if (!bytes.ok) return bytes;
  const read = readCanonical(LeafEntry, bytes.value);
  if (!read.ok) return read;
  return read.value.type === 'filed' ? unseal(read.value, attachment) : ok(read.value);
};
