import type { Column, TableShape } from '../tables/table.ts';
import { tableFileName } from '../tables/table.ts';

/** What both descriptions of a version's tables say of its election. */
export interface DescribedElection {
  readonly election: string;
  readonly title: string;
  readonly version: number;
  readonly asOf: string;
  readonly test: boolean;
}

/** A table with the size and hash of its CSV. */
export interface DescribedTable {
  readonly shape: TableShape;
  readonly bytes: number;
  readonly sha256: string;
}

/** Data may be used by anybody for anything, as long as it is said where it is from. */
export const LICENCE = {
  name: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0 International',
  path: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

export const TEST_NOTE =
  'TEST. A rehearsal: people and figures are invented, or replayed from an earlier election.';

const FORMATS = { decimal: 'number', dateTime: 'datetime' } as const;

/** A field of Table Schema; formula starts of names carry an apostrophe, as in any CSV that a spreadsheet may open. */
const field = ({ name, type, meaning, required }: Column) => ({
  name,
  type: type === 'decimal' || type === 'dateTime' ? FORMATS[type] : type,
  description: meaning,
  ...(type === 'boolean' ? { trueValues: ['true'], falseValues: ['false'] } : {}),
  ...(type === 'dateTime' ? { format: 'any' } : {}),
  ...(required ? { constraints: { required: true } } : {}),
});

/** `datapackage.json`: the tables beside it, for Frictionless tools (Data Package and Table Schema, version 1). */
export const dataPackage = (of: DescribedElection, tables: readonly DescribedTable[]): unknown => ({
  profile: 'tabular-data-package',
  name: of.election.toLowerCase(),
  title: of.title,
  description: `${of.test ? `${TEST_NOTE} ` : ''}Version ${of.version}, as of ${of.asOf}. An empty cell is not counted, not known or not published; 0 is zero.`,
  version: String(of.version),
  created: of.asOf,
  licenses: [LICENCE],
  keywords: ['election', 'results', 'Hong Kong', ...(of.test ? ['test'] : [])],
  resources: tables.map(({ shape, bytes, sha256 }) => ({
    profile: 'tabular-data-resource',
    name: shape.name,
    title: shape.title,
    path: tableFileName(shape),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    schema: { fields: shape.columns.map(field), primaryKey: shape.key, missingValues: [''] },
  })),
});
