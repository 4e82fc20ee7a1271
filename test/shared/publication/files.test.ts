import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#shared/canonical-json.ts';
import { parseDefinition } from '#shared/election/check-definition.ts';
import { parseInput } from '#shared/election/input-problem.ts';
import { StationReport } from '#shared/election/report.ts';
import { sha256Hex } from '#shared/hash.ts';
import { csvFile } from '#shared/publication/formats/csv.ts';
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '#shared/publication/headers.ts';
import { excerptsOf } from '#shared/publication/page-plan.ts';
import { CACHE, dataPaths, isWithdrawn } from '#shared/publication/paths.ts';
import { readIndex, readPointer } from '#shared/publication/read-pointer.ts';
import { jsonSchema, SCHEMAS, schemaNames } from '#shared/publication/schemas.ts';
import { startBuild } from '#shared/recount/ledger-build.ts';
import {
  aCandidate,
  aConstituency,
  aDefinition,
  aList,
  anElectionOf,
  aRankedReport,
  aRanking,
  aReport,
  aStation,
  balls,
  definitionAct,
  officersAct,
  reportAct,
  someLots,
} from '../../support/builders.ts';
import { fileText, ledgerOf, order, published, resultIn } from '../../support/ledger.ts';
import { readCsv } from '../../support/open-data.ts';

describe('a table', () => {
  test('starts with a byte order mark and ends every line with CRLF', () => {
    expect(
      csvFile(
        ['a', 'b'],
        [
          [1, null],
          ['', 0],
        ],
      ),
    ).toBe('\uFEFFa,b\r\n1,\r\n,0\r\n');
  });

  test('can be read back, whatever names it holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 })),
        (rows) => {
          const text = csvFile(['a', 'b'], rows).slice(1);
          const read = readCsv(text).slice(1);
          const plain = (value: string) => value.replace(/^'(?=\s*[=+\-@＝＋－＠])/, '');
          expect(read.map((row) => row.map(plain))).toEqual(rows.map((row) => row.map(plain)));
        },
      ),
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '＝1', '\u3000＋1', '\r=1'])(
    'never lets a spreadsheet run %j',
    (name) => {
      const [row = []] = readCsv(csvFile(['a'], [[name]]).slice(1)).slice(1);
      expect(row[0]).toBe(`'${name}`);
    },
  );

  test('leaves negative figures what they are', () => {
    expect(csvFile(['net'], [[-87]])).toContain('\r\n-87\r\n');
  });
});

const hostile = '=HYPERLINK("http://evil","x")\u202e, <b>"quoted"</b>';
const build = () =>
  ledgerOf([
    definitionAct(
      aDefinition({
        constituencies: [
          aConstituency({
            name: { 'zh-Hans': '港岛' },
            contestants: [aList('1', 2, { name: { en: hostile } }), aList('2', 2), aList('3')],
          }),
        ],
        stations: [aStation('A', { electors: 20 }), aStation('S', { kind: 'small_polling', countedAt: 'A' })],
      }),
    ),
    reportAct(aReport({ votes: { '1': 10, '3': 1 } })),
  ]);

