import type { VerifySignature } from '../ledger/signed-note.ts';
import { dataPaths } from '../publication/paths.ts';
import { notRead } from './compare-file.ts';
import { type FetchedLedger, fetchLedger } from './fetch-ledger.ts';
import type { Finding } from './finding.ts';
import { bytesOf, gatherHeads, type Heads, type Patience } from './gather-heads.ts';
import type { LoadRules } from './ledger-rules.ts';
import { compareWithSeen, type FoundLedger, type SeenLedgers } from './seen-ledgers.ts';
import { chooseKey, readCheckpoint, readPublishedKey } from './signed-files.ts';
import type { Source } from './source.ts';

/** How far a verification is. */
export interface Progress {
  readonly election: string;
  /** Ledger files fetched, then entries recounted while their files are compared. */
  readonly stage: 'ledger' | 'recount';
  readonly entries: number;
  /** Of so many entries. */
  readonly size: number;
  readonly files: number;
}

export interface VerifySettings extends Patience {
  readonly source: Source;
  readonly election: string;
  /** Verifier keys that the reader got elsewhere. */
  readonly keys: readonly string[];
  readonly seen: SeenLedgers;
  readonly latestOnly: boolean;
  /** True where the files are a copy that somebody kept: it may be older than what was seen. */
  readonly isCopy: boolean;
  readonly verifySignature: VerifySignature;
  readonly loadRules: LoadRules;
  readonly progress: (progress: Progress) => void;
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
  /** Everything in which it contradicts what was seen before, also where that says nothing against it. */
  readonly contradictions: readonly Finding[];
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

/** Whoever keeps a copy keeps an old state: that it ends earlier than what was seen since says nothing against it. */
export const isOldCopy = ({ isCopy }: VerifySettings, { kind }: Finding): boolean =>
  isCopy && kind === 'rolled-back';

/** Key, checkpoint and ledger: who signed what, and whether the published entries are that. */
export const openLedger = async (settings: VerifySettings): Promise<OpenedLedger> => {
  const { source, election, seen } = settings;
  const heads = await gatherHeads(source, election, settings);
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
    contradictions: [],
    findings: [...key.findings, ...more],
  });
  if (bytes === null || vkey === null) return stop(unread ? [unread] : []);
  const checkpoint = await readCheckpoint(election, { bytes, vkey, verify: settings.verifySignature });
  if (!checkpoint.ok) return stop([checkpoint.problem]);
  const { origin: name, size, root } = checkpoint.value;
  if (size === 0 || size > MAX_ENTRIES) {
    const message = `is of a ledger of ${size} entries; an election has 1 to ${MAX_ENTRIES}`;
    return stop([{ kind: 'differs', path, message }]);
  }
  settings.progress({ election, stage: 'ledger', entries: 0, size, files: 0 });
  const ledger = await fetchLedger(settings, checkpoint.value);
  const leafHashes = ledger.content?.leafHashes ?? null;
  const note = new TextDecoder().decode(bytes);
  const found = { election, name, vkey, size, root, note, leafHashes };
  const contradictions = compareWithSeen(seen, found);
  const findings = [
    ...key.findings,
    ...contradictions.filter((one) => !isOldCopy(settings, one)),
    ...ledger.findings,
  ];
  return { heads, vkey, found, ledger, contradictions, findings };
};
