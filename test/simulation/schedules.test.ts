import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runSchedule, type ScheduleReport } from '../support/simulation-run.ts';

/** `SCHEDULES=50000` for the long run, `FIRST_SEED=…` to begin elsewhere. */
const schedules = Number(process.env['SCHEDULES'] ?? 150);
const firstSeed = Number(process.env['FIRST_SEED'] ?? 1);

/** Seeds of schedules that failed once, with what was wrong then. */
const corpus: readonly { readonly seed: number; readonly was: string }[] = JSON.parse(
  readFileSync(new URL('seeds.json', import.meta.url), 'utf8'),
);

const told = ({ seed, violation, trace }: ScheduleReport): string =>
  `seed ${seed}: ${violation?.message}\nrun it again with FIRST_SEED=${seed} SCHEDULES=1; its last steps were\n${trace.slice(-60).join('\n')}`;

/** Gives the test runner a turn now and then: schedules themselves never wait for a clock. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('crash simulation', () => {
  test('no schedule breaks an invariant of the write path', { timeout: 24 * 3_600_000 }, async () => {
    const sum = { schedules: 0, steps: 0, pointerMoves: 0, accepted: 0, faults: 0 };
    const started = performance.now();
    for (let seed = firstSeed; seed < firstSeed + schedules; seed += 1) {
      const report = await runSchedule(seed);
      if (report.violation) expect.fail(told(report));
      sum.schedules += 1;
      for (const figure of ['steps', 'pointerMoves', 'accepted', 'faults'] as const)
        sum[figure] += report[figure];
      await breathe();
    }
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    process.stdout.write(`crash simulation: ${JSON.stringify({ ...sum, seconds })}\n`);
    expect(sum.schedules).toBe(schedules);
  });

  test('the same seed gives the same schedule, step by step', async () => {
    const [once, again] = [await runSchedule(firstSeed + 1), await runSchedule(firstSeed + 1)];
    expect(again.trace).toEqual(once.trace);
    expect(again.steps).toBe(once.steps);
  });

  test.each(corpus)('seed $seed stays mended: $was', async ({ seed }) => {
    const report = await runSchedule(seed);
    if (report.violation) expect.fail(told(report));
  });
});
