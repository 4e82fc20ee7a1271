import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import datapackage from 'datapackage';
import { afterAll, describe, expect, test } from 'vitest';
import { legco2012 } from '#functions/elections/legco-2012.ts';
import { popvote2017 } from '#functions/elections/popvote-2017.ts';
import { rehearsal2016 } from '#functions/elections/rehearsal-2016.ts';
import { LANGUAGES } from '#shared/election/text.ts';
import { FIXED_FILES, resultsFeedName } from '#shared/publication/paths.ts';
import type { PublishedVersion } from '#shared/publication/publish-version.ts';
import { must } from '#shared/result.ts';
import {
  aConstituency,
  aDefinition,
  aList,
  aReport,
  aStation,
  definitionAct,
  officersAct,
  reportAct,
} from '../../support/builders.ts';
import { type CdfReport, cdfProblems } from '../../support/cdf.ts';
import { fileText, ledgerOf, published } from '../../support/ledger.ts';
import { csvRows, type Row, sheetRows, versionsOf } from '../../support/open-data.ts';
import { atomProblems, jsonFeedProblems } from '../../support/strict-feeds.ts';

const TABLES = ['results', 'candidates', 'stations', 'superseded', 'rejected', 'rounds'] as const;

const hostile = [
  '=HYPERLINK("http://evil","x")',
  '<script>alert(1)</script>',
  '\u202eevil',
  '_x0041_',
  '@a,"b"',
];

/** A night of names that somebody chose with care, with a correction and a declaration. */
const hostileNight = (): PublishedVersion =>
  published(
    ledgerOf(
      [
        definitionAct(
          aDefinition({
            test: true,
            title: { en: hostile[1] ?? '', 'zh-Hant': '＝1+1' },
            constituencies: [
              aConstituency({
                contestants: hostile.map((name, index) =>
                  aList(String(index + 1), 2, { name: { en: name } }),
                ),
              }),
            ],
            stations: [aStation('A', { name: { en: hostile[0] ?? '' } })],
          }),
        ),
        reportAct(aReport({ votes: { '1': 10, '2': 20, '3': 1, '4': 0, '5': 7 } })),
      ],
      [
        reportAct(
          aReport({ revision: 2, reason: '=cmd|calc', votes: { '1': 11, '2': 20, '3': 1, '4': 0, '5': 7 } }),
        ),
      ],
      [
        officersAct({
          type: 'declaration',
          body: { constituency: 'LC1', outcome: 'elected', elected: ['2a', '1a'] },
        }),
      ],
    ),
  );

const scripts = [legco2012(), rehearsal2016(), popvote2017()].map(
  (script) => [script.id, versionsOf(script)] as const,
);
const elections: readonly (readonly [string, PublishedVersion])[] = [
  ...scripts.flatMap(([id, { zero, all }]) => [
    [`${id} before the first report`, zero] as const,
    [`${id} with all reports`, all] as const,
  ]),
  ['a night of hostile names', hostileNight()],
];

const folder = mkdtempSync(join(tmpdir(), 'open-data-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Writes a version as it lies on a disk, and answers where its tables are. Without their byte order mark, which Frictionless for Python takes off by
 * itself and the one for JavaScript does not know.
 */
const written = ({ files }: PublishedVersion, of: string): string => {
  const root = join(folder, of.replaceAll(' ', '-'));
  for (const { name, path, bytes } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), name.endsWith('.csv') ? bytes.subarray(3) : bytes);
  }
  const results = must(
    files.find((file) => file.name === 'results.csv'),
    'results.csv is published',
  );
  return dirname(join(root, results.path));
};

const bytesOf = ({ files }: PublishedVersion, name: string): Uint8Array =>
  must(
    files.find((file) => file.name === name),
    `${name} is published`,
  ).bytes;

const add = (rows: readonly Row[], column: string): number =>
  rows.reduce((sum, row) => sum + Number(row[column] || 0), 0);

