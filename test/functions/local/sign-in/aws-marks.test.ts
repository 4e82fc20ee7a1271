import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { assertNotOnAws, OnAwsProblem } from '#functions/local/sign-in/aws-marks.ts';

const folder = mkdtempSync(join(tmpdir(), 'on-aws-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the local sign-in', () => {
  test.each([
    'AWS_LAMBDA_FUNCTION_NAME',
    'AWS_EXECUTION_ENV',
    'LAMBDA_TASK_ROOT',
    'ECS_CONTAINER_METADATA_URI_V4',
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  ])('refuses to exist where %s is set', (name) => {
    expect(() => assertNotOnAws({ [name]: 'x' })).toThrow(OnAwsProblem);
    expect(() => assertNotOnAws({ [name]: 'x' })).toThrow(name);
  });

  test('does not mind settings of the AWS tools', () => {
    expect(() =>
      assertNotOnAws({ AWS_REGION: 'ap-east-1', AWS_PROFILE: 'me', LAMBDA_TASK_ROOT: '' }),
    ).not.toThrow();
  });

  test.each([
    ['start.ts', ['--port', '0', '--data', folder, '--replay', 'none']],
    ['token.ts', ['--data', folder, '--role', 'observer']],
  ])('keeps %s from running on AWS, in one sentence, and leaves nothing behind', (program, args) => {
    const path = new URL(`../../../../functions/local/${program}`, import.meta.url).pathname;
    const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], {
      encoding: 'utf8',
      env: { ...process.env, AWS_LAMBDA_FUNCTION_NAME: 'portal' },
    });
    expect([status === 0, stdout]).toEqual([false, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('does not run on AWS');
    expect(readdirSync(folder)).toEqual([]);
  });
});
