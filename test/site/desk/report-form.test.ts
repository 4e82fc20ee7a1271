import { describe, expect, test } from 'vitest';
import type { FormSheet } from '#shared/desk/desk-views.ts';
import { formSheet } from '#shared/desk/form-sheet.ts';
import type { Constituency, ElectionDefinition } from '#shared/election/definition.ts';
import { type Draft, emptyDraft } from '../../../site/desk/offline/drafts.ts';
import { checkDraft, sumsOf } from '../../../site/desk/report/check-draft.ts';
import { figureOrder, votesPath } from '../../../site/desk/report/fields.ts';
import { fromEntry } from '../../../site/desk/report/from-entry.ts';
import { movedRows } from '../../../site/desk/report/moved-rows.ts';
import { pastedRankings, readRanking, writtenRanking } from '../../../site/desk/report/rankings.ts';
import { toEntry } from '../../../site/desk/report/to-entry.ts';
import { aCandidate, aConstituency, anElectionOf, aRanking } from '../../support/builders.ts';

const form = { constituency: 'LC1', station: 'A', count: 1, revision: 1, attempt: 1 };

const sheetOf = (constituency: Constituency, changes: Partial<ElectionDefinition> = {}): FormSheet => {
  const definition = anElectionOf(constituency, ['A'], changes);
  const places = { stations: ['A'], sees: () => true };
  return formSheet(definition, constituency, places, '2016-09-04T23:00:00+08:00');
};

const draftOf = (sheet: FormSheet, typed: Record<string, string>, more: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(sheet.ballot, []),
  typed,
  ...more,
});

const LISTS = { '$.votes["1"]': '1,141', '$.votes["2"]': '５０', '$.votes["3"]': '0' };

describe('a list constituency’s form', () => {
  const sheet = sheetOf(aConstituency());

  test('follows the paper: lists by number, valid votes, papers, account', () => {
    const order = figureOrder(sheet.constituency);
    expect(order.slice(0, 5)).toEqual([
      votesPath('1'),
      votesPath('2'),
      votesPath('3'),
      '$.validVotes',
      '$.invalid.unmarked',
    ]);
    expect(order.at(-1)).toBe('$.account.tendered');
  });

  test('is taken as the API takes it, with the hash of its candidate list', () => {
    const draft = draftOf(sheet, { ...LISTS, '$.validVotes': '1191', '$.invalid.unmarked': '3' });
    const { entry, errors, warnings } = checkDraft({ sheet, form, draft });
    expect([errors, warnings]).toEqual([[], []]);
    expect(entry).toEqual({
      attempt: 1,
      validVotes: 1191,
      report: {
        ...{ constituency: 'LC1', station: 'A', count: 1, revision: 1, ballot: sheet.ballot },
        votes: { '1': 1141, '2': 50, '3': 0 },
        invalid: { unmarked: 3 },
      },
    });
  });

  test('a sum that differs is told at the valid votes, with both sums and what would account for it', () => {
    const draft = draftOf(sheet, { ...LISTS, '$.validVotes': '1,461' });
    const { errors, hint } = checkDraft({ sheet, form, draft });
    expect(errors).toEqual([
      { code: 'sum-differs', path: '$.validVotes', figures: { sum: 1191, difference: 270, value: 1461 } },
    ]);
    expect(hint).toMatchObject({ kind: 'swapped', path: votesPath('1'), meant: 1411 });
    expect(sumsOf({ sheet, form, draft })).toMatchObject({ lists: 1191, valid: 1461, difference: 270 });
  });

  test('a row left empty and a text that is no figure are told at their fields', () => {
    const draft = draftOf(sheet, {
      ...LISTS,
      '$.votes["2"]': '',
      '$.votes["3"]': '12a',
      '$.validVotes': '9',
    });
    expect(checkDraft({ sheet, form, draft }).errors.map(({ code, path }) => [code, path])).toEqual([
      ['figure-missing', votesPath('2')],
      ['figure-unclear', votesPath('3')],
    ]);
  });

  test('an account with less than nothing for the box is one fault, told once', () => {
    const account = {
      '$.account.supplied': '10',
      '$.account.unissued': '20',
      '$.account.unused': '0',
      '$.account.spoilt': '0',
    };
    const draft = draftOf(sheet, { ...LISTS, '$.validVotes': '1191', ...account });
    expect(checkDraft({ sheet, form, draft }).errors.map(({ code }) => code)).toEqual(['sum-A2']);
  });

  test('more papers than the account shows are asked about, and do not block', () => {
    const account = {
      '$.account.supplied': '1200',
      '$.account.unissued': '100',
      '$.account.unused': '0',
      '$.account.spoilt': '0',
    };
    const draft = draftOf(sheet, { ...LISTS, '$.validVotes': '1191', ...account });
    const { errors, warnings } = checkDraft({ sheet, form, draft });
    expect([errors, warnings.map(({ code }) => code)]).toEqual([[], ['A4']]);
  });

  test('a correction needs a reason, and explanations go along', () => {
    const typed = { ...LISTS, '$.validVotes': '1191' };
    const second = { ...form, revision: 2 };
    const without = checkDraft({ sheet, form: second, draft: draftOf(sheet, typed) });
    expect(without.errors.map(({ code }) => code)).toEqual(['reason-missing']);
    const draft = draftOf(sheet, typed, {
      reason: ' digits swapped ',
      explanations: { A4: 'found two', A7: ' ' },
    });
    expect(toEntry(draft, sheet.constituency, second).report).toMatchObject({
      reason: 'digits swapped',
      explanations: { A4: 'found two' },
    });
  });

  const ODD = {
    '$.votes["1"]': '100',
    '$.votes["2"]': '90',
    '$.votes["3"]': '810',
    '$.validVotes': '1,000',
  };
  const soFar = { votes: { '1': 9000, '2': 900, '3': 100 }, valid: 10_000, stationsReported: 10 };

  test('a share far above that of the constituency is asked about, with both shares, where they are known', () => {
    const draft = draftOf(sheet, ODD);
    expect(checkDraft({ sheet, form, draft, soFar }).warnings).toMatchObject([
      { code: 'outlier', path: votesPath('3'), figures: { number: '3', votes: 810, constituencyVotes: 100 } },
    ]);
    const few = { ...soFar, stationsReported: 9 };
    expect(checkDraft({ sheet, form, draft, soFar: few }).warnings).toEqual([]);
    expect(checkDraft({ sheet, form, draft }).warnings).toEqual([]);
  });

  test('an explanation goes along while it is asked for, and stays in sight where that is not known', () => {
    const explanations = { outlier: 'their own village' };
    const sent = (typed: Record<string, string>, known: typeof soFar | null) => {
      const draft = draftOf(sheet, typed, { explanations });
      const { entry, warnings } = checkDraft({ sheet, form, draft, soFar: known });
      return [entry.report.explanations, warnings.map(({ code }) => code)];
    };
    expect(sent(ODD, soFar)).toEqual([explanations, ['outlier']]);
    expect(sent(ODD, null)).toEqual([explanations, ['outlier']]);
    expect(sent({ ...LISTS, '$.validVotes': '1191' }, soFar)).toEqual([undefined, []]);
  });

  test('typed again from an earlier entry it is the same entry', () => {
    const draft = draftOf(sheet, {
      ...LISTS,
      '$.validVotes': '1191',
      '$.account.supplied': '2000',
      '$.questionable.rejected.mutilated': '2',
    });
    const entry = toEntry(draft, sheet.constituency, form);
    const again = { ...draft, ...fromEntry(entry, sheet.constituency) };
    expect(toEntry(again, sheet.constituency, form)).toEqual(entry);
  });
});

