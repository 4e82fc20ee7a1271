import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countPreferential, type PreferentialRound } from '#shared/allocation/preferential.ts';
import { rereadRounds } from '#shared/allocation/reread-rounds.ts';

const ballots = [
  { order: ['A', 'B'], papers: 40 },
  { order: ['B', 'A'], papers: 34 },
  { order: ['C', 'B'], papers: 20 },
  { order: ['D', 'C', 'A'], papers: 4 },
  { order: ['D'], papers: 2 },
];
const { rounds } = countPreferential({ candidates: ['A', 'B', 'C', 'D'], ballots });

const altered = (index: number, change: Partial<PreferentialRound>): readonly PreferentialRound[] =>
  rounds.map((round, at) => (at === index ? { ...round, ...change } : round));

const kindsOf = (read: readonly PreferentialRound[]): readonly string[] => {
  const result = rereadRounds(read);
  return result.ok ? [] : [...new Set(result.problem.map(({ kind }) => kind))];
};

describe('rereading published rounds', () => {
  test('the true rounds hold', () => {
    expect(rounds).toHaveLength(3);
    expect(rereadRounds(rounds)).toEqual({ ok: true, value: { valid: 100, elected: 'B', lotsAmong: [] } });
  });

  test('no rounds are no count', () => {
    expect(kindsOf([])).toEqual(['no-rounds']);
  });

  test.each([
    ['a round number', altered(1, { round: 7 }), 'round-number'],
    ['somebody back in the count', altered(1, { continuing: ['A', 'B', 'C', 'D'] }), 'continuing'],
    ['somebody back two rounds later', altered(2, { continuing: ['A', 'B', 'D'] }), 'continuing'],
    ['somebody twice', altered(0, { continuing: ['A', 'A', 'B', 'C', 'D'] }), 'continuing'],
    ['a vote', altered(1, { votes: { A: 41, B: 34, C: 24 } }), 'votes'],
    ['a vote less than none', altered(0, { votes: { A: 40, B: 34, C: -1, D: 27 } }), 'votes'],
    ['a missing candidate', altered(1, { votes: { A: 40, B: 34 } }), 'votes'],
    ['the papers in the count', altered(1, { denominator: 99 }), 'denominator'],
    ['papers received', altered(1, { transferred: { A: 1, B: 0, C: 4 } }), 'transferred'],
    ['papers from nobody', altered(1, { transfers: {} }), 'transfers'],
    ['more papers than there were', altered(1, { transfers: { D: { A: 0, B: 0, C: 9 } } }), 'transfers'],
    ['papers to a stranger', altered(1, { transfers: { D: { X: 4 } } }), 'transfers'],
    ['exhausted papers', altered(1, { exhausted: 3 }), 'exhausted'],
    ['exhausted papers so far', altered(1, { exhaustedTotal: 3 }), 'exhausted-total'],
    ['who goes out', altered(0, { eliminated: ['C'] }), 'eliminated'],
    ['nobody going out', altered(0, { eliminated: [] }), 'eliminated'],
    ['who is elected', altered(2, { elected: ['A'] }), 'elected'],
    ['somebody elected too early', altered(0, { elected: ['A'] }), 'elected'],
    ['how', altered(2, { by: 'lots' }), 'by'],
    [
      'the most on first preferences, where it is claimed too late',
      altered(1, { by: 'plurality_first_only' }),
      'by',
    ],
    ['the end', rounds.slice(0, 2), 'ends-too-early'],
    ['a round after the end', [...rounds, ...rounds.slice(2)], 'round-after-the-end'],
  ])('%s altered is found', (_, read, kind) => {
    expect(kindsOf(read)).toContain(kind);
  });

  test('a lot won by somebody who was not tied is found', () => {
    const tied = countPreferential({
      candidates: ['A', 'B'],
      ballots: [
        { order: ['A'], papers: 1 },
        { order: ['B'], papers: 1 },
      ],
    }).rounds;
    expect(kindsOf(tied)).toEqual([]);
    expect(kindsOf(tied.map((round) => ({ ...round, elected: ['X'], by: 'lots' as const })))).toContain(
      'elected',
    );
  });

  test('one vote moved in any round is always found', () => {
    fc.assert(
      fc.property(
        fc.nat(rounds.length - 1),
        fc.constantFrom('A', 'B', 'C', 'D'),
        fc.integer({ min: -3, max: 3 }).filter((by) => by !== 0),
        (index, id, by) => {
          const votes = rounds[index]?.votes ?? {};
          fc.pre(votes[id] !== undefined);
          const read = altered(index, { votes: { ...votes, [id]: (votes[id] ?? 0) + by } });
          expect(rereadRounds(read).ok).toBe(false);
        },
      ),
    );
  });
});
