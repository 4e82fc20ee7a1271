import { LANGUAGES, type Text, textIn } from '../../election/text.ts';
import type { ElectionHead } from '../../recount/results.ts';
import { pagePaths } from '../page-views.ts';
import { dataPaths } from '../paths.ts';
import { LICENCE, TEST_NOTE } from './data-package.ts';

/** A file at an address that never changes. */
export interface Distribution {
  readonly name: string;
  readonly contentType: string;
  readonly title: string;
}

const mediaType = ({ contentType }: Distribution): string => contentType.split(';')[0] ?? contentType;

const inLanguages = (text: Text) =>
  LANGUAGES.flatMap((language) => {
    const value = text[language];
    return value === undefined ? [] : [{ '@language': language, '@value': value }];
  });

const describe = ({ test, version, asOf, stationsReported, stationsExpected }: ElectionHead): string =>
  `${test ? `${TEST_NOTE} ` : ''}Results by constituency and counting station, version ${version}, as of ${asOf}: ${stationsReported} of ${stationsExpected} reports. Every figure follows from a signed public ledger.`;

const addressOf = ({ election }: ElectionHead, { name }: Distribution): string =>
  `/${dataPaths.fixed(election, name)}`;

/** schema.org `Dataset`, for search engines; the open-data page carries it too. Addresses are relative to wherever it is found. */
export const schemaOrgDataset = (head: ElectionHead, files: readonly Distribution[]): unknown => ({
  '@context': 'https://schema.org/',
  '@type': 'Dataset',
  name: textIn(head.title, 'en').text,
  alternateName: LANGUAGES.flatMap((language) => head.title[language] ?? []),
  description: describe(head),
  url: pagePaths.openData('en', head.election),
  version: String(head.version),
  dateModified: head.asOf,
  temporalCoverage: `${head.pollOpensAt}/${head.pollClosesAt}`,
  spatialCoverage: { '@type': 'Place', name: 'Hong Kong' },
  license: LICENCE.path,
  isAccessibleForFree: true,
  creativeWorkStatus: head.test ? 'Test' : head.status,
  creator: { '@type': 'Organization', name: 'Open Returns' },
  keywords: ['election', 'results', 'Hong Kong', ...(head.test ? ['test'] : [])],
  distribution: files.map((file) => ({
    '@type': 'DataDownload',
    name: file.title,
    encodingFormat: mediaType(file),
    contentUrl: addressOf(head, file),
  })),
});

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const id = (address: string) => ({ '@id': address });
const instant = (value: string) => ({ '@type': 'xsd:dateTime', '@value': value });

/** DCAT 3 (W3C Recommendation of 2024), for data catalogues, as JSON-LD. */
export const dcatDataset = (head: ElectionHead, files: readonly Distribution[]): unknown => ({
  '@context': CONTEXT,
  '@id': `/${dataPaths.fixed(head.election, 'dcat.jsonld')}`,
  '@type': 'dcat:Dataset',
  'dct:identifier': head.election,
  'dct:title': inLanguages(head.title),
  'dct:description': { '@language': 'en', '@value': describe(head) },
  'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': 'Open Returns' },
  'dct:license': id(LICENCE.path),
  'dct:modified': instant(head.asOf),
  'dct:temporal': {
    '@type': 'dct:PeriodOfTime',
    'dcat:startDate': instant(head.pollOpensAt),
    'dcat:endDate': instant(head.pollClosesAt),
  },
  'dct:spatial': { '@type': 'dct:Location', 'dct:title': 'Hong Kong' },
  'dcat:version': String(head.version),
  'dcat:keyword': ['election', 'results', 'Hong Kong', ...(head.test ? ['test'] : [])],
  'dcat:landingPage': id(pagePaths.openData('en', head.election)),
  'dcat:distribution': files.map((file) => ({
    '@type': 'dcat:Distribution',
    'dct:title': file.title,
    'dcat:mediaType': id(`https://www.iana.org/assignments/media-types/${mediaType(file)}`),
    'dcat:accessURL': id(addressOf(head, file)),
    'dcat:downloadURL': id(addressOf(head, file)),
    'dct:license': id(LICENCE.path),
  })),
});
