import type { Checkpoint } from '#shared/ledger/checkpoint.ts';
import { type LedgerContent, ledgerPathsFor } from '#shared/ledger/ledger-files.ts';
import { dataPaths } from '#shared/publication/paths.ts';
import { attachmentOf, decodeEntry, type NamedAttachment } from '#shared/recount/ledger-entry.ts';
import type { Finding } from '#shared/verification/finding.ts';
import { readLedgerFiles } from '#shared/verification/read-ledger-files.ts';
import { fetchAll } from './verify-files.ts';
import { maxFileBytes, type Source } from './verify-source.ts';

/** A full bundle of longest entries. */
const MAX_BUNDLE_BYTES = 256 * 65_537;

/** A ledger as fetched and checked against its checkpoint. */
export interface FetchedLedger {
  readonly content: LedgerContent | null;
  /** What its leaves name and is there, and the bytes of each by its hash. */
  readonly named: readonly NamedAttachment[];
  readonly attachments: ReadonlyMap<string, Uint8Array>;
  readonly findings: readonly Finding[];
}

/** What the entries name by hash, each once. */
const namedAttachments = (content: LedgerContent | null): readonly NamedAttachment[] => [
  ...new Map(
    (content?.entries ?? []).flatMap((leaf) => {
      const named = attachmentOf(leaf);
      return named ? [[named.sha256, named] as const] : [];
    }),
  ).values(),
];

/** Once inspection by the public has ended, bodies are gone: what is missing then is as it should be [2016 ¶8.57]. */
const isWithdrawn = (content: LedgerContent | null): boolean =>
  (content?.entries ?? []).some((leaf) => {
    const text = new TextDecoder().decode(leaf);
    return text.includes('"kind":"inspection-ended"') && decodeEntry(leaf, () => undefined).ok;
  });

/** Every tile, bundle and large entry of a ledger, held against its signed head. */
export const fetchLedger = async (
  source: Source,
  election: string,
  { size, root }: Checkpoint,
): Promise<FetchedLedger> => {
  const log = dataPaths.log(election);
  const keys = ledgerPathsFor(size).map((path) => `${log}${path}`);
  const fetched = await fetchAll(source, keys, MAX_BUNDLE_BYTES);
  const files = new Map([...fetched.files].map(([key, bytes]) => [key.slice(log.length), bytes]));
  const { content, findings } = readLedgerFiles({ size, root }, files);
  const named = namedAttachments(content);
  const large = await fetchAll(
    source,
    named.map((one) => dataPaths.attachment(election, one)),
    maxFileBytes,
  );
  const attachments = new Map<string, Uint8Array>();
  for (const one of named) {
    const bytes = large.files.get(dataPaths.attachment(election, one));
    if (bytes) attachments.set(one.sha256, bytes);
  }
  const bodies = isWithdrawn(content) ? dataPaths.bodies(election) : null;
  const isGone = ({ kind, path }: Finding): boolean =>
    bodies !== null && kind === 'missing' && path.startsWith(bodies);
  return {
    content,
    named: named.filter(({ sha256 }) => attachments.has(sha256)),
    attachments,
    findings: [
      ...fetched.findings,
      ...findings.map((finding) => ({ ...finding, path: `${log}${finding.path}` })),
      ...large.findings.filter((finding) => !isGone(finding)),
    ],
  };
};
