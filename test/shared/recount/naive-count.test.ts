import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isContested, parseDefinition } from '#shared/election/check-definition.ts';
import { countReports } from '#shared/recount/count-reports.ts';
import { someElection } from '../../support/arbitrary-elections.ts';
import { naiveCount } from './naive-count.ts';

const counted = (input: Parameters<typeof countReports>[0]) => {
  const result = countReports(input);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};

describe('random elections of every system', () => {
  test('count as a slow second count does: papers, seats, names and ties', () => {
    fc.assert(
      fc.property(someElection, ({ definition, reports }) => {
        expect(parseDefinition(definition).ok).toBe(true);
        const results = counted({ definition, reports, lots: [] });
        const contested = definition.constituencies.filter((c) => isContested(c)).map(({ id }) => id);
        const mine = results.map((result) => ({
          id: result.id,
          stationsReported: result.stationsReported,
          valid: result.valid,
          rejected: result.rejected,
          votes: Object.fromEntries(result.contestants.map(({ id, votes }) => [id, votes])),
          elected: result.contestants.flatMap(({ elected }) => elected).sort(),
          among: [...result.lots.among],
          places: result.lots.places,
        }));
        const naive = naiveCount(definition, reports).map((result) => ({
          ...result,
          elected: [...result.elected].sort(),
          among: [...result.among],
        }));
        expect(mine.filter(({ id }) => contested.includes(id))).toEqual(
          naive.filter(({ id }) => contested.includes(id)),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('fill every seat, leave it open for lots, or say that nobody can fill it', () => {
    fc.assert(
      fc.property(someElection, ({ definition, reports }) => {
        for (const result of counted({ definition, reports, lots: [] })) {
          if (result.kind === 'referendum' || (result.contested && result.stationsReported === 0)) continue;
          const seated = result.contestants.reduce((total, { seats }) => total + seats, 0);
          const open = result.lots.needed ? result.lots.places : 0;
          expect(seated + open + result.unfilled).toBe(result.seats);
          for (const { seats, elected, candidates } of result.contestants) {
            expect(elected).toHaveLength(seats);
            expect(seats).toBeLessThanOrEqual(candidates.length);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('count the same in whatever order the reports stand, and when each stands there twice', () => {
    const shuffledElection = someElection.chain((election) =>
      fc
        .shuffledSubarray([...election.reports, ...election.reports], {
          minLength: 2 * election.reports.length,
        })
        .map((again) => ({ ...election, again })),
    );
    fc.assert(
      fc.property(shuffledElection, ({ definition, reports, again }) => {
        const figures = (input: typeof reports) =>
          counted({ definition, reports: input, lots: [] }).map(
            ({ entries: _e, changes: _c, stations, ...rest }) => ({
              ...rest,
              stations: stations.map(({ corrected: _, ...station }) => station),
            }),
          );
        expect(figures(again)).toEqual(figures(reports));
      }),
      { numRuns: 100 },
    );
  });
});
