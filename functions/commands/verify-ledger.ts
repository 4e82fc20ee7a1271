import type { Checkpoint } from '#shared/ledger/checkpoint.ts';
import { type LedgerContent, ledgerPathsFor } from '#shared/ledger/ledger-files.ts';
import { dataPaths } from '#shared/publication/paths.ts';
import { attachmentOf } from '#shared/recount/ledger-entry.ts';
import type { Finding } from '#shared/verification/finding.ts';
import { readLedgerFiles } from '#shared/verification/read-ledger-files.ts';
import { fetchAll } from './verify-files.ts';
import { maxFileBytes, type Source } from './verify-source.ts';

/** A full bundle of longest entries. */
const MAX_BUNDLE_BYTES = 256 * 65_537;

/** A ledger as fetched and checked against its checkpoint. */
export interface FetchedLedger {
  readonly content: LedgerContent | null;
  readonly attachments: ReadonlyMap<string, Uint8Array>;
  readonly findings: readonly Finding[];
}

const namedAttachments = (content: LedgerContent | null): readonly string[] => [
  ...new Set((content?.entries ?? []).map(attachmentOf).filter((sha256) => sha256 !== null)),
];

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
  const hashes = namedAttachments(content);
  const large = await fetchAll(
    source,
    hashes.map((sha256) => dataPaths.attachment(election, sha256)),
    maxFileBytes,
  );
  const attachments = new Map<string, Uint8Array>();
  for (const sha256 of hashes) {
    const bytes = large.files.get(dataPaths.attachment(election, sha256));
    if (bytes) attachments.set(sha256, bytes);
  }
  return {
    content,
    attachments,
    findings: [
      ...fetched.findings,
      ...findings.map((finding) => ({ ...finding, path: `${log}${finding.path}` })),
      ...large.findings,
    ],
  };
};
