/** Vectors published by others: transparency-dev/merkle, transparency-dev/tessera, C2SP, Sunlight, Wycheproof. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { decodeBase64 } from '#shared/ledger/base64.ts';
import { formatCheckpoint } from '#shared/ledger/checkpoint.ts';
import { ed25519Verify } from '#shared/ledger/ed25519.ts';
import { leafHash, treeRoot } from '#shared/ledger/merkle.ts';
import { verifyConsistency, verifyInclusion } from '#shared/ledger/merkle-proof.ts';
import { openCheckpoint } from '#shared/ledger/open-checkpoint.ts';
import { formatNote } from '#shared/ledger/signed-note.ts';
import { proofFromTiles } from '#shared/ledger/tile-proof.ts';
import { bundlesForTree, tilePathsFor, tilesForTree } from '#shared/ledger/tiles.ts';
import { parseVerifierKey } from '#shared/ledger/verifier-key.ts';
import { verifyCosignatures } from '#shared/ledger/verify-cosignatures.ts';
import { verifyNote } from '#shared/ledger/verify-note.ts';
import { judgeCheckpoint } from '#shared/ledger/witness.ts';
import { must } from '#shared/result.ts';
import { accepted, bytesOf } from './ledger-builders.ts';
import { parseSignerKey } from './test-signer.ts';

const project = resolve(import.meta.dirname, '../../..');
const folder = resolve(project, process.env['VECTORS'] ?? '../shared/vectors');

interface MerkleVector {
  readonly file: string;
  readonly root: string;
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly leafHash: string;
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

interface WycheproofFile {
  readonly testGroups: readonly {
    readonly publicKey: { readonly pk: string };
    readonly tests: readonly {
      readonly tcId: number;
      readonly comment: string;
      readonly msg: string;
      readonly sig: string;
      readonly result: 'valid' | 'invalid';
    }[];
  }[];
}

const readText = (name: string): string => readFileSync(join(folder, name), 'utf8');
const fromBase64 = (text: string): Uint8Array => must(decodeBase64(text), 'a vector is canonical Base64');
const merkleVectors = (name: string): readonly MerkleVector[] => JSON.parse(readText(name));

const inclusion = () => {
  const vectors = merkleVectors('merkle-inclusion.json');
  test('there are 98 inclusion proofs', () => expect(vectors).toHaveLength(98));
  test.each(vectors)('$file', ({ leafIdx, treeSize, leafHash: leaf, proof, root, wantErr }) => {
    const claim = { index: leafIdx, size: treeSize, leafHash: fromBase64(leaf), root: fromBase64(root) };
    const verdict = verifyInclusion({ ...claim, proof: (proof ?? []).map(fromBase64) });
    expect(verdict.ok).toBe(!wantErr);
  });
};

const consistency = () => {
  const vectors = merkleVectors('merkle-consistency.json');
  test('there are 98 consistency proofs', () => expect(vectors).toHaveLength(98));
  test.each(vectors)('$file', ({ size1, size2, root1, root2, proof, wantErr }) => {
    const claim = { size1, size2, root1: fromBase64(root1), root2: fromBase64(root2) };
    const verdict = verifyConsistency({ ...claim, proof: (proof ?? []).map(fromBase64) });
    expect(verdict.ok).toBe(!wantErr);
  });
};

const goldenLeaves = 'one two three four five six seven eit nain ten ileven twelf threeten fourten fivten'
  .split(' ')
  .map(bytesOf);
const goldenVerifier = 'example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx';
const goldenSigner =
  'PRIVATE+KEY+example.com/log/testdata+33d7b496+AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg';

/** The whole golden log as we write it, growing by one entry at a time. */
const rebuildGoldenLog = (): ReadonlyMap<string, Uint8Array> => {
  const signer = parseSignerKey(goldenSigner);
  const leafHashes = goldenLeaves.map(leafHash);
  const files = new Map<string, Uint8Array>();
  for (let size = 0; size <= goldenLeaves.length; size += 1) {
    const text = formatCheckpoint({ origin: signer.name, size, root: treeRoot(leafHashes.slice(0, size)) });
    files.set(`checkpoint.${size}`, bytesOf(formatNote(text, [signer.line(text)])));
    const since = Math.max(0, size - 1);
    for (const [path, bytes] of tilesForTree(leafHashes, size, since)) files.set(path, bytes);
    for (const [path, bytes] of bundlesForTree(goldenLeaves, size, since)) files.set(path, bytes);
  }
  return files;
};

