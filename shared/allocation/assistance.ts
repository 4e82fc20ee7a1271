import { reachesPercent } from './deposits.ts';
import { requireWhole } from './whole-figures.ts';

/** Money is in whole cents. */
interface AssistanceClaim {
  readonly disqualified?: boolean | undefined;
  readonly rateCents: number;
  readonly limitCents: number;
  readonly declaredCents: number;
  /** Estimated value of reused publicity material that was subsidised before [2016 ¶16.39]. */
  readonly alreadySubsidisedCents?: number | undefined;
}

export interface ContestedClaim extends AssistanceClaim {
  readonly contested: true;
  /** First preferences in a special functional constituency. */
  readonly votes: number;
  /** Valid papers, also where a paper carries several votes. */
  readonly validPapers: number;
  readonly elected: boolean;
}

export interface UncontestedClaim extends AssistanceClaim {
  readonly contested: false;
  readonly registeredElectors: number;
}

export interface Assistance {
  readonly eligible: boolean;
  readonly cents: number;
  /** What set the amount; the first named where several are equal. */
  readonly binding:
    | 'votes'
    | 'half_electors'
    | 'half_limit'
    | 'declared'
    | 'below_5_percent'
    | 'disqualified';
}

/** From 2016, for each valid vote [2016 ¶16.38]. */
export const RATE_CENTS_2016 = 1400;

const none = (binding: Assistance['binding']): Assistance => ({ eligible: false, cents: 0, binding });

const refusal = (claim: ContestedClaim | UncontestedClaim): Assistance['binding'] | null => {
  if (claim.disqualified) return 'disqualified';
  if (!claim.contested || claim.elected) return null;
  return reachesPercent(claim.votes, claim.validPapers, 5) ? null : 'below_5_percent';
};

const byVotes = (claim: ContestedClaim | UncontestedClaim): readonly [Assistance['binding'], number] =>
  claim.contested
    ? ['votes', claim.votes * claim.rateCents]
    : ['half_electors', Math.floor((claim.registeredElectors * claim.rateCents) / 2)];

/**
 * Financial assistance: the least of votes times the rate (uncontested: half the electors), half the expense
 * limit and the declared expenses, less what was subsidised before [2016 ¶16.38-16.39, A-12].
 */
export const assistanceFor = (claim: ContestedClaim | UncontestedClaim): Assistance => {
  const { rateCents, limitCents, declaredCents, alreadySubsidisedCents = 0 } = claim;
  requireWhole('Money', [rateCents, limitCents, declaredCents, alreadySubsidisedCents]);
  const refused = refusal(claim);
  if (refused !== null) return none(refused);
  const bounds: readonly (readonly [Assistance['binding'], number])[] = [
    byVotes(claim),
    ['half_limit', Math.floor(limitCents / 2)],
    ['declared', declaredCents],
  ];
  requireWhole(
    'Amounts',
    bounds.map(([, cents]) => cents),
  );
  const [binding, least] = bounds.reduce((lower, bound) => (bound[1] < lower[1] ? bound : lower));
  return { eligible: true, cents: Math.max(0, least - alreadySubsidisedCents), binding };
};
