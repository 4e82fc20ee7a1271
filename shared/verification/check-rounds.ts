import { decideRound } from '../allocation/elimination-rule.ts';
import type { PreferentialRound } from '../allocation/preferential.ts';
import { type RereadProblem, rereadRounds } from '../allocation/reread-rounds.ts';
import type { ElectionDefinition } from '../election/definition.ts';
import type { RoundsEntry, TallyRound } from '../recount/count-entry.ts';

const sum = (figures: Readonly<Record<string, number>>): number =>
  Object.values(figures).reduce((total, figure) => total + figure, 0);

const received = (round: TallyRound, continuing: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    continuing.map((id) => [
      id,
      Object.values(round.transfers).reduce((total, row) => total + (row[id] ?? 0), 0),
    ]),
  );

const whole = (entry: RoundsEntry, contestants: readonly string[]): readonly PreferentialRound[] => {
  let exhaustedTotal = 0;
  return entry.rounds.map((round, index) => {
    const continuing = contestants.filter((id) => Object.hasOwn(round.votes, id));
    const denominator = sum(round.votes);
    exhaustedTotal += round.exhausted;
    const firstOnly = index === 0 && entry.firstPreferencesOnly;
    const decision = decideRound({ continuing, votes: round.votes, denominator, firstOnly });
    const elects = index === entry.rounds.length - 1 && decision.kind === 'elect';
    return {
      ...round,
      continuing,
      denominator,
      transferred: received(round, continuing),
      exhaustedTotal,
      elected: elects ? [decision.elected] : [],
      by: elects ? decision.by : null,
    };
  });
};

const sentence = ({ kind, round, contestant, published, recomputed }: RereadProblem): string =>
  `round ${round}: ${kind}${contestant === null ? '' : ` of ${contestant}`} is ${JSON.stringify(published)}, but ${JSON.stringify(recomputed)} follows from the rounds before`;

/** Re-adds the logged rounds of a constituency whose rankings stay private [2016 App.3]; every way in which they do not add up. */
export const checkRounds = (entry: RoundsEntry, definition: ElectionDefinition | null): readonly string[] => {
  const constituency = definition?.constituencies.find(({ id }) => id === entry.constituency);
  if (constituency === undefined) return [`${entry.constituency} is not a constituency of this election`];
  const contestants = constituency.contestants.map(({ id }) => id);
  const reread = rereadRounds(whole(entry, contestants));
  if (!reread.ok) return reread.problem.map(sentence);
  const first = entry.rounds[0]?.votes ?? {};
  const missing = contestants.filter((id) => !Object.hasOwn(first, id));
  return [
    ...missing.map((id) => `round 1 leaves out the contestant ${JSON.stringify(id)}`),
    ...(reread.value.valid === entry.valid
      ? []
      : [`${entry.valid} valid papers are stated, but round 1 has ${reread.value.valid}`]),
  ];
};
