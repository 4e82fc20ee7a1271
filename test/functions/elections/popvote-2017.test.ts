import { describe, expect, test } from 'vitest';
import { popvote2017 } from '#functions/elections/popvote-2017.ts';
import { counted } from './counted.ts';

const constituency = counted(popvote2017(), []);

/** Tenths of a per cent, rounded half away from zero, as the page prints them. */
const tenths = (votes: number, of: number): number =>
  Math.sign(votes) * Math.floor((2000 * Math.abs(votes) + of) / (2 * of));

describe('PopVote 2017', () => {
  test.each([
    ['tsang', 918, 42, 40, 877],
    ['lam', 15, 961, 24, -945],
    ['woo', 271, 394, 335, -123],
  ])('%s: percentages and net support are those that were printed', (id, support, oppose, abstain, net) => {
    const choices = constituency('VOTE').contestants.find((contestant) => contestant.id === id)?.choices;
    expect(choices).toBeDefined();
    if (!choices) return;
    expect(choices.support + choices.oppose + choices.abstain).toBe(65_192);
    const printed = [choices.support, choices.oppose, choices.abstain, choices.net];
    expect(printed.map((votes) => tenths(votes, 65_192))).toEqual([support, oppose, abstain, net]);
  });

  test('one candidate wins by net support, and the question of the electoral system is answered no', () => {
    expect(constituency('VOTE').contestants.flatMap(({ elected }) => elected)).toEqual(['tsang']);
    expect(constituency('SYSTEM').contestants.flatMap(({ elected }) => elected)).toEqual([]);
  });

  test('the threshold of nominations is 37,790: reached exactly by one, missed by one vote by another', () => {
    const { quota, contestants } = constituency('NOMINATION');
    expect(quota).toBe('37790');
    expect(contestants.map(({ votes, seats }) => [votes, seats])).toEqual([
      [41_203, 1],
      [37_790, 1],
      [37_789, 0],
      [5_291, 0],
    ]);
  });

  test('at every channel each voter answers every question, and nobody answers less than nothing', () => {
    for (const { choices = {} } of popvote2017().reports) {
      const answers = Object.values(choices);
      const voters = new Set(answers.map(({ support, oppose, abstain }) => support + oppose + abstain));
      expect(voters.size).toBeLessThan(2);
      expect(answers.every(({ abstain }) => abstain >= 0)).toBe(true);
    }
  });
});
