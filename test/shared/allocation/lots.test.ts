import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDraws, type Draw, drawLots, HIGHEST_BALL } from '#shared/allocation/lots.ts';

const draws = (...balls: readonly (readonly [string, number])[]): readonly Draw[] =>
  balls.map(([contestant, number]) => ({ contestant, number }));

/** The printed rule, word for word: cut at the p-th highest number. */
const oracle = (
  group: readonly string[],
  places: number,
  balls: readonly Draw[],
): readonly string[] | null => {
  if (places === 0) return [];
  const round = balls.slice(0, group.length);
  if (round.length < group.length) return null;
  const numberOf = (member: string) => round.find(({ contestant }) => contestant === member)?.number ?? 0;
  const cut = group.map(numberOf).sort((a, b) => b - a)[places - 1] ?? 0;
  const sure = group.filter((member) => numberOf(member) > cut);
  const equal = group.filter((member) => numberOf(member) === cut);
  if (sure.length + equal.length === places) return [...sure, ...equal];
  const rest = oracle(equal, places - sure.length, balls.slice(group.length));
  return rest && [...sure, ...rest];
};

describe('drawing lots', () => {
  test('before anybody draws nothing is decided and nothing is wrong', () => {
    expect(checkDraws(['A', 'B'], 1, [])).toEqual({
      ok: true,
      value: { elected: [], rounds: [], complete: false, problem: null },
    });
  });

  test('a pending re-draw is no problem: who must draw again is told', () => {
    const outcome = drawLots(['A', 'B'], 1, draws(['A', 5], ['B', 5]));
    expect(outcome).toMatchObject({ complete: false, problem: null, rounds: [{ redraw: ['A', 'B'] }] });
  });

  test('within a round the members may be entered in any order', () => {
    expect(drawLots(['A', 'B'], 1, draws(['B', 9], ['A', 5]))).toMatchObject({
      elected: ['B'],
      complete: true,
    });
  });

  test('where everybody fits, or nothing is open, no lots are drawn', () => {
    expect(drawLots(['A', 'B'], 2, [])).toMatchObject({ elected: ['A', 'B'], complete: true, problem: null });
    expect(drawLots(['A', 'B'], 0, [])).toMatchObject({ elected: [], complete: true, problem: null });
    expect(checkDraws(['A'], 1, draws(['A', 5]))).toEqual({
      ok: false,
      problem: { kind: 'no-lots-needed', at: 0, contestant: 'A' },
    });
  });

  test.each([
    [
      'a stranger',
      draws(['X', 5], ['B', 4]),
      { kind: 'not-drawing', at: 0, contestant: 'X', expected: ['A', 'B', 'C'] },
    ],
    [
      'a second ball',
      draws(['A', 5], ['A', 4]),
      { kind: 'drawn-twice', at: 1, contestant: 'A', expected: ['B', 'C'] },
    ],
    ['number 0', draws(['A', 0]), { kind: 'number-out-of-range', at: 0, contestant: 'A', number: 0 }],
    [
      'number 11',
      draws(['A', 4], ['B', 11]),
      { kind: 'number-out-of-range', at: 1, contestant: 'B', number: 11 },
    ],
    ['half a ball', draws(['A', 4.5]), { kind: 'number-out-of-range', at: 0, contestant: 'A', number: 4.5 }],
    ['a member missing', draws(['A', 4], ['B', 5]), { kind: 'draw-missing', at: 2, expected: ['C'] }],
    [
      'a loser in the re-draw',
      draws(['A', 9], ['B', 9], ['C', 1], ['C', 10]),
      { kind: 'not-drawing', at: 3, contestant: 'C', expected: ['A', 'B'] },
    ],
    [
      'a ball too many',
      draws(['A', 9], ['B', 8], ['C', 1], ['A', 10]),
      { kind: 'draw-superfluous', at: 3, contestant: 'A' },
    ],
  ])('%s is refused', (_, balls, problem) => {
    expect(checkDraws(['A', 'B', 'C'], 1, balls)).toEqual({ ok: false, problem });
  });
});

describe('properties of lots', () => {
  const drawing = fc.record({
    size: fc.integer({ min: 2, max: 6 }),
    places: fc.integer({ min: 1, max: 5 }),
    numbers: fc.array(fc.integer({ min: 1, max: HIGHEST_BALL }), { minLength: 40, maxLength: 40 }),
  });

  /** Lets the group draw from a stream of numbers until all is decided. */
  const play = (group: readonly string[], places: number, numbers: readonly number[]): readonly Draw[] => {
    const balls: Draw[] = [];
    let drawing = group;
    const stream = [...numbers];
    while (drawing.length > 0 && stream.length >= drawing.length) {
      for (const contestant of drawing) balls.push({ contestant, number: stream.shift() ?? 1 });
      drawing = drawLots(group, places, balls).rounds.at(-1)?.redraw ?? [];
    }
    return balls;
  };

  test('the printed rule gives the same winners, as many as there are places', () => {
    fc.assert(
      fc.property(drawing, ({ size, places, numbers }) => {
        fc.pre(places < size);
        const group = Array.from({ length: size }, (_, index) => `M${index}`);
        const balls = play(group, places, numbers);
        const outcome = drawLots(group, places, balls);
        fc.pre(outcome.complete);
        expect(outcome.problem).toBeNull();
        expect(outcome.elected.length).toBe(places);
        expect([...outcome.elected].sort()).toEqual([...(oracle(group, places, balls) ?? [])].sort());
        expect(outcome.rounds.flatMap(({ drawn }) => drawn)).toEqual(balls);
      }),
    );
  });
});
