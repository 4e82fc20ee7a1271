import { requireDistinct, requireWhole } from './whole-figures.ts';

export interface ChoiceCounts {
  readonly id: string;
  readonly support: number;
  readonly oppose: number;
  readonly abstain: number;
}

export interface NetSupport extends ChoiceCounts {
  /** Support less oppose, from raw counts: printed percentages are rounded afterwards [PopVote]. */
  readonly net: number;
  readonly supportExceedsOppose: boolean;
}

export interface NetSupportResult {
  /** In the order given. */
  readonly candidates: readonly NetSupport[];
  readonly winner: string | null;
  /** Equal highest nets: the rules name no winner and no lots. */
  readonly equalTop: readonly string[];
}

/** The highest net support wins, if more support than oppose; equal highest nets are not defined [PopVote]. */
export const countNetSupport = (choices: readonly ChoiceCounts[]): NetSupportResult => {
  requireDistinct(choices.map(({ id }) => id));
  requireWhole(
    'Choices',
    choices.flatMap(({ support, oppose, abstain }) => [support, oppose, abstain]),
  );
  const candidates = choices.map((choice) => ({
    ...choice,
    net: choice.support - choice.oppose,
    supportExceedsOppose: choice.support > choice.oppose,
  }));
  const supported = candidates.filter(({ supportExceedsOppose }) => supportExceedsOppose);
  const highest = supported.reduce((most, { net }) => Math.max(most, net), 0);
  const top = supported.filter(({ net }) => net === highest).map(({ id }) => id);
  const [winner = null] = top;
  return { candidates, winner: top.length === 1 ? winner : null, equalTop: top.length > 1 ? top : [] };
};
