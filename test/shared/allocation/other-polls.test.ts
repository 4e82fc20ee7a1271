import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocatePlurality } from '#shared/allocation/first-past-the-post.ts';
import { countNetSupport } from '#shared/allocation/net-support.ts';
import { countNominations, nominationThreshold } from '#shared/allocation/nomination.ts';

const candidates = (...votes: readonly number[]) =>
  votes.map((count, index) => ({ id: `C${index + 1}`, votes: count }));

describe('first past the post', () => {
  test('most votes win, and the margin of the last seat is told', () => {
    const result = allocatePlurality({ seats: 2, candidates: candidates(10, 30, 20) });
    expect(result.order).toEqual([
      { seat: 1, candidate: 'C2', by: 'votes', votes: 30 },
      { seat: 2, candidate: 'C3', by: 'votes', votes: 20 },
    ]);
    expect(result.lastSeat).toEqual({ candidate: 'C3', votes: 20, next: 'C1', nextVotes: 10, gap: 10 });
  });

  test('a tie that fits needs no lots; one across the last seats waits for them', () => {
    expect(allocatePlurality({ seats: 2, candidates: candidates(20, 20, 1) })).toMatchObject({
      elected: ['C1', 'C2'],
      tie: null,
    });
    const open = allocatePlurality({ seats: 3, candidates: candidates(5, 9, 5, 5) });
    expect(open).toMatchObject({ elected: ['C2'], lastSeat: null, unfilled: 0 });
    expect(open.tie).toMatchObject({ among: ['C1', 'C3', 'C4'], places: 2, votes: 5, resolved: false });
  });

  test('the tie of 1999 is decided by the ball: 820, 820, 236, and the second candidate', () => {
    const drawn = allocatePlurality({
      seats: 1,
      candidates: candidates(820, 820, 236),
      draws: [
        { contestant: 'C1', number: 3 },
        { contestant: 'C2', number: 8 },
      ],
    });
    expect(drawn.order).toEqual([{ seat: 1, candidate: 'C2', by: 'lots', votes: 820 }]);
    expect(drawn.lastSeat).toEqual({ candidate: 'C2', votes: 820, next: 'C1', nextVotes: 820, gap: 0 });
  });

  test('seats without a candidate stay unfilled, and nobody stood next', () => {
    expect(allocatePlurality({ seats: 2, candidates: candidates(4) })).toMatchObject({
      unfilled: 1,
      lastSeat: { candidate: 'C1', next: null, nextVotes: null, gap: null },
    });
    expect(allocatePlurality({ seats: 2, candidates: [] })).toMatchObject({ unfilled: 2, lastSeat: null });
  });

  test('draws without a tie are refused', () => {
    const draws = [{ contestant: 'C1', number: 3 }];
    expect(allocatePlurality({ seats: 1, candidates: candidates(2, 1), draws }).lotsProblem).toMatchObject({
      kind: 'no-lots-needed',
    });
  });

  test('every elected candidate has at least the votes of every other, and the seats add up', () => {
    const poll = fc.record({
      seats: fc.integer({ min: 1, max: 4 }),
      votes: fc.array(fc.nat(6), { minLength: 1, maxLength: 8 }),
    });
    fc.assert(
      fc.property(poll, ({ seats, votes }) => {
        const standing = candidates(...votes);
        const { elected, tie, unfilled } = allocatePlurality({ seats, candidates: standing });
        expect(elected.length + (tie?.places ?? 0) + unfilled).toBe(seats);
        const votesOf = (id: string) => standing.find((one) => one.id === id)?.votes ?? 0;
        const least = Math.min(...elected.map(votesOf));
        for (const { id, votes: count } of standing) {
          if (!elected.includes(id)) expect(count).toBeLessThanOrEqual(least);
          if (tie?.among.includes(id)) expect(count).toBe(tie.votes);
        }
      }),
    );
  });
});

describe('net support', () => {
  const choice = (id: string, support: number, oppose: number, abstain = 0) => ({
    id,
    support,
    oppose,
    abstain,
  });

  test('abstentions do not count, and the highest net wins', () => {
    const result = countNetSupport([choice('A', 50, 20, 900), choice('B', 60, 40)]);
    expect(result).toMatchObject({ winner: 'A', equalTop: [] });
    expect(result.candidates.map(({ net }) => net)).toEqual([30, 20]);
  });

  test('without more support than opposition nobody wins', () => {
    expect(countNetSupport([choice('A', 5, 5), choice('B', 1, 3)])).toMatchObject({
      winner: null,
      equalTop: [],
    });
    expect(countNetSupport([])).toMatchObject({ winner: null, equalTop: [] });
  });

  test('equal highest nets name nobody', () => {
    expect(countNetSupport([choice('A', 9, 4), choice('B', 6, 1), choice('C', 3, 1)])).toMatchObject({
      winner: null,
      equalTop: ['A', 'B'],
    });
  });
});

describe('civil nomination', () => {
  test('one per cent is rounded down, and reaching it is enough', () => {
    expect(nominationThreshold(3_779_085)).toBe(37_790);
    expect(countNominations(3_779_085, candidates(37_790, 37_789, 40_000))).toEqual({
      threshold: 37_790,
      nominated: ['C1', 'C3'],
    });
  });
});
