import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocateListSeats, type ListAllocation, type ListVotes } from '#shared/allocation/list-pr.ts';
import type { QuotaFraction } from '#shared/allocation/quota.ts';
import { format } from '#shared/fraction.ts';

const lists = (...votes: readonly (readonly [number, number])[]): readonly ListVotes[] =>
  votes.map(([count, names], index) => ({ id: String(index + 1), votes: count, names }));

const allocate = (seats: number, of: readonly ListVotes[], quotaFraction: QuotaFraction = 'disregard') =>
  allocateListSeats({ seats, lists: of, quotaFraction });

const seatsById = (result: ListAllocation) =>
  Object.fromEntries(result.lists.map(({ id, seats }) => [id, seats]));
const text = (figure: { numerator: bigint; denominator: bigint } | null | undefined) =>
  figure && format(figure);

/** Seat by seat on votes scaled by the seats: no fractions, no sorting, no rounds. */
const oracle = (seats: number, of: readonly ListVotes[], rule: QuotaFraction) => {
  const scale = BigInt(seats);
  const total = of.reduce((sum, { votes }) => sum + BigInt(votes), 0n);
  const quotasBy = (quota: bigint) => of.map(({ votes }) => (BigInt(votes) * scale) / quota);
  const whole = (total / scale) * scale;
  const tooMany = whole > 0n && quotasBy(whole).reduce((sum, k) => sum + k, 0n) > scale;
  const overflow = rule === 'disregard' && total > 0n && (whole === 0n || tooMany);
  const quota = rule === 'keep' || overflow ? total : whole;
  const won = of.map(() => 0);
  const left: (bigint | null)[] = of.map(({ votes, names }, index) => {
    const k = total === 0n ? 0n : (BigInt(votes) * scale) / quota;
    won[index] = Number(k < BigInt(names) ? k : BigInt(names));
    return k >= BigInt(names) ? null : BigInt(votes) * scale - k * quota;
  });
  let open = seats - won.reduce((sum, n) => sum + n, 0);
  let tie: string[] = [];
  const full = (index: number) => (won[index] ?? 0) >= (of[index]?.names ?? 0);
  const exhausted = left.map((remainder) => remainder === null);
  let inRound = new Set(of.keys());
  while (open > 0 && tie.length === 0) {
    let best: bigint | null = null;
    for (const index of inRound) {
      const remainder = left[index] ?? null;
      if (remainder !== null && !full(index) && (best === null || remainder > best)) best = remainder;
    }
    if (best === null) {
      const again = [...of.keys()].filter((index) => !exhausted[index] && !full(index));
      if (again.length === 0) break;
      inRound = new Set(again);
      for (const index of again) left[index] = 0n;
      continue;
    }
    const group = [...inRound].filter((index) => left[index] === best && !full(index));
    if (group.length > open) {
      tie = group.map((index) => of[index]?.id ?? '');
    } else {
      for (const index of group) {
        won[index] = (won[index] ?? 0) + 1;
        inRound.delete(index);
      }
      open -= group.length;
    }
  }
  return { won, tie, overflow, open: tie.length > 0 ? 0 : open, places: tie.length > 0 ? open : 0 };
};

