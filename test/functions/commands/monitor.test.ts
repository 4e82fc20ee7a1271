import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Alarm } from '#functions/commands/monitor-alarms.ts';
import { monitorCommand } from '#functions/commands/monitor-command.ts';
import { verifyCommand } from '#functions/commands/verify-command.ts';
import { must } from '#shared/result.ts';
import { newSigner, nightDefinition, type World } from './verify-fixture.ts';
import { aFolder, election, openNight, publishTo, reported, reportOf } from './witness-fixture.ts';

const folder = aFolder();
const place = (): string => join(folder, randomUUID());

/** A published night with a fresh sign of life, and a monitor that has a mirror of it. */
const aNight = async (...acts: readonly object[]) => {
  const world = await reported(await openNight(), ...acts);
  await world.beat();
  const [site, mirror] = [place(), place()];
  await publishTo(world, site);
  return { world, site, mirror };
};
type Night = Awaited<ReturnType<typeof aNight>>;

const clockOf =
  (world: World, laterMinutes = 1) =>
  () =>
    new Date(world.ports.clock.now().getTime() + laterMinutes * 60_000);

const monitor = async (
  { world, site, mirror }: Night,
  { later = 1, args = [] as readonly string[] } = {},
) => {
  let [out, error] = ['', ''];
  const code = await monitorCommand(
    ['--from', site, '--mirror', mirror, '--once', '--json', ...args],
    { out: { write: (text: string) => (out += text) }, error: { write: (text: string) => (error += text) } },
    { signal: new AbortController().signal, now: clockOf(world, later) },
  );
  const alarms = args.includes('--help')
    ? []
    : out.split('\n').flatMap((line): Alarm[] => (line === '' ? [] : [JSON.parse(line)]));
  return { code, alarms, out, error };
};

const republish = async (night: Night, ...acts: readonly object[]): Promise<void> => {
  await reported(night.world, ...acts);
  await night.world.beat();
  await publishTo(night.world, night.site);
};

