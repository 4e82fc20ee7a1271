import { canonicalBytes } from '#shared/canonical-json.ts';
import { CACHE } from '#shared/publication/paths.ts';
import { jsonSchema, schemaNames } from '#shared/publication/schemas.ts';
import type { ObjectStore } from '../ports.ts';
import { inParallel } from './in-parallel.ts';
import { openApi } from './openapi.ts';

/** Publishes what the formats and the API look like; a later build replaces an earlier one's. */
export const publishDescriptions = async (files: ObjectStore, build: number): Promise<void> => {
  const described: readonly (readonly [string, unknown])[] = [
    ['openapi.json', openApi()],
    ...schemaNames().map((name) => [`schemas/${name}`, jsonSchema(name)] as const),
  ];
  await inParallel(described, ([key, value]) =>
    files.putForward(key, {
      bytes: canonicalBytes(value),
      contentType: 'application/json; charset=utf-8',
      cacheControl: CACHE.description,
      version: build,
    }),
  );
};