const anyLists = fc
  .array(
    fc.record({
      votes: fc.oneof(fc.nat(12), fc.nat(200), fc.constantFrom(100, 200, 300), fc.nat(2_000_000)),
      names: fc.integer({ min: 1, max: 6 }),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((some): readonly ListVotes[] => some.map((list, index) => ({ ...list, id: `L${index}` })));
const anyPoll = fc.record({
  seats: fc.integer({ min: 1, max: 9 }),
  lists: anyLists,
  quotaFraction: fc.constantFrom<QuotaFraction>('disregard', 'keep'),
});

describe('list seats', () => {
  test('an exhausted list has no remainder, which is not a remainder of 0', () => {
    const result = allocate(2, lists([100, 1], [100, 2]));
    expect(result.lists.map(({ remainder }) => text(remainder))).toEqual([null, '0']);
  });

  test('a list that reaches its last name exactly at the quota has left the competition', () => {
    const result = allocate(5, lists([200, 2], [170, 5], [130, 5]));
    expect(result.lists[0]).toMatchObject({ quotas: 2, quotaSeats: 2, remainder: null, seats: 2 });
    expect(seatsById(result)).toEqual({ 1: 2, 2: 2, 3: 1 });
  });

  test('quota seats fall first, most votes first, all of a list together', () => {
    const result = allocate(5, lists([160, 5], [240, 5], [100, 5]));
    expect(result.order.map(({ seat, list, by }) => `${seat} ${list} ${by}`)).toEqual([
      '1 2 quota',
      '2 2 quota',
      '3 1 quota',
      '4 3 quota',
      '5 1 remainder',
    ]);
  });

  test('equal remainders that fit are seated in ballot order without lots', () => {
    const result = allocate(3, lists([10, 3], [30, 3], [30, 3], [29, 3]));
    expect(result.order.map(({ list }) => list)).toEqual(['2', '3', '4']);
    expect(result.tie).toBeNull();
  });

  test('without a vote there is no quota, every remainder is 0 and lots decide', () => {
    const result = allocate(1, lists([0, 1], [0, 1]));
    expect(result).toMatchObject({
      valid: 0,
      quota: null,
      quotaExact: null,
      quotaOverflow: false,
      order: [],
    });
    expect(result.tie).toMatchObject({ among: ['1', '2'], places: 1, resolved: false });
    expect(result.lists.map(({ remainder }) => text(remainder))).toEqual(['0', '0']);
  });

  test('fewer votes than seats make the whole quota 0, and the exact one is used', () => {
    const result = allocate(5, lists([3, 5], [1, 5]));
    expect(result).toMatchObject({ quotaRule: 'keep', quotaOverflow: true, quotaRuleSensitive: null });
    expect(text(result.quota)).toBe('4/5');
    expect(seatsById(result)).toEqual({ 1: 4, 2: 1 });
  });

  test('whole quotas may make seventeen quotas for nine seats, and the exact one is used', () => {
    const result = allocate(9, lists([9, 9], [8, 9]));
    expect(result).toMatchObject({ quotaOverflow: true, quotaRule: 'keep' });
    expect(seatsById(result)).toEqual({ 1: 5, 2: 4 });
  });

  test('seats that no list has a name for stay unfilled', () => {
    const result = allocate(5, lists([100, 1], [50, 2]));
    expect(result).toMatchObject({ unfilled: 2, tie: null });
    expect(seatsById(result)).toEqual({ 1: 1, 2: 2 });
  });

  test('seats left after all remainders go round again at 0, by lots where they do not reach for all', () => {
    const result = allocate(5, lists([600, 1], [250, 4], [150, 3]));
    expect(result.tie).toMatchObject({ among: ['2', '3'], places: 1, round: 2, resolved: false });
    expect(text(result.tie?.remainder)).toBe('0');
    const drawn = allocateListSeats({
      seats: 5,
      lists: lists([600, 1], [250, 4], [150, 3]),
      quotaFraction: 'disregard',
      draws: [
        { contestant: '2', number: 3 },
        { contestant: '3', number: 9 },
      ],
    });
    expect(seatsById(drawn)).toEqual({ 1: 1, 2: 2, 3: 2 });
  });

  test('a further round that serves everybody needs no lots', () => {
    const result = allocate(5, lists([900, 1], [60, 3], [40, 3]));
    expect(result.tie).toBeNull();
    expect(result.unfilled).toBe(0);
    expect(seatsById(result)).toEqual({ 1: 1, 2: 2, 3: 2 });
  });

  test('drawn lots fill the last seats, and nobody tied has one before', () => {
    const poll = {
      seats: 3,
      lists: lists([60, 3], [60, 3], [60, 3], [90, 3]),
      quotaFraction: 'keep' as const,
    };
    const open = allocateListSeats(poll);
    expect(open.tie).toMatchObject({ among: ['1', '2', '3'], places: 2, resolved: false, winners: [] });
    expect(seatsById(open)).toEqual({ 1: 0, 2: 0, 3: 0, 4: 1 });
    expect(open).toMatchObject({ lastSeat: null, unfilled: 0, lotsProblem: null });
    const drawn = allocateListSeats({
      ...poll,
      draws: [
        { contestant: '1', number: 1 },
        { contestant: '2', number: 9 },
        { contestant: '3', number: 4, drawnBy: 'Returning Officer' },
      ],
    });
    expect(drawn.tie).toMatchObject({ resolved: true, winners: ['2', '3'] });
    expect(drawn.order.map(({ list, by }) => [list, by])).toEqual([
      ['4', 'quota'],
      ['2', 'lots'],
      ['3', 'lots'],
    ]);
    expect(drawn.lastSeat).toMatchObject({ list: '3', next: '1' });
    expect(text(drawn.lastSeat?.gap)).toBe('0');
  });

  test('faulty draws leave the tie open and are named', () => {
    const poll = { seats: 1, lists: lists([60, 1], [60, 1]), quotaFraction: 'keep' as const };
    const result = allocateListSeats({ ...poll, draws: [{ contestant: '9', number: 1 }] });
    expect(result.lotsProblem).toEqual({ kind: 'not-drawing', at: 0, contestant: '9', expected: ['1', '2'] });
    expect(result.tie?.resolved).toBe(false);
  });

  test('draws without a tie are one too many', () => {
    const result = allocateListSeats({
      seats: 1,
      lists: lists([60, 1], [50, 1]),
      quotaFraction: 'keep',
      draws: [{ contestant: '1', number: 1 }],
    });
    expect(result.lotsProblem).toMatchObject({ kind: 'no-lots-needed' });
    expect(seatsById(result)).toEqual({ 1: 1, 2: 0 });
  });

  test('the last seat is measured against the next remainder, also of a list with quota seats and names left', () => {
    const result = allocate(5, lists([39_800, 5], [66_500, 5], [10_300, 5], [15_400, 5]));
    expect(result.lastSeat).toMatchObject({ list: '2', next: '1' });
    expect(
      [result.lastSeat?.remainder, result.lastSeat?.nextRemainder, result.lastSeat?.gap].map(text),
    ).toEqual(['13700', '13400', '300']);
  });

  test('the next remainder is named also where two stand next', () => {
    const result = allocate(1, lists([50, 1], [40, 1], [40, 1]));
    expect(result.lastSeat).toMatchObject({ list: '1', next: '2' });
    expect(text(result.lastSeat?.gap)).toBe('10');
  });

  test('a last seat by quota has no margin, and one that nobody else competed for has no next', () => {
    expect(allocate(2, lists([100, 2], [100, 2])).lastSeat).toBeNull();
    expect(allocate(2, lists([150, 1], [50, 1])).lastSeat).toMatchObject({
      list: '2',
      next: null,
      gap: null,
    });
  });

  test('the other rule is told where it gives other seats', () => {
    const poll = lists([8908, 9], [36_764, 9], [4472, 9]);
    expect(allocate(9, poll).quotaRuleSensitive).toEqual({ rule: 'keep', seats: { 1: 2, 2: 6, 3: 1 } });
    expect(allocate(9, poll, 'keep').quotaRuleSensitive).toEqual({
      rule: 'disregard',
      seats: { 1: 1, 2: 7, 3: 1 },
    });
  });

  test.each([
    [0, lists([1, 1])],
    [1.5, lists([1, 1])],
    [1, lists([-1, 1])],
    [1, lists([0.5, 1])],
    [1, [...lists([1, 1]), ...lists([1, 1])]],
  ])('figures that cannot be (%s seats) are a bug, never a seat', (seats, of) => {
    expect(() => allocate(seats, of)).toThrow(RangeError);
  });

  test.each([
    [
      'Hong Kong Island',
      7,
      [
        [2980, 1],
        [40_558, 6],
        [16_900, 1],
        [18_667, 3],
        [33_901, 7],
        [422, 1],
        [31_523, 3],
        [30_289, 3],
        [27_336, 5],
        [70_475, 2],
        [343, 1],
        [36_517, 1],
        [17_686, 3],
        [3169, 1],
      ] as const,
      { quota: '47252', order: '10 2 12 5 7 8 9', next: '10', gap: '4113' },
    ],
    [
      'Kowloon West',
      5,
      [
        [3746, 1],
        [36_029, 5],
        [30_634, 5],
        [2399, 1],
        [47_363, 5],
        [38_578, 4],
        [859, 4],
        [34_548, 4],
        [37_925, 2],
      ] as const,
      { quota: '46416', order: '5 6 9 2 8', next: '3', gap: '3914' },
    ],
  ])('%s in 2012 comes out as officially declared', (_, seats, votes, official) => {
    const result = allocate(seats, lists(...votes));
    expect({
      quota: text(result.quota),
      order: result.order.map(({ list }) => list).join(' '),
      next: result.lastSeat?.next,
      gap: text(result.lastSeat?.gap),
    }).toEqual(official);
  });
});

describe('properties of list seats', () => {
  test('a slow count, seat by seat, agrees', () => {
    fc.assert(
      fc.property(anyPoll, (poll) => {
        const result = allocateListSeats(poll);
        const slow = oracle(poll.seats, poll.lists, poll.quotaFraction);
        expect(result.lists.map(({ seats }) => seats)).toEqual(slow.won);
        expect(result.tie?.among ?? []).toEqual(slow.tie);
        expect(result.tie?.places ?? 0).toBe(slow.places);
        expect([result.quotaOverflow, result.unfilled]).toEqual([slow.overflow, slow.open]);
      }),
      { numRuns: 1500 },
    );
  });

  test('seats, open places and unfilled seats add up, and no list is above its names', () => {
    fc.assert(
      fc.property(anyPoll, (poll) => {
        const result = allocateListSeats(poll);
        const won = result.lists.reduce((sum, { seats }) => sum + seats, 0);
        expect(won + (result.tie?.places ?? 0) + result.unfilled).toBe(poll.seats);
        expect(result.order.map(({ seat }) => seat)).toEqual(Array.from({ length: won }, (_, i) => i + 1));
        for (const [index, { seats, quotaSeats, remainderSeats }] of result.lists.entries()) {
          expect(seats).toBeLessThanOrEqual(poll.lists[index]?.names ?? 0);
          expect(quotaSeats + remainderSeats).toBe(seats);
        }
      }),
    );
  });

  test('the order of the lists changes no seat', () => {
    const shuffled = anyPoll.chain((poll) =>
      fc.tuple(fc.constant(poll), fc.shuffledSubarray([...poll.lists], { minLength: poll.lists.length })),
    );
    fc.assert(
      fc.property(shuffled, ([poll, other]) => {
        const a = allocateListSeats(poll);
        const b = allocateListSeats({ ...poll, lists: other });
        expect(seatsById(b)).toEqual(seatsById(a));
        expect([...(b.tie?.among ?? [])].sort()).toEqual([...(a.tie?.among ?? [])].sort());
      }),
    );
  });

  test('twice all votes leave the seats of the exact quota', () => {
    fc.assert(
      fc.property(anyPoll, ({ seats, lists: of }) => {
        const once = allocate(seats, of, 'keep');
        const doubled = of.map((list) => ({ ...list, votes: 2 * list.votes }));
        const twice = allocate(seats, doubled, 'keep');
        expect(seatsById(twice)).toEqual(seatsById(once));
        expect(twice.tie?.among).toEqual(once.tie?.among);
      }),
    );
  });

  test('a list without a vote that neither wins nor ties changes nothing', () => {
    fc.assert(
      fc.property(anyPoll, (poll) => {
        const joined = { ...poll, lists: [...poll.lists, { id: 'new', votes: 0, names: 1 }] };
        const after = allocateListSeats(joined);
        fc.pre(after.lists.at(-1)?.seats === 0 && !after.tie?.among.includes('new'));
        const before = allocateListSeats(poll);
        expect(after.lists.slice(0, -1)).toEqual(before.lists);
        expect(after.order).toEqual(before.order);
      }),
    );
  });

  test('lots are asked for exactly where the remainders at the edge are equal', () => {
    fc.assert(
      fc.property(anyPoll, (poll) => {
        const { tie, lastSeat } = allocateListSeats(poll);
        if (tie) expect(tie.among.length).toBeGreaterThan(tie.places);
        else if (lastSeat?.gap) expect(lastSeat.gap.numerator).toBeGreaterThan(0n);
      }),
    );
  });

  test('distinct draws always fill the open places', () => {
    fc.assert(
      fc.property(anyPoll, (poll) => {
        const open = allocateListSeats(poll);
        fc.pre(open.tie !== null);
        const among = open.tie?.among ?? [];
        const draws = among.map((contestant, index) => ({ contestant, number: index + 1 }));
        const drawn = allocateListSeats({ ...poll, draws });
        expect(drawn.tie?.winners.length).toBe(open.tie?.places);
        expect(drawn.order.length + drawn.unfilled).toBe(poll.seats);
        expect(drawn.lastSeat?.gap?.numerator).toBe(0n);
        expect(drawn.quotaRuleSensitive).toEqual(open.quotaRuleSensitive);
      }),
    );
  });
});
