import { encodeBase64 } from '#shared/ledger/base64.ts';
import { sameBytes } from '#shared/ledger/bytes.ts';
import type { Checkpoint } from '#shared/ledger/checkpoint.ts';
import { treeRoot } from '#shared/ledger/merkle.ts';
import type { MerkleProof } from '#shared/ledger/merkle-proof.ts';
import { openCheckpoint } from '#shared/ledger/open-checkpoint.ts';
import { leafHashesIn, leafTilePaths, proofFromTiles, proofTilePaths } from '#shared/ledger/tile-proof.ts';
import { statedOrigin } from '#shared/ledger/witness.ts';
import { dataPaths } from '#shared/publication/paths.ts';
import { readPointer } from '#shared/publication/read-pointer.ts';
import { must } from '#shared/result.ts';
import { fetchAll } from '#shared/verification/compare-file.ts';
import { lookUntil, statedSize } from '#shared/verification/gather-heads.ts';
import { readPublishedKey } from '#shared/verification/signed-files.ts';
import type { Source } from '#shared/verification/source.ts';
import { verifyHere } from './verify-here.ts';
import type { Cosigner } from './witness-cosigner.ts';
import type { Head, WitnessedLog } from './witness-journal.ts';

const MAX_NOTE_BYTES = 1_000_000;
const MAX_POINTER_BYTES = 20_000_000;
/** A full tile. */
const MAX_TILE_BYTES = 8192;

/** Two signed checkpoints of one ledger of which the later is no continuation of the earlier, and how much is known of both. */
export interface ForkEvidence {
  readonly election: string;
  readonly origin: string;
  readonly vkey: string;
  readonly kind: 'fork' | 'rolled-back';
  readonly cosigned: Head & { readonly note: string };
  readonly found: Head & { readonly note: string };
  /** Of the sizes that were cosigned: the largest at which both have the same root (`null` where that could not be read), and the smallest at which they have not. */
  readonly agreeAt: number | null;
  readonly differAt: number | null;
}

/** What became of one look at a ledger. */
export type Followed =
  | {
      readonly kind: 'cosigned';
      readonly checkpoint: Checkpoint;
      readonly before: number;
      readonly line: string;
      readonly note: string;
    }
  | { readonly kind: 'unchanged' }
  /** Nothing is known: the place did not answer, or answered with what is no ledger. */
  | { readonly kind: 'unreadable'; readonly message: string }
  /** It will not be cosigned. */
  | { readonly kind: 'refused'; readonly message: string; readonly evidence: ForkEvidence | null };

export interface Following {
  readonly source: Source;
  readonly cosigner: Cosigner;
  readonly logs: () => ReadonlyMap<string, WitnessedLog>;
  /** Verifier keys by the names of their ledgers: those that were given, and those that were met. */
  readonly trusted: Map<string, string>;
  /** Keys of ledgers that are not known yet are taken from where the ledger is. */
  readonly trustFirst: boolean;
  /** How long an edge may still show an older checkpoint. */
  readonly settleMs: number;
  readonly say: (line: string) => void;
}

const unreadable = (message: string): Followed => ({ kind: 'unreadable', message });
const refusal = (message: string, evidence: ForkEvidence | null = null): Followed => ({
  kind: 'refused',
  message,
  evidence,
});

/** Learns the key of a ledger that is met for the first time; answers what stands in the way. */
const meet = async (following: Following, election: string, origin: string): Promise<string | null> => {
  const { source, trusted, trustFirst, say } = following;
  if (trusted.has(origin) || following.logs().has(origin)) return null;
  if (!trustFirst) return `${origin} is none of the ledgers whose keys were given with --vkey.`;
  const path = dataPaths.verifierKey(election);
  const file = await source.read(path, MAX_NOTE_BYTES);
  if (file.kind !== 'read') return `${path} ${file.kind === 'missing' ? 'is missing' : file.why}.`;
  const key = readPublishedKey(election, file.bytes);
  if (!key.ok) return `${path} ${key.problem.message}.`;
  if (!key.value.startsWith(`${origin}+`))
    return `${path} is not the key of ${origin}, which signs the checkpoint.`;
  trusted.set(origin, key.value);
  say(
    `${election} is met for the first time; its key is taken on trust, so compare it with one got elsewhere: ${key.value}`,
  );
  return null;
};

interface Opened {
  readonly following: Following;
  readonly election: string;
  readonly note: string;
  readonly vkey: string;
  readonly checkpoint: Checkpoint;
  /** `null` where nothing of it was cosigned. */
  readonly log: WitnessedLog | null;
}

const readTiles = async ({ following, election }: Opened, paths: readonly string[]) => {
  const log = dataPaths.log(election);
  const { files, findings } = await fetchAll(
    following.source,
    paths.map((path) => log + path),
    MAX_TILE_BYTES,
  );
  return { tiles: new Map([...files].map(([key, bytes]) => [key.slice(log.length), bytes])), findings };
};

const headIn = ({ size, root }: Checkpoint): Head => ({ size, root: encodeBase64(root) });

/** Of the sizes cosigned, which have the root that these leaves give them. */
const comparedHeads = (heads: readonly Head[], leafHashes: readonly Uint8Array[]) => {
  const reached = heads.filter(({ size }) => size <= leafHashes.length);
  const agrees = ({ size, root }: Head): boolean =>
    encodeBase64(treeRoot(leafHashes.slice(0, size))) === root;
  const agreeing = reached.filter(agrees);
  const differing = reached.filter((head) => !agrees(head));
  return { agreeAt: agreeing.at(-1)?.size ?? 0, differAt: differing[0]?.size ?? null };
};

