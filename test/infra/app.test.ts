import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { afterAll, describe, expect, test } from 'vitest';
import { stubCode } from '../../infra/function-code.ts';
import { portalApp } from '../../infra/portal-app.ts';
import { readSettings } from '../../infra/settings.ts';
import { distributionOf, functionNamed, only, settings, synthesize } from './synthesized.ts';

const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/abc';
const outdir = mkdtempSync(join(tmpdir(), 'open-returns-app-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

describe('the context values', () => {
  const read = (context: Record<string, unknown>) =>
    readSettings(new App({ context, autoSynth: false }).node);

  test('are taken as they are given', () => {
    expect(read(settings)).toEqual({ settings, problems: [] });
    expect(read({ ...settings, domainName: 'returns.example.hk', certificateArn }).settings.domain).toEqual({
      name: 'returns.example.hk',
      certificateArn,
    });
  });

  const witness =
    'https://witness.example.hk+mirror.example.org+3fb148ef+BAAjjch9GyYz0sJsJx7ALhbdAtz2ov0unbzSl1vMp94O';

  test('may name witnesses, over https and with keys of cosignatures only', () => {
    expect(read({ ...settings, witnesses: witness })).toEqual({
      settings: { ...settings, witnesses: witness },
      problems: [],
    });
    const log = 'example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx';
    for (const [wrong, why] of [
      [witness.replace('https', 'http'), 'https://'],
      [`https://witness.example.hk+${log}`, 'of type 1'],
      ['witness.example.hk', 'no address'],
      [`${witness} x`, 'no address'],
    ])
      expect(only(read({ ...settings, witnesses: wrong }).problems)).toContain(why);
  });

  test('that are missing are named in one sentence each, and a placeholder stands in', () => {
    const { settings: placeholders, problems } = read({});
    expect(
      problems.map((sentence) => sentence.match(/value (\w+) is missing: give .+ \(-c \w+=…\)\.$/)?.[1]),
    ).toEqual(['alarmEmail', 'logOrigin', 'mailFrom', 'textSender']);
    const { rehearsals, ...texts } = placeholders;
    expect(rehearsals).toEqual([]);
    for (const value of Object.values(texts)) expect(value).toMatch(/\.invalid|placeholder/);
  });

  test.each([
    ['alarmEmail', 'nobody'],
    ['logOrigin', 'https://returns.example.hk/log'],
    ['logOrigin', 'returns log'],
    ['logOrigin', 'returns+log'],
    ['mailFrom', 'Open Returns'],
    ['mailFrom', 'a@b.hk <c@d.hk> x'],
    ['textSender', '+85261234567'],
    ['textSender', 'arn:aws:sns:ap-southeast-1:123456789012:topic'],
  ])('refuse %s "%s" with the value', (key, value) => {
    expect(only(read({ ...settings, [key]: value }).problems)).toContain(`${key} cannot be "${value}"`);
  });

  test('of rehearsals come as JSON too, and are refused with a sentence for each fault', () => {
    const { rehearsals } = settings;
    expect(read({ ...settings, rehearsals: JSON.stringify(rehearsals) })).toEqual({ settings, problems: [] });
    const [night] = rehearsals;
    const { problems, settings: rest } = read({ ...settings, rehearsals: [{ ...night, minutes: 0 }, 'x'] });
    expect(problems.map((sentence) => sentence.slice(0, 40))).toEqual([
      'The context value rehearsals[0].minutes ',
      'The context value rehearsals[1] must be ',
    ]);
    expect(rest.rehearsals).toEqual([]);
  });

  test.each([
    [{ domainName: 'returns.example.hk' }, 'certificateArn'],
    [{ certificateArn }, 'domainName'],
    [{ domainName: 'https://returns.example.hk', certificateArn }, 'domainName'],
    [
      { domainName: 'returns.example.hk', certificateArn: certificateArn.replace('us-east-1', 'ap-east-1') },
      'us-east-1',
    ],
    [{ filesDomainName: 'returns-files.example.hk' }, 'filesCertificateArn'],
    [{ filesCertificateArn: certificateArn }, 'filesDomainName'],
  ])('refuse half an own name: %j', (context, word) => {
    const { problems, settings: rest } = read({ ...settings, ...context });
    expect(only(problems)).toContain(word);
    expect([rest.domain, rest.filesDomain]).toEqual([undefined, undefined]);
  });

  const named = (domainName: string, filesDomainName: string) =>
    read({ ...settings, domainName, certificateArn, filesDomainName, filesCertificateArn: certificateArn });

  test.each([
    ['returns.example.hk', 'returns.example.hk'],
    ['returns.example.hk', 'files.returns.example.hk'],
    ['returns.example.hk', 'example.hk'],
  ])('refuse files that would share cookies with the portal: %s and %s', (portal, files) => {
    expect(only(named(portal, files).problems)).toContain('filesDomainName');
  });

  test('take a name of its own for files', () => {
    const { problems, settings: read } = named('returns.example.hk', 'returns-files.example.net');
    expect([problems, read.filesDomain?.name]).toEqual([[], 'returns-files.example.net']);
  });
});

describe('an own name', () => {
  test('brings its certificate and TLS 1.2, and is what search engines are told', async () => {
    const made = await synthesize({ ...settings, domainName: 'returns.example.hk', certificateArn });
    expect(distributionOf(made, 'PublicSite').Properties.DistributionConfig).toMatchObject({
      Aliases: ['returns.example.hk'],
      ViewerCertificate: { AcmCertificateArn: certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
    // Who bakes pages writes it into them.
    for (const name of ['publish', 'sweep'])
      expect(functionNamed(made, name).Properties.Environment.Variables.PUBLIC_ORIGIN).toBe(
        'https://returns.example.hk',
      );
  }, 120_000);
});

describe('cdk-nag', () => {
  test('stops a synthesis with a finding that nobody has acknowledged', async () => {
    const { app, stack } = await portalApp({
      context: settings,
      outdir: join(outdir, 'nag'),
      code: stubCode(),
    });
    new Bucket(stack, 'Careless');
    expect(() => app.synth()).toThrow('AwsSolutions-S10');
  }, 120_000);
});

describe('node infra/app.ts', () => {
  /** Any socket would throw: then what works needs no network. */
  const noNetwork = `data:text/javascript,${encodeURIComponent(
    "import net from 'node:net'; import dns from 'node:dns';" +
      "net.Socket.prototype.connect = () => { throw new Error('network') }; dns.lookup = () => { throw new Error('network') };",
  )}`;
  const run = (context: Record<string, unknown>, environment: Record<string, string> = {}) =>
    spawnSync(process.execPath, ['--import', noNetwork, 'infra/app.ts'], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: outdir,
        CDK_OUTDIR: join(outdir, 'app'),
        CDK_CONTEXT_JSON: JSON.stringify(context),
        ...environment,
      },
    });

  test('synthesizes without account, network and context, and says what a deployment will ask for', () => {
    const { status, stderr } = run({ bundle: 'skip' });
    expect(stderr).toContain('The context value logOrigin is missing');
    expect(stderr).toContain('placeholder');
    expect(status).toBe(0);
    expect(existsSync(join(outdir, 'app', 'OpenReturns.template.json'))).toBe(true);
  }, 120_000);

  test('refuses placeholders once there is an account to deploy to', () => {
    const { status, stderr, stdout } = run(
      { bundle: 'skip' },
      { CDK_DEFAULT_ACCOUNT: '123456789012', CDK_OUTDIR: join(outdir, 'none') },
    );
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(4);
    expect(stdout).toBe('');
    expect(existsSync(join(outdir, 'none', 'OpenReturns.template.json'))).toBe(false);
  }, 120_000);

  test('refuses to deploy empty functions', () => {
    const { status, stderr } = run({ ...settings, bundle: 'skip' }, { CDK_DEFAULT_ACCOUNT: '123456789012' });
    expect(status).toBe(1);
    expect(stderr).toContain('bundle=skip');
  }, 120_000);
});
