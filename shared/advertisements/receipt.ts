import { type Deadline, deadlineOf } from '../calendar/deadlines.ts';
import type { HolidayCalendar } from '../calendar/holidays.ts';
import { hongKongDayOf, inHongKong, isInTime } from '../calendar/hong-kong-time.ts';
import type { ElectionDefinition } from '../election/definition.ts';
import type { AccountRegister, FiledFile } from './account-register.ts';
import { missingPrintingDetails, type PRINTING_DETAILS } from './check-submission.ts';
import { advertisementId, referenceOf } from './reference.ts';
import type { SubmissionItem } from './submission.ts';

/** How far a file has come: kept back for its candidate, refused, or public; `waiting` until it was inspected. */
export type ReceiptState = 'waiting' | 'clean' | 'held' | 'refused';

/** One advertisement of a submission, with its deadline and whether it was met. */
export interface ReceiptItem {
  readonly kind: SubmissionItem['kind'];
  readonly id: string;
  readonly publishedOn: string | null;
  readonly due: Pick<Deadline, 'due' | 'skipped' | 'holidaysKnown'> | null;
  readonly inTime: boolean | null;
  /** Printing details that are missing: a statutory declaration mends that within seven days [2016 ¶8.60]. */
  readonly missingDetails: readonly (typeof PRINTING_DETAILS)[number][];
}

/** What a candidate gets at once, and again at each change of state [2016 App.5 ¶6]. */
export interface Receipt {
  readonly reference: string;
  readonly election: string;
  readonly account: string;
  /** Its own submission's name, so that the page that sent it knows it. */
  readonly submission: string | null;
  readonly receivedAt: string;
  readonly items: readonly ReceiptItem[];
  readonly files: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly state: ReceiptState;
  }[];
}

const stateOf = ({ inspection, confirmed }: FiledFile): ReceiptState => {
  if (inspection === null) return 'waiting';
  return inspection.verdict === 'held' && confirmed ? 'clean' : inspection.verdict;
};

const itemOf = (
  item: SubmissionItem,
  id: string,
  { receivedAt, calendar }: { readonly receivedAt: string; readonly calendar: HolidayCalendar },
): ReceiptItem => {
  if (item.kind !== 'advertisement') {
    return { kind: item.kind, id, publishedOn: null, due: null, inTime: null, missingDetails: [] };
  }
  const { publishedOn } = item.advertisement;
  const { due, skipped, holidaysKnown } = deadlineOf('advertisement_copies', publishedOn, calendar);
  return {
    kind: item.kind,
    id,
    publishedOn,
    due: { due, skipped, holidaysKnown },
    inTime: isInTime(receivedAt, due),
    missingDetails: missingPrintingDetails(item.advertisement),
  };
};

/** The receipt of one submission as things stand; null where there is no such submission. */
export const receiptOf = (
  { id: election, pollOpensAt }: Pick<ElectionDefinition, 'id' | 'pollOpensAt'>,
  { account, submissions }: AccountRegister,
  {
    number,
    submission,
    calendar,
  }: { readonly number: number; readonly submission: string | null; readonly calendar: HolidayCalendar },
): Receipt | null => {
  const found = submissions.get(number);
  if (!found) return null;
  const { receivedAt, content } = found.filing;
  return {
    reference: referenceOf(hongKongDayOf(pollOpensAt), { account, number }),
    election,
    account,
    submission,
    receivedAt,
    items: content.items.map((item, index) =>
      itemOf(item, advertisementId({ account, number }, index + 1), { receivedAt, calendar }),
    ),
    files: found.files.map((file) => ({
      name: file.name,
      bytes: file.bytes,
      sha256: file.sha256,
      state: stateOf(file),
    })),
  };
};

/** The name by which the key of receipts signs: an election's receipts never pass for its ledger. */
export const receiptKeyName = (origin: string, election: string): string => `${origin}/${election}/receipts`;

/**
 * What is signed: what was received and when, and nothing that changes later. Lines of plain text, so that anybody can check it with the
 * tools for signed notes.
 */
export const receiptText = ({ reference, election, account, receivedAt, items, files }: Receipt): string =>
  [
    `Receipt ${reference}`,
    `election ${election}`,
    `account ${account}`,
    `received ${inHongKong(receivedAt)} ${new Date(receivedAt).toISOString()}`,
    ...items.map(({ kind, id, due, inTime }) =>
      due === null
        ? `${kind} ${id}`
        : `${kind} ${id} due ${due.due} ${inTime ? 'in time' : 'after the deadline'}`,
    ),
    // The name comes last: it may hold spaces.
    ...files.map(({ sha256, bytes, name }) => `file ${sha256} ${bytes} ${name}`),
    '',
  ].join('\n');
