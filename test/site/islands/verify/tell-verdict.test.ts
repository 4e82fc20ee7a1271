import { zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '#shared/election/text.ts';
import { NotZip } from '#shared/publication/formats/unzip.ts';
import { readSeen } from '#shared/verification/seen-ledgers.ts';
import type { Verdict } from '#shared/verification/verify-election.ts';
import { entryOfHash } from '../../../../site/islands/verify/entry-view.ts';
import {
  checksOf,
  fileKind,
  tellFinding,
  tellVerdict,
} from '../../../../site/islands/verify/tell-verdict.ts';
import { zipSource } from '../../../../site/islands/verify/zip-source.ts';
import { wordsOf } from '../../../../site/words/words.ts';
import { type Files, publishNight } from '../../../functions/commands/verify-fixture.ts';
import {
  checkpointPath,
  data,
  election,
  latestPath,
  sizeOf,
  utf8,
  verify,
  withFile,
} from '../../../functions/commands/verify-forging.ts';
import { pathIn } from '../../../support/verified-site.ts';

let night: { files: Files; snapshots: readonly Files[] };
beforeAll(async () => {
  night = await publishNight();
});

const tell = (verdict: Verdict) =>
  tellVerdict(verdict, {
    language: 'zh-Hant',
    bytesRead: 1,
    rememberedBefore: '{"ledgers":[]}',
    isCopy: false,
  });

const pathOf = (name: string): string => pathIn(night.files, election, name);

const changed = (path: string, from: string, to: string): Files =>
  withFile(
    night.files,
    path,
    utf8(new TextDecoder('utf-8', { ignoreBOM: true }).decode(night.files.get(path)).replace(from, to)),
  );

describe('a verdict in facts for a reader', () => {
  test('that holds has every check, every constituency and the sums', async () => {
    const told = tell(await verify(night.files));
    expect(told).toMatchObject({ outcome: 'holds', reports: 6, seats: 6, findings: [], sizeSeen: null });
    expect(new Set(Object.values(told.checks))).toEqual(new Set(['ok']));
    expect(told.places.map(({ id, isEqual }) => [id, isEqual])).toEqual([
      ['LC1', true],
      ['FC1', true],
      ['SP1', true],
      ['Q1', true],
    ]);
  });

  test('names constituency and list for a figure that was changed in JSON', async () => {
    const path = pathOf('constituencies/LC1.json');
    const told = tell(await verify(changed(path, '"votes":151', '"votes":152')));
    expect(told.findings[0]).toMatchObject({
      kind: 'differs',
      file: 'published',
      sentence: 'place',
      constituency: { text: 'Constituency LC1', lang: 'en' },
      contestant: { number: '1', name: { text: '候選人1', lang: 'zh-Hant' } },
      actual: '152',
      expected: '151',
    });
    expect(told.places.find(({ id }) => id === 'LC1')?.isEqual).toBe(false);
    expect(told.checks).toMatchObject({ files: 'fails', entries: 'ok', count: 'ok' });
  });

  test('names station, constituency and list for a cell that was changed in a table', async () => {
    const told = tell(await verify(changed(pathOf('stations.csv'), ',1,110,', ',1,111,')));
    expect(told.findings[0]).toMatchObject({
      sentence: 'place',
      constituency: { text: 'Constituency LC1' },
      station: { id: 'LC1-S1' },
      contestant: { number: '1' },
      actual: '111',
      expected: '110',
    });
  });

  test('that stops early leaves unsaid what was not reached', async () => {
    const last = `${data}/log/tile/entries/000.p/${sizeOf(night.files)}`;
    const bytes = Uint8Array.from(night.files.get(last) ?? []);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    const told = tell(await verify(withFile(night.files, last, bytes)));
    expect(told.findings.map(({ file }) => file)).toContain('bundle');
    expect(told.checks).toMatchObject({
      signature: 'ok',
      entries: 'fails',
      count: 'unknown',
      files: 'unknown',
    });
  });

  test('tells of a rollback and a fork how many entries there were', async () => {
    const before = await verify(night.files);
    const earlier = night.snapshots[3] ?? new Map();
    const told = tell(await verify(earlier, { seen: before.seen }));
    expect(told.findings[0]).toMatchObject({ kind: 'rolled-back', sentence: 'rolled-back.entries' });
    expect(told.checks.seen).toBe('fails');
    const other = await publishNight();
    const forked = tell(await verify(other.files, { seen: before.seen }));
    expect(forked.outcome).toBe('fails');
    expect(JSON.parse(forked.report)).toMatchObject({
      outcome: 'fails',
      checkpoint: expect.stringContaining(election),
    });
  });

  test('of a kept copy that is older says so, and finds nothing in it', async () => {
    const before = await verify(night.files);
    const earlier = night.snapshots[4] ?? new Map();
    const settings = { seen: before.seen, isCopy: true, latestOnly: true };
    const verdict = await verify(earlier, settings);
    expect(tell(verdict)).toMatchObject({ outcome: 'holds', isOlder: true, sizeSeen: null });
    expect(verdict.seen).toEqual(before.seen);
  });

  test.each(LANGUAGES)('has a sentence in %s for whatever may be found', async (language) => {
    const { said } = wordsOf(language).verifyHere;
    const keys = new Set(Object.keys(said));
    const cases = [
      changed(pathOf('results.json'), '{"election"', '{ "election"'),
      changed(pathOf('results.json'), '{', ''),
      changed(pathOf('feed.atom'), 'Open', 'Oben'),
      withFile(night.files, pathOf('results.csv'), new Uint8Array()),
      withFile(night.files, pathOf('results.csv'), utf8('constituency')),
      withFile(night.files, pathOf('changes.json'), null),
      withFile(night.files, `${data}/stray`, utf8('x')),
      withFile(night.files, `${data}/log/vkey`, utf8('x')),
      withFile(night.files, checkpointPath, null),
      withFile(night.files, latestPath, night.snapshots[2]?.get(latestPath) ?? null),
    ];
    for (const files of cases) {
      const { findings } = tell(await verify(files));
      expect(findings.length).toBeGreaterThan(0);
      for (const { kind, sentence, file } of findings)
        for (const key of [`said.${sentence}`, `means.${kind}`, `verdict.${kind}`, `file.${file}`])
          expect(keys, key).toContain(key);
    }
  });
});

describe('what goes back', () => {
  const went = [
    ['rolled-back', 'entries'],
    ['rolled-back', 'cosigned'],
    ['rolled-back', 'versions'],
    ['fork', 'entries'],
    ['fork', 'cosigned'],
  ] as const;

  test.each(went)('%s of %s has a sentence of its own in every language, with both figures', (kind, of) => {
    const finding = { kind, path: `${data}/x`, message: '', extent: { of, now: 5, before: 8 } };
    for (const language of LANGUAGES) {
      const { sentence, fill } = tellFinding(finding, null, language);
      const said: Readonly<Record<string, string>> = wordsOf(language).verifyHere.said;
      expect(said[`said.${sentence}`]).toMatch(/(?=.*\{now\})(?=.*\{before\})/);
      expect(fill).toMatchObject({ now: 5, before: 8 });
    }
    const { seen, files } = checksOf({ findings: [finding], published: null, root: 'AAAA' });
    expect([seen, files]).toEqual(of === 'versions' ? ['ok', 'fails'] : ['fails', 'unknown']);
  });
});

describe('small things of the page', () => {
  test.each([
    ['log/checkpoint', 'checkpoint'],
    ['log/vkey', 'key'],
    ['log/tile/0/000', 'tile'],
    ['log/tile/entries/000.p/3', 'bundle'],
    ['log/entry/ab.json', 'beside'],
    ['latest.json', 'pointer'],
    ['heartbeat', 'heartbeat'],
    ['feed.zh-hant.atom', 'feed'],
    ['r/3-00000000/results.json', 'published'],
  ])('%s is the %s', (name, kind) => {
    expect(fileKind(`data/x/${name}`)).toBe(kind);
  });

  test('an address names an entry, or none', () => {
    expect(entryOfHash('#entry-0')).toBe(0);
    expect(entryOfHash('#entry-581')).toBe(581);
    for (const hash of ['', '#entry-', '#entry-01', '#entry-1x', '#ledger'])
      expect(entryOfHash(hash)).toBeNull();
  });

  test('what a browser remembers is read back, or known to be lost', () => {
    expect(readSeen(null)).toEqual({ ledgers: [] });
    expect(readSeen('{"ledgers":[]}')).toEqual({ ledgers: [] });
    for (const text of ['', '{', '{"ledgers":[{}]}', '[]']) expect(readSeen(text)).toBeNull();
  });
});

describe('an archive', () => {
  const archive = (entries: Record<string, Uint8Array>): Blob =>
    new Blob([Uint8Array.from(zipSync(entries))]);
  const text = (bytes: string) => utf8(bytes.repeat(1000));

  test.each(['', 'legco-2012-v545/'])('is read with its folder %j, packed or not', async (folder) => {
    const source = await zipSource(
      archive({
        [`${folder}data/a/log/checkpoint`]: text('check '),
        [`${folder}data/a/latest.json`]: utf8('x'),
        'README.txt': utf8('y'),
      }),
    );
    expect(await source.elections()).toEqual(['a']);
    expect(await source.list('a')).toEqual(['data/a/log/checkpoint', 'data/a/latest.json']);
    expect(await source.read('data/a/log/checkpoint')).toMatchObject({ kind: 'read', bytes: text('check ') });
    expect(await source.read('data/a/other')).toEqual({ kind: 'missing' });
    expect(await source.read('data/a/log/checkpoint', 10)).toMatchObject({ kind: 'failed' });
  });

  test('that is damaged or none at all is refused', async () => {
    const whole = zipSync({ 'data/a/log/checkpoint': text('check ') });
    for (const bytes of [new Uint8Array(), utf8('PK nothing of the kind'), whole.slice(0, -10)])
      await expect(zipSource(new Blob([Uint8Array.from(bytes)]))).rejects.toThrow(NotZip);
    const damaged = Uint8Array.from(whole);
    damaged.fill(0xff, 55, 60);
    const source = await zipSource(new Blob([damaged]));
    expect(await source.read('data/a/log/checkpoint')).toMatchObject({ kind: 'failed' });
  });
});
