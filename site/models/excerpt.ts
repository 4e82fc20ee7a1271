import type { Language } from '#shared/election/text.ts';
import { DICTIONARY } from '#shared/publication/tables/dictionary.ts';
import type { VersionIndex } from '#shared/recount/results.ts';

/** The files most readers come for, in the order they are offered. */
export const WANTED = ['results.csv', 'stations.csv', 'results.xlsx'] as const;

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly meaning: string;
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

/** The columns of a table with what they mean, and the value of the first row of a real excerpt. */
export const columnsOf = (file: string, excerpt: string, language: Language): readonly Column[] => {
  const [, first = ''] = excerpt.split('\n');
  const values = cells(first);
  return (DICTIONARY[file] ?? []).map(({ name, type, meaning }, index) => ({
    name,
    type,
    meaning: meaning[language],
    example: values[index] ?? '',
  }));
};

/** What a file is for: by its name, by the folder it stands in, or, of a feed, by its name without language and format. */
export const purposeOf = (name: string, purposes: Readonly<Record<string, string>>): string =>
  purposes[name] ?? purposes[name.replace(/[^/]*$/, '')] ?? purposes[name.replace(/\..*$/, '')] ?? '';

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