export const forkMessage = ({ election, kind, cosigned, found, agreeAt, differAt }: ForkEvidence): string => {
  const what = kind === 'fork' ? 'FORK' : 'ROLLED BACK';
  const both = `cosigned are ${cosigned.size} entries with root ${cosigned.root}, now signed are ${found.size} entries with root ${found.root}`;
  const agree =
    agreeAt === null
      ? 'Up to where they agree could not be read'
      : agreeAt === 0
        ? 'No size that was cosigned agrees'
        : `The largest cosigned size that agrees is ${agreeAt}`;
  const differ =
    differAt === null ? 'none that it reaches differs' : `the smallest that differs is ${differAt}`;
  return `${election} ${what}: sizes ${cosigned.size} and ${found.size} disagree: ${both}, and the second does not continue the first. ${agree}; ${differ}. It is not cosigned.`;
};

/** The leaves of the new tree tell whether it continues what was cosigned: proof or no proof. */
const accuse = async (opened: Opened, log: WitnessedLog): Promise<Followed> => {
  const { election, checkpoint, note, vkey } = opened;
  const { size, root, origin } = checkpoint;
  const { tiles, findings } = await readTiles(opened, leafTilePaths(size));
  const leaves = leafHashesIn(size, tiles);
  const whole = leaves.ok && sameBytes(treeRoot(leaves.value), root);
  const isShort = size < log.head.size;
  const sameSize = size === log.head.size;
  if (!whole && !isShort && !sameSize) {
    const why = findings[0]
      ? `${findings[0].path} ${findings[0].message}`
      : 'the tiles do not hold the hashes that were signed';
    return refusal(`${election} cannot be shown to continue what was cosigned: ${why}. It is not cosigned.`);
  }
  const compared = whole
    ? comparedHeads(log.heads, leaves.value)
    : { agreeAt: null, differAt: sameSize ? size : null };
  const evidence: ForkEvidence = {
    election,
    origin,
    vkey,
    kind: isShort && compared.differAt === null ? 'rolled-back' : 'fork',
    cosigned: { ...log.head, note: log.note },
    found: { ...headIn(checkpoint), note },
    agreeAt: compared.agreeAt,
    differAt: compared.differAt ?? (isShort ? null : log.head.size),
  };
  return refusal(forkMessage(evidence), evidence);
};

const proofOf = async (opened: Opened): Promise<MerkleProof | string> => {
  const [from, to] = [opened.log?.head.size ?? 0, opened.checkpoint.size];
  if (from === 0 || from === to) return [];
  const { tiles, findings } = await readTiles(opened, proofTilePaths(from, to));
  const proof = proofFromTiles(from, to, tiles);
  if (proof.ok) return proof.value;
  return findings[0] ? `${findings[0].path} ${findings[0].message}.` : proof.problem.message;
};

const cosign = async (opened: Opened): Promise<Followed> => {
  const { following, election, note, checkpoint, log } = opened;
  if (log && checkpoint.size < log.head.size) return accuse(opened, log);
  const proof = await proofOf(opened);
  if (typeof proof === 'string') return unreadable(`${election}: ${proof}`);
  const added = await following.cosigner.add({ oldSize: log?.head.size ?? 0, proof, note });
  if (added.ok) return { kind: 'cosigned', ...added.value, note };
  const { kind, message } = added.problem;
  if (log && (kind === 'fork' || kind === 'proof-wrong')) return accuse(opened, log);
  // Another process of this witness was faster: the next look finds it settled.
  return kind === 'stale' ? { kind: 'unchanged' } : refusal(`${election} is not cosigned: ${message}`);
};

/** Looks once at an election's ledger, and cosigns it where it continues what was cosigned before. */
export const followOnce = async (following: Following, election: string): Promise<Followed> => {
  const { source, logs, trusted, settleMs } = following;
  const path = dataPaths.checkpoint(election);
  const look = () => source.read(path, MAX_NOTE_BYTES);
  const known = [...logs()].find(([origin]) => origin.endsWith(`/${election}`))?.[1].head.size ?? 0;
  const file = await lookUntil(look, (found) => (statedSize(found) ?? known) >= known, {
    settleMs,
    pause: verifyHere.pause,
  });
  if (file.kind !== 'read')
    return unreadable(`${path} ${file.kind === 'missing' ? 'is missing' : file.why}.`);
  const note = new TextDecoder().decode(file.bytes);
  const origin = statedOrigin(note);
  if (!origin.ok) return unreadable(`${path} is no checkpoint: ${origin.problem.message}`);
  const stranger = await meet(following, election, origin.value);
  if (stranger !== null) return unreadable(`${election}: ${stranger}`);
  const log = logs().get(origin.value) ?? null;
  const vkey = must(log?.vkey ?? trusted.get(origin.value), 'the ledger was met');
  const opened = openCheckpoint(note, vkey);
  if (!opened.ok)
    return refusal(
      `${election} is not cosigned: ${path} cannot be believed. ${opened.problem.message} The key that counts is ${vkey}.`,
    );
  if (log && log.head.size === opened.value.size && log.head.root === encodeBase64(opened.value.root))
    return { kind: 'unchanged' };
  return cosign({ following, election, note, vkey, checkpoint: opened.value, log });
};

/** How often the publisher wishes to be asked about an election, in milliseconds; `null` where it does not say. */
export const wishedPause = async (source: Source, election: string): Promise<number | null> => {
  const file = await source.read(dataPaths.latest(election), MAX_POINTER_BYTES);
  return file.kind === 'read' ? (readPointer(file.bytes)?.pollAfterMs ?? null) : null;
};
