import * as z from 'zod/mini';
import { CandidateEvent, Declaration, LotsDrawn } from '../election/acts.ts';
import { AddressId, ContestantId, Papers, Sha256 } from '../election/identifiers.ts';
import { StationReport } from '../election/report.ts';
import { Reason } from '../election/text.ts';

const Count = z.int().check(z.gte(1), z.lte(99));
const Revision = z.int().check(z.gte(1), z.lte(999));
/** Typing a form anew after it was sent back or withdrawn: 1, 2, 3 … */
const Attempt = z.int().check(z.gte(1), z.lte(99));

/** A station's paper form as one officer typed it. Private until it is confirmed. */
export const Entry = z.strictObject({
  attempt: Attempt,
  report: StationReport,
  /** Valid votes as the paper form adds them up: must be what the lists add up to (A6). */
  validVotes: z.optional(Papers),
});

/** Which typed form is meant. */
const formOf = {
  constituency: AddressId,
  station: AddressId,
  count: Count,
  revision: Revision,
  attempt: Attempt,
};

/** An entry taken back by who typed it, or sent back to the station by who should have confirmed it. */
export const SentBack = z.strictObject({ ...formOf, reason: Reason });

/** The word that a form may become public: names what was seen by its hash. */
export const Confirmation = z.strictObject({ ...formOf, sha256: Sha256 });

/** What a counting station does one after the other [2016 ¶5.48, ¶5.69-5.71, ¶5.78]; each is a sign of life. */
export const STEPS = [
  'poll_closed',
  'boxes_open',
  'feeders_verified',
  'mixed',
  'sorted',
  'decided',
  'counted',
  'verified',
  'result_told',
] as const;
export type StepName = (typeof STEPS)[number];

/** `result_told` says more: those present were told, could ask, and no request for a recount is open [2016 ¶5.78]. */
export const Step = z.strictObject({
  constituency: AddressId,
  station: AddressId,
  count: Count,
  step: z.enum(STEPS),
});

/** An act that needs a second officer, as the first one proposes it. */
export const ProposedAct = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('declaration'), body: Declaration }),
  z.strictObject({ type: z.literal('lots'), body: LotsDrawn }),
  z.strictObject({ type: z.literal('event'), candidate: ContestantId, body: CandidateEvent }),
  z.strictObject({ type: z.literal('correction'), body: StationReport }),
]);

export const Proposal = z.strictObject({
  constituency: AddressId,
  /** The n-th proposal of this constituency, from 1. */
  number: z.int().check(z.gte(1), z.lte(999)),
  act: ProposedAct,
});

/** What the second officer says to a proposal, naming what was read by its hash. */
export const Seconding = z
  .strictObject({
    constituency: AddressId,
    number: z.int().check(z.gte(1), z.lte(999)),
    decision: z.enum(['seconded', 'refused']),
    reason: z.optional(Reason),
    sha256: Sha256,
  })
  .check(
    z.refine(({ decision, reason }) => decision === 'seconded' || reason !== undefined, {
      error: 'reason-required',
      path: ['reason'],
    }),
  );

export type Entry = z.infer<typeof Entry>;
export type SentBack = z.infer<typeof SentBack>;
export type Confirmation = z.infer<typeof Confirmation>;
export type Step = z.infer<typeof Step>;
export type ProposedAct = z.infer<typeof ProposedAct>;
export type Proposal = z.infer<typeof Proposal>;
export type Seconding = z.infer<typeof Seconding>;
/** One typed form of a station. */
export type FormName = Pick<SentBack, 'constituency' | 'station' | 'count' | 'revision' | 'attempt'>;
