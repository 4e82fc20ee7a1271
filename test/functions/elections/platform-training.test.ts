import { expect, test } from 'vitest';
import { platformTraining } from '#functions/elections/platform-training.ts';
import { trainingSubmissions } from '#functions/local/training/training-submissions.ts';
import { checkFile } from '#shared/advertisements/check-file.ts';
import { Submission } from '#shared/advertisements/submission.ts';
import { addDays, daysBetween, weekdayOf } from '#shared/calendar/day.ts';
import { parseInput } from '#shared/election/input-problem.ts';

test('the rehearsal for candidates is always some weeks ahead, on a Sunday', () => {
  for (let days = 0; days < 370; days += 1) {
    const today = addDays('2026-01-01', days);
    const poll = platformTraining(today).pollOpensAt.slice(0, 10);
    expect(weekdayOf(poll)).toBe(0);
    expect(daysBetween(today, poll)).toBeGreaterThanOrEqual(35);
    expect(daysBetween(today, poll)).toBeLessThan(42);
  }
});

test('what is filed for it is well formed, and each file is one that may be filed', async () => {
  const submissions = await trainingSubmissions('2026-11-29');
  for (const { id, items, files } of submissions) {
    expect(parseInput(Submission, { id, items })).toMatchObject({ ok: true });
    for (const { announced } of files) expect(checkFile(announced).problems).toEqual([]);
  }
  expect(await trainingSubmissions('2026-11-29')).toEqual(submissions);
  expect(new Set(submissions.map(({ account }) => account))).toEqual(new Set(['HKI-01', 'HKI-02', 'HKI-03']));
});
