import { createHash } from 'node:crypto';
import { type FiledFile, filesAbout, isShown } from '#shared/advertisements/account-register.ts';
import { type FilePreview, type FilingOf, MAX_PREVIEW_TEXT } from '#shared/advertisements/filing.ts';
import { type Scan, withScan } from '#shared/advertisements/inspection.ts';
import { referenceOf } from '#shared/advertisements/reference.ts';
import { hongKongDayOf } from '#shared/calendar/hong-kong-time.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { definitionReader } from '../acts/stored-acts.ts';
import type { ActPorts } from '../http/act-route.ts';
import type { PlatformPorts, ScanResult } from '../ports.ts';
import { acceptFiling } from './accept-filing.ts';
import { type KnownAccount, knownAccount } from './known-account.ts';
import { type AccountPlace, type Kept, ofType, storedRecord } from './platform-records.ts';
import { keepBytes, keptBytes, publishCopy, type ReceivedFile, withdrawCopy } from './public-copies.ts';
import { putOnRecord } from './put-on-record.ts';
import { type TellingPorts, tellCandidate } from './tell-candidate.ts';
import { previewOf, type Verdict, verdictOn } from './verdicts.ts';

/** What is needed to do for an account whatever waits to be done. */
export interface TendPorts
  extends Pick<ActPorts, 'records' | 'clock' | 'salt'>,
    Omit<PlatformPorts, 'messenger'>,
    TellingPorts {
  /** Asks that somebody look into this object; where the store itself calls the inspector this only repairs. */
  readonly inspectLater: (key: string) => Promise<void>;
  /** Milliseconds for which news is left to who was woken by it, so that two who tend at once do not both tell of it. */
  readonly patienceMs?: number;
}

type Tended = KnownAccount & { readonly definition: ElectionDefinition };

const isDone = ({ records }: KnownAccount, what: Kept<'done'>['what'], of: string): boolean =>
  ofType(records, 'done').some((done) => done.what === what && done.of === of);

const markDone = async (
  { records, clock }: TendPorts,
  known: KnownAccount,
  what: Kept<'done'>['what'],
  of: string,
): Promise<void> => {
  const done = { type: 'done', what, of, acceptedAt: clock.now().toISOString() } as const;
  await records.accept(storedRecord(known, done, 'platform'));
};

/** A crash came between accepting and putting on record. */
const putMissingOnRecord = async ({ records }: TendPorts, known: Tended): Promise<void> => {
  for (const acceptance of known.acceptances) {
    if (!isDone(known, 'on-record', acceptance.key)) await putOnRecord(records, known, acceptance);
  }
};

const receivedFile = (
  { election, account, definition }: Tended,
  { number, sha256, name }: Pick<FiledFile, 'number' | 'sha256' | 'name'>,
): ReceivedFile => ({
  election,
  reference: referenceOf(hongKongDayOf(definition.pollOpensAt), { account, number }),
  sha256,
  name,
});

/** The bytes that the verdict is about, if they are what was received. */
const inspectedBytes = async (
  { quarantine }: TendPorts,
  file: FiledFile,
  { key, version }: Verdict,
): Promise<Uint8Array | null> => {
  const bytes = await quarantine.read(key, version);
  return bytes && createHash('sha256').update(bytes).digest('hex') === file.sha256 ? bytes : null;
};

/** Exact bytes into the vault, clean ones to the public, before anything says that they are there. */
const copyFile = async (
  ports: TendPorts,
  known: Tended,
  file: FiledFile,
  verdict: Verdict,
): Promise<void> => {
  const { inspection } = verdict;
  if (inspection.verdict === 'refused') return;
  const bytes = await inspectedBytes(ports, file, verdict);
  if (!bytes) throw new Error(`The bytes of ${verdict.key} are not those that were received.`);
  const received = receivedFile(known, file);
  await keepBytes(ports, received, bytes);
  if (inspection.verdict !== 'clean') return;
  await publishCopy(ports, received, {
    bytes,
    format: inspection.format,
    preview: await previewOf(ports, verdict),
  });
};

/** Nothing of a file that is not clean is shown. */
const previewIn = ({ inspection, text, hasImage }: Verdict): FilePreview | null =>
  inspection.verdict === 'clean'
    ? { picture: hasImage, text: text?.slice(0, MAX_PREVIEW_TEXT).toWellFormed() ?? null }
    : null;

const inspectionOf = (
  account: string,
  number: number,
  verdicts: readonly Verdict[],
): FilingOf<'inspection'> => ({
  kind: 'inspection',
  account,
  number,
  files: verdicts.map(({ inspection: { sha256, verdict } }) => ({ sha256, verdict })),
  content: {
    files: verdicts.map(({ inspection }) => inspection),
    previews: verdicts.map(previewIn),
  },
});

const OUTCOMES: Readonly<Record<Exclude<ScanResult, 'waiting' | 'absent'>, Scan['outcome']>> = {
  clean: 'clean',
  infected: 'infected',
  unscannable: 'not-scanned',
};

/** A verdict with what the scanner beside the inspection said of the same bytes; null while it has not said anything. */
const withScanner = async ({ scans }: TendPorts, verdict: Verdict): Promise<Verdict | null> => {
  const result = await scans.of(verdict.key, verdict.version);
  if (result === 'waiting') return null;
  if (result === 'absent') return verdict;
  const scan: Scan = { engine: scans.engine, outcome: OUTCOMES[result] };
  return { ...verdict, inspection: withScan(verdict.inspection, scan) };
};

