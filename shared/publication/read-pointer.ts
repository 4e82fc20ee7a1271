import * as z from 'zod/mini';
import { AddressId, Instant } from '../election/identifiers.ts';
import type { LatestPointer } from '../recount/results.ts';

const FileReference = z.strictObject({
  path: z.string(),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  bytes: z.int().check(z.gte(0)),
});

/** `latest.json`, as it is published. */
export const Pointer = z.strictObject({
  election: AddressId,
  version: z.int().check(z.gte(1)),
  asOf: Instant,
  status: z.enum([
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
  ]),
  test: z.boolean(),
  size: z.int().check(z.gte(1)),
  root: z.string(),
  pollAfterMs: z.int().check(z.gte(250)),
  files: z.record(z.string(), FileReference),
});

/** The pointer in a published file, or null where the bytes are not one. */
export const readPointer = (bytes: Uint8Array): LatestPointer | null => {
  try {
    const parsed = z.safeParse(Pointer, JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};
