/** What a dishonest place could do to the published files of the night. */

import type { Signer } from '#functions/ports.ts';
import { formatCheckpoint, parseCheckpoint } from '#shared/ledger/checkpoint.ts';
import { ed25519Verify } from '#shared/ledger/ed25519.ts';
import { leafHash, treeRoot } from '#shared/ledger/merkle.ts';
import { formatNote, noteSignatureLine, parseNote } from '#shared/ledger/signed-note.ts';
import { bundlesForTree, decodeEntryBundle, tilesForTree } from '#shared/ledger/tiles.ts';
import { formatVerifierKey } from '#shared/ledger/verifier-key.ts';
import type { VerifySettings } from '#shared/verification/open-ledger.ts';
import { type Verdict, verifyElection } from '#shared/verification/verify-election.ts';
import { wholeRules } from '#shared/verification/whole-rules.ts';
import { type Files, memorySource } from './verify-fixture.ts';

export const election = 'night-2016';
export const data = `data/${election}`;
export const checkpointPath = `${data}/log/checkpoint`;
export const latestPath = `${data}/latest.json`;

export const verify = (files: Files, more: Partial<VerifySettings> = {}): Promise<Verdict> =>
  verifyElection({
    source: memorySource(files),
    election,
    keys: [],
    seen: { ledgers: [] },
    latestOnly: false,
    settleMs: 0,
    pause: async () => undefined,
    isCopy: false,
    verifySignature: ed25519Verify,
    loadRules: () => wholeRules,
    progress: () => undefined,
    ...more,
  });

export const withFile = (files: Files, path: string, bytes: Uint8Array | null): Files => {
  const changed = new Map(files);
  if (bytes === null) changed.delete(path);
  else changed.set(path, bytes);
  return changed;
};

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textAt = (files: Files, path: string): string => new TextDecoder().decode(files.get(path));
/** A fixed sequence: a failure can be run again. */
export const seeded = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};

export const flipOne = (bytes: Uint8Array, random: () => number): Uint8Array => {
  const flipped = Uint8Array.from(bytes);
  const at = Math.floor(random() * bytes.length);
  flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  return flipped;
};

/** A checkpoint of these entries as another signer would write it, with tiles and bundles. */
export const signLedger = async (
  files: Files,
  signer: Signer,
  leaves: readonly Uint8Array[],
): Promise<Files> => {
  const changed = new Map([...files].filter(([path]) => !path.includes('/log/tile/')));
  const hashes = leaves.map(leafHash);
  for (const [path, bytes] of [
    ...tilesForTree(hashes, hashes.length),
    ...bundlesForTree(leaves, leaves.length),
  ])
    changed.set(`${data}/log/${path}`, bytes);
  const name = `${signer.name}/${election}`;
  const text = formatCheckpoint({ origin: name, size: leaves.length, root: treeRoot(hashes) });
  const line = noteSignatureLine(name, signer.publicKey, await signer.sign(utf8(text)));
  changed.set(checkpointPath, utf8(formatNote(text, [line])));
  changed.set(`${data}/log/vkey`, utf8(`${formatVerifierKey(name, signer.publicKey)}\n`));
  return changed;
};

export const sizeOf = (files: Files): number => {
  const note = parseNote(files.get(checkpointPath) ?? '');
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note;
  return checkpoint.ok ? checkpoint.value.size : 0;
};

export const leavesOf = (files: Files): readonly Uint8Array[] => {
  const bundle = decodeEntryBundle(
    files.get(`${data}/log/tile/entries/000.p/${sizeOf(files)}`) ?? new Uint8Array(),
  );
  return bundle.ok ? bundle.value : [];
};