/** What is known of these objects by now, null for what nobody has looked at yet: whoever looks is asked to. */
const verdictsOn = async (
  ports: TendPorts,
  keys: readonly string[],
): Promise<readonly (Verdict | null)[]> => {
  const look = () => Promise.all(keys.map((key) => verdictOn(ports, key)));
  const found = await look();
  const missing = keys.filter((_, index) => found[index] === null);
  for (const key of missing) await ports.inspectLater(key);
  return missing.length === 0 ? found : look();
};

/** Turns the verdicts on a submission's files into one act, once all are there and the scanner has spoken of each. */
const settleSubmission = async (
  ports: TendPorts,
  known: Tended,
  acceptance: Kept<'acceptance'>,
): Promise<void> => {
  const { filing, keys = [] } = acceptance;
  if (filing.kind !== 'submission' || keys.length === 0) return;
  const isInspected = known.acceptances.some(
    (one) => one.filing.kind === 'inspection' && one.filing.number === filing.number,
  );
  if (isInspected) return;
  const verdicts = (await verdictsOn(ports, keys)).filter((verdict) => verdict !== null);
  if (verdicts.length < keys.length) return;
  const scanned = await Promise.all(verdicts.map((verdict) => withScanner(ports, verdict)));
  const all = scanned.filter((verdict) => verdict !== null);
  if (all.length < keys.length) return;
  const files = known.register.submissions.get(filing.number)?.files ?? [];
  for (const [index, file] of files.entries()) {
    const verdict = all[index];
    if (verdict) await copyFile(ports, known, file, verdict);
  }
  const now = ports.clock.now().toISOString();
  const how = { role: 'chief_electoral_officer', by: 'inspection', now } as const;
  await acceptFiling(ports, known, inspectionOf(known.account, filing.number, all), how);
};

const settleAll = async (ports: TendPorts, known: Tended): Promise<void> => {
  for (const acceptance of known.acceptances) await settleSubmission(ports, known, acceptance);
};

/** What was held and is confirmed now goes public from the vault. */
const publishConfirmed = async (ports: TendPorts, known: Tended): Promise<void> => {
  for (const { key, filing } of known.acceptances) {
    if (filing.kind !== 'confirmation' || isDone(known, 'files', key)) continue;
    const files = known.register.submissions.get(filing.number)?.files ?? [];
    const file = files.find(({ sha256 }) => sha256 === filing.sha256);
    const received = file && receivedFile(known, file);
    const bytes = received && (await keptBytes(ports, received));
    if (received && bytes && isShown(file)) {
      await publishCopy(ports, received, { bytes, format: file.inspection?.format ?? null, preview: null });
    }
    await markDone(ports, known, 'files', key);
  }
};

const withdrawRemoved = async (ports: TendPorts, known: Tended): Promise<void> => {
  for (const { key, filing } of known.acceptances) {
    if (filing.kind !== 'removal' || isDone(known, 'files', key)) continue;
    const removed = known.register.advertisements.get(filing.of);
    for (const file of removed ? filesAbout(removed) : [])
      await withdrawCopy(ports, receivedFile(known, file));
    await markDone(ports, known, 'files', key);
  }
};

/** Tells the candidate of every change of state that they were not told of yet. */
const tell = async (ports: TendPorts, known: Tended): Promise<void> => {
  const { patienceMs, clock } = ports;
  const since = clock.now().getTime() - (patienceMs ?? 0);
  for (const acceptance of known.acceptances) {
    // Causes come before what rests on them, so a record may be of a moment that is still to come.
    const isNews = patienceMs !== undefined && Date.parse(acceptance.acceptedAt) > since;
    if (isNews || isDone(known, 'told', acceptance.key)) continue;
    await tellCandidate(ports, known, acceptance);
    await markDone(ports, known, 'told', acceptance.key);
  }
};

/** What is done for an account: what its candidate waits for at once, and what takes its time. */
export interface AccountTender {
  /** Puts on record what is accepted, and tells the candidate of everything that happened. */
  readonly attend: (of: AccountPlace) => Promise<void>;
  /** Has files inspected, and publishes and withdraws copies; what came of it is told by attending again. */
  readonly finish: (of: AccountPlace) => Promise<void>;
}

/**
 * Does for an account whatever is still to be done. Each step may be done again and leaves the same behind, so a crash anywhere is
 * repaired by the next turn.
 */
export const accountTender = (ports: TendPorts): AccountTender => {
  const definitionOf = definitionReader(ports.records);
  const inTurn =
    (...steps: readonly ((ports: TendPorts, known: Tended) => Promise<void>)[]) =>
    async (of: AccountPlace): Promise<void> => {
      for (const step of steps) {
        // Read anew: one step may have brought what the next one is about.
        const definition = await definitionOf(of.election, ports.clock.now());
        if (definition) await step(ports, { ...(await knownAccount(ports.records, of)), definition });
      }
    };
  return {
    attend: inTurn(putMissingOnRecord, tell),
    finish: inTurn(settleAll, publishConfirmed, withdrawRemoved),
  };
};
