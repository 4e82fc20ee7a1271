import { describe, expect, test } from 'vitest';
import { sharedRead } from '#functions/acts/shared-read.ts';

/** Reads that end when the test says so, each answering how many had begun by then. */
const heldReads = () => {
  const ends: ((failed?: Error) => void)[] = [];
  const read = (_name: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const begun = ends.length + 1;
      ends.push((failed) => (failed ? reject(failed) : resolve(begun)));
    });
  return { ends, ask: sharedRead((name: string) => name, read) };
};

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a shared read', () => {
  test('callers who come while one is under way share the next, which begins after they asked', async () => {
    const { ends, ask } = heldReads();
    const first = ask('a');
    const later = [ask('a'), ask('a'), ask('a')];
    expect(ends).toHaveLength(1);
    ends[0]?.();
    expect(await first).toBe(1);
    await settled();
    expect(ends).toHaveLength(2);
    ends[1]?.();
    expect(await Promise.all(later)).toEqual([2, 2, 2]);
    await settled();
    const alone = ask('a');
    ends[2]?.();
    expect(await alone).toBe(3);
  });

  test('different questions do not wait for each other', () => {
    const { ends, ask } = heldReads();
    void ask('a');
    void ask('b');
    expect(ends).toHaveLength(2);
  });

  test('a failure is told to those who shared it; the next read is tried all the same', async () => {
    const { ends, ask } = heldReads();
    const first = ask('a');
    const second = ask('a');
    ends[0]?.(new Error('out of reach'));
    await expect(first).rejects.toThrow('out of reach');
    await settled();
    ends[1]?.();
    expect(await second).toBe(2);
  });
});
