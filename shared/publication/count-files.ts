import { LANGUAGES, textIn } from '../election/text.ts';
import { sha256Hex } from '../hash.ts';
import type { CountedElection } from '../recount/count-election.ts';
import type { ElectionFold } from '../recount/election-fold.ts';
import type { StationResult } from '../recount/results.ts';
import { explainAllocation } from './explain-allocation.ts';
import { cdfReport } from './formats/cdf.ts';
import { csvMetadata } from './formats/csv-metadata.ts';
import { type DescribedTable, dataPackage, LICENCE, TEST_NOTE } from './formats/data-package.ts';
import { type Distribution, dcatDataset, schemaOrgDataset } from './formats/dataset.ts';
import { feedFiles } from './formats/feed-formats.ts';
import { workbook } from './formats/workbook.ts';
import { resultsFeedName } from './paths.ts';
import { resultsFeed } from './results-feed.ts';
import { candidatesTable, resultsTable } from './tables/results-table.ts';
import { roundsTable } from './tables/rounds-table.ts';
import { rejectedTable, type StationFacts, stationsTable, supersededTable } from './tables/stations-table.ts';
import { type Table, tableBytes, tableFileName } from './tables/table.ts';
import { CSV_TYPE, jsonFile, type NewFile, textFile } from './version-file.ts';

/** What the files of a count are made from. */
export interface CountFacts {
  readonly fold: ElectionFold;
  readonly counted: CountedElection;
  /** By constituency. */
  readonly stations: ReadonlyMap<string, readonly StationResult[]>;
}

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const JSON_LD_TYPE = 'application/ld+json; charset=utf-8';

/** What catalogues lead to: files that are also found at an address that never changes. */
export const DISTRIBUTIONS: readonly Distribution[] = [
  { name: 'results.csv', contentType: CSV_TYPE, title: 'Votes and seats by list or candidate' },
  { name: 'stations.csv', contentType: CSV_TYPE, title: 'Reports by counting station' },
  { name: 'results.xlsx', contentType: XLSX_TYPE, title: 'All tables as a workbook' },
  {
    name: 'latest.json',
    contentType: 'application/json',
    title: 'The pointer to every file of the newest version',
  },
];

const stationFacts = ({ fold, counted, stations }: CountFacts): readonly StationFacts[] =>
  counted.constituencies.map(({ result }) => ({
    result,
    test: counted.head.test,
    stations: stations.get(result.id) ?? [],
    reports: fold.constituencies.get(result.id)?.reports,
  }));

const tablesOf = (facts: readonly StationFacts[]): readonly Table[] => [
  resultsTable(facts),
  candidatesTable(facts),
  stationsTable(facts),
  supersededTable(facts),
  rejectedTable(facts),
  roundsTable(facts),
];

const described = (tables: readonly Table[], files: readonly NewFile[]): readonly DescribedTable[] =>
  tables.map(({ shape }, index) => ({
    shape,
    bytes: files[index]?.bytes.length ?? 0,
    sha256: sha256Hex(files[index]?.bytes ?? new Uint8Array()),
  }));

/** Tables, and what describes them: the same rows as CSV and in one workbook. */
const tableFiles = ({ head }: CountedElection, facts: readonly StationFacts[]): readonly NewFile[] => {
  const tables = tablesOf(facts);
  const files = tables.map((table) => ({
    name: tableFileName(table.shape),
    contentType: CSV_TYPE,
    bytes: tableBytes(table),
  }));
  const title = textIn(head.title, 'en').text;
  const election = {
    election: head.election,
    title,
    version: head.version,
    asOf: head.asOf,
    test: head.test,
  };
  const list = described(tables, files);
  const about = [
    ['election', title],
    ...LANGUAGES.flatMap((language) =>
      head.title[language] === undefined ? [] : [[`title ${language}`, head.title[language]] as const],
    ),
    ['version', head.version],
    ['as of', head.asOf],
    ['status', head.status],
    ['reports in', head.stationsReported],
    ['reports expected', head.stationsExpected],
    ['test', head.test],
    ...(head.test ? [['note', TEST_NOTE] as const] : []),
    ['empty cell', 'not counted, not known or not published; 0 is zero'],
    ['licence', `${LICENCE.title}, ${LICENCE.path}`],
  ] as const;
  return [
    ...files,
    { name: 'results.xlsx', contentType: XLSX_TYPE, bytes: workbook(about, tables) },
    jsonFile('datapackage.json', dataPackage(election, list)),
    jsonFile('csv-metadata.json', csvMetadata(election, list), 'application/csvm+json; charset=utf-8'),
  ];
};

/** Every file that changes whenever the count does; they share one folder. */
export const countFiles = (of: CountFacts): readonly NewFile[] => {
  const { fold, counted } = of;
  const { head, results } = counted;
  const facts = stationFacts(of);
  const whole = counted.constituencies.map(({ result }) => result);
  const about = { election: head.election, test: head.test };
  const events = whole.map((result) => ({
    result,
    lastReport: fold.constituencies.get(result.id)?.lastReport ?? null,
  }));
  const rounds = whole
    .filter(({ system }) => system === 'preferential')
    .map(({ id, rounds: all, lots }) => ({ id, rounds: all, lots }));
  const { version, asOf, changes, setAside } = fold;
  return [
    jsonFile('results.json', results),
    ...tableFiles(counted, facts),
    jsonFile('allocation.json', explainAllocation(head, whole)),
    jsonFile('rounds.json', { ...about, constituencies: rounds }),
    jsonFile('changes.json', { ...about, version, asOf, changes, setAside }),
    jsonFile('cdf.json', cdfReport(head, facts)),
    ...feedFiles(
      LANGUAGES.map((language) => resultsFeed(head, events, { language, since: fold.defined.asOf })),
      resultsFeedName,
    ).map(({ name, contentType, text }) => textFile(name, contentType, text)),
    jsonFile('dataset.jsonld', schemaOrgDataset(head, DISTRIBUTIONS), JSON_LD_TYPE),
    jsonFile('dcat.jsonld', dcatDataset(head, DISTRIBUTIONS), JSON_LD_TYPE),
  ];
};
