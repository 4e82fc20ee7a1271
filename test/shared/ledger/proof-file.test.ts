import { describe, expect, test } from 'vitest';
import { formatCheckpoint } from '#shared/ledger/checkpoint.ts';
import { ed25519Verify } from '#shared/ledger/ed25519.ts';
import { leafHash, treeRoot } from '#shared/ledger/merkle.ts';
import { inclusionProof } from '#shared/ledger/merkle-proof.ts';
import { formatProofFile, parseProofFile } from '#shared/ledger/proof-file.ts';
import { formatNote } from '#shared/ledger/signed-note.ts';
import { checkProof } from '#shared/verification/check-proof.ts';
import { accepted, refusedAs } from './ledger-builders.ts';
import { aSigner } from './test-signer.ts';

const log = aSigner('example.org/log');
const entries = Array.from({ length: 11 }, (_, index) => new TextEncoder().encode(`entry ${index}`));
const leaves = entries.map(leafHash);
const text = formatCheckpoint({ origin: log.name, size: 11, root: treeRoot(leaves) });
const checkpoint = formatNote(text, [log.line(text)]);
const receiptOf = (index: number) =>
  formatProofFile({ index, proof: accepted(inclusionProof(leaves, index)), checkpoint });

/** What a receipt says of an entry. */
const verdictOn = (proof: string, index: number) =>
  checkProof({ proof, entry: entries[index] ?? null, vkey: log.vkey, verifySignature: ed25519Verify });

describe('a receipt', () => {
  test('has the form of the specification', () => {
    const [first, index, ...rest] = receiptOf(8).split('\n');
    expect([first, index]).toEqual(['c2sp.org/tlog-proof@v1', 'index 8']);
    expect(rest.indexOf('')).toBe(3);
    expect(rest.slice(4).join('\n')).toBe(checkpoint);
  });

  test('of every entry verifies without the ledger, and for no other entry', async () => {
    for (const index of entries.keys()) {
      expect(accepted(await verdictOn(receiptOf(index), index)).size).toBe(11);
      const other = (index + 1) % 11;
      expect(await verdictOn(receiptOf(index), other)).toMatchObject(refusedAs('root-mismatch'));
    }
  });

  test('of a ledger with one entry needs no hashes', async () => {
    const single = formatCheckpoint({ origin: log.name, size: 1, root: leaves[0]! });
    const note = formatNote(single, [log.line(single)]);
    const receipt = formatProofFile({ index: 0, proof: [], checkpoint: note });
    expect((await verdictOn(receipt, 0)).ok).toBe(true);
  });

  test('carries extra data as they are', () => {
    const file = {
      index: 3,
      proof: accepted(inclusionProof(leaves, 3)),
      checkpoint,
      extra: Uint8Array.of(1, 2),
    };
    expect(accepted(parseProofFile(formatProofFile(file)))).toEqual(file);
  });

  const receipt = receiptOf(8);
  test.each([
    ['no checkpoint', receipt.slice(0, receipt.indexOf('\n\n'))],
    ['another version', receipt.replace('@v1', '@v2')],
    ['nothing but a blank line', '\n\n'],
    ['no index', receipt.replace('index 8\n', '')],
    ['only its first line', `c2sp.org/tlog-proof@v1\n\n${checkpoint}`],
    ['an index with a leading zero', receipt.replace('index 8', 'index 08')],
    ['a negative index', receipt.replace('index 8', 'index -8')],
    ['a short hash', receipt.replace('index 8\n', 'index 8\nAAAA\n')],
    ['extra data that are not Base64', receipt.replace('index', 'extra ?\nindex')],
    ['extra data after the index', receipt.replace('index 8', 'index 8\nextra AAAA')],
  ])('with %s is refused', async (_, malformed) => {
    expect(await verdictOn(malformed, 8)).toMatchObject(refusedAs('proof-file-malformed'));
  });

  test('is refused with another index, a hash too few, or a forged checkpoint', async () => {
    const verdict = (proof: string) => verdictOn(proof, 8);
    expect(await verdict(receipt.replace('index 8', 'index 11'))).toMatchObject(
      refusedAs('index-outside-tree'),
    );
    expect(await verdict(receipt.replace(/index 8\n.*\n/, 'index 8\n'))).toMatchObject(
      refusedAs('proof-length'),
    );
    expect(await verdict(receipt.replace('\n11\n', '\n12\n'))).toMatchObject(refusedAs('signature-invalid'));
  });
});