describe.each(elections)('%s', (name, version) => {
  const rows = (table: (typeof TABLES)[number]) => csvRows(fileText(version, `${table}.csv`));
  const { test: isTest } = version.pointer;

  test('is a Data Package, every cell of it what its schema says', async () => {
    const place = written(version, name);
    const one = await datapackage.Package.load(join(place, 'datapackage.json'), {
      basePath: place,
      strict: true,
    });
    expect(one.errors.map(String)).toEqual([]);
    expect(one.resourceNames).toEqual([...TABLES]);
    for (const table of TABLES) {
      const resource = must(one.getResource(table), `${table} is a resource`);
      const read = await resource.read({ keyed: true });
      expect(read, table).toHaveLength(rows(table).length);
      expect(resource.headers, table).toEqual(resource.schema.fields.map((field) => field.name));
    }
  });

  test('is described for the web as it is: the same columns, types that fit, keys that are unique', () => {
    const { tables } = JSON.parse(fileText(version, 'csv-metadata.json'));
    const types: Readonly<Record<string, RegExp>> = {
      string: /^.*$/su,
      integer: /^-?\d+$/,
      decimal: /^-?\d+(\.\d+)?$/,
      boolean: /^(true|false)$/,
      dateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
    };
    expect(tables.map(({ url }: { url: string }) => url)).toEqual(TABLES.map((table) => `${table}.csv`));
    for (const { url, tableSchema } of tables) {
      const header = fileText(version, url)
        .replace(/^\ufeff/, '')
        .split('\r\n')[0];
      const { columns, primaryKey } = tableSchema;
      expect(columns.map((column: { name: string }) => column.name).join(',')).toBe(header);
      const all = csvRows(fileText(version, url));
      for (const { name: column, datatype, required } of columns) {
        const odd = all.find((row) => {
          const value = row[column] ?? '';
          return value === '' ? required === true : !types[datatype]?.test(value);
        });
        expect(odd, `${url} ${column}`).toBeUndefined();
      }
      const keys = all.map((row) => primaryKey.map((key: string) => row[key]).join('\n'));
      expect(new Set(keys).size, url).toBe(keys.length);
    }
  });

  test('is the same in the workbook, as another program reads it', async () => {
    const workbook = bytesOf(version, 'results.xlsx');
    const plain = (value: string) => value.replace(/^'(?=\s*[=+\-@＝＋－＠])/, '');
    for (const table of TABLES) {
      const [header = [], ...sheet] = await sheetRows(workbook, table);
      const expected = rows(table);
      expect(sheet).toHaveLength(expected.length);
      for (const [index, row] of expected.entries()) {
        const found = header.map((column, at) => [column, String(sheet[index]?.[at] ?? '')]);
        const shown = Object.entries(row).map(([column, value]) => [column, plain(value)]);
        const differing = shown.find(([column, value = ''], at) => {
          const other = found[at]?.[1] ?? '';
          return (
            found[at]?.[0] !== column ||
            (column === 'share' ? Number(other) !== Number(value) : other !== value)
          );
        });
        expect(differing, `${table} row ${index + 2}`).toBeUndefined();
      }
    }
    expect(await sheetRows(workbook, 'about')).toContainEqual(['test', isTest]);
  });

  test('is an Election Results Report of NIST, with references that lead somewhere and counts that can be', () => {
    const report = JSON.parse(fileText(version, 'cdf.json')) as CdfReport;
    expect(cdfProblems(report)).toEqual([]);
    expect(report.IsTest).toBe(isTest);
  });

  test('adds up across all files', () => {
    const stations = rows('stations');
    const results = rows('results');
    const report = JSON.parse(fileText(version, 'cdf.json')) as CdfReport;
    for (const result of version.election.results.constituencies) {
      const own = stations.filter(({ constituency }) => constituency === result.id);
      const isPrivate = own.some(({ counted }) => counted === 'withheld');
      for (const contestant of result.contestants) {
        const line = results.find(
          (row) => row['constituency'] === result.id && row['contestant'] === contestant.id,
        );
        const here = own.filter((row) => row['contestant'] === contestant.id);
        expect(line?.['votes']).toBe(result.stationsReported === 0 ? '' : String(contestant.votes));
        expect(line?.['seats_won']).toBe(String(contestant.seats));
        // Of a preferential count first preferences are told in its first round.
        if (result.system !== 'preferential' && !isPrivate) expect(add(here, 'votes')).toBe(contestant.votes);
      }
      const rejected = rows('rejected').filter(({ constituency }) => constituency === result.id);
      const perStation = own.filter(({ contestant }) => contestant === result.contestants[0]?.id);
      expect(add(rejected, 'papers')).toBe(add(perStation, 'rejected'));
      expect(add(perStation, 'rejected')).toBe(result.rejected);
      const seats = rows('candidates').filter(
        (row) => row['constituency'] === result.id && row['elected'] === 'true',
      );
      expect(seats).toHaveLength(result.contestants.reduce((sum, { elected }) => sum + elected.length, 0));
      const last = rows('rounds').filter((row) => row['constituency'] === result.id && row['round'] === '1');
      if (last.length > 0) expect(add(last, 'votes')).toBe(Number(last[0]?.['in_count']));
    }
    const counted = report.Election.flatMap(({ Contest }) => Contest).flatMap(({ ContestSelection }) =>
      ContestSelection.flatMap(({ VoteCounts }) => VoteCounts),
    );
    const cdfVotes = counted
      .filter(({ GpUnitId, Type, Round }) => GpUnitId.startsWith('station.') && Type === 'total' && !Round)
      .reduce((sum, { Count }) => sum + Count, 0);
    expect(cdfVotes).toBe(add(stations, 'votes') + add(stations, 'oppose') + add(stations, 'abstain'));
  });

  test('has feeds of results that readers of Atom and JSON Feed accept', () => {
    for (const language of LANGUAGES) {
      expect(atomProblems(fileText(version, resultsFeedName(language, 'atom')))).toEqual([]);
      expect(jsonFeedProblems(fileText(version, resultsFeedName(language, 'json')))).toEqual([]);
    }
  });

  test('is found by catalogues and search engines at addresses that stay', () => {
    const dataset = JSON.parse(fileText(version, 'dataset.jsonld'));
    const catalogue = JSON.parse(fileText(version, 'dcat.jsonld'));
    expect(dataset).toMatchObject({ '@type': 'Dataset', license: expect.stringMatching(/^https:/) });
    expect(catalogue).toMatchObject({ '@type': 'dcat:Dataset', 'dct:license': { '@id': dataset.license } });
    const addresses = [
      ...dataset.distribution.map((one: { contentUrl: string }) => one.contentUrl),
      ...catalogue['dcat:distribution'].map(
        (one: Record<string, { '@id': string }>) => one['dcat:downloadURL']?.['@id'],
      ),
    ];
    const { election } = version.pointer;
    for (const address of addresses)
      expect([...FIXED_FILES, 'latest.json'].map((file) => `/data/${election}/${file}`)).toContain(address);
  });

  test('says in every file whether it is a rehearsal', () => {
    for (const { name: file } of version.files) {
      const text = fileText(version, file);
      if (/\.(json|jsonld)$/.test(file) && !/feed|dataset|dcat|datapackage|csv-metadata|cdf/.test(file))
        expect(JSON.parse(text).test, file).toBe(isTest);
      if (/feed/.test(file))
        expect(text.includes('TEST ') || text.includes('測試選舉 ') || text.includes('测试选举 '), file).toBe(
          isTest,
        );
      if (/dataset|dcat|datapackage|csv-metadata/.test(file))
        expect(text.includes('TEST.'), file).toBe(isTest);
      if (TABLES.some((table) => `${table}.csv` === file))
        for (const row of csvRows(text)) expect(row['test'], file).toBe(String(isTest));
    }
  });
});

describe('the tables of a night with corrections', () => {
  const version = hostileNight();
  const rows = (table: (typeof TABLES)[number]) => csvRows(fileText(version, `${table}.csv`));

  test('keep what was superseded, with the reason and the entry in its place', () => {
    expect(
      rows('superseded').map(({ contestant, votes, reason, revision }) => [
        contestant,
        votes,
        reason,
        revision,
      ]),
    ).toEqual(
      ['1', '2', '3', '4', '5'].map((id, index) => [
        id,
        ['10', '20', '1', '0', '7'][index],
        "'=cmd|calc",
        '1',
      ]),
    );
    const standing = new Set(rows('stations').map(({ entry }) => entry));
    expect([...standing]).toEqual([...new Set(rows('superseded').map((row) => row['superseded_by']))]);
  });

  test('tell the correction in the feed, with both figures', () => {
    const { items } = JSON.parse(fileText(version, 'results-feed.json'));
    const [correction] = items.filter(({ tags }: { tags: string[] }) => tags[0] === 'correction');
    expect(correction.content_text).toContain('votes for 1: 10, now 11');
    expect(correction.content_text).toContain('Reason: =cmd|calc');
    expect(items.map(({ tags }: { tags: string[] }) => tags[0])).toEqual(
      expect.arrayContaining(['declared', 'interim', 'correction']),
    );
  });

  test('name who is in and how each seat was filled', () => {
    const elected = rows('candidates').filter((row) => row['elected'] === 'true');
    expect(elected.map(({ candidate, provisional }) => [candidate, provisional])).toEqual([
      ['1a', 'false'],
      ['2a', 'false'],
    ]);
  });
});
