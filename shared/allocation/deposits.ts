import { requireWhole } from './whole-figures.ts';

/** Why one person's candidature gives the deposit back whatever the votes [2016 ¶4.25]. */
export type PersonalGround = 'not_validly_nominated' | 'withdrawn' | 'died' | 'disqualified';

export interface DepositCase {
  /** One for each name of the list, or for the one candidate; `null` where none applies. */
  readonly names: readonly (PersonalGround | null)[];
  readonly proceedings?: 'list_rejected' | 'terminated' | undefined;
  /** The candidate, or the first-ranked name of the list, was elected. */
  readonly elected: boolean;
  /** Valid votes; first preferences in round 1 for a special functional constituency. */
  readonly votes: number;
  /** Valid papers, not votes, also where a paper carries several votes. */
  readonly validPapers: number;
}

export interface DepositOutcome {
  readonly returned: boolean;
  readonly ground: 'all_candidates_out' | 'list_rejected' | 'terminated' | 'elected' | 'three_percent' | null;
}

/** Votes reach a share of the valid papers, in whole per cent, compared exactly. */
export const reachesPercent = (votes: number, validPapers: number, percent: number): boolean =>
  BigInt(votes) * 100n >= BigInt(validPapers) * BigInt(percent);

const groundOf = (deposit: DepositCase): DepositOutcome['ground'] => {
  if (deposit.proceedings) return deposit.proceedings;
  if (deposit.names.length > 0 && deposit.names.every((ground) => ground !== null))
    return 'all_candidates_out';
  if (deposit.elected) return 'elected';
  return reachesPercent(deposit.votes, deposit.validPapers, 3) ? 'three_percent' : null;
};

/** Whether an election deposit is returned or forfeited; a list is in or out as one [2016 ¶4.25, A-11]. */
export const judgeDeposit = (deposit: DepositCase): DepositOutcome => {
  requireWhole('Votes and papers', [deposit.votes, deposit.validPapers]);
  const ground = groundOf(deposit);
  return { returned: ground !== null, ground };
};
