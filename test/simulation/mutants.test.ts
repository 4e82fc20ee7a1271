import { describe, expect, test } from 'vitest';
import { MUTANTS } from '../support/simulation-mutants.ts';
import { runSchedule } from '../support/simulation-run.ts';

/** A planted bug must show within so many schedules; the shyest needs two publishers that meet at one pointer. */
const MOST_SEEDS = 120;

describe('planted bugs', () => {
  test.each(MUTANTS)(
    '$name is caught by $brokenInvariants',
    { timeout: 120_000 },
    async ({ name, brokenInvariants, plant }) => {
      for (let seed = 1; seed <= MOST_SEEDS; seed += 1) {
        const { violation } = await runSchedule(seed, plant());
        if (violation && brokenInvariants.includes(violation.invariant)) return;
      }
      expect.fail(`${name} survived ${MOST_SEEDS} schedules`);
    },
  );
});
