import { beforeAll, describe, expect, test } from 'vitest';
import type { VerifySettings } from '#shared/verification/open-ledger.ts';
import { type Files, memorySource, publishNight, publishRanked } from './verify-fixture.ts';
import {
  data,
  election,
  flipOne,
  latestPath,
  seeded,
  sizeOf,
  textAt,
  utf8,
  verify,
  withFile,
} from './verify-forging.ts';

let night: Awaited<ReturnType<typeof publishNight>>;
let ranked: Awaited<ReturnType<typeof publishRanked>>;
beforeAll(async () => {
  [night, ranked] = await Promise.all([publishNight(), publishRanked()]);
});

const newestFiles = (files: Files): Readonly<Record<string, { readonly path: string }>> => {
  const named = JSON.parse(textAt(files, latestPath)).files;
  return { ...JSON.parse(textAt(files, named['index.json'].path.slice(1))).files, ...named };
};

const newest = (files: Files, name: string): string => newestFiles(files)[name]?.path.slice(1) ?? '';

/** Whether a file is of an earlier version only: what is changed in it shows where every version is recomputed. */
const isEarlier = (files: Files): ((path: string) => boolean) => {
  const current = new Set(Object.values(newestFiles(files)).map(({ path }) => path.slice(1)));
  const { version } = JSON.parse(textAt(files, latestPath));
  current.add(`${data}/archives/${version}.zip`);
  return (path) => /\/(r|archives|versions)\//.test(path) && !current.has(path);
};

describe('what was published as it should be', () => {
  test('every file of an election with all systems, corrections and a declaration holds', async () => {
    const verdict = await verify(night.files);
    expect(verdict.findings).toEqual([]);
    expect(verdict).toMatchObject({ versions: 10, stoppedEarly: false, entries: sizeOf(night.files) });
  });

  test('a version that another followed before the pointer moved is there like every other', async () => {
    const verdict = await verify(night.files);
    expect(verdict.notes.join()).not.toContain('not published');
    const kept = [...night.files.keys()].filter((path) => /\/versions\/\d+\.json$/.test(path));
    expect(kept).toHaveLength(10);
  });

  test('files of an earlier version that are gone are counted, and tolerated', async () => {
    const files = new Map(night.files);
    for (const path of files.keys()) if (/\/r\/2-/.test(path)) files.delete(path);
    const verdict = await verify(files);
    expect(verdict.findings).toEqual([]);
    expect(verdict.notes.join()).toContain('files of earlier versions are not published any more');
  });

  test('every state that was ever public holds, and continues the ones before it', async () => {
    let seen: VerifySettings['seen'] = { ledgers: [] };
    for (const files of night.snapshots) {
      const verdict = await verify(files, { seen });
      expect(verdict.findings).toEqual([]);
      seen = verdict.seen;
    }
    expect(seen.ledgers).toMatchObject([{ name: `returns.example/${election}`, size: sizeOf(night.files) }]);
  });

  test('an election of several tiles with an entry too large for a leaf holds', async () => {
    const verdict = await verify(ranked.files, { election: 'ranked-2016' });
    expect(verdict.findings).toEqual([]);
    expect(verdict.entries).toBeGreaterThan(300);
    expect([...ranked.files.keys()].some((path) => path.includes('/log/entry/'))).toBe(true);
  });

  test('the latest version alone holds too', async () => {
    const verdict = await verify(night.files, { latestOnly: true, source: memorySource(night.files, false) });
    expect(verdict.findings).toEqual([]);
  });
});

