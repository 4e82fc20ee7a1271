import type { Checkpoint } from '../ledger/checkpoint.ts';
import { type LedgerContent, ledgerPathsFor } from '../ledger/ledger-files.ts';
import { dataPaths } from '../publication/paths.ts';
import type { NamedAttachment } from '../recount/count-entry.ts';
import { fetchAll } from './compare-file.ts';
import type { Finding } from './finding.ts';
import { type LedgerRules, type LoadRules, rulesFor } from './ledger-rules.ts';
import { readLedgerFiles } from './read-ledger-files.ts';
import { maxFileBytes, type Source } from './source.ts';

/** A full bundle of longest entries. */
const MAX_BUNDLE_BYTES = 256 * 65_537;

/** A ledger as fetched and checked against its checkpoint. */
export interface FetchedLedger {
  readonly content: LedgerContent | null;
  /** By which its entries are read. */
  readonly rules: LedgerRules;
  /** What its leaves name and is there, and the bytes of each by its hash. */
  readonly named: readonly NamedAttachment[];
  readonly attachments: ReadonlyMap<string, Uint8Array>;
  readonly findings: readonly Finding[];
}

interface LedgerAsked {
  readonly source: Source;
  readonly election: string;
  readonly loadRules: LoadRules;
}

/** What the entries name by hash, each once. */
const namedAttachments = (
  entries: readonly Uint8Array[],
  { attachmentOf }: LedgerRules,
): readonly NamedAttachment[] => [
  ...new Map(
    entries.flatMap((leaf) => {
      const named = attachmentOf(leaf);
      return named ? [[named.sha256, named] as const] : [];
    }),
  ).values(),
];

/** Once inspection by the public has ended, bodies are gone: what is missing then is as it should be [2016 ¶8.57]. */
const isWithdrawn = (entries: readonly Uint8Array[], { decode }: LedgerRules): boolean =>
  entries.some((leaf) => {
    const text = new TextDecoder().decode(leaf);
    return text.includes('"kind":"inspection-ended"') && decode(leaf, () => undefined).ok;
  });

/** What lies beside the log; what only the rules of everything know may stand in an entry that was too large for a leaf. */
const fetchBeside = async ({ source, election, loadRules }: LedgerAsked, entries: readonly Uint8Array[]) => {
  const needed = rulesFor(entries);
  const rules = await loadRules(needed);
  const named = namedAttachments(entries, rules);
  const pathOf = (one: NamedAttachment): string => dataPaths.attachment(election, one);
  const large = await fetchAll(source, named.map(pathOf), maxFileBytes);
  const isBodyGone = isWithdrawn(entries, rules);
  const isGone = ({ kind, path }: Finding): boolean =>
    isBodyGone && kind === 'missing' && path.startsWith(dataPaths.bodies(election));
  const attachments = new Map<string, Uint8Array>();
  for (const one of named) {
    const bytes = large.files.get(pathOf(one));
    if (bytes) attachments.set(one.sha256, bytes);
  }
  const isWhole = needed === 'everything' || rulesFor(attachments.values()) === 'count';
  return {
    rules: isWhole ? rules : await loadRules('everything'),
    named: named.filter(({ sha256 }) => attachments.has(sha256)),
    attachments,
    findings: large.findings.filter((finding) => !isGone(finding)),
  };
};

/** Every tile, bundle and large entry of a ledger, held against its signed head. */
export const fetchLedger = async (
  asked: LedgerAsked,
  { size, root }: Pick<Checkpoint, 'size' | 'root'>,
): Promise<FetchedLedger> => {
  const log = dataPaths.log(asked.election);
  const keys = ledgerPathsFor(size).map((path) => `${log}${path}`);
  const fetched = await fetchAll(asked.source, keys, MAX_BUNDLE_BYTES);
  const files = new Map([...fetched.files].map(([key, bytes]) => [key.slice(log.length), bytes]));
  const { content, findings } = readLedgerFiles({ size, root }, files);
  const beside = await fetchBeside(asked, content?.entries ?? []);
  return {
    ...beside,
    content,
    findings: [
      ...fetched.findings,
      ...findings.map((finding) => ({ ...finding, path: `${log}${finding.path}` })),
      ...beside.findings,
    ],
  };
};
