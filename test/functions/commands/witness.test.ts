import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCheckpoint } from '#shared/ledger/open-checkpoint.ts';
import { parseVerifierKey } from '#shared/ledger/verifier-key.ts';
import { verifyCosignatures } from '#shared/ledger/verify-cosignatures.ts';
import { must } from '#shared/result.ts';
import { newSigner } from './verify-fixture.ts';
import {
  aFolder,
  checkpointPath,
  election,
  openNight,
  publishTo,
  reported,
  reportOf,
  witness,
} from './witness-fixture.ts';

const folder = aFolder();

const place = (): string => join(folder, randomUUID());

const keyIn = (out: string) => {
  const vkey = must(/This witness is (\S+)/.exec(out)?.[1], 'the witness says who it is');
  const parsed = parseVerifierKey(vkey);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value;
};
const statedSize = (out: string): readonly number[] =>
  [...out.matchAll(/cosigned: (\d+) entries/g)].map(([, size]) => Number(size));

describe('a witness that follows a ledger', () => {
  test('makes its key, cosigns what it sees first and what continues it, and nothing twice', async () => {
    const [site, key, out] = [place(), join(place(), 'w.pem'), place()];
    const world = await openNight();
    await publishTo(world, site);
    const args = ['--log', site, '--key', key, '--out', out, '--once'];
    const first = await witness(...args);
    expect(first).toMatchObject({ code: 0, error: '' });
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(keyIn(first.out)).toMatchObject({
      type: 4,
      name: expect.stringMatching(/^witness\.local\/[0-9a-f]{12}$/),
    });
    expect(first.out).toContain('its key is taken on trust');
    const same = await witness(...args);
    expect(statedSize(same.out)).toEqual([]);
    await publishTo(await reported(world, reportOf('LC1-S1', 101), reportOf('LC1-S2', 7)), site);
    const second = await witness(...args);
    expect(second.out).toContain(`, before ${statedSize(first.out)[0]};`);
    expect(keyIn(second.out)).toEqual(keyIn(first.out));

    const note = readFileSync(join(out, `${election}.checkpoint`), 'utf8');
    const seen = verifyCosignatures(note, [keyIn(first.out)]);
    expect(seen).toMatchObject({ ok: true, value: { checkpoint: { size: statedSize(second.out)[0] } } });
    const vkey = readFileSync(join(site, `data/${election}/log/vkey`), 'utf8').trim();
    expect(openCheckpoint(note, vkey).ok).toBe(true);
    expect(second.out).toContain(must(note.trimEnd().split('\n').at(-1), 'the last line is the cosignature'));
  });

  test('refuses the second of two ledgers that share a beginning, and names the sizes that disagree', async () => {
    const [site, key] = [place(), join(place(), 'w.pem')];
    const signer = newSigner('returns.example');
    const args = ['--log', site, '--key', key, '--name', 'witness.example', '--once'];
    const [one, other] = [await openNight(signer), await openNight(signer)];
    await publishTo(one, site);
    const [agreed] = statedSize((await witness(...args)).out);
    await publishTo(await reported(one, reportOf('LC1-S1', 101)), site);
    const [differed] = statedSize((await witness(...args)).out);
    await publishTo(await reported(one, reportOf('LC1-S2', 5)), site);
    const [cosigned] = statedSize((await witness(...args)).out);
    await publishTo(
      await reported(other, reportOf('LC1-S1', 99), reportOf('LC1-S2', 5), reportOf('LC1-S3', 5)),
      site,
    );
    const refused = await witness(...args);
    expect(refused.code).toBe(1);
    expect(statedSize(refused.out)).toEqual([]);
    const [, found] = /FORK: sizes \d+ and (\d+) disagree/.exec(refused.error) ?? [];
    expect(refused.error).toContain(`${election} FORK: sizes ${cosigned} and ${found} disagree`);
    expect(refused.error).toContain(
      `The largest cosigned size that agrees is ${agreed}; the smallest that differs is ${differed}`,
    );
    const kept = `${key}.cosigned.evidence`;
    const evidence = JSON.parse(
      readFileSync(join(kept, must(readdirSync(kept)[0], 'evidence is kept')), 'utf8'),
    );
    for (const { note, size } of [evidence.cosigned, evidence.found])
      expect(openCheckpoint(note, evidence.vkey)).toMatchObject({ ok: true, value: { size } });
    // The first of them is still the one it follows.
    await publishTo(await reported(one, reportOf('LC1-S3', 1)), site);
    expect((await witness(...args)).code).toBe(0);
  });

  test('refuses another ledger of the same size, and one that went back', async () => {
    const [site, key] = [place(), join(place(), 'w.pem')];
    const signer = newSigner('returns.example');
    const args = ['--log', site, '--key', key, '--once'];
    const [one, other] = [await openNight(signer), await openNight(signer)];
    await reported(one, reportOf('LC1-S1', 101));
    await publishTo(one, site);
    const earlier = readFileSync(join(site, checkpointPath));
    await publishTo(await reported(one, reportOf('LC1-S2', 4)), site);
    expect((await witness(...args)).code).toBe(0);
    const honest = readFileSync(join(site, checkpointPath));

    await publishTo(await reported(other, reportOf('LC1-S1', 101), reportOf('LC1-S2', 5)), site);
    expect(await witness(...args)).toMatchObject({ code: 1, error: expect.stringContaining('FORK: sizes') });

    await publishTo(one, site);
    writeFileSync(join(site, checkpointPath), earlier);
    expect(await witness(...args)).toMatchObject({ code: 1, error: expect.stringContaining('ROLLED BACK') });
    writeFileSync(join(site, checkpointPath), honest);
    expect((await witness(...args)).code).toBe(0);
  }, 30_000);

  test('refuses a ledger under another key than the one it knows, whether met or given', async () => {
    const [site, key] = [place(), join(place(), 'w.pem')];
    await publishTo(await openNight(), site);
    expect((await witness('--log', site, '--key', key, '--once')).code).toBe(0);
    await publishTo(await reported(await openNight(), reportOf('LC1-S1', 101)), site);
    const refused = await witness('--log', site, '--key', key, '--once');
    expect(refused).toMatchObject({ code: 1, error: expect.stringContaining('The key that counts is') });
    const given = newSigner('returns.example');
    const vkey = `returns.example/${election}`;
    await publishTo(await openNight(given), site);
    const known = readFileSync(join(site, `data/${election}/log/vkey`), 'utf8').trim();
    await publishTo(await openNight(), site);
    expect(known.startsWith(vkey)).toBe(true);
    expect(
      await witness('--log', site, '--key', join(place(), 'w.pem'), '--vkey', known, '--once'),
    ).toMatchObject({
      code: 1,
      error: expect.stringContaining('cannot be believed'),
    });
  });

  test('cosigns nothing whose tiles are missing or are not those that were signed', async () => {
    const [site, key] = [place(), join(place(), 'w.pem')];
    const args = ['--log', site, '--key', key, '--once'];
    const world = await openNight();
    await publishTo(world, site);
    await witness(...args);
    await publishTo(await reported(world, reportOf('LC1-S1', 101)), site);
    const tiles = join(site, `data/${election}/log/tile/0/000.p`);
    const last = join(
      tiles,
      must(
        readdirSync(tiles)
          .sort((a, b) => Number(a) - Number(b))
          .at(-1),
        'a tile',
      ),
    );
    const bytes = readFileSync(last);
    writeFileSync(
      last,
      bytes.map((byte) => byte ^ 1),
    );
    expect(await witness(...args)).toMatchObject({
      code: 1,
      error: expect.stringContaining('cannot be shown'),
    });
    writeFileSync(last, bytes.subarray(1));
    expect(await witness(...args)).toMatchObject({
      code: 2,
      error: expect.stringContaining('bytes instead of'),
    });
    writeFileSync(last, bytes);
    expect((await witness(...args)).code).toBe(0);
  });

  test('says what it does not understand or cannot use, with code 2', async () => {
    const key = join(place(), 'w.pem');
    for (const [args, words] of [
      [['--key', key], '--log'],
      [['--log', folder], '--key'],
      [['--log', folder, '--key', key, '--name', 'two words'], 'one word'],
      [['--log', folder, '--key', key, '--serve', 'x'], '--serve takes'],
      [['--log', folder, '--key', key, '--every', '0'], '--every takes'],
      [['--log', folder, '--key', key, '--vkey', 'x'], 'verifier key'],
      [['--log', folder, '--key', key, '--nothing'], '--nothing'],
      [['--log', join(folder, 'none'), '--key', key, '--once'], 'cannot be read'],
      [['--log', 'http://127.0.0.1:9', '--key', key, '--once'], '127.0.0.1:9'],
    ] as const)
      expect(await witness(...args)).toMatchObject({ code: 2, error: expect.stringContaining(words) });
    expect(await witness('--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('npm run -s witness'),
    });
  });
});