describe('results.csv and stations.csv', () => {
  const read = (name: string) => readCsv(fileText(published(build()), name).replace('\uFEFF', ''));

  test('have one row a contestant, and a name is only a name', () => {
    const [header = [], first = [], ...others] = read('results.csv');
    expect(others).toHaveLength(2);
    expect(Object.fromEntries(header.map((column, index) => [column, first[index]]))).toEqual({
      constituency: 'LC1',
      constituency_en: '',
      constituency_zh: '港岛',
      system: 'list_pr',
      seats: '2',
      status: 'all',
      stations_reported: '1',
      stations_expected: '1',
      contestant: '1',
      number: '1',
      name_en: `'${hostile}`,
      name_zh: '',
      votes: '10',
      share: '90.91',
      quota_seats: '2',
      remainder: '',
      seats_won: '2',
      elected: 'Candidate 1a; Candidate 1b',
      as_of: '2016-09-04T14:30:00.000Z',
      provisional: 'true',
      test: 'false',
    });
  });

  test('show a list that a report left out as 0, and what is not counted as empty', () => {
    const [header = [], ...rows] = read('stations.csv');
    const told = (row: readonly string[], ...names: readonly string[]) =>
      names.map((name) => row[header.indexOf(name)]);
    const names = ['kind', 'status', 'contestant', 'votes', 'valid', 'rejected', 'counted', 'entry'] as const;
    expect(rows.map((row) => told(row, ...names))).toEqual([
      ['polling_counting', 'reported', '1', '10', '11', '0', 'yes', '3'],
      ['polling_counting', 'reported', '2', '0', '11', '0', 'yes', '3'],
      ['polling_counting', 'reported', '3', '1', '11', '0', 'yes', '3'],
      ...['1', '2', '3'].map((id) => ['small_polling', 'counted_elsewhere', id, '', '', '', 'elsewhere', '']),
    ]);
  });

  test('show no votes before the first report', () => {
    const empty = published(ledgerOf([definitionAct(aDefinition())]));
    const votes = readCsv(fileText(empty, 'results.csv'))
      .slice(1)
      .map((row) => row[12]);
    expect(votes).toEqual(['', '', '']);
  });

  test('show support where a question is asked', () => {
    const question = anElectionOf(
      aConstituency({ kind: 'referendum', system: 'net_support', seats: 1, contestants: [aCandidate('1')] }),
    );
    const { votes: _, ...rest } = aReport();
    const version = published(
      ledgerOf([
        definitionAct(question),
        reportAct({ ...rest, choices: { '1': { support: 7, oppose: 2, abstain: 3 } } }),
      ]),
    );
    expect(readCsv(fileText(version, 'stations.csv'))[1]?.slice(9, 15)).toEqual([
      '1',
      '7',
      '12',
      '0',
      '2',
      '3',
    ]);
  });
});

