/** A portal and witnesses beside it, each in a process of its own, over HTTP. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyCommand } from '#functions/commands/verify-command.ts';
import { witnessCommand } from '#functions/commands/witness-command.ts';
import { parseVerifierKey } from '#shared/ledger/verifier-key.ts';
import { verifyCosignatures } from '#shared/ledger/verify-cosignatures.ts';
import { must } from '#shared/result.ts';
import { eventually, type PortalProcess, startPortalProcess } from '../support/running-portal.ts';

const folder = mkdtempSync(join(tmpdir(), 'open-returns-witnessed-'));
const key = join(folder, 'witness.pem');
const election = 'legco-2012';
let portal: PortalProcess;
let witness: ChildProcess | null = null;
let vkey = '';
let port = 0;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return free;
};

/** Makes the witness's key, and says who it is; the place that it shall follow is not there yet. */
const meetWitness = async (): Promise<string> => {
  let out = '';
  const terminals = { out: { write: (text: string) => (out += text) }, error: { write: () => undefined } };
  await witnessCommand(['--log', folder, '--key', key, '--once'], terminals, new AbortController().signal);
  return must(/This witness is (\S+)/.exec(out)?.[1], 'it says who it is');
};

beforeAll(async () => {
  [vkey, port] = [await meetWitness(), await freePort()];
  const named = `http://127.0.0.1:${port}+${vkey}`;
  portal = await startPortalProcess(join(folder, 'portal'), ['--replay', 'none', '--witness', named]);
}, 180_000);
afterAll(async () => {
  witness?.kill('SIGINT');
  await portal?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const read = async (path: string): Promise<string> => (await fetch(`${portal.url}${path}`)).text();
const checkpoint = () => read(`/data/${election}/log/checkpoint`);
const page = (language: string) => read(`/${language}/${election}/verify/`);

describe('a ledger with a witness', () => {
  test('is published while the witness is away, and says that it has not cosigned yet', async () => {
    await eventually(
      () => read(`/data/${election}/log/witnesses.json`),
      (text) => text.includes('"cosigned":null'),
    );
    await eventually(
      () => page('en'),
      (html) => html.includes('Has not cosigned yet.'),
    );
    expect(await checkpoint()).toContain(`open-returns.local/${election}\n`);
  });

  test('is cosigned once the witness is there, on every page that tells of it, and verifies', async () => {
    const args = ['--log', portal.url, '--key', key, '--serve', String(port), '--every', '1'];
    witness = spawn(process.execPath, ['functions/commands/witness.ts', ...args], { stdio: 'ignore' });
    const parsed = parseVerifierKey(vkey);
    const keys = parsed.ok ? [parsed.value] : [];
    const note = await eventually(checkpoint, (text) => verifyCosignatures(text, keys).ok);
    expect(note.split('\n')).toHaveLength(7);
    for (const [language, words] of [
      ['en', 'Last cosigned at'],
      ['zh-hant', '最近一次加簽時有'],
      ['zh-hans', '最近一次加签时有'],
    ] as const)
      expect(
        await eventually(
          () => page(language),
          (html) => html.includes(words),
        ),
      ).toContain(vkey);
    let out = '';
    const terminals = { out: { write: (text: string) => (out += text) }, error: { write: () => undefined } };
    const from = `${portal.url}/data/${election}`;
    expect(await verifyCommand(['--from', from, '--state', join(folder, 'seen.json')], terminals)).toBe(0);
    expect(out).toContain('cosigned');
  });
});
