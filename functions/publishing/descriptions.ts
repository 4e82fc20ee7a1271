import { canonicalBytes } from '#shared/canonical-json.ts';
import { LICENCE_TEXT } from '#shared/publication/licence-text.ts';
import { CACHE } from '#shared/publication/paths.ts';
import { jsonSchema, schemaNames } from '#shared/publication/schemas.ts';
import { DICTIONARY, dictionaryCsv } from '#shared/publication/tables/dictionary.ts';
import { CSV_TYPE, JSON_TYPE, type NewFile, textFile } from '#shared/publication/version-file.ts';
import type { ObjectStore } from '../ports.ts';
import { inParallel } from './in-parallel.ts';
import { openApi } from './openapi.ts';

const schemas = () => schemaNames().map((name) => [`schemas/${name}`, jsonSchema(name)] as const);

/** Publishes what the formats and the API look like; a later build replaces an earlier one's. */
export const publishDescriptions = async (files: ObjectStore, build: number): Promise<void> => {
  const described: readonly NewFile[] = [
    ...[
      ['openapi.json', openApi()] as const,
      ...schemas(),
      ['schemas/columns.json', DICTIONARY] as const,
    ].map(([name, value]) => ({ name, contentType: JSON_TYPE, bytes: canonicalBytes(value) })),
    textFile('schemas/columns.csv', CSV_TYPE, dictionaryCsv()),
    textFile('schemas/licence.txt', 'text/plain; charset=utf-8', LICENCE_TEXT),
  ];
  await inParallel(described, ({ name, bytes, contentType }) =>
    files.putForward(name, { bytes, contentType, cacheControl: CACHE.description, version: build }),
  );
};
