import * as z from 'zod/mini';
import { FileInspection } from '#shared/advertisements/inspection.ts';
import { canonicalBytes } from '#shared/canonical-json.ts';
import type { Previews } from '../inspection/inspect-file.ts';
import type { Quarantine, Verdicts } from '../ports.ts';

/** What looking into a file gives: the public report, and what can be shown of it without opening it. */
export interface Inspected {
  readonly inspection: FileInspection;
  readonly previews: Previews;
}

/** Looks into a file and always comes back with a verdict: who hangs, dies or gives up has found nothing clean. */
export type Inspect = (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<Inspected>;

/** A verdict as it is written down, once, about one version of one object. */
const Verdict = z.strictObject({
  key: z.string(),
  version: z.string(),
  inspection: FileInspection,
  text: z.nullable(z.string()),
  hasImage: z.boolean(),
});
export type Verdict = z.infer<typeof Verdict>;

const verdictKey = (key: string): string => `${key}.json`;
const imageKey = (key: string): string => `${key}.png`;

export interface InspectorPorts {
  readonly quarantine: Pick<Quarantine, 'head' | 'read'>;
  readonly verdicts: Pick<Verdicts, 'get' | 'putIfAbsent'>;
  readonly inspect: Inspect;
}

const PRIVATE = 'no-store';

/** The inspector's whole job: reads one object, and writes one verdict about it. Nothing is there for what has not arrived. */
export const inspectUpload = async (
  { quarantine, verdicts, inspect }: InspectorPorts,
  key: string,
): Promise<boolean> => {
  const arrived = await quarantine.head(key);
  const bytes = arrived && (await quarantine.read(key, arrived.version));
  if (!arrived || !bytes) return false;
  // A key is a random name and, after a slash, the ending that the file claims.
  const { inspection, previews } = await inspect({ name: key.replace('/', '.'), bytes });
  const { png, text } = previews;
  if (png) {
    // The picture first: a verdict that names one finds it.
    const picture = { bytes: png, contentType: 'image/png', cacheControl: PRIVATE };
    await verdicts.putIfAbsent(imageKey(key), picture);
  }
  const verdict: Verdict = { key, version: arrived.version, inspection, text, hasImage: png !== null };
  await verdicts.putIfAbsent(verdictKey(key), {
    bytes: canonicalBytes(verdict),
    contentType: 'application/json',
    cacheControl: PRIVATE,
  });
  return true;
};

/** What was found in an object; null as long as nobody has looked. */
export const verdictOn = async (
  { verdicts }: { readonly verdicts: Pick<Verdicts, 'get'> },
  key: string,
): Promise<Verdict | null> => {
  const found = await verdicts.get(verdictKey(key));
  return found && z.parse(Verdict, JSON.parse(new TextDecoder().decode(found.bytes)));
};

export const previewOf = async (
  { verdicts }: { readonly verdicts: Pick<Verdicts, 'get'> },
  { key, hasImage }: Verdict,
): Promise<Uint8Array | null> => (hasImage ? ((await verdicts.get(imageKey(key)))?.bytes ?? null) : null);
