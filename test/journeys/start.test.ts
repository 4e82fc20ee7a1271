import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PortalProcess, startPortalProcess } from '../support/running-portal.ts';

const folder = mkdtempSync(join(tmpdir(), 'open-returns-start-'));
const START = join(process.cwd(), 'functions', 'local', 'start.ts');
let portal: PortalProcess;

const start = (...args: readonly string[]) => {
  const { status, stderr } = spawnSync(process.execPath, [START, ...args], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { status, said: stderr.trim() };
};

beforeAll(async () => {
  portal = await startPortalProcess(folder, ['--empty']);
}, 120_000);

afterAll(async () => {
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

describe('a start', () => {
  test('announces the origin of files, where links of the portal lead', async () => {
    expect(portal.files).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(portal.files).not.toBe(portal.url);
    const link = await fetch(`${portal.url}/files/e/A-1/x/y.pdf`, { redirect: 'manual' });
    expect([link.status, link.headers.get('location')]).toEqual([302, `${portal.files}/e/A-1/x/y.pdf`]);
    expect((await fetch(`${portal.files}/e/A-1/x/y.pdf`)).status).toBe(404);
    await expect.poll(portal.output).toContain(portal.files);
  });
});

describe('a start that cannot be', () => {
  test('because the port is taken says so, with a remedy', () => {
    const other = mkdtempSync(join(tmpdir(), 'open-returns-port-'));
    const { status, said } = start('--port', new URL(portal.url).port, '--data', other, '--empty');
    rmSync(other, { recursive: true, force: true });
    expect(status).toBe(1);
    expect(said).toMatch(/^Port \d+ is taken .* start with --port and another number\.$/);
  }, 40_000);

  test('because the folder is in use leaves the running portal and its announcement alone', () => {
    for (const fresh of [[], ['--fresh']]) {
      const { status, said } = start('--port', '0', '--data', folder, '--empty', ...fresh);
      expect(status).toBe(1);
      expect(said.split('\n')).toHaveLength(1);
    }
    const ready = JSON.parse(readFileSync(join(folder, 'ready.json'), 'utf8')) as { pid: number };
    expect(ready.pid).toBe(portal.child.pid);
  }, 60_000);

  test.each(['ledger.pem', 'sign-in.pem'])(
    'because %s is no key says so in one sentence',
    (key) => {
      const other = mkdtempSync(join(tmpdir(), 'open-returns-key-'));
      mkdirSync(join(other, 'keys'));
      writeFileSync(join(other, 'keys', key), 'not a key');
      const { status, said } = start('--port', '0', '--data', other, '--empty');
      rmSync(other, { recursive: true, force: true });
      expect([status, said.split('\n').length]).toEqual([1, 1]);
      expect(said).toMatch(new RegExp(`${key} is no.* (Restore|Delete) it`));
    },
    40_000,
  );

  test('over with a folder of other files deletes none of them', () => {
    const other = mkdtempSync(join(tmpdir(), 'open-returns-other-'));
    writeFileSync(join(other, 'letter.txt'), 'keep me');
    const { status, said } = start('--data', other, '--fresh');
    expect([status, existsSync(join(other, 'letter.txt'))]).toEqual([1, true]);
    expect(said).toContain('letter.txt');
    rmSync(other, { recursive: true, force: true });
  }, 40_000);

  test('with an option that is not understood names it', () => {
    expect(start('--port', 'abc')).toEqual({
      status: 1,
      said: '--port takes a whole number from 0 to 65535, not "abc".',
    });
    expect(start('--replay', 'legco-1999').said).toContain('legco-2012');
  }, 40_000);
});
