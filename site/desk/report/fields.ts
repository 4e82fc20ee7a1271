import { invalidCodesFor } from '#shared/counting/invalid-codes.ts';
import type { FormSheet } from '#shared/desk/desk-views.ts';
import type { Contestant, VotingSystem } from '#shared/election/definition.ts';
import { jsonPath } from '#shared/election/input-problem.ts';
import { QUESTIONABLE_GROUNDS } from '#shared/election/report.ts';

/** The fields of a station's report, in the order of the paper form. A field is named by its path in the report. */

export type SheetConstituency = FormSheet['constituency'];

export const VALID_VOTES = '$.validVotes';
export const VALID_PAPERS = '$.papers';
export const CHOICES = ['support', 'oppose', 'abstain'] as const;
export const ACCOUNT_HEADS = ['supplied', 'unissued', 'unused', 'spoilt', 'tendered'] as const;

export const votesPath = (id: string): string => jsonPath(['votes', id]);
export const choicePath = (id: string, choice: string): string => jsonPath(['choices', id, choice]);
export const invalidPath = (ground: string): string => jsonPath(['invalid', ground]);
export const rejectedPath = (ground: string): string => jsonPath(['questionable', 'rejected', ground]);
export const ACCEPTED = '$.questionable.accepted';
export const accountPath = (head: string): string => jsonPath(['account', head]);

/** How the papers of a system carry votes. */
export const waysOf = ({ system, seats }: Pick<SheetConstituency, 'system' | 'seats'>) => ({
  votes: system === 'list_pr' || system === 'first_past_the_post' || system === 'nomination',
  rankings: system === 'preferential',
  choices: system === 'net_support',
  /** A paper may carry several votes: then valid papers are counted beside them. */
  severalVotes: system === 'first_past_the_post' && seats > 1,
});

/** The figure that says how many papers are valid. */
export const validPath = (constituency: Pick<SheetConstituency, 'system' | 'seats'>): string =>
  waysOf(constituency).severalVotes ? VALID_PAPERS : VALID_VOTES;

const votesOf = (
  contestants: readonly Pick<Contestant, 'id'>[],
  { votes, choices }: ReturnType<typeof waysOf>,
): readonly string[] => {
  if (votes) return contestants.map(({ id }) => votesPath(id));
  return choices ? contestants.flatMap(({ id }) => CHOICES.map((choice) => choicePath(id, choice))) : [];
};

export const questionableOf = (system: VotingSystem): readonly string[] =>
  system === 'nomination' || system === 'net_support' ? [] : QUESTIONABLE_GROUNDS;

/** Every figure in the order of the form: Enter and a pasted column run along it. */
export const figureOrder = (constituency: SheetConstituency): readonly string[] => {
  const { system, contestants } = constituency;
  const questionable = questionableOf(system);
  return [
    ...votesOf(contestants, waysOf(constituency)),
    validPath(constituency),
    ...invalidCodesFor(system).map(invalidPath),
    ...questionable.map(rejectedPath),
    ...(questionable.length > 0 ? [ACCEPTED] : []),
    ...ACCOUNT_HEADS.map(accountPath),
  ];
};

/** The figures that make up the sum of the lists. */
export const summed = (constituency: SheetConstituency): readonly string[] => {
  const ways = waysOf(constituency);
  return ways.votes ? votesOf(constituency.contestants, ways) : [];
};
