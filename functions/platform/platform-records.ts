import * as z from 'zod/mini';
import { Filing } from '#shared/advertisements/filing.ts';
import { PlatformAccount } from '#shared/advertisements/platform-account.ts';
import { Removal } from '#shared/advertisements/removal.ts';
import { Submission } from '#shared/advertisements/submission.ts';
import { canonicalJson } from '#shared/canonical-json.ts';
import { ROLES } from '#shared/election/acts.ts';
import { Instant } from '#shared/election/identifiers.ts';
import { contentHash } from '#shared/hash.ts';
import { padded } from '#shared/recount/act.ts';
import { PLATFORM, type Records, type StoredAct } from '../ports.ts';

/** What one account of the Central Platform keeps for itself: the publisher never reads these partitions. */
export const accountPartition = (account: string): string => `${PLATFORM}${account}`;

/** The accounts of an election, so that they can be found. */
const INDEX = PLATFORM;

/** One revision of an account, with e-mail and mobile number: private. */
const AccountRevision = z.strictObject({
  type: z.literal('account'),
  account: PlatformAccount,
  acceptedAt: Instant,
});

/** A submission on its way: what will be uploaded, and where to. Nothing of it is received yet. */
const Opening = z.strictObject({
  type: z.literal('opening'),
  submission: Submission,
  /** Where each of its files goes in quarantine, in the order of `filesOf`. */
  keys: z.array(z.string()),
  acceptedAt: Instant,
});

/** Something is accepted, and will be put on record: written once, before anything else is done about it. */
const Acceptance = z.strictObject({
  type: z.literal('acceptance'),
  role: z.enum(ROLES),
  confirmedBy: z.optional(z.enum(ROLES)),
  filing: Filing,
  salt: z.string(),
  /** The last filing that was on record then: it will stand somewhere behind it. */
  after: z.int().check(z.gte(0)),
  /** Of a submission: what its sender called it, and where its files lie. */
  submission: z.optional(z.string()),
  keys: z.optional(z.array(z.string())),
  acceptedAt: Instant,
});

/** One of the two officers that a removal needs asks for it; who sends the same agrees to it. */
const Proposal = z.strictObject({
  type: z.literal('proposal'),
  removal: Removal,
  role: z.enum(ROLES),
  acceptedAt: Instant,
});

/** Something that was to be done about an acceptance is done; it need not be looked at again. */
const Done = z.strictObject({
  type: z.literal('done'),
  what: z.enum(['on-record', 'files', 'told']),
  of: z.string(),
  /** Its place among the filings. */
  sequence: z.optional(z.int().check(z.gte(1))),
  acceptedAt: Instant,
});

export const PlatformRecord = z.discriminatedUnion('type', [
  AccountRevision,
  Opening,
  Acceptance,
  Proposal,
  Done,
]);
export type PlatformRecord = z.infer<typeof PlatformRecord>;
export type RecordOf<T extends PlatformRecord['type']> = Extract<PlatformRecord, { type: T }>;

/** A record and where it stands. */
export type Kept<T extends PlatformRecord['type'] = PlatformRecord['type']> = RecordOf<T> & {
  readonly key: string;
  readonly by: string;
};

const filingKeyOf = (filing: Filing): string => {
  switch (filing.kind) {
    case 'account':
      return `account#${padded(filing.revision, 4)}`;
    case 'submission':
    case 'inspection':
      return `${filing.kind}#${padded(filing.number, 6)}`;
    case 'confirmation':
      return `confirmation#${padded(filing.number, 6)}#${filing.sha256}`;
    case 'removal':
      return `removal#${filing.of}`;
    case 'platform-address':
      return `address#${padded(filing.number, 2)}`;
    case 'inspection-ended':
      return 'inspection-ended';
    case 'storm-day':
      return `storm#${filing.day}#${padded(filing.revision, 2)}`;
    case 'outage':
      return `outage#${padded(filing.number, 3)}#${padded(filing.revision, 2)}`;
  }
};

export const acceptanceKey = (filing: Filing): string => `filing#${filingKeyOf(filing)}`;

const keyOf = (record: PlatformRecord): string => {
  switch (record.type) {
    case 'account':
      return `account#${padded(record.account.revision, 4)}`;
    case 'opening':
      return `opening#${record.submission.id}`;
    case 'acceptance':
      return acceptanceKey(record.filing);
    case 'proposal':
      return `proposal#${record.removal.of}#${contentHash(record.removal)}`;
    case 'done':
      return `done#${record.what}#${record.of}`;
  }
};

/** What a record is told apart by: when, by whom and under which salt are not part of it. */
const contentOf = (record: PlatformRecord): unknown => {
  switch (record.type) {
    case 'account':
      return record.account;
    case 'opening':
      return record.submission;
    case 'acceptance':
      return record.filing;
    case 'proposal':
      return record.removal;
    case 'done':
      return { what: record.what, of: record.of };
  }
};

export interface AccountPlace {
  readonly election: string;
  readonly account: string;
}

export const storedRecord = (
  { election, account }: AccountPlace,
  record: PlatformRecord,
  by: string,
): StoredAct => ({
  election,
  partition: accountPartition(account),
  key: keyOf(record),
  sha256: contentHash(contentOf(record)),
  body: canonicalJson(record),
  acceptedAt: record.acceptedAt,
  by,
});

const MAX_REMEMBERED = 5000;
const remembered = new Map<string, PlatformRecord>();

export const readRecord = ({ body, key, by }: StoredAct): Kept => {
  const record = remembered.get(body) ?? z.parse(PlatformRecord, JSON.parse(body));
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(body, record);
  return { ...record, key, by: by ?? '' };
};

/** What concerns the platform of an election as a whole stands under a name that no account can have. */
export const WHOLE_PLATFORM = '@';

/** Everything that an account keeps. */
export const recordsOf = async (
  records: Records,
  { election, account }: AccountPlace,
): Promise<readonly Kept[]> => (await records.list(election, accountPartition(account))).map(readRecord);

export const ofType = <T extends PlatformRecord['type']>(all: readonly Kept[], type: T): readonly Kept<T>[] =>
  all.filter((record): record is Kept<T> => record.type === type);

/** Makes an account known to whoever tends them all; again is harmless. */
export const registerAccount = async (
  records: Records,
  { election, account }: AccountPlace,
  acceptedAt: string,
): Promise<void> => {
  const body = canonicalJson({ account });
  await records.accept({
    election,
    partition: INDEX,
    key: account,
    sha256: contentHash({ account }),
    body,
    acceptedAt,
  });
};

/** Every account of an election, by its id. */
export const accountsOf = async (records: Records, election: string): Promise<readonly string[]> =>
  (await records.list(election, INDEX)).map(({ key }) => key);

/** The account of a wake-up's partition; null where it is none. */
export const accountOfPartition = (partition: string): string | null =>
  partition.startsWith(PLATFORM) && partition.length > 1 ? partition.slice(1) : null;
