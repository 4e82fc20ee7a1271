import * as z from 'zod/mini';
import { ROLES } from '../election/acts.ts';
import { AddressId, Instant } from '../election/identifiers.ts';
import { padded } from '../recount/act.ts';
import { Entry, type FormName, Proposal, Seconding, SentBack, STEPS, Step } from './entry.ts';

const common = { election: AddressId, acceptedAt: Instant, role: z.enum(ROLES) };

/** What officers leave on the desk before something becomes public: kept like acts, never ordered into the ledger. */
export const DeskRecord = z.discriminatedUnion('type', [
  /** The first or second form of a station; of two entries neither is the better one. */
  z.strictObject({
    ...common,
    type: z.literal('entry'),
    slot: z.union([z.literal(1), z.literal(2)]),
    body: Entry,
  }),
  /** Two forms that differed, settled from the paper by somebody else. */
  z.strictObject({ ...common, type: z.literal('resolution'), body: Entry }),
  z.strictObject({ ...common, type: z.literal('sent-back'), body: SentBack }),
  z.strictObject({ ...common, type: z.literal('step'), body: Step }),
  z.strictObject({ ...common, type: z.literal('proposal'), body: Proposal }),
  z.strictObject({ ...common, type: z.literal('seconding'), body: Seconding }),
]);

export type DeskRecord = z.infer<typeof DeskRecord>;
export type DeskRecordOf<T extends DeskRecord['type']> = Extract<DeskRecord, { type: T }>;

/** A record with the account that made it. */
export type Signed<T extends DeskRecord = DeskRecord> = T & { readonly by: string };

/** Where a constituency's desk records are kept. The publisher reads partitions of constituencies; no constituency's id begins so. */
export const deskPartition = (constituency: string): string => `@${constituency}`;

/** True where nothing is kept that could become public by itself. */
export const isDeskPartition = (partition: string): boolean => partition.startsWith('@');

export const formOf = ({ attempt, report }: Entry): FormName => {
  const { constituency, station, count, revision } = report;
  return { constituency, station, count, revision, attempt };
};

const formKey = ({ station, count, revision, attempt }: FormName): string =>
  `${station}#${padded(count, 2)}#${padded(revision, 3)}#${padded(attempt, 2)}`;

/** A record's place: what two officers would compete for has one key. */
export const deskPlace = (record: DeskRecord): { readonly partition: string; readonly key: string } => {
  switch (record.type) {
    case 'entry': {
      const form = formOf(record.body);
      return {
        partition: deskPartition(form.constituency),
        key: `form#${formKey(form)}#entry-${record.slot}`,
      };
    }
    case 'resolution': {
      const form = formOf(record.body);
      return { partition: deskPartition(form.constituency), key: `form#${formKey(form)}#resolution` };
    }
    case 'sent-back':
      return {
        partition: deskPartition(record.body.constituency),
        key: `form#${formKey(record.body)}#sent-back`,
      };
    case 'step': {
      const { constituency, station, count, step } = record.body;
      return {
        partition: deskPartition(constituency),
        key: `step#${station}#${padded(count, 2)}#${padded(STEPS.indexOf(step), 2)}`,
      };
    }
    case 'proposal':
      return {
        partition: deskPartition(record.body.constituency),
        key: `proposal#${padded(record.body.number, 3)}`,
      };
    case 'seconding':
      return {
        partition: deskPartition(record.body.constituency),
        key: `seconding#${padded(record.body.number, 3)}`,
      };
  }
};
