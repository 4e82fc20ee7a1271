import type { CandidateVotes } from './first-past-the-post.ts';
import { requireDistinct, requireWhole } from './whole-figures.ts';

/** One per cent of the registered electors, rounded down: 37,790 of 3,779,085 [PopVote]. */
export const nominationThreshold = (electors: number): number => {
  requireWhole('Electors', [electors]);
  return Math.floor(electors / 100);
};

export interface Nominations {
  readonly threshold: number;
  /** In the order given; the threshold itself is enough. */
  readonly nominated: readonly string[];
}

/** Who reached the threshold of civil nomination [PopVote]. */
export const countNominations = (electors: number, aspirants: readonly CandidateVotes[]): Nominations => {
  requireDistinct(aspirants.map(({ id }) => id));
  requireWhole(
    'Nominations',
    aspirants.map(({ votes }) => votes),
  );
  const threshold = nominationThreshold(electors);
  const nominated = aspirants.filter(({ votes }) => votes >= threshold).map(({ id }) => id);
  return { threshold, nominated };
};
