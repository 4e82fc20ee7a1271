import * as z from 'zod/mini';
import { AddressId, ContestantId, Instant, Papers } from './identifiers.ts';
import { StationReport } from './report.ts';
import { lineOf, Reason, Text } from './text.ts';

/** Who may act; `design` section 5 of the specification says what each may do. */
export const ROLES = [
  'public',
  'candidate',
  'presiding_officer',
  'assistant_returning_officer',
  'returning_officer',
  'chief_electoral_officer',
  'commission',
  'observer',
] as const;
export type Role = (typeof ROLES)[number];

/** A recount asked for, and what was decided [2016 ¶5.78-5.81, ¶5.96]. */
export const RecountDecision = z.strictObject({
  constituency: AddressId,
  /** The n-th request of this constituency, from 1. */
  number: z.int().check(z.gte(1), z.lte(999)),
  scope: z.enum(['station', 'constituency', 'misplaced']),
  station: z.optional(AddressId),
  requestedBy: z.enum(['candidate', 'election_agent', 'counting_agent', 'returning_officer']),
  contestant: z.optional(ContestantId),
  /** Reading C-9: whether the request waits for the misplaced papers (request B) [2016 ¶5.80]. */
  afterMisplaced: z.optional(z.boolean()),
  /** The estimated number of misplaced papers told to the candidates [2016 ¶5.80]. */
  misplacedEstimate: z.optional(Papers),
  decision: z.enum(['allowed', 'refused']),
  reason: z.optional(Reason),
});

/** One ball: its number, whose it is, and whose hand drew it [2016 ¶2.26, ¶3.36]. */
export const Draw = z.strictObject({
  contestant: ContestantId,
  number: z.int().check(z.gte(1), z.lte(10)),
  drawnBy: z.optional(lineOf(200)),
});

/** Lots drawn for a tie, in drawing order; a re-draw is a further stage or follows in the same draws. */
export const LotsDrawn = z.strictObject({
  constituency: AddressId,
  stage: z.union([z.int().check(z.gte(1), z.lte(99)), lineOf(40)]),
  draws: z.array(Draw).check(z.minLength(1), z.maxLength(2000)),
});

/** The Returning Officer's declaration [2016 ¶2.27, ¶3.38, ¶5.99-5.100]. */
export const Declaration = z.strictObject({
  constituency: AddressId,
  outcome: z.enum(['elected', 'failed', 'terminated']),
  /** Candidate ids as read aloud; must be what the count gives. */
  elected: z.array(ContestantId).check(z.maxLength(1000)),
  reason: z.optional(Reason),
});

/** Death or disqualification of a candidate, or withdrawal while nominations are open [2016 ¶2.28-2.30, ¶3.40-3.42]. */
export const CandidateEvent = z.strictObject({
  constituency: AddressId,
  event: z.enum(['died', 'disqualified', 'withdrawn']),
  /** When the Returning Officer was satisfied of it; the stage follows from it. */
  satisfiedAt: Instant,
  reason: z.optional(Reason),
});

/** A count moved to another place: the station keeps its id and state [2016 ¶5.82]. */
export const Relocation = z.strictObject({
  constituency: AddressId,
  station: AddressId,
  /** The n-th move of this station, from 1. */
  number: z.int().check(z.gte(1), z.lte(99)),
  to: Text,
  /** When candidates may come to the new place. */
  opensAt: z.optional(Instant),
  reason: Reason,
});

/** Grounds on which a poll or count is put off [2016 ¶5.82, Schedule 2]. */
export const ADJOURNMENT_GROUNDS = ['severe_weather', 'disorder_or_danger', 'material_irregularity'] as const;

/** A poll or count that is suspended, or goes on again from where it stood [2016 ¶5.82]. */
export const Adjournment = z.strictObject({
  constituency: AddressId,
  /** One station; the whole constituency where absent. */
  station: z.optional(AddressId),
  /** The n-th such act of this constituency, from 1. */
  number: z.int().check(z.gte(1), z.lte(999)),
  state: z.enum(['suspended', 'resumed']),
  ground: z.enum(ADJOURNMENT_GROUNDS),
  reason: Reason,
});

export type RecountDecision = z.infer<typeof RecountDecision>;
export type Draw = z.infer<typeof Draw>;
export type LotsDrawn = z.infer<typeof LotsDrawn>;
export type Declaration = z.infer<typeof Declaration>;
export type CandidateEvent = z.infer<typeof CandidateEvent>;
export type Relocation = z.infer<typeof Relocation>;
export type Adjournment = z.infer<typeof Adjournment>;

/** Something worth saying about a report that does not refuse it: stored with it, and shown. */
export const Warning = z.strictObject({
  code: z.string(),
  /** JSONPath of the fields that the figures come from. */
  fields: z.array(z.string()),
  figures: z.record(z.string(), z.union([z.number(), z.string()])),
});
export type Warning = z.infer<typeof Warning>;

export { StationReport };
