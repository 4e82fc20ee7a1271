import { beforeAll, describe, expect, test } from 'vitest';
import { ed25519Verify } from '#shared/ledger/ed25519.ts';
import { leafHash } from '#shared/ledger/merkle.ts';
import { checkProof } from '#shared/verification/check-proof.ts';
import { countRules } from '#shared/verification/count-rules.ts';
import { rulesFor } from '#shared/verification/ledger-rules.ts';
import { proveEntry } from '#shared/verification/prove-entry.ts';
import { replayVersions } from '#shared/verification/replay-versions.ts';
import { wholeRules } from '#shared/verification/whole-rules.ts';
import {
  type Files,
  memorySource,
  publishNight,
  publishRanked,
  votesDefinition,
} from '../../functions/commands/verify-fixture.ts';
import {
  checkpointPath,
  data,
  election,
  leavesOf,
  sizeOf,
  textAt,
  withFile,
} from '../../functions/commands/verify-forging.ts';

let night: { files: Files; snapshots: readonly Files[] };
beforeAll(async () => {
  night = await publishNight();
});

const prove = (files: Files, index: number, of = election) =>
  proveEntry({
    source: memorySource(files, false),
    election: of,
    keys: [],
    verifySignature: ed25519Verify,
    index,
  });

const vkey = (): string => textAt(night.files, `${data}/log/vkey`).trim();

const proofOf = async (index: number): Promise<string> => {
  const proven = await prove(night.files, index);
  if (!proven.ok) throw new Error(proven.problem.message);
  return proven.value.proof;
};

const check = (proof: string, entry: Uint8Array | null = null, key = vkey()) =>
  checkProof({ proof, entry, vkey: key, verifySignature: ed25519Verify });

describe('the proof of an entry', () => {
  test('holds for every entry, by itself, and brings the entry along', async () => {
    const leaves = leavesOf(night.files);
    for (const [index, leaf] of leaves.entries()) {
      expect(await check(await proofOf(index))).toMatchObject({
        ok: true,
        value: { index, leaf, size: leaves.length, origin: `returns.example/${election}` },
      });
    }
  });

  test('holds in a ledger of more than one tile', async () => {
    const { files } = await publishRanked();
    const proven = await prove(files, 280, 'ranked-2016');
    expect(proven).toMatchObject({ ok: true, value: { index: 280 } });
  });

  test('goes with its entry only, however its JSON is written', async () => {
    const [, second = new Uint8Array()] = leavesOf(night.files);
    const proof = (await proofOf(1)).replace(/^extra .*\n/m, '');
    const pretty = new TextEncoder().encode(
      `${JSON.stringify(JSON.parse(new TextDecoder().decode(second)), null, 2)}\n`,
    );
    expect(await check(proof)).toMatchObject({ ok: false, problem: { kind: 'file-missing' } });
    expect((await check(proof, second)).ok).toBe(true);
    expect((await check(proof, pretty)).ok).toBe(true);
    expect(await check(proof, leavesOf(night.files)[2] ?? null)).toMatchObject({
      ok: false,
      problem: { kind: 'root-mismatch' },
    });
  });

  test('is refused under another key, and where anything in it was changed', async () => {
    const proof = await proofOf(3);
    const other = textAt((await publishNight()).files, `${data}/log/vkey`).trim();
    expect((await check(proof, null, other)).ok).toBe(false);
    expect((await check(proof.replace('index 3', 'index 4'))).ok).toBe(false);
    expect(await check('nothing')).toMatchObject({ problem: { kind: 'proof-file-malformed' } });
  });

  test('is not made of files that contradict the signed head', async () => {
    const size = sizeOf(night.files);
    for (const path of [
      checkpointPath,
      `${data}/log/tile/0/000.p/${size}`,
      `${data}/log/tile/entries/000.p/${size}`,
    ]) {
      const changed = Uint8Array.from(night.files.get(path) ?? []);
      changed[50] = (changed[50] ?? 0) ^ 1;
      const proven = await prove(withFile(night.files, path, changed), 0);
      expect(proven.ok, path).toBe(false);
      expect((await prove(withFile(night.files, path, null), 0)).ok, path).toBe(false);
    }
    expect(await prove(night.files, size)).toMatchObject({
      ok: false,
      problem: { kind: 'missing', path: checkpointPath },
    });
  });
});

describe('the rules of a count by votes', () => {
  test('say of a ledger without registers what the rules of everything say, byte for byte', async () => {
    const { files: published } = await publishNight(undefined, undefined, votesDefinition);
    const entries = leavesOf(published);
    expect(rulesFor(entries)).toBe('count');
    const content = { entries, leafHashes: entries.map(leafHash) };
    const [count, whole] = [countRules, wholeRules].map((rules) => {
      const source = { election, content, rules, attachment: () => undefined, wanted: () => true };
      return [...replayVersions(source)].map(({ version, findings, published }) => ({
        version,
        findings,
        files: published?.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('base64')]),
        pointer: published && new TextDecoder().decode(published.pointerBytes),
      }));
    });
    expect(count).toEqual(whole);
    expect(count?.at(-1)?.files?.length).toBeGreaterThan(10);
  });
});