describe('a form of another system', () => {
  test('with several votes on a paper valid papers are counted beside the votes', () => {
    const contestants = ['1', '2', '3'].map((id) => aCandidate(id));
    const sheet = sheetOf(
      aConstituency({ system: 'first_past_the_post', kind: 'ordinary_fc', seats: 2, contestants }),
    );
    const typed = { '$.votes["1"]': '10', '$.votes["2"]': '8', '$.votes["3"]': '1', '$.papers': '9' };
    const { errors } = checkDraft({ sheet, form, draft: draftOf(sheet, typed) });
    expect(errors).toEqual([
      { code: 'sum-A6', path: '$.papers', figures: { valid: 9, votes: 19, votesPerPaper: 2 } },
    ]);
    expect(checkDraft({ sheet, form, draft: draftOf(sheet, { ...typed, '$.papers': '12' }) }).errors).toEqual(
      [],
    );
  });

  test('answers of a referendum are typed for each question', () => {
    const sheet = sheetOf(
      aConstituency({ system: 'net_support', kind: 'referendum', seats: 1, contestants: [aCandidate('1')] }),
    );
    const typed = {
      '$.choices["1"].support': '5',
      '$.choices["1"].oppose': '2',
      '$.choices["1"].abstain': '1',
      '$.validVotes': '8',
    };
    const { entry, errors } = checkDraft({ sheet, form, draft: draftOf(sheet, typed) });
    expect(errors).toEqual([]);
    expect(entry.report.choices).toEqual({ '1': { support: 5, oppose: 2, abstain: 1 } });
  });

  test('rankings are typed as they are written', () => {
    const constituency = aRanking(['1', '2', '3', '4']);
    const sheet = sheetOf(constituency);
    const rankings = [
      { order: '3 1', papers: '12' },
      { order: '２，－，4=1', papers: '1' },
    ];
    const { entry, errors } = checkDraft({
      sheet,
      form,
      draft: draftOf(sheet, { '$.validVotes': '13' }, { rankings }),
    });
    expect(errors).toEqual([]);
    expect(entry.report.rankings).toEqual([
      { order: ['3', '1'], papers: 12 },
      { order: ['2', null, ['4', '1']], papers: 1 },
    ]);
    const order = entry.report.rankings?.[1]?.order ?? [];
    expect(writtenRanking(order, constituency.contestants)).toBe('2 – 4=1');
    expect(readRanking({ order: '9', papers: '1' }, constituency.contestants)).toMatchObject({
      ok: false,
      code: 'ranking-stranger',
    });
  });

  test('rankings copied from a spreadsheet become rows', () => {
    expect(pastedRankings('3\t1\t12\n2\t\t4')).toEqual([
      { order: '3 1', papers: '12' },
      { order: '2', papers: '4' },
    ]);
    expect(pastedRankings('3 1: 12\n2: 4')).toEqual([
      { order: '3 1', papers: '12' },
      { order: '2', papers: '4' },
    ]);
    expect(pastedRankings('3 1')).toEqual([]);
  });
});

test('a changed candidate list tells which rows moved, went and came', () => {
  const before = ['1', '2', '3'].map((number) => ({ id: `c${number}`, number }));
  const now = [
    { id: 'c2', number: '1' },
    { id: 'c3', number: '3' },
    { id: 'c4', number: '4' },
  ];
  expect(movedRows(before, now)).toEqual({
    moved: [
      { id: 'c2', before: '2', now: '1' },
      { id: 'c3', before: '3', now: '3' },
    ],
    gone: [{ id: 'c1', number: '1' }],
    added: [{ id: 'c4', number: '4' }],
  });
});
