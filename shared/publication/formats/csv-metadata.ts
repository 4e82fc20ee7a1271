import type { Column } from '../tables/table.ts';
import { tableFileName } from '../tables/table.ts';
import { type DescribedElection, type DescribedTable, LICENCE, TEST_NOTE } from './data-package.ts';

const column = ({ name, type, meaning, required }: Column) => ({
  name,
  titles: name,
  'dc:description': meaning,
  datatype: type,
  ...(required ? { required: true } : {}),
});

/** `csv-metadata.json`: the tables beside it, as CSV on the Web describes them (W3C Recommendation of 2015). */
export const csvMetadata = (of: DescribedElection, tables: readonly DescribedTable[]): unknown => ({
  '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
  'dc:title': of.title,
  'dc:description': `${of.test ? `${TEST_NOTE} ` : ''}Version ${of.version}, as of ${of.asOf}.`,
  'dc:license': { '@id': LICENCE.path },
  dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], header: true },
  tables: tables.map(({ shape }) => ({
    url: tableFileName(shape),
    'dc:title': shape.title,
    tableSchema: { columns: shape.columns.map(column), primaryKey: shape.key },
  })),
});
