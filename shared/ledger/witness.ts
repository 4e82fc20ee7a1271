/** What a witness is asked and what it may answer (C2SP tlog-witness): it cosigns what continues what it cosigned before, and nothing else. */
import { ok, type Result, refuse } from '../result.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { sameBytes } from './bytes.ts';
import { type Checkpoint, parseCheckpoint, parseDecimal } from './checkpoint.ts';
import { type LedgerProblemKind, shown } from './ledger-problem.ts';
import { emptyRoot, hashBytes } from './merkle.ts';
import { type MerkleProof, verifyConsistency } from './merkle-proof.ts';
import { openCheckpoint } from './open-checkpoint.ts';
import { parseNote } from './signed-note.ts';

/** A tree of 2^63 entries has no longer proof. */
export const maxProofHashes = 63;

/** The body of `POST add-checkpoint`. */
export interface AddCheckpoint {
  /** The size that the caller believes to be cosigned; 0 for none. */
  readonly oldSize: number;
  readonly proof: MerkleProof;
  /** The signed note, word for word. */
  readonly note: string;
}

/** Where a witness stands with a ledger: what it cosigned last. */
export interface WitnessedHead {
  readonly size: number;
  readonly root: Uint8Array;
}

export type WitnessRefusalKind =
  | 'malformed'
  | 'unsigned'
  | 'unknown-log'
  /** The caller's old size is not where the witness stands; `size` says where that is. */
  | 'stale'
  /** Two roots of one size, both signed. */
  | 'fork'
  | 'proof-wrong';

export interface WitnessRefusal {
  readonly kind: WitnessRefusalKind;
  readonly message: string;
  /** What the witness cosigned last, where that is the answer. */
  readonly size?: number;
}

/** As the protocol answers them. */
export const REFUSAL_STATUS: Readonly<Record<WitnessRefusalKind, number>> = {
  malformed: 400,
  unsigned: 403,
  'unknown-log': 404,
  stale: 409,
  fork: 409,
  'proof-wrong': 422,
};

/** The type of an answer that is the size where the witness stands. */
export const SIZE_TYPE = 'text/x.tlog.size';

const refused = (kind: WitnessRefusalKind, message: string, size?: number) =>
  refuse<WitnessRefusal>({ kind, message, ...(size === undefined ? {} : { size }) });

export const formatAddCheckpoint = ({ oldSize, proof, note }: AddCheckpoint): string =>
  [`old ${oldSize}`, ...proof.map(encodeBase64), '', note].join('\n');

export const parseAddCheckpoint = (body: string): Result<AddCheckpoint, WitnessRefusal> => {
  const blankLine = body.indexOf('\n\n');
  if (blankLine < 0) return refused('malformed', 'There is no empty line before the checkpoint.');
  const [oldLine = '', ...proofLines] = body.slice(0, blankLine).split('\n');
  const oldSize = oldLine.startsWith('old ') ? parseDecimal(oldLine.slice('old '.length)) : undefined;
  if (oldSize === undefined)
    return refused('malformed', `${shown(oldLine)} is not the old size; the first line looks like "old 12".`);
  if (proofLines.length > maxProofHashes)
    return refused(
      'malformed',
      `There are ${proofLines.length} lines of proof; at most ${maxProofHashes} are read.`,
    );
  const proof: Uint8Array[] = [];
  for (const line of proofLines) {
    const hash = decodeBase64(line);
    if (hash?.length !== hashBytes)
      return refused('malformed', `${shown(line)} is not the Base64 of a hash of ${hashBytes} bytes.`);
    proof.push(hash);
  }
  return ok({ oldSize, proof, note: body.slice(blankLine + 2) });
};

/** The name that a checkpoint gives itself, signed or not: only to find the key that it must be signed with. */
export const statedOrigin = (note: string): Result<string, WitnessRefusal> => {
  const parsed = parseNote(note);
  if (!parsed.ok) return refused('malformed', parsed.problem.message);
  const checkpoint = parseCheckpoint(parsed.value.text);
  return checkpoint.ok ? ok(checkpoint.value.origin) : refused('malformed', checkpoint.problem.message);
};

const NOT_SIGNED: ReadonlySet<LedgerProblemKind> = new Set(['signature-missing', 'signature-invalid']);

export interface Judging {
  readonly request: AddCheckpoint;
  /** The verifier key of the ledger of this name; `null` where the witness does not know it. */
  readonly vkey: string | null;
  /** `null` where nothing of it was cosigned yet. */
  readonly known: WitnessedHead | null;
}

const empty: WitnessedHead = { size: 0, root: emptyRoot };

/** Whether the checkpoint continues what is known, by the proof that came with it. */
const checkGrowth = (
  { oldSize, proof }: AddCheckpoint,
  known: WitnessedHead,
  { size, root }: Checkpoint,
): Result<true, WitnessRefusal> => {
  if (oldSize > size)
    return refused(
      'malformed',
      `The old size ${oldSize} is larger than the ${size} entries of the checkpoint.`,
    );
  if (oldSize !== known.size)
    return refused('stale', `Cosigned are ${known.size} entries, not ${oldSize}.`, known.size);
  if (size === known.size && !sameBytes(root, known.root))
    return refused(
      'fork',
      `Of ${size} entries root ${encodeBase64(known.root)} is cosigned, not ${encodeBase64(root)}: the ledger was forked.`,
      known.size,
    );
  const proven =
    known.size === 0
      ? proof.length === 0
      : verifyConsistency({ size1: known.size, root1: known.root, size2: size, root2: root, proof }).ok;
  return proven
    ? ok(true)
    : refused(
        'proof-wrong',
        `The proof does not lead from the ${known.size} entries that are cosigned to the ${size} of the checkpoint.`,
      );
};

/** The checkpoint that may be cosigned. Pure: whoever signs must first have written down, for good, that it did. */
export const judgeCheckpoint = ({ request, vkey, known }: Judging): Result<Checkpoint, WitnessRefusal> => {
  const origin = statedOrigin(request.note);
  if (!origin.ok) return origin;
  if (vkey === null) return refused('unknown-log', `The ledger ${shown(origin.value)} is not known here.`);
  const opened = openCheckpoint(request.note, vkey);
  if (!opened.ok)
    return refused(NOT_SIGNED.has(opened.problem.kind) ? 'unsigned' : 'malformed', opened.problem.message);
  const grown = checkGrowth(request, known ?? empty, opened.value);
  return grown.ok ? opened : grown;
};
