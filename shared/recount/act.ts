import * as z from 'zod/mini';
import {
  Adjournment,
  CandidateEvent,
  Declaration,
  LotsDrawn,
  RecountDecision,
  Relocation,
  ROLES,
  Warning,
} from '../election/acts.ts';
import { ElectionDefinition } from '../election/definition.ts';
import { AddressId, ContestantId, Instant } from '../election/identifiers.ts';
import { Notice, noticeScope } from '../election/notice.ts';
import { StationReport } from '../election/report.ts';
import { Statement } from '../election/statement.ts';
import type { OrderedAct } from './filing-act.ts';

/** What every act carries besides its body. */
export const commonOfActs = {
  election: AddressId,
  acceptedAt: Instant,
  role: z.enum(ROLES),
  /** Role of the second officer, where two people stand behind the act. */
  confirmedBy: z.optional(z.enum(ROLES)),
};

/** An act as it was accepted: written once, never edited; a correction is a new revision with a reason. */
export const Act = z.discriminatedUnion('type', [
  z.strictObject({
    ...commonOfActs,
    type: z.literal('definition'),
    revision: z.int().check(z.gte(1)),
    body: ElectionDefinition,
  }),
  z.strictObject({
    ...commonOfActs,
    type: z.literal('report'),
    /** True where it corrects a constituency that is declared. */
    correction: z.boolean(),
    body: StationReport,
    warnings: z.array(Warning),
    /** What was told to its sender besides: it depends on what had arrived, so it never enters the ledger. */
    advice: z.optional(z.array(Warning)),
    /** Blinds the commitments to what stays private; 64 hexadecimal digits, never published. */
    salt: z.optional(z.string()),
  }),
  z.strictObject({ ...commonOfActs, type: z.literal('recount'), body: RecountDecision }),
  z.strictObject({ ...commonOfActs, type: z.literal('lots'), body: LotsDrawn }),
  z.strictObject({ ...commonOfActs, type: z.literal('declaration'), body: Declaration }),
  z.strictObject({
    ...commonOfActs,
    type: z.literal('event'),
    candidate: ContestantId,
    body: CandidateEvent,
  }),
  z.strictObject({ ...commonOfActs, type: z.literal('relocation'), body: Relocation }),
  z.strictObject({ ...commonOfActs, type: z.literal('adjournment'), body: Adjournment }),
  z.strictObject({ ...commonOfActs, type: z.literal('statement'), body: Statement }),
  z.strictObject({ ...commonOfActs, type: z.literal('notice'), body: Notice }),
]);

export type Act = z.infer<typeof Act>;
export type ActOf<T extends Act['type']> = Extract<Act, { type: T }>;

export const padded = (value: number, digits: number): string => String(value).padStart(digits, '0');

/** Partition of acts that concern the whole election; no constituency can have this id. */
export const ELECTION_PARTITION = '*';

/** Partition of what the Central Platform puts on record, in one sequence: whoever knows the first n reads only what came after. */
export const FILINGS_PARTITION = '*filings';

const FILING_KEYS = 'filing#';

export const filingKey = (sequence: number): string => `${FILING_KEYS}${padded(sequence, 8)}`;

/**
 * When an act is accepted: after everything that was known when it was decided, whatever the machines' clocks say.
 * The order of the ledger follows these times, so a cause always comes before what rests on it.
 */
export const acceptedAfter = (now: string, known: readonly Pick<Act, 'acceptedAt'>[]): string => {
  const latest = known.reduce(
    (last, { acceptedAt }) => Math.max(last, Date.parse(acceptedAt)),
    Number.NEGATIVE_INFINITY,
  );
  return Date.parse(now) > latest ? now : new Date(latest + 1).toISOString();
};

/** Begins the keys of notices. They are kept with the election: whoever reads a constituency's acts need not read them. */
export const NOTICE_KEYS = 'notice#';

/** Begins the keys of the notices of one sequence of numbers. */
export const noticeKeys = (notice: Pick<Notice, 'constituency' | 'station'>): string =>
  `${NOTICE_KEYS}${noticeScope(notice)}#`;

/** Begins the keys of reports. Those of every other act come before it, so that one query finds them without the reports. */
export const REPORT_KEYS = 'report#';

/** Where a station's report of one count and revision is kept: the one place two contents would compete for. */
export const reportKey = (station: string, count: number, revision: number): string =>
  `${REPORT_KEYS}${station}#${padded(count, 2)}#${padded(revision, 3)}`;

/** An act's place among the records: one key, one content, for ever. */
export const actPlace = (act: OrderedAct): { readonly partition: string; readonly key: string } => {
  switch (act.type) {
    case 'definition':
      return { partition: ELECTION_PARTITION, key: `definition#${padded(act.revision, 4)}` };
    case 'report':
      return {
        partition: act.body.constituency,
        key: reportKey(act.body.station, act.body.count, act.body.revision),
      };
    case 'recount':
      return { partition: act.body.constituency, key: `recount#${padded(act.body.number, 3)}` };
    case 'lots':
      return {
        partition: act.body.constituency,
        key: `lots#${typeof act.body.stage === 'number' ? padded(act.body.stage, 2) : act.body.stage}`,
      };
    case 'declaration':
      return { partition: act.body.constituency, key: 'declaration#001' };
    case 'event':
      return { partition: act.body.constituency, key: `event#${act.candidate}#${act.body.event}` };
    case 'relocation':
      return {
        partition: act.body.constituency,
        key: `relocation#${act.body.station}#${padded(act.body.number, 2)}`,
      };
    case 'adjournment':
      return { partition: act.body.constituency, key: `adjournment#${padded(act.body.number, 3)}` };
    case 'statement':
      // Before `report#`, as every act other than a report is.
      return { partition: act.body.constituency, key: `papers#${padded(act.body.number, 2)}` };
    case 'notice':
      return {
        partition: ELECTION_PARTITION,
        key: `${noticeKeys(act.body)}${padded(act.body.number, 4)}#${padded(act.body.revision, 2)}`,
      };
    case 'filing':
      return { partition: FILINGS_PARTITION, key: filingKey(act.sequence) };
  }
};