const filesIn = (site: string, below: string): readonly string[] =>
  readdirSync(join(site, below), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const two = [reportOf('LC1-S1', 101), reportOf('LC1-S2', 40)];

describe('a monitor', () => {
  test('mirrors what is published and what comes, so that anybody can verify the mirror, and is silent', async () => {
    const night = await aNight(...two);
    expect(await monitor(night)).toMatchObject({ code: 0, alarms: [] });
    await republish(night, reportOf('LC1-S3', 9));
    expect(await monitor(night)).toMatchObject({ code: 0, alarms: [] });
    let out = '';
    const terminals = { out: { write: (text: string) => (out += text) }, error: { write: () => undefined } };
    const args = ['--from', night.mirror, '--state', join(place(), 'seen.json'), '--json'];
    expect(await verifyCommand(args, terminals)).toBe(0);
    expect(JSON.parse(out).elections[0]).toMatchObject({ election, findings: [], versions: 5 });
    const [published, mirrored] = [night.site, night.mirror].map((one) =>
      filesIn(one, 'data')
        .map((path) => path.slice(one.length))
        .filter((path) => !/\.p\/\d+$/.test(path)),
    );
    expect([...(mirrored ?? [])].sort()).toEqual([...(published ?? [])].sort());
    expect(existsSync(join(night.mirror, 'incoming'))).toBe(false);
  });

  test('says what it does not understand, or cannot read, with code 2', async () => {
    const night = await aNight();
    for (const [args, words] of [
      [['--every', '1'], '--every takes'],
      [['--heartbeat', 'x'], '--heartbeat takes'],
      [['--election', '../x'], "not an election's id"],
      [['--key', 'x'], 'verifier key'],
      [['--nothing'], '--nothing'],
      [['--from', join(folder, 'none')], 'cannot be read'],
    ] as const)
      expect(await monitor(night, { args })).toMatchObject({
        code: 2,
        error: expect.stringContaining(words),
      });
    expect(await monitor(night, { args: ['--help'] })).toMatchObject({
      code: 0,
      out: expect.stringContaining('npm run -s monitor'),
    });
  });
});

describe('alarms', () => {
  test('of a checkpoint that was rolled back, with both sizes; the mirror stays as it was', async () => {
    const night = await aNight(...two);
    const earlier = readFileSync(join(night.site, `data/${election}/log/checkpoint`));
    await monitor(night);
    await republish(night, reportOf('LC1-S3', 9));
    await monitor(night);
    const mirrored = readFileSync(join(night.mirror, `data/${election}/log/checkpoint`));
    writeFileSync(join(night.site, `data/${election}/log/checkpoint`), earlier);
    const { code, alarms, error } = await monitor(night);
    expect(code).toBe(1);
    const alarm = must(
      alarms.find(({ what }) => what.includes('rolled back')),
      'it alarms',
    );
    expect(alarm).toMatchObject({ kind: 'checkpoint', election, remedy: expect.stringContaining('witness') });
    expect(alarm.what).toMatch(/has \d+ entries, but \d+ were seen signed before/);
    expect(alarm.what).toContain(`has ${alarm.now} entries, but ${alarm.before} were`);
    expect(Number(alarm.before)).toBeGreaterThan(Number(alarm.now));
    expect(readFileSync(join(night.mirror, `data/${election}/log/checkpoint`))).toEqual(mirrored);
    const [, kept] = /evidence is kept in (\S+)\./.exec(error) ?? [];
    expect(readFileSync(join(must(kept, 'evidence is kept'), `data/${election}/log/checkpoint`))).toEqual(
      earlier,
    );
  }, 30_000);

  test('of a fork, with both roots', async () => {
    const signer = newSigner('returns.example');
    const [one, other] = [await openNight(signer), await openNight(signer)];
    const [site, mirror] = [place(), place()];
    await reported(one, ...two);
    await one.beat();
    await publishTo(one, site);
    expect((await monitor({ world: one, site, mirror })).alarms).toEqual([]);
    await reported(other, reportOf('LC1-S1', 99), two[1] ?? {}, reportOf('LC1-S3', 9));
    await other.beat();
    await publishTo(other, site);
    const { alarms } = await monitor({ world: other, site, mirror });
    expect(alarms).toMatchObject([{ kind: 'checkpoint', what: expect.stringContaining('do not continue') }]);
  });

  test('of votes that fell without a reason, and of none that fell with one', async () => {
    const night = await aNight(...two);
    await republish(night, reportOf('LC1-S1', 90, { revision: 2, reason: 'digits swapped' }));
    expect((await monitor(night)).alarms).toEqual([]);
    await republish(night, reportOf('LC1-S1', 60, { count: 2 }));
    const { code, alarms } = await monitor(night);
    expect(code).toBe(1);
    expect(alarms).toMatchObject([
      {
        kind: 'drop',
        before: 130,
        now: 100,
        what: expect.stringContaining('LC1: votes of 1 fell from 130 at version 5 to 100 at version 6'),
      },
      { kind: 'drop', what: expect.stringContaining('valid votes fell') },
    ]);
    expect(alarms[0]?.entry).toBeGreaterThan(0);
    // A recount that was allowed is a reason.
    const counted = await aNight(
      ...two,
      {
        type: 'recount',
        role: 'presiding_officer',
        body: {
          constituency: 'LC1',
          number: 1,
          scope: 'station',
          station: 'LC1-S1',
          requestedBy: 'counting_agent',
          decision: 'allowed',
        },
      },
      reportOf('LC1-S1', 95, { count: 2 }),
    );
    expect((await monitor(counted)).alarms).toEqual([]);
  });

  test('of a station that is no longer among those that reported', async () => {
    const night = await aNight(...two);
    const { stations } = nightDefinition;
    const body = { ...nightDefinition, stations: stations.filter(({ id }) => id !== 'LC1-S2') };
    await republish(night, { type: 'definition', role: 'chief_electoral_officer', revision: 2, body });
    const { alarms } = await monitor(night);
    expect(alarms.map(({ what }) => what).join()).toContain('stations reported fell from 2');
  });

  test('of more papers than electors, at a station and in the constituency', async () => {
    const night = await aNight(reportOf('LC1-S1', 60_000));
    const { alarms } = await monitor(night);
    expect(alarms).toMatchObject([
      {
        kind: 'electors',
        before: 50_000,
        now: 60_089,
        what: expect.stringContaining('LC1: 60089 papers were counted, and there are 50000 electors'),
      },
    ]);
    const { stations } = nightDefinition;
    const body = { ...nightDefinition, stations: stations.map((one) => ({ ...one, electors: 100 })) };
    const small = await aNight(
      { type: 'definition', role: 'chief_electoral_officer', revision: 2, body },
      reportOf('LC1-S1', 12),
    );
    expect((await monitor(small)).alarms).toMatchObject([
      {
        kind: 'electors',
        before: 100,
        now: 101,
        what: expect.stringContaining('LC1, station LC1-S1: 101 papers'),
      },
    ]);
  });

  test('of a heartbeat that is too old, or gone, by the monitor’s own clock', async () => {
    const night = await aNight(...two);
    expect((await monitor(night, { later: 4.9 })).alarms).toEqual([]);
    expect((await monitor(night, { later: 6 })).alarms).toMatchObject([
      { kind: 'heartbeat', what: expect.stringContaining('more than 5 minutes ago') },
    ]);
    expect((await monitor(night, { later: 6, args: ['--heartbeat', '10'] })).alarms).toEqual([]);
    rmSync(join(night.site, `data/${election}/heartbeat`));
    expect((await monitor(night)).alarms).toEqual([]);
    expect((await monitor(night, { later: 6 })).alarms).toMatchObject([
      { kind: 'heartbeat', what: expect.stringContaining('heartbeat is missing') },
    ]);
  });

  test('of a file that recomputing does not give, and of one that was changed since it was mirrored', async () => {
    const night = await aNight(...two);
    await monitor(night);
    const [results = ''] = filesIn(night.site, `data/${election}/r`).filter((path) =>
      path.endsWith('/results.csv'),
    );
    writeFileSync(results, readFileSync(results, 'utf8').replace(/\d(?=\r\n$)/, '9'));
    writeFileSync(results, `${readFileSync(results, 'utf8')} `);
    const { alarms } = await monitor(night);
    expect(alarms).toMatchObject([{ kind: 'recompute', path: results.slice(night.site.length + 1) }]);
    // The mirror keeps what was good.
    expect(readFileSync(join(night.mirror, results.slice(night.site.length)), 'utf8')).not.toMatch(/ $/);
  });

  test('of a file that is missing, also of an earlier version once it is mirrored', async () => {
    const night = await aNight(...two);
    await monitor(night);
    const earlier = filesIn(night.site, `data/${election}/r`).find((path) =>
      /\/r\/1-[^/]+\/results\.json$/.test(path),
    );
    rmSync(must(earlier, 'version 1 is published'));
    expect((await monitor(night)).alarms).toMatchObject([
      { kind: 'missing', path: expect.stringMatching(/\/r\/1-[^/]+\/results\.json$/) },
    ]);
    rmSync(join(night.site, `data/${election}/log/vkey`));
    expect((await monitor(night)).alarms).toMatchObject([
      { kind: 'missing', path: `data/${election}/log/vkey` },
    ]);
  });

  test('in words, one line each, for a person', async () => {
    const night = await aNight(reportOf('LC1-S1', 60_000));
    let out = '';
    const code = await monitorCommand(
      ['--from', night.site, '--mirror', night.mirror, '--once'],
      { out: { write: (text: string) => (out += text) }, error: { write: () => undefined } },
      { signal: new AbortController().signal, now: clockOf(night.world) },
    );
    expect(code).toBe(1);
    expect(out).toMatch(
      /^2016-\S+ ALARM night-2016 electors: LC1: .* \(ledger entry \d+\)\. Compare the report .*\n$/,
    );
  });
});
