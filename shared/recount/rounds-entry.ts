import { countPreferential } from '../allocation/preferential.ts';
import type { ElectionDefinition } from '../election/definition.ts';
import type { ActOf } from './act.ts';
import { type InvalidPapers, validBallots } from './ballots.ts';
import type { RoundsEntry } from './ledger-entry.ts';
import { constituencyOf } from './tally.ts';

/** The revision that counts of each station: highest count, then highest revision. */
const current = (reports: readonly ActOf<'report'>[]): readonly ActOf<'report'>[] => {
  const latest = new Map<string, ActOf<'report'>>();
  for (const report of reports) {
    const standing = latest.get(report.body.station);
    const later =
      !standing ||
      report.body.count > standing.body.count ||
      (report.body.count === standing.body.count && report.body.revision > standing.body.revision);
    if (later) latest.set(report.body.station, report);
  }
  return [...latest.values()].sort((a, b) => (a.body.station < b.body.station ? -1 : 1));
};

/** Rounds with their transfers, for readers to re-add where the rankings themselves stay private. */
export const roundsEntry = (
  election: string,
  definition: ElectionDefinition | null,
  id: string,
  reports: readonly ActOf<'report'>[],
): readonly RoundsEntry[] => {
  const constituency = definition && constituencyOf(definition, id);
  if (!constituency) return [];
  const invalid: InvalidPapers = {};
  const ballots = [
    ...validBallots(
      current(reports).map(({ body }) => body),
      invalid,
    ),
  ];
  const count = countPreferential({
    candidates: constituency.contestants.map((contestant) => contestant.id),
    ballots,
  });
  return [
    {
      type: 'rounds',
      election,
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
