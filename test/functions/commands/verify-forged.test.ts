import { beforeAll, describe, expect, test } from 'vitest';
import { encodeBase64 } from '#shared/ledger/base64.ts';
import { formatNote, noteSignatureLine } from '#shared/ledger/signed-note.ts';
import { memorySource, newSigner, publishNight } from './verify-fixture.ts';
import {
  checkpointPath,
  data,
  election,
  latestPath,
  leavesOf,
  signLedger,
  sizeOf,
  utf8,
  verify,
  withFile,
} from './verify-forging.ts';

let night: Awaited<ReturnType<typeof publishNight>>;
beforeAll(async () => {
  night = await publishNight();
});

describe('a ledger that was', () => {
  test('robbed of one entry, with all tiles made anew, does not fit its signature', async () => {
    const leaves = leavesOf(night.files);
    for (const index of [0, 1, 4, leaves.length - 1]) {
      const short = leaves.filter((_, at) => at !== index);
      const forged = await signLedger(night.files, night.world.signer, short);
      const files = withFile(forged, checkpointPath, night.files.get(checkpointPath) ?? null);
      const { findings } = await verify(files);
      expect(findings.length).toBeGreaterThan(0);
    }
  });

  test('robbed of one entry and signed again by its own key is a fork of what was seen', async () => {
    const { seen } = await verify(night.files);
    const leaves = leavesOf(night.files);
    const forged = await signLedger(
      night.files,
      night.world.signer,
      leaves.filter((_, at) => at !== 4),
    );
    const { findings } = await verify(forged, { seen });
    expect(findings[0]).toMatchObject({ kind: 'rolled-back', path: checkpointPath });
    const longer = await signLedger(night.files, night.world.signer, [
      ...leaves.slice(0, 4),
      ...leaves.slice(5),
      leaves[4] ?? utf8(''),
    ]);
    expect((await verify(longer, { seen })).findings[0]).toMatchObject({
      kind: 'fork',
      path: checkpointPath,
    });
  });

  test('signed again by another key is caught by the key given, and by the key seen', async () => {
    const { seen, vkey } = await verify(night.files);
    const forged = await signLedger(night.files, newSigner('returns.example'), leavesOf(night.files));
    expect((await verify(forged, { seen })).findings[0]).toMatchObject({ kind: 'signature' });
    expect((await verify(forged, { keys: [vkey ?? ''] })).findings[0]).toMatchObject({ kind: 'signature' });
    const renamed = await signLedger(night.files, newSigner('elsewhere.example'), leavesOf(night.files));
    expect((await verify(renamed, { seen })).findings[0]).toMatchObject({ kind: 'signature' });
  });

  test('signed by another key under the published one is not believed', async () => {
    const forged = await signLedger(night.files, newSigner('returns.example'), leavesOf(night.files));
    const files = withFile(forged, `${data}/log/vkey`, night.files.get(`${data}/log/vkey`) ?? null);
    expect((await verify(files)).findings[0]).toMatchObject({ kind: 'signature', path: checkpointPath });
  });

  test('verified with the right key given holds', async () => {
    const { vkey } = await verify(night.files);
    expect((await verify(night.files, { keys: [vkey ?? ''] })).findings).toEqual([]);
  });

  test('published under the name of another election is refused', async () => {
    const moved = new Map([...night.files].map(([path, bytes]) => [path.replace(election, 'other'), bytes]));
    const { findings } = await verify(moved, { election: 'other' });
    expect(findings[0]).toMatchObject({ path: 'data/other/log/vkey' });
  });

  test('of an impossible size is not loaded', async () => {
    const { signer } = night.world;
    const name = `${signer.name}/${election}`;
    const text = `${name}\n9007199254740991\n${encodeBase64(new Uint8Array(32))}\n`;
    const line = noteSignatureLine(name, signer.publicKey, await signer.sign(utf8(text)));
    const { findings } = await verify(withFile(night.files, checkpointPath, utf8(formatNote(text, [line]))));
    expect(findings[0]).toMatchObject({ path: checkpointPath });
  });
});

describe('going back', () => {
  const earlier = () => night.snapshots.at(-3) ?? new Map();

  test('of the pointer alone is told from a pointer that was edited', async () => {
    const { findings } = await verify(withFile(night.files, latestPath, earlier().get(latestPath) ?? null));
    expect(findings).toMatchObject([{ kind: 'rolled-back', path: latestPath }]);
  });

  test('of pointer and checkpoint is seen by who was there before, with both sizes', async () => {
    const { seen } = await verify(night.files);
    let files = withFile(night.files, latestPath, earlier().get(latestPath) ?? null);
    files = withFile(files, checkpointPath, earlier().get(checkpointPath) ?? null);
    files = withFile(files, `${data}/heartbeat`, null);
    const before = await verify(files, { seen, source: memorySource(files, false) });
    expect(before.findings[0]).toMatchObject({ kind: 'rolled-back', path: checkpointPath });
    expect(before.findings[0]?.message).toContain(`${sizeOf(files)} entries, but ${sizeOf(night.files)}`);
    expect(before.seen).toEqual(seen);
  });

  test('of pointer and checkpoint is seen in a folder by the files that are left over', async () => {
    let files = withFile(night.files, latestPath, earlier().get(latestPath) ?? null);
    files = withFile(files, checkpointPath, earlier().get(checkpointPath) ?? null);
    const { findings } = await verify(files);
    // What moves with every version, such as the feed of results, is ahead of the checkpoint then.
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(
      new Set(['rolled-back', 'unaccounted', 'differs']),
    );
  });

  test('of nothing: a pointer that follows its checkpoint a moment later holds', async () => {
    const last = night.snapshots.at(-1) ?? new Map();
    const late = memorySource(last, false);
    let reads = 0;
    const source = {
      ...late,
      read: async (key: string) => {
        if (key !== latestPath) return late.read(key);
        reads += 1;
        if (reads > 2) return late.read(key);
        return memorySource(earlier()).read(key);
      },
    };
    expect((await verify(last, { source, settleMs: 2000 })).findings).toEqual([]);
  });
});
