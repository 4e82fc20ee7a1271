import { dataPaths } from '#shared/publication/paths.ts';
import type { Finding } from '#shared/verification/finding.ts';
import { compareWithSeen, type FoundLedger, type SeenLedgers } from '#shared/verification/seen-ledgers.ts';
import { chooseKey, readCheckpoint, readPublishedKey } from '#shared/verification/signed-files.ts';
import { notRead } from './verify-files.ts';
import { bytesOf, gatherHeads, type Heads } from './verify-heads.ts';
import { type FetchedLedger, fetchLedger } from './verify-ledger.ts';
import type { Source } from './verify-source.ts';

export interface VerifySettings {
  readonly source: Source;
  readonly election: string;
  /** Verifier keys that the reader got elsewhere. */
  readonly keys: readonly string[];
  readonly seen: SeenLedgers;
  readonly latestOnly: boolean;
  /** How long a pointer may lag behind the checkpoint. */
  readonly settleMs: number;
  readonly progress: (line: string) => void;
}

/** A key is one line. */
const MAX_KEY_BYTES = 4_000_000;

/** A checkpoint can state any size; this is far above any election's, and still fits into memory. */
const MAX_ENTRIES = 1_000_000;

/** A ledger as far as it could be opened. */
export interface OpenedLedger {
  readonly heads: Heads;
  readonly vkey: string | null;
  readonly found: FoundLedger | null;
  readonly ledger: FetchedLedger | null;
  readonly findings: readonly Finding[];
}

const readKey = async ({ source, election, keys }: VerifySettings) => {
  const path = dataPaths.verifierKey(election);
  const file = await source.read(path, MAX_KEY_BYTES);
  const published = file.kind === 'read' ? readPublishedKey(election, file.bytes) : null;
  const finding = published === null ? notRead(path, file) : published.ok ? null : published.problem;
  const chosen = chooseKey(election, published?.ok ? published.value : null, keys);
  return { vkey: chosen.vkey, findings: finding ? [finding] : chosen.findings };
};

/** Key, checkpoint and ledger: who signed what, and whether the published entries are that. */
export const openLedger = async (settings: VerifySettings): Promise<OpenedLedger> => {
  const { source, election, seen } = settings;
  const heads = await gatherHeads(source, election, settings.settleMs);
  const key = await readKey(settings);
  const path = dataPaths.checkpoint(election);
  const bytes = bytesOf(heads.checkpoint);
  const unread = notRead(path, heads.checkpoint);
  const { vkey } = key;
  const stop = (more: readonly Finding[]): OpenedLedger => ({
    heads,
    vkey,
    found: null,
    ledger: null,
    findings: [...key.findings, ...more],
  });
  if (bytes === null || vkey === null) return stop(unread ? [unread] : []);
  const checkpoint = readCheckpoint(election, bytes, vkey);
  if (!checkpoint.ok) return stop([checkpoint.problem]);
  const { origin: name, size, root } = checkpoint.value;
  if (size === 0 || size > MAX_ENTRIES) {
    const message = `is of a ledger of ${size} entries; an election has 1 to ${MAX_ENTRIES}`;
    return stop([{ kind: 'differs', path, message }]);
  }
  const ledger = await fetchLedger(source, election, checkpoint.value);
  const leafHashes = ledger.content?.leafHashes ?? null;
  const note = new TextDecoder().decode(bytes);
  const found = { election, name, vkey, size, root, note, leafHashes };
  const findings = [...key.findings, ...compareWithSeen(seen, found), ...ledger.findings];
  return { heads, vkey, found, ledger, findings };
};
