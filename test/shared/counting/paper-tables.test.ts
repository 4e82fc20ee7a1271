import { describe, expect, test } from 'vitest';
import { endorsementsFor } from '#shared/counting/endorsements.ts';
import {
  INVALID_CODES,
  invalidCodesFor,
  mostMarks,
  QUESTIONABLE_CODES,
} from '#shared/counting/invalid-codes.ts';
import { INVALID_GROUNDS, QUESTIONABLE_GROUNDS } from '#shared/election/report.ts';

describe('invalid papers', () => {
  test('every ground that a report may name has its rule', () => {
    expect(Object.keys(INVALID_CODES)).toEqual([...INVALID_GROUNDS]);
    expect(Object.keys(QUESTIONABLE_CODES)).toEqual([...QUESTIONABLE_GROUNDS]);
  });

  test('lists, candidates and rankings each have their own ways of being invalid', () => {
    const everywhere = ['unmarked', 'spoilt', 'tendered', 'unused'];
    expect(new Set(invalidCodesFor('list_pr'))).toEqual(
      new Set([...everywhere, 'not_stamp', 'overvote_list']),
    );
    expect(new Set(invalidCodesFor('first_past_the_post'))).toEqual(
      new Set([...everywhere, 'not_stamp', 'overvote_candidate']),
    );
    expect(new Set(invalidCodesFor('preferential'))).toEqual(
      new Set([...everywhere, 'not_arabic', 'multiple_first', 'no_first']),
    );
    expect(invalidCodesFor('net_support')).toEqual([]);
  });

  test('a paper bears one mark for a list, as many as there are seats for candidates', () => {
    expect([
      mostMarks('list_pr', 9),
      mostMarks('first_past_the_post', 3),
      mostMarks('preferential', 1),
    ]).toEqual([1, 3, null]);
  });
});

describe('endorsements', () => {
  const written = (final: 'accept' | 'reject', objected: boolean, bilingual = true) =>
    endorsementsFor({ final, objected, bilingual }).map(({ event, en }) => [event, en]);

  test('follow the final decision and the objection to it', () => {
    expect(written('accept', false)).toEqual([]);
    expect(written('accept', true)).toEqual([['acceptance_objected', 'acceptance objected to']]);
    expect(written('reject', false)).toEqual([['rejected', 'rejected']]);
    expect(written('reject', true)).toEqual([
      ['rejected', 'rejected'],
      ['rejection_objected', 'rejection objected to'],
    ]);
  });

  test('are Chinese only in the edition of 2008', () => {
    expect(written('reject', false, false)).toEqual([['rejected', null]]);
  });
});