describe('a published version', () => {
  test('names every file with the hash and size of its bytes in its index, and the most wanted in the pointer', () => {
    const version = published(build());
    expect(version.files.map(({ name }) => name).sort()).toEqual([
      'allocation.json',
      'candidates.csv',
      'cdf.json',
      'changes.json',
      'constituencies/LC1.json',
      'csv-metadata.json',
      'datapackage.json',
      'dataset.jsonld',
      'dcat.jsonld',
      'feed.atom',
      'feed.json',
      'feed.zh-hans.atom',
      'feed.zh-hans.json',
      'feed.zh-hant.atom',
      'feed.zh-hant.json',
      'index.json',
      'notices.csv',
      'notices.json',
      'rejected.csv',
      'results-feed.atom',
      'results-feed.json',
      'results-feed.zh-hans.atom',
      'results-feed.zh-hans.json',
      'results-feed.zh-hant.atom',
      'results-feed.zh-hant.json',
      'results.csv',
      'results.json',
      'results.xlsx',
      'rounds.csv',
      'rounds.json',
      'stations.csv',
      'superseded.csv',
    ]);
    const { 'index.json': index, ...named } = version.pointer.files;
    for (const { name, path, bytes, sha256, contentType } of version.files) {
      expect(sha256).toBe(sha256Hex(bytes));
      const reference = { path: `/${path}`, sha256, bytes: bytes.length };
      if (name === 'index.json') expect(index).toEqual(reference);
      else expect(version.index.files[name]).toEqual({ ...reference, type: contentType });
      if (named[name]) expect(named[name]).toEqual(reference);
      expect(path).toMatch(/^data\/legco-2016\/r\/\d+-[0-9a-f]{8}\//);
    }
    expect(Object.keys(named)).toContain('results.json');
    expect(readPointer(version.pointerBytes)).toEqual(version.pointer);
    expect(new TextDecoder().decode(version.pointerBytes)).toBe(`${canonicalJson(version.pointer)}\n`);
    expect(readIndex(new TextEncoder().encode(fileText(version, 'index.json')))).toEqual(version.index);
  });

  test('has what changes together in one folder, named by the hash of what sha256sum prints for it', () => {
    const version = published(build());
    const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'));
    const count = version.files.find(({ name }) => name === 'results.json');
    const together = version.files.filter(
      ({ name, path }) => name !== 'index.json' && folderOf(path) === folderOf(count?.path ?? ''),
    );
    expect(together.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['stations.csv', 'datapackage.json', 'csv-metadata.json']),
    );
    const sums = together.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('');
    expect(folderOf(count?.path ?? '')).toBe(
      `data/legco-2016/r/1-${sha256Hex(new TextEncoder().encode(sums)).slice(0, 8)}`,
    );
  });

  test.each([
    ['of many constituencies', 40, 'legco-2016-rehearsal'],
    ['of more than can be told of', 200, 'x'.repeat(64)],
  ])('is pointed to by less than 2 kB, also %s', (_, count, id) => {
    const constituencies = Array.from({ length: count }, (_, index) => aConstituency({ id: `LC${index}` }));
    const stations = constituencies.map((one) => aStation(`S${one.id}`, { constituency: one.id }));
    const ledger = startBuild(id);
    order(ledger, [definitionAct(aDefinition({ id, constituencies, stations }))], 10);
    const { pointer, pointerBytes, index } = published(ledger);
    expect(pointerBytes.length).toBeLessThan(2000);
    expect(pointer.files).toMatchObject({ 'index.json': {}, 'results.json': {} });
    expect(Object.keys(index.files)).toHaveLength(31 + count - 1);
  });

  test('keeps the file of a constituency that nothing touched where it was', () => {
    const two = aDefinition({
      constituencies: [aConstituency(), aConstituency({ id: 'LC2' })],
      stations: [aStation('A'), aStation('A2', { constituency: 'LC2' })],
    });
    const ledger = ledgerOf([definitionAct(two)]);
    const before = published(ledger).index.files['constituencies/LC2.json'];
    order(ledger, [reportAct(aReport())], 10);
    const after = published(ledger);
    expect(after.index.files['constituencies/LC2.json']).toEqual(before);
    expect(after.index.files['constituencies/LC1.json']?.path).toContain('/r/2-');
    expect(after.pointer.constituencies).toEqual({ LC1: 2, LC2: 1 });
    expect(resultIn(after)).toMatchObject({
      version: 2,
      asOf: '2016-09-04T14:40:00.000Z',
      entries: expect.any(Array),
    });
  });

  test('marks a test election in every file of data', () => {
    const version = published(ledgerOf([definitionAct(aDefinition({ test: true }))]));
    expect(version.pointer.test).toBe(true);
    for (const name of ['results.json', 'allocation.json', 'rounds.json', 'changes.json']) {
      expect(JSON.parse(fileText(version, name)).test).toBe(true);
    }
  });

  test('tells the way to the seats step by step, for every system', () => {
    const steps = (version: ReturnType<typeof published>) =>
      JSON.parse(fileText(version, 'allocation.json')).constituencies[0].steps.map(
        ({ step }: { step: string }) => step,
      );
    expect(steps(published(build()))).toEqual(['add-up', 'quota', 'by-quota', 'by-remainder', 'names']);
    const tie = ledgerOf([
      definitionAct(anElectionOf(aRanking(['1', '2']), ['A'], { publishRankings: true })),
      reportAct(
        aRankedReport([
          [['1'], 1],
          [['2'], 1],
        ]),
      ),
      officersAct({ type: 'lots', body: someLots({ draws: balls(['1', 5], ['2', 6]) }) }, 2),
    ]);
    expect(steps(published(tie))).toEqual(['add-up', 'rounds', 'lots', 'names']);
    const plain = (system: 'first_past_the_post' | 'net_support' | 'nomination') =>
      steps(
        published(
          ledgerOf([
            definitionAct(
              anElectionOf(
                aConstituency({
                  kind: 'referendum',
                  system,
                  seats: 1,
                  electors: 5,
                  contestants: ['1', '2'].map((id) => aCandidate(id)),
                }),
              ),
            ),
          ]),
        ),
      );
    expect(plain('first_past_the_post')).toEqual(['add-up', 'by-votes', 'names']);
    expect(plain('net_support')).toEqual(['add-up', 'by-votes', 'names']);
    expect(plain('nomination')).toEqual(['add-up', 'by-threshold', 'names']);
    const alone = ledgerOf([definitionAct(anElectionOf(aConstituency({ contestants: [aList('1', 2)] })))]);
    expect(steps(published(alone))).toEqual(['names']);
  });

  test('draws a long night with at most sixty points, first and last among them', () => {
    const stations = Array.from({ length: 80 }, (_, index) => `S${index}`);
    const ledger = ledgerOf(
      [definitionAct(anElectionOf(aConstituency(), stations))],
      ...stations.map((station) => [reportAct(aReport({ station }))]),
    );
    const { progress } = resultIn(published(ledger));
    expect(progress).toHaveLength(60);
    expect([progress[0]?.[1], progress.at(-1)?.[1]]).toEqual([1, 80]);
    expect(published(ledger).election.results.progress).toHaveLength(60);
  });

  test('shows the first lines of what most readers take', () => {
    const excerpts = excerptsOf(published(build()));
    expect(excerpts['results.csv']?.split('\n')).toHaveLength(4);
    expect(excerpts['results.csv']).toMatch(/^constituency,/);
    expect(excerpts['latest.json']).toMatch(/^\{"asOf":.*…$/);
  });
});

describe('a pointer', () => {
  const bytes = (value: unknown) =>
    new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
  const good = () => published(build()).pointer;

  test.each([
    ['nothing', ''],
    ['half of one', '{"election":"le'],
    ['null', null],
    ['an array', []],
  ])('is not %s', (_, value) => {
    expect(readPointer(bytes(value))).toBeNull();
  });

  test.each([
    { version: 0 },
    { version: 1.5 },
    { size: 0 },
    { status: 'won' },
    { asOf: 'now' },
    { files: { x: { path: '/x', sha256: 'ABC', bytes: 1 } } },
    { more: 1 },
    { pollAfterMs: 1 },
  ])('is refused with %j', (changes) => {
    expect(readPointer(bytes({ ...good(), ...changes }))).toBeNull();
  });
});

describe('schemas', () => {
  test.each(schemaNames())('%s is JSON Schema 2020-12 with its address', (name) => {
    expect(jsonSchema(name)).toMatchObject({
      $id: `/schemas/${name}`,
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: name,
    });
  });

  test('of election and reports describe every field and let no other in', () => {
    const election = jsonSchema('election.json') as { required: string[]; additionalProperties: unknown };
    expect(election).toMatchObject({ type: 'object', additionalProperties: false });
    expect(election.required).toEqual([
      'id',
      'title',
      'edition',
      'timeZone',
      'pollOpensAt',
      'pollClosesAt',
      'test',
      'constituencies',
      'stations',
    ]);
    expect(jsonSchema('reports.json')).toMatchObject({
      type: 'array',
      items: { type: 'object', additionalProperties: false },
    });
  });

  test('accept what the ledger says', () => {
    const version = build();
    for (const { leaf } of version.entries) {
      expect(parseInput(SCHEMAS['ledger-entry.json'], JSON.parse(new TextDecoder().decode(leaf))).ok).toBe(
        true,
      );
    }
  });

  test('accept the real election of 2012', () => {
    const folder = new URL('../../../functions/elections/legco-2012/', import.meta.url);
    const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    expect(parseDefinition(read('election.json'))).toMatchObject({ ok: true });
    const reports: unknown[] = read('reports.json');
    expect(reports.filter((report) => !parseInput(StationReport, report).ok)).toEqual([]);
  });
});

describe('public headers', () => {
  test('let no inline script, no foreign source and no form leave', () => {
    expect(CONTENT_SECURITY_POLICY).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:/);
    expect(SECURITY_HEADERS).toMatchObject({
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
    });
  });

  test('let an idle edge show an old result for two seconds at most', () => {
    const stale = /stale-while-revalidate=(\d+)/;
    for (const policy of Object.values(CACHE))
      expect(Number(stale.exec(policy)?.[1] ?? 0)).toBeLessThanOrEqual(2);
    expect(CACHE.immutable).toContain('immutable');
  });

  test('let nobody keep for long what goes when inspection by the public ends', () => {
    const versioned = (name: string) =>
      dataPaths.versioned('e', { version: 3, sha256: 'abcdef0123456789', name });
    for (const key of [
      dataPaths.attachment('e', { kind: 'body', sha256: 'ff' }),
      ...['advertisements.json', 'advertisements.csv', 'advertisements-feed.zh-hant.atom'].map(versioned),
    ])
      expect(isWithdrawn(key), key).toBe(true);
    for (const key of [
      dataPaths.attachment('e', { kind: 'entry', sha256: 'ff' }),
      dataPaths.fixed('e', 'advertisements-feed.atom'),
      ...['results.json', 'feed.atom', 'advertisementsx.json'].map(versioned),
      'data/e/log/tile/0/000',
      'en/e/advertisements/index.html',
    ])
      expect(isWithdrawn(key), key).toBe(false);
    expect(CACHE.untilWithdrawn).not.toMatch(/immutable|max-age=\d{5}/);
  });

  test('stand before addresses without a leading slash', () => {
    expect(dataPaths.latest('e')).toBe('data/e/latest.json');
    expect([
      dataPaths.heartbeat('e'),
      dataPaths.log('e'),
      dataPaths.checkpoint('e'),
      dataPaths.verifierKey('e'),
    ]).toEqual(['data/e/heartbeat', 'data/e/log/', 'data/e/log/checkpoint', 'data/e/log/vkey']);
    expect(dataPaths.attachment('e', { kind: 'entry', sha256: 'ff' })).toBe('data/e/log/entry/ff.json');
  });
});
