import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tokenVerifier } from '#functions/http/sign-in.ts';
import { localAuthority, tokenIssuer } from '#functions/local/token-issuer.ts';
import { SCOPES_OF_ROLE, scopeName } from '#shared/desk/scopes.ts';
import { ROLES } from '#shared/election/acts.ts';

const COMMAND = new URL('../../../functions/local/token.ts', import.meta.url).pathname;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'token-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' });

describe('a local token', () => {
  test.each(ROLES)('for %s is what the verifier reads', async (role) => {
    const token = tokenIssuer(folder)(
      { role, constituency: 'LC1,LC2', station: 'A', account: 'me' },
      new Date(),
    );
    expect(await tokenVerifier(localAuthority(folder))(`Bearer ${token}`)).toEqual({
      subject: 'me',
      role,
      elections: [],
      constituencies: ['LC1', 'LC2'],
      stations: ['A'],
      platforms: role === 'candidate' ? ['me'] : [],
      scopes: SCOPES_OF_ROLE[role].map(scopeName),
      signedInAt: expect.any(Number),
    });
  });

  test('names a role where no account is given', async () => {
    const token = tokenIssuer(folder)({ role: 'observer' }, new Date());
    expect(await tokenVerifier(localAuthority(folder))(`Bearer ${token}`)).toMatchObject({
      subject: 'observer-local',
      constituencies: [],
      stations: [],
    });
  });

  test('is signed by a key that only its owner may read and that is kept between starts', () => {
    const path = join(folder, 'keys', 'sign-in.pem');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'keys')).mode & 0o077).toBe(0);
    expect(localAuthority(folder)).toEqual(localAuthority(folder));
  });
});

describe('the token command', () => {
  test('prints a token that the portal accepts', async () => {
    const { status, stdout, stderr } = run(
      '--data',
      folder,
      '--role',
      'presiding_officer',
      '--station',
      'A',
      '--constituency',
      'LC1',
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const actor = await tokenVerifier(localAuthority(folder))(`Bearer ${stdout.trim()}`);
    expect(actor).toMatchObject({ role: 'presiding_officer', stations: ['A'], constituencies: ['LC1'] });
  });

  test('says what it takes when it is not understood', () => {
    const wrong = run('--data', folder, '--role', 'emperor');
    expect(wrong).toMatchObject({ status: 2, stdout: '' });
    expect(wrong.stderr).toContain('returning_officer');
    const missing = run('--data', join(folder, 'none'), '--role', 'observer');
    expect(missing).toMatchObject({ status: 2, stdout: '' });
    expect(missing.stderr).toContain('npm start');
    expect(run('--what')).toMatchObject({ status: 2, stdout: '' });
    expect(run('--help')).toMatchObject({ status: 0, stderr: '' });
  });
});
