import type { VersionIndex } from '#shared/recount/results.ts';

/** The files most readers come for, in the order they are offered. */
export const WANTED = ['results.csv', 'stations.csv', 'results.json'] as const;

export interface Column {
  readonly name: string;
  readonly example: string;
}

/** Splits one line of CSV; enough for the header and the first row of an excerpt. [RFC 4180] */
const cells = (line: string): readonly string[] => {
  const found: string[] = [];
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    found.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
  }
  return found;
};

/** The columns that a real excerpt shows, with the value of its first row. */
export const columnsOf = (excerpt: string): readonly Column[] => {
  const [head = '', first = ''] = excerpt.replace(/^\ufeff/, '').split(/\r?\n/);
  const values = cells(first);
  return cells(head).map((name, index) => ({ name, example: values[index] ?? '' }));
};

export const isTable = (file: string): boolean => file.endsWith('.csv');

export interface PublishedFile {
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Files of a version, results first, then by name; constituencies last because there are many. */
export const publishedFiles = (index: VersionIndex): readonly PublishedFile[] =>
  Object.entries(index.files)
    .map(([name, { path, sha256, bytes }]) => ({ name, path, sha256, bytes }))
    .sort(
      (a, b) =>
        Number(a.name.includes('/')) - Number(b.name.includes('/')) ||
        a.name.localeCompare(b.name, 'en', { numeric: true }),
    );
