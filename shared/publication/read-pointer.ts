import * as z from 'zod/mini';
import { AddressId, Instant } from '../election/identifiers.ts';
import type { LatestPointer, VersionIndex } from '../recount/results.ts';

const REFERENCE = {
  path: z.string(),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  bytes: z.int().check(z.gte(0)),
};

const STATUSES = [
  'embargo',
  'none',
  'counting',
  'misplaced',
  'all',
  'recount',
  'lots',
  'declared',
  'corrected',
  'uncontested',
  'failed',
  'terminated',
] as const;

const VERSION = {
  election: AddressId,
  version: z.int().check(z.gte(1)),
  asOf: Instant,
  status: z.enum(STATUSES),
  test: z.boolean(),
};

/** `latest.json`, as it is published. */
export const Pointer = z.strictObject({
  ...VERSION,
  size: z.int().check(z.gte(1)),
  root: z.string(),
  pollAfterMs: z.int().check(z.gte(250)),
  constituencies: z.optional(z.record(z.string(), z.int().check(z.gte(0)))),
  files: z.record(z.string(), z.strictObject(REFERENCE)),
});

/** `index.json`, as it is published. */
export const Index = z.strictObject({
  ...VERSION,
  files: z.record(z.string(), z.strictObject({ ...REFERENCE, type: z.string() })),
});

const readAs = <T>(schema: z.ZodMiniType<T>, bytes: Uint8Array): T | null => {
  try {
    const parsed = z.safeParse(schema, JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

/** The pointer in a published file, or null where the bytes are not one. */
export const readPointer = (bytes: Uint8Array): LatestPointer | null => readAs(Pointer, bytes);

/** The list of a version's files, or null where the bytes are not one. */
export const readIndex = (bytes: Uint8Array): VersionIndex | null => readAs(Index, bytes);