// Every file of an election once: a few seconds, on a busy machine many.
describe('a single byte', { timeout: 60_000 }, () => {
  test('changed in any file is found, and the file is named', async () => {
    const seed = 1;
    const random = seeded(seed);
    const earlier = isEarlier(night.files);
    for (const [index, [path, bytes]] of [...night.files].entries()) {
      const latestOnly = !earlier(path);
      if (!latestOnly && index % 9 !== 0) continue;
      const verdict = await verify(withFile(night.files, path, flipOne(bytes, random)), { latestOnly });
      expect(verdict.findings[0]?.path, `seed ${seed}: ${verdict.findings[0]?.message}`).toBe(path);
    }
  });

  test('changed in any file of a large ledger is found, and the file is named', async () => {
    const random = seeded(4);
    const current = JSON.parse(
      new TextDecoder().decode(ranked.files.get('data/ranked-2016/latest.json')),
    ).version;
    for (const [path, bytes] of ranked.files) {
      if (
        /\/(r|archives|versions)\//.test(path) &&
        !new RegExp(`/(r|archives|versions)/${current}[.-]`).test(path)
      )
        continue;
      const files = withFile(ranked.files, path, flipOne(bytes, random));
      const verdict = await verify(files, { election: 'ranked-2016', latestOnly: true });
      expect(
        verdict.findings.map((finding) => finding.path),
        verdict.findings[0]?.message,
      ).toContain(path);
    }
  });

  test('less at the end of a file is found', async () => {
    const earlier = isEarlier(night.files);
    for (const [path, bytes] of night.files) {
      if (earlier(path)) continue;
      const verdict = await verify(withFile(night.files, path, bytes.slice(0, -1)), { latestOnly: true });
      expect(verdict.findings[0]?.path, verdict.findings[0]?.message).toBe(path);
    }
  });
});

describe('a file that is', () => {
  test('missing is named, unless it belongs to an earlier version or is a heartbeat', async () => {
    const current = new Set(Object.values(newestFiles(night.files)).map(({ path }) => path.slice(1)));
    const optional = (path: string) =>
      path.endsWith('/heartbeat') ||
      /\/(archives|versions)\/(?!10\.)/.test(path) ||
      (path.includes('/r/') && !current.has(path)) ||
      (path.includes('.p/') && !path.endsWith(`.p/${sizeOf(night.files)}`));
    const earlier = isEarlier(night.files);
    const all = [...night.files.keys()];
    for (const path of all.filter((one, at) => !optional(one) || at % 9 === 0)) {
      const { findings } = await verify(withFile(night.files, path, null), { latestOnly: !earlier(path) });
      if (optional(path)) expect(findings, path).toEqual([]);
      else expect(findings[0], path).toMatchObject({ path });
    }
  });

  test('added anywhere below the election is named', async () => {
    for (const path of [
      `${data}/r/1-00000000/x.json`,
      `${data}/log/tile/0/000.p/9999`,
      `${data}/.hidden`,
      `${data}/r/99-00000000/results.json`,
    ]) {
      const { findings } = await verify(withFile(night.files, path, utf8('{}')));
      expect(findings).toMatchObject([{ kind: 'unaccounted', path }]);
    }
  });

  test('swapped with that of another version is named, with the place that differs', async () => {
    const path = newest(night.files, 'results.json');
    const other = [...night.files.keys()].find((key) => key.endsWith('/results.json') && key !== path) ?? '';
    const { findings } = await verify(withFile(night.files, path, night.files.get(other) ?? utf8('')));
    expect(findings[0]).toMatchObject({ path, kind: 'differs' });
    expect(findings[0]?.message).toMatch(/\$\.\w+ is .*, but the ledger gives /);
  });

  test('a table says line and column', async () => {
    const path = newest(night.files, 'stations.csv');
    const changed = textAt(night.files, path).replace(',110,', ',111,');
    const { findings } = await verify(
      withFile(night.files, path, utf8(`\uFEFF${changed.replace(/^\uFEFF/, '')}`)),
    );
    expect(findings[0]?.message).toContain('column votes is "111", but the ledger gives "110"');
  });

  test('empty or not text is said to be so', async () => {
    const path = newest(night.files, 'results.json');
    const empty = await verify(withFile(night.files, path, new Uint8Array()));
    expect(empty.findings[0]?.message).toContain('is empty');
    const bytes = Uint8Array.from(night.files.get(path) ?? []);
    bytes[5] = 0xff;
    expect((await verify(withFile(night.files, path, bytes))).findings[0]?.message).toContain(
      'not valid UTF-8',
    );
  });
});
