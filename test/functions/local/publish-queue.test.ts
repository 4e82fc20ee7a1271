import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { publishQueue } from '#functions/local/publisher/publish-queue.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
});
afterEach(() => vi.useRealTimers());

const recorded = (quietMs: number, mostMs: number) => {
  const runs: string[] = [];
  const failures: unknown[] = [];
  const queue = publishQueue(
    async (election) => {
      if (election === 'broken') throw new Error('no');
      runs.push(`${election} at ${performance.now() - start}`);
    },
    (cause) => failures.push(cause),
    { quietMs, mostMs },
  );
  const start = performance.now();
  return { runs, failures, queue };
};

describe('a publish queue', () => {
  test('gathers wake-ups of one moment into one run', async () => {
    const { runs, queue } = recorded(100, 1000);
    queue.wake('a');
    await vi.advanceTimersByTimeAsync(60);
    queue.wake('a');
    await vi.advanceTimersByTimeAsync(99);
    expect(runs).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(runs).toEqual(['a at 160']);
    await queue.idle();
  });

  test('waits while something goes on, but never longer than it may', async () => {
    const { runs, queue } = recorded(100, 250);
    queue.wake('a');
    for (let turn = 0; turn < 10; turn += 1) {
      await vi.advanceTimersByTimeAsync(50);
      queue.stir();
    }
    expect(runs).toEqual(['a at 250']);
  });

  test('a run that fails keeps no other from running', async () => {
    const { runs, failures, queue } = recorded(10, 10);
    queue.wake('broken');
    queue.wake('a');
    await vi.advanceTimersByTimeAsync(20);
    expect(runs).toEqual(['a at 10']);
    expect(failures).toHaveLength(1);
  });

  test('work that asks for calm waits for a pause, and has waited enough after the longest time', async () => {
    const { queue } = recorded(100, 300);
    queue.wake('a');
    await vi.advanceTimersByTimeAsync(100);
    queue.stir();
    let isCalm = false;
    void queue.calm().then(() => {
      isCalm = true;
    });
    await vi.advanceTimersByTimeAsync(99);
    expect(isCalm).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isCalm).toBe(true);
    await vi.advanceTimersByTimeAsync(100);
    queue.stir();
    await expect(queue.calm()).resolves.toBeUndefined();
  });
});
