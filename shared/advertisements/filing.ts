import * as z from 'zod/mini';
import { isDay } from '../calendar/day.ts';
import { AddressId, ContestantId, Instant, Sha256 } from '../election/identifiers.ts';
import { Text } from '../election/text.ts';
import { FileInspection, VERDICTS } from './inspection.ts';
import { WebAddress } from './particulars.ts';
import { Outage, StormDay } from './platform-days.ts';
import { PlatformAccountId } from './reference.ts';
import { Removal } from './removal.ts';
import { SubmissionItem } from './submission.ts';

const Day = z.string().check(z.refine(isDay, { error: 'not-a-day' }));

/** The n-th submission of an account, from 1. */
const FilingNumber = z.int().check(z.gte(1), z.lte(999_999));

/** Whose account it is: what the public may know of it. The contestant is known once nominated [2016 ¶8.1 note, D-9]. */
const AccountOpened = z.strictObject({
  kind: z.literal('account'),
  account: PlatformAccountId,
  revision: z.int().check(z.gte(1), z.lte(9999)),
  constituency: AddressId,
  name: Text,
  contestant: z.optional(ContestantId),
});

const submitted = {
  kind: z.literal('submission'),
  account: PlatformAccountId,
  number: FilingNumber,
  /** When the last byte of its last file arrived, before anybody looked into it [2016 ¶8.50]. */
  receivedAt: Instant,
  files: z.array(z.strictObject({ sha256: Sha256, bytes: z.int().check(z.gte(1)) })),
  /** Which of its items are advertisements, from 1: each has a page. */
  advertisements: z.array(z.int().check(z.gte(1), z.lte(99))),
};
export const SubmissionContent = z.strictObject({ items: z.array(SubmissionItem) });

const inspected = {
  kind: z.literal('inspection'),
  account: PlatformAccountId,
  number: FilingNumber,
  files: z.array(z.strictObject({ sha256: Sha256, verdict: z.enum(VERDICTS) })),
};
/** Most of a document's text that a page shows, in UTF-16 code units. */
export const MAX_PREVIEW_TEXT = 4000;

/** What can be seen of a file without opening it: a picture beside its public copy, the beginning of its text. */
export const FilePreview = z.strictObject({
  picture: z.boolean(),
  text: z.nullable(z.string().check(z.maxLength(MAX_PREVIEW_TEXT))),
});
export type FilePreview = z.infer<typeof FilePreview>;

export const InspectionContent = z.strictObject({
  files: z.array(FileInspection),
  /** One for each file; of what is not clean there is none. */
  previews: z.array(z.nullable(FilePreview)),
});

/** What looked like an identity-card number is none, or is meant to be seen: the candidate says so, and the file goes public. */
const Confirmed = z.strictObject({
  kind: z.literal('confirmation'),
  account: PlatformAccountId,
  number: FilingNumber,
  sha256: Sha256,
});

/** Taken from public view by those who may; the rest of the particulars stays [2016 App.5 ¶14, ¶18, D-4]. */
const Removed = z.strictObject({
  kind: z.literal('removal'),
  account: PlatformAccountId,
  removedOn: Day,
  ...Removal.shape,
});

/** Where the candidate publishes copies of advertisements himself [2016 ¶8.50(b), App.5 ¶12]. */
const Address = z.strictObject({
  kind: z.literal('platform-address'),
  account: PlatformAccountId,
  /** The n-th address of its account. */
  number: z.int().check(z.gte(1), z.lte(99)),
  address: WebAddress,
});

/** Inspection by the public is over: files and particulars leave, their hashes stay [2016 ¶8.57, D-7]. */
const Ended = z.strictObject({ kind: z.literal('inspection-ended'), endedOn: Day });

/** What an officer enters for the whole platform: it may move everybody's days. */
const Storm = z.strictObject({ kind: z.literal('storm-day'), ...StormDay.shape });
const Unreachable = z.strictObject({ kind: z.literal('outage'), ...Outage.shape });

const open = [AccountOpened, Confirmed, Removed, Address, Ended, Storm, Unreachable] as const;

/** What the Central Platform puts on record, whole, as the records keep it. */
export const Filing = z.discriminatedUnion('kind', [
  z.strictObject({ ...submitted, content: SubmissionContent }),
  z.strictObject({ ...inspected, content: InspectionContent }),
  ...open,
]);
export type Filing = z.infer<typeof Filing>;
export type FilingOf<K extends Filing['kind']> = Extract<Filing, { kind: K }>;

/** What a leaf of the ledger says of it, for ever: hashes, and the name of a body that can be withdrawn. */
export const FiledLeaf = z.discriminatedUnion('kind', [
  z.strictObject({ ...submitted, seal: Sha256 }),
  z.strictObject({ ...inspected, seal: Sha256 }),
  ...open,
]);
export type FiledLeaf = z.infer<typeof FiledLeaf>;

/** A body as it lies beside the ledger: blinded, so that its name tells nothing once it is withdrawn. */
const salted = { salt: Sha256 };
export const SealedBody = z.union([z.extend(SubmissionContent, salted), z.extend(InspectionContent, salted)]);
export type SealedBody = z.infer<typeof SealedBody>;
