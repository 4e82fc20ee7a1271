import { countPreferential } from '../allocation/preferential.ts';
import type { ElectionDefinition } from '../election/definition.ts';
import type { ActOf } from './act.ts';
import { type InvalidPapers, validBallots } from './ballots.ts';
import type { RoundsEntry } from './count-entry.ts';
import { constituencyOf } from './tally.ts';

/** Rounds of the reports that count, with their transfers, for readers to re-add where the rankings themselves stay private. */
export const roundsEntry = (
  definition: ElectionDefinition,
  id: string,
  current: readonly ActOf<'report'>[],
): readonly RoundsEntry[] => {
  const constituency = constituencyOf(definition, id);
  if (!constituency) return [];
  const invalid: InvalidPapers = {};
  const byStation = current.map(({ body }) => body).sort((a, b) => (a.station < b.station ? -1 : 1));
  const ballots = [...validBallots(byStation, invalid)];
  const count = countPreferential({
    candidates: constituency.contestants.map((contestant) => contestant.id),
    ballots,
  });
  return [
    {
      type: 'rounds',
      election: definition.id,
      constituency: id,
      valid: count.valid,
      invalid,
      firstPreferencesOnly: ballots.every(({ order, papers }) => order.length === 1 || papers === 0),
      rounds: count.rounds.map(({ round, votes, transfers, exhausted, eliminated }) => ({
        round,
        votes: { ...votes },
        transfers: Object.fromEntries(Object.entries(transfers).map(([from, to]) => [from, { ...to }])),
        exhausted,
        eliminated: [...eliminated],
      })),
    },
  ];
};
