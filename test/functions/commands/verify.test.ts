import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyCommand } from '#functions/commands/verify-command.ts';
import { ed25519Verify } from '#shared/ledger/ed25519.ts';
import { checkProof } from '#shared/verification/check-proof.ts';
import { type Files, publishNight, publishRanked, writeFolder } from './verify-fixture.ts';

const command = new URL('../../../functions/commands/verify.ts', import.meta.url).pathname;
const election = 'night-2016';

let folder: string;
let site: string;
let night: Files;
const servers: Server[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'open-returns-verify-'));
  site = join(folder, 'site');
  night = (await publishNight()).files;
  writeFolder(night, site);
  writeFolder((await publishRanked()).files, site);
});
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let states = 0;
const freshState = (): string => {
  states += 1;
  return join(folder, `seen-${states}.json`);
};

const withState = (args: readonly string[]): readonly string[] =>
  args.includes('--state') ? args : [...args, '--state', freshState()];

const verify = async (...args: readonly string[]): Promise<Run> => {
  let [out, err] = ['', ''];
  const code = await verifyCommand(withState(args), {
    out: { write: (text) => (out += text) },
    error: { write: (text) => (err += text) },
  });
  return { code, out, err };
};

/** The real process, as `npm run verify` starts it. */
const verifyProcess = (...args: readonly string[]): Promise<Run> =>
  new Promise((resolve) => {
    execFile(process.execPath, [command, ...withState(args)], (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });

const serve = async (answer: RequestListener): Promise<string> => {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const index = `<a href="/en/${election}/">A night</a> <a href="/en/styles/">no election</a>`;

const fromFiles =
  (files: Files): RequestListener =>
  (request, response) => {
    const path = (request.url ?? '').slice(1);
    const bytes = path === 'en/' ? Buffer.from(index) : files.get(path);
    response
      .writeHead(bytes ? 200 : 404, { 'content-type': 'application/octet-stream' })
      .end(bytes ?? 'not here');
  };

describe('the verify command', () => {
  test('finds both elections of a folder and says that everything holds', async () => {
    const run = await verifyProcess('--from', site);
    expect(run).toMatchObject({ code: 0 });
    expect(run.out).toContain('night-2016 holds: ');
    expect(run.out).toContain('ranked-2016 holds: ');
    expect(run.out).toMatch(/Everything holds \(.* s\)\.\n$/);
  });

  test.each([
    ['the data folder', () => join(site, 'data')],
    ['one election’s folder', () => join(site, 'data', election)],
  ])('takes %s as well', async (_, from) => {
    const run = await verify('--from', from(), '--latest-only');
    expect(run.code).toBe(0);
    expect(run.out).toContain('night-2016 holds');
  });

  test('takes a copy of one election’s folder under another name', async () => {
    const copy = join(folder, 'copy');
    cpSync(join(site, 'data', election), copy, { recursive: true });
    expect((await verify('--from', copy)).out).toContain('night-2016 holds');
  });

  test('names the file that was changed in a folder, and exits with 1', async () => {
    const changed = join(folder, 'changed');
    cpSync(site, changed, { recursive: true });
    const path = [...night.keys()].find((key) => key.includes('/log/tile/0/000.p/')) ?? '';
    const bytes = Buffer.from(night.get(path) ?? []);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    writeFileSync(join(changed, path), bytes);
    const run = await verifyProcess('--from', changed, '--election', election);
    expect(run.code).toBe(1);
    expect(run.out).toContain(`First of all: ${path} `);
  });

  test('speaks JSON', async () => {
    const run = await verify('--from', site, '--election', election, '--json');
    const said = JSON.parse(run.out);
    expect(said).toMatchObject({
      holds: true,
      elections: [{ election, holds: true, findings: [], versions: 10 }],
    });
  });

  test('remembers what it saw, and says so the next time', async () => {
    const state = freshState();
    await verify('--from', site, '--election', election, '--state', state);
    expect(JSON.parse(readFileSync(state, 'utf8')).ledgers).toHaveLength(1);
    const again = await verify('--from', site, '--election', election, '--state', state);
    expect(again.out).toContain('The ledger continues the');
  });

  test.each([
    ['no place', []],
    ['an unknown option', ['--from', '.', '--fast']],
    ['a key that is none', ['--from', '.', '--key', 'abc']],
    ['an id that is none', ['--from', '.', '--election', '../x']],
    ['a folder that is not there', ['--from', '/nowhere/at/all']],
    ['a file', ['--from', command]],
    ['a folder without elections', ['--from', tmpdir(), '--election', 'nothing-here']],
    ['a place where nothing listens', ['--from', 'http://127.0.0.1:1/', '--election', election]],
    ['an address that is none', ['--from', 'http://:0']],
    ['a kind of address that cannot be fetched', ['--from', 'gopher://x', '--election', election]],
  ])('exits with 2 and a sentence for %s', async (_, args) => {
    const run = await verify(...args);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(/^[^\n]{10,}\n/);
    expect(run.err).not.toMatch(/ {4}at /);
  });

  test('exits with 2 when what was seen before cannot be read', async () => {
    const state = freshState();
    writeFileSync(state, '{"ledgers":');
    const run = await verify('--from', site, '--state', state);
    expect(run.code).toBe(2);
    expect(run.err).toContain(state);
  });

  test('prints its help', async () => {
    const run = await verify('--help');
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toContain('--latest-only');
  });
});

describe('over HTTP, the verify command', () => {
  test.each([
    ['a site, whose elections it finds on the index page', ''],
    ['the data of one election', `/data/${election}/`],
    ['a page of an election', `/en/${election}/verify/`],
  ])('verifies %s', async (_, path) => {
    const run = await verify('--from', `${await serve(fromFiles(night))}${path}`);
    expect(run).toMatchObject({ code: 0 });
    expect(run.out).toContain('night-2016 holds');
    expect(run.out).not.toContain('styles');
  });

  test('asks once more where a server stumbles', async () => {
    const stumbled = new Set<string>();
    const files = fromFiles(night);
    const origin = await serve((request, response) => {
      const url = request.url ?? '';
      if (stumbled.has(url)) return files(request, response);
      stumbled.add(url);
      return response.writeHead(503).end();
    });
    expect((await verify('--from', origin, '--election', election, '--latest-only')).code).toBe(0);
  });

  test.each<[string, RequestListener, string]>([
    [
      'a web page in place of a file',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
      'the server answered with a web page',
    ],
    [
      'a redirect',
      (_, response) => response.writeHead(302, { location: '/elsewhere' }).end(),
      'is redirected (302)',
    ],
    [
      'a file that ends early',
      (_, response) => response.writeHead(200, { 'content-length': 5000 }).end('{', () => response.destroy()),
      'could not be fetched',
    ],
    [
      'a file without end',
      (_, response) => {
        response.writeHead(200);
        const more = (): unknown => response.write(Buffer.alloc(1_000_000)) && setImmediate(more);
        response.on('drain', more).on('error', () => undefined);
        more();
      },
      'is larger',
    ],
  ])('names the file for which it gets %s', async (_, answer, words) => {
    const files = fromFiles(night);
    const path = JSON.parse(Buffer.from(night.get(`data/${election}/latest.json`) ?? []).toString()).files[
      'results.json'
    ].path;
    const origin = await serve((request, response) =>
      request.url === path ? answer(request, response) : files(request, response),
    );
    const run = await verify('--from', origin, '--election', election);
    expect(run.code).not.toBe(0);
    expect(run.out).toContain(`First of all: ${path.slice(1)} `);
    expect(run.out).toContain(words);
  });

  test('exits with 2 where a site has no such election', async () => {
    const run = await verify('--from', await serve(fromFiles(night)), '--election', 'other-2016');
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('Nothing is published of other-2016');
  });

  test('never lets what others wrote speak to the terminal', async () => {
    const path = `data/${election}/latest.json`;
    const hostile = Buffer.from(night.get(path) ?? [])
      .toString()
      .replace('"status":"', '"status":"\u001b[2J\u202e');
    const files = new Map(night).set(path, Buffer.from(hostile));
    const run = await verify('--from', await serve(fromFiles(files)), '--election', election);
    expect(run.code).toBe(1);
    for (const character of ['\u001b', '\u202e']) expect(run.out).not.toContain(character);
  });
});

describe('what readers keep of an election', () => {
  test('an archive, unpacked, holds without the site; changed, it names the file', async () => {
    const packed = night.get(`data/${election}/archives/10.zip`) ?? new Uint8Array();
    const kept = new Map(Object.entries(unzipSync(packed)).filter(([name]) => name.startsWith('data/')));
    const place = join(folder, 'kept');
    writeFolder(kept, place);
    const whole = await verify('--from', place);
    expect(whole.out).toContain(`${election} holds: `);
    expect(whole.code).toBe(0);
    const path = [...kept.keys()].find((name) => name.endsWith('/results.csv')) ?? '';
    writeFileSync(join(place, path), `${new TextDecoder().decode(kept.get(path))} `);
    expect((await verify('--from', place)).out).toContain(`First of all: ${path} `);
    rmSync(join(place, path));
    expect((await verify('--from', place)).out).toContain(`First of all: ${path} is missing`);
  });

  test('the proof of an entry is printed; of none that there is not', async () => {
    const proof = await verify('--from', site, '--election', election, '--proof', '3');
    expect(proof.code).toBe(0);
    const vkey = new TextDecoder().decode(night.get(`data/${election}/log/vkey`)).trim();
    const asked = { proof: proof.out, entry: null, vkey, verifySignature: ed25519Verify };
    expect(await checkProof(asked)).toMatchObject({ ok: true, value: { index: 3 } });
    expect((await verify('--from', site, '--proof', '3')).err).toContain('--election');
    expect(await verify('--from', site, '--election', election, '--proof', '9999')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('there is no entry 9999'),
    });
    expect((await verify('--from', site, '--proof', 'x')).code).toBe(2);
  });
});
