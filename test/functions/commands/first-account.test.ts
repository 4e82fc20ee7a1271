import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

const COMMAND = new URL('../../../functions/commands/first-account.ts', import.meta.url).pathname;
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' });
const WHOLE = [
  ...['--id', 'chief-1', '--name', 'Chan Tai Man', '--email', 'chief@returns.example.hk'],
  ...['--region', 'ap-east-1', '--table', 't', '--user-pool', 'p'],
];

describe('the command for the first account', () => {
  test('says what it takes', () => {
    expect(run('--help')).toMatchObject({ status: 0, stderr: '' });
    expect(run('--what')).toMatchObject({ status: 2, stdout: '' });
    expect(run('--id', 'chief-1').stderr).toBe('Give --name, --email, --region, --table, --user-pool.\n');
  });

  test('refuses an account that is none, in a sentence each, before it reaches for anything', () => {
    const { status, stdout, stderr } = run(...WHOLE, '--id', 'no id', '--email', 'nobody');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(2);
    expect(stderr).toContain('nobody');
  });
});
