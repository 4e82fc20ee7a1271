/** One entry with its proof: enough to show later, without the ledger or a network, that it was signed. */
import { sameBytes } from '../ledger/bytes.ts';
import { leafHash, treeRoot } from '../ledger/merkle.ts';
import { inclusionProof } from '../ledger/merkle-proof.ts';
import { formatProofFile } from '../ledger/proof-file.ts';
import type { VerifySignature } from '../ledger/signed-note.ts';
import { hashesOfTile, leafTilePaths } from '../ledger/tile-proof.ts';
import { bundlePathsFor, decodeEntryBundle, tileWidth } from '../ledger/tiles.ts';
import { dataPaths } from '../publication/paths.ts';
import { ok, type Result, refuse } from '../result.ts';
import { notRead } from './compare-file.ts';
import type { Finding } from './finding.ts';
import { chooseKey, readCheckpoint, readPublishedKey } from './signed-files.ts';
import type { Source } from './source.ts';

export interface ProofAsked {
  readonly source: Source;
  readonly election: string;
  /** Verifier keys that the reader got elsewhere. */
  readonly keys: readonly string[];
  readonly verifySignature: VerifySignature;
  /** From 0. */
  readonly index: number;
}

/** An entry that was found to be in the signed ledger. */
export interface ProvenEntry {
  readonly index: number;
  /** The entry's bytes as they stand in the ledger. */
  readonly leaf: Uint8Array;
  readonly leafHash: Uint8Array;
  /** Entries of the ledger under whose signed head it was proven, and whose ledger that is. */
  readonly size: number;
  readonly origin: string;
  /** A C2SP tlog-proof that brings the entry along as its extra data. */
  readonly proof: string;
}

const differs = (path: string, message: string) => refuse<Finding>({ kind: 'differs', path, message });

const readFile = async (source: Source, path: string): Promise<Result<Uint8Array, Finding>> => {
  const read = await source.read(path);
  const finding = notRead(path, read);
  if (finding) return refuse(finding);
  return ok(read.kind === 'read' ? read.bytes : new Uint8Array());
};

const readHead = async ({ source, election, keys, verifySignature }: ProofAsked) => {
  const published = await readFile(source, dataPaths.verifierKey(election));
  const key = published.ok ? readPublishedKey(election, published.value) : published;
  const chosen = chooseKey(election, key.ok ? key.value : null, keys);
  const [problem] = chosen.findings;
  if (problem) return refuse(problem);
  if (chosen.vkey === null) return key.ok ? refuse<Finding>(noKey(election)) : key;
  const note = await readFile(source, dataPaths.checkpoint(election));
  if (!note.ok) return note;
  const signed = { bytes: note.value, vkey: chosen.vkey, verify: verifySignature };
  const checkpoint = await readCheckpoint(election, signed);
  if (!checkpoint.ok) return checkpoint;
  return ok({ ...checkpoint.value, note: new TextDecoder().decode(note.value) });
};

const noKey = (election: string): Finding => ({
  kind: 'signature',
  path: dataPaths.verifierKey(election),
  message: 'is not known',
});

/** The hashes of all entries, as the tiles of the lowest level hold them; at most 8 kB for 256 entries. */
const readLeafHashes = async (
  { source, election }: ProofAsked,
  size: number,
): Promise<Result<readonly Uint8Array[], Finding>> => {
  const hashes: Uint8Array[] = [];
  for (const tile of leafTilePaths(size)) {
    const path = `${dataPaths.log(election)}${tile}`;
    const bytes = await readFile(source, path);
    if (!bytes.ok) return bytes;
    const inTile = hashesOfTile(bytes.value, Math.min(tileWidth, size - hashes.length));
    if (!inTile.ok) return differs(path, inTile.problem);
    hashes.push(...inTile.value);
  }
  return ok(hashes);
};

/** Fetches an entry, and proves that it stands in the ledger whose head is signed. */
export const proveEntry = async (asked: ProofAsked): Promise<Result<ProvenEntry, Finding>> => {
  const { source, election, index } = asked;
  const log = dataPaths.log(election);
  const head = await readHead(asked);
  if (!head.ok) return head;
  const { size, root, origin, note } = head.value;
  if (index >= size) {
    const message = `is of ${size} entries, 0 to ${size - 1}: there is no entry ${index}`;
    return refuse({ kind: 'missing', path: dataPaths.checkpoint(election), message });
  }
  const hashes = await readLeafHashes(asked, size);
  if (!hashes.ok) return hashes;
  const proof = inclusionProof(hashes.value, index);
  if (!proof.ok || !sameBytes(treeRoot(hashes.value), root))
    return differs(`${log}${leafTilePaths(size)[0]}`, 'is not of the tree that was signed');
  const path = `${log}${bundlePathsFor(size)[Math.floor(index / tileWidth)]}`;
  const bytes = await readFile(source, path);
  if (!bytes.ok) return bytes;
  const bundle = decodeEntryBundle(bytes.value);
  const leaf = bundle.ok ? bundle.value[index % tileWidth] : undefined;
  if (leaf === undefined) return differs(path, bundle.ok ? `lacks entry ${index}` : bundle.problem.message);
  const hash = leafHash(leaf);
  if (!sameBytes(hash, hashes.value[index] ?? new Uint8Array()))
    return refuse({
      kind: 'differs',
      path,
      message: `entry ${index} is not the one whose hash was published and signed`,
      entry: index,
    });
  const text = formatProofFile({ index, proof: proof.value, checkpoint: note, extra: leaf });
  return ok({ index, leaf, leafHash: hash, size, origin, proof: text });
};