const goldenLog = () => {
  const root = join(folder, 'tessera-log');
  const files = rebuildGoldenLog();
  test.each([...files.keys()])('%s is what we write, byte for byte', (path) => {
    expect(Buffer.from(must(files.get(path), path))).toEqual(readFileSync(join(root, path)));
  });
  test('the golden log has no other files, and its checkpoint is the last one', () => {
    const published = readdirSync(root, { recursive: true, encoding: 'utf8' });
    const present = published.filter((path) => statSync(join(root, path)).isFile());
    expect(present.sort()).toEqual([...files.keys(), 'checkpoint'].sort());
    expect(readText('tessera-log/checkpoint')).toBe(readText('tessera-log/checkpoint.15'));
  });
  test('a witness follows it from size to size with proofs from its tiles, and refuses each step with any other proof', () => {
    const noteAt = (size: number) => readText(`tessera-log/checkpoint.${size}`);
    const tilesAt = (size: number) =>
      new Map(tilePathsFor(size).map((path) => [path, readFileSync(join(root, path))] as const));
    const headAt = (size: number) => accepted(openCheckpoint(noteAt(size), goldenVerifier));
    for (let size = 1; size <= 15; size += 1) {
      for (let before = 1; before <= size; before += 1) {
        const proof = accepted(proofFromTiles(before, size, tilesAt(size)));
        const ask = (proven: readonly Uint8Array[]) =>
          judgeCheckpoint({
            request: { oldSize: before, proof: proven, note: noteAt(size) },
            vkey: goldenVerifier,
            known: headAt(before),
          });
        expect(accepted(ask(proof))).toEqual(headAt(size));
        expect(ask([...proof, headAt(1).root])).toMatchObject({ problem: { kind: 'proof-wrong' } });
      }
    }
  });
  test('each golden checkpoint opens with the published verifier key', () => {
    const sizes = Array.from(
      { length: 16 },
      (_, size) =>
        accepted(openCheckpoint(readFileSync(join(root, `checkpoint.${size}`)), goldenVerifier)).size,
    );
    expect(sizes).toEqual(Array.from({ length: 16 }, (_, size) => size));
  });
};

const notes = () => {
  test('the example of the signed-note specification verifies', () => {
    const key = parseVerifierKey('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
    const note = accepted(verifyNote(readText('signed-note-example.txt'), [accepted(key)]));
    expect(note.text).toBe('This is an example message.\n');
  });
  test('the cosignature of a witness verifies, with its time', () => {
    const key = parseVerifierKey('mirror.example.org+3fb148ef+BAAjjch9GyYz0sJsJx7ALhbdAtz2ov0unbzSl1vMp94O');
    const seen = accepted(verifyCosignatures(readText('witness/mirror-checkpoint.txt'), [accepted(key)]));
    expect(seen.cosignatures).toEqual([
      { name: 'mirror.example.org', keyId: '3fb148ef', timeSeconds: 1_767_139_200 },
    ]);
    expect(seen.checkpoint).toMatchObject({ origin: 'rome2026h1.example.org', size: 300 });
  });
};

const wycheproof = () => {
  const { testGroups }: WycheproofFile = JSON.parse(readText('wycheproof-ed25519.json'));
  const vectors = testGroups.flatMap(({ publicKey, tests }) =>
    tests.map((each) => ({ ...each, publicKey: publicKey.pk })),
  );
  test('there are 151 signatures', () => expect(vectors).toHaveLength(151));
  test.each(vectors)('signature $tcId $comment is $result', ({ publicKey, msg, sig, result }) => {
    const verdict = ed25519Verify(hexToBytes(publicKey), hexToBytes(msg), hexToBytes(sig));
    expect(verdict).toBe(result === 'valid');
  });
};

describe('conformance vectors', () => {
  if (!existsSync(folder)) {
    const notice = 'conformance vectors not found, 0 of 395 run';
    console.warn(`${notice} (looked in ${folder}; set VECTORS to their folder)`);
    test.skip(notice, () => undefined);
    return;
  }
  describe('RFC 6962 inclusion', inclusion);
  describe('RFC 6962 consistency', consistency);
  describe('the golden tlog-tiles log', goldenLog);
  describe('signed notes', notes);
  describe('Ed25519', wycheproof);
});
