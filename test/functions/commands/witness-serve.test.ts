import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatCheckpoint } from '#shared/ledger/checkpoint.ts';
import { leafHash, treeRoot } from '#shared/ledger/merkle.ts';
import { consistencyProof } from '#shared/ledger/merkle-proof.ts';
import { formatNote, noteSignatureLine, parseNote } from '#shared/ledger/signed-note.ts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '#shared/ledger/verifier-key.ts';
import { verifyCosignatures } from '#shared/ledger/verify-cosignatures.ts';
import { formatAddCheckpoint } from '#shared/ledger/witness.ts';
import { must } from '#shared/result.ts';
import { newSigner } from './verify-fixture.ts';
import { aFolder, election, openNight, publishTo } from './witness-fixture.ts';

const folder = aFolder();
const signer = newSigner('returns.example');
const origin = `returns.example/${election}`;
const utf8 = (text: string) => new TextEncoder().encode(text);

/** Leaves of a ledger of the same signer that nobody published: the protocol asks for proofs, not for entries. */
const leavesOf = (branch: string, count: number, shared: number) =>
  Array.from({ length: count }, (_, index) => leafHash(utf8(`${index < shared ? '' : branch}${index}`)));

const noteOf = async (leaves: readonly Uint8Array[], by = signer, of = origin): Promise<string> => {
  const text = formatCheckpoint({ origin: of, size: leaves.length, root: treeRoot(leaves) });
  return formatNote(text, [noteSignatureLine(of, by.publicKey, await by.sign(utf8(text)))]);
};
const proofOf = (leaves: readonly Uint8Array[], from: number) => {
  const proof = from === 0 ? { ok: true as const, value: [] } : consistencyProof(leaves, from);
  if (!proof.ok) throw new Error(proof.problem.message);
  return proof.value;
};

interface Serving {
  readonly child: ChildProcess;
  readonly url: string;
  readonly key: VerifierKey;
}

/** The command in a process of its own. */
const serve = async (...args: readonly string[]): Promise<Serving> => {
  const child = spawn(process.execPath, ['functions/commands/witness.ts', '--serve', '0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  while (!out.includes('It is asked at') && child.exitCode === null)
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')]);
  const [, url = '', vkey = ''] =
    /asked at (\S+)\/add-checkpoint; to a publisher it is http:\/\/[^+]+\+(\S+)/.exec(out) ?? [];
  const key = parseVerifierKey(vkey);
  if (!key.ok) throw new Error(`${key.problem.message}: ${out}`);
  return { child, url, key: key.value };
};
const stop = async ({ child }: Serving): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGINT');
    await once(child, 'exit');
  }
  return child.exitCode;
};

const post = async ({ url }: Serving, body: string) => {
  const response = await fetch(`${url}/add-checkpoint`, { method: 'POST', body });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};
const ask = async (to: Serving, leaves: readonly Uint8Array[], from: number) =>
  post(to, formatAddCheckpoint({ oldSize: from, proof: proofOf(leaves, from), note: await noteOf(leaves) }));

const key = join(folder, 'w.pem');
const state = join(folder, 'state');
let one: Serving | null = null;
const first = () => must(one, 'it serves');

beforeAll(async () => {
  const site = await publishTo(await openNight(signer), join(folder, 'site'));
  one = await serve('--log', site, '--key', key, '--state', state, '--every', '3600');
});
afterAll(async () => {
  if (one) await stop(one);
});

// The witness has cosigned the published ledger by its own look; these know it by its key and have other entries.
const strangers = 'other.example/log';

describe('add-checkpoint', () => {
  test('is answered as the protocol says', async () => {
    const stood = Number((await ask(first(), leavesOf('', 40, 0), 1)).text);
    expect(stood).toBeGreaterThan(0);
    const unknown = await noteOf(leavesOf('', 9, 9), newSigner('x'), strangers);
    const unsigned = await noteOf(leavesOf('', 9, 9), newSigner('returns.example'));
    const grown = leavesOf('', 40, 0);
    const body = (oldSize: number, note: string, proof = proofOf(grown, stood)) =>
      formatAddCheckpoint({ oldSize, proof, note });
    expect(await post(first(), body(0, unknown))).toMatchObject({ status: 404 });
    expect(await post(first(), body(stood, unsigned))).toMatchObject({ status: 403 });
    expect(await post(first(), body(1, await noteOf(grown)))).toMatchObject({
      status: 409,
      type: 'text/x.tlog.size',
      text: `${stood}\n`,
    });
    expect(await post(first(), body(stood, await noteOf(grown)))).toMatchObject({ status: 422 });
    expect(await post(first(), body(stood, await noteOf(leavesOf('', 1, 0))))).toMatchObject({ status: 400 });
    expect(await post(first(), 'hello')).toMatchObject({ status: 400 });
    expect(await post(first(), 'x'.repeat(70_000))).toMatchObject({ status: 413 });
    const elsewhere = await fetch(`${first().url}/`, { method: 'POST', body: '' });
    const got = await fetch(`${first().url}/add-checkpoint`);
    expect([elsewhere.status, got.status]).toEqual([404, 405]);
    expect(await post(first(), body(stood, await noteOf(leavesOf('x', stood, 0)), []))).toMatchObject({
      status: 409,
      text: `${stood}\n`,
    });
    expect(readdirSync(`${state}.evidence`)).toEqual([`${election}-${stood}-${stood}.json`]);
  });
});

describe('two processes of one witness', () => {
  test('never cosign two roots of one size, whoever is asked first', async () => {
    const own = join(folder, 'own');
    const site = await publishTo(await openNight(newSigner('elsewhere.example')), join(folder, 'elsewhere'));
    const trusting = ['--log', site, '--key', key, '--state', own, '--every', '3600'];
    const vkey = formatVerifierKey(origin, signer.publicKey);
    const pair = await Promise.all([serve(...trusting, '--vkey', vkey), serve(...trusting, '--vkey', vkey)]);
    try {
      let stood = leavesOf('', 1, 1);
      expect((await ask(pair[0], stood, 0)).status).toBe(200);
      for (let size = 2; size <= 24; size += 1) {
        const branches = ['a', 'b'].map((branch) => [
          ...stood,
          ...leavesOf(branch, size, 0).slice(stood.length),
        ]);
        const answers = await Promise.all(
          branches.map((leaves, at) => ask(must(pair[at], 'two'), leaves, stood.length)),
        );
        const cosigned = answers.flatMap(({ status }, at) => (status === 200 ? [at] : []));
        expect(cosigned, JSON.stringify(answers)).toHaveLength(1);
        stood = must(branches[cosigned[0] ?? 0], 'a branch');
        // A cosignature that was lost on the way is given again.
        expect(await ask(pair[1], stood, size)).toMatchObject({ status: 200 });
      }
      const { text } = await ask(pair[0], stood, stood.length);
      const note = await noteOf(stood);
      const parsed = parseNote(note);
      expect(
        verifyCosignatures(formatNote(parsed.ok ? parsed.value.text : '', [text]), [pair[1].key]),
      ).toMatchObject({
        ok: true,
        value: { checkpoint: { size: 24 } },
      });
    } finally {
      expect(await Promise.all(pair.map(stop))).toEqual([0, 0]);
    }
  }, 60_000);
});
