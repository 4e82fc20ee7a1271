import { describe, expect, test } from 'vitest';
import { parseInput } from '#shared/election/input-problem.ts';
import { Notice, noticeIdOf } from '#shared/election/notice.ts';
import { identityNumberIn } from '#shared/identity-numbers.ts';
import { checkNotice } from '#shared/notices/check-notice.ts';
import { aConstituency, aDefinition, aStation } from '../../support/builders.ts';
import { aNotice, aResultNotice, without } from '../../support/notices.ts';

const definition = aDefinition({
  constituencies: [aConstituency(), aConstituency({ id: 'LC2' })],
  stations: [aStation('A'), aStation('B'), aStation('C', { constituency: 'LC2' })],
});

const wrong = (notice: Notice): readonly string[] =>
  checkNotice(definition, notice).map(({ code, path }) => `${code} ${path}`);

describe('a notice', () => {
  test('with everything prescribed is right', () => {
    expect(wrong(aNotice())).toEqual([]);
    expect(wrong(aResultNotice())).toEqual([]);
  });

  test('is named after its station, its constituency or the election', () => {
    expect(noticeIdOf(aNotice())).toBe('s-A-1');
    expect(noticeIdOf(aResultNotice({ number: 12 }))).toBe('c-LC1-12');
    expect(noticeIdOf(without(aNotice({ number: 3 }), 'station', 'constituency'))).toBe('e-3');
  });

  test.each<readonly [string, Notice, readonly string[]]>([
    [
      'no telephone number',
      aNotice({ contents: { expectedAt: '2016-09-04T23:45:00+08:00' } }),
      ['missing-field $.contents.telephone'],
    ],
    [
      'words for a number',
      aNotice({ contents: { expectedAt: '2016-09-04T23:45:00+08:00', telephone: 'ask' } }),
      ['not-a-telephone $.contents.telephone'],
    ],
    [
      'a day for a time',
      aNotice({ contents: { expectedAt: '2016-09-04', telephone: '1823' } }),
      ['not-a-time $.contents.expectedAt'],
    ],
    [
      'a content of another kind',
      aNotice({ contents: { expectedAt: '2016-09-04T23:45:00+08:00', telephone: '1823', elected: ['1a'] } }),
      ['unknown-field $.contents.elected'],
    ],
    ['no text', without(aNotice(), 'text'), ['missing-field $.text']],
    ['no station where it needs one', without(aNotice(), 'station'), ['notice-about $.station']],
    ['a station that is none', aNotice({ station: 'Z' }), ['unknown-station $.station']],
    [
      'a station of another constituency',
      aNotice({ station: 'C' }),
      ['station-of-another-constituency $.station'],
    ],
    [
      'a constituency that is none',
      aResultNotice({ constituency: 'LC9' }),
      ['unknown-constituency $.constituency'],
    ],
    [
      'names that do not stand here',
      aResultNotice({ contents: { elected: ['1a', '9z'] } }),
      ['unknown-candidate $.contents.elected[1]'],
    ],
    ['nobody elected', aResultNotice({ contents: { elected: [] } }), ['missing-field $.contents.elected']],
    ['a second revision without a reason', aNotice({ revision: 2 }), ['reason-required $.reason']],
    [
      'another superseded without a reason',
      aNotice({ number: 2, supersedes: 's-A-1' }),
      ['reason-required $.reason'],
    ],
    ['itself superseded', aNotice({ supersedes: 's-A-1', reason: 'r' }), ['notice-unknown $.supersedes']],
    [
      'zones without their map',
      aNotice({
        type: 'N14',
        contents: { noCanvassing: { en: 'Main Street' }, noStaying: { en: 'the gate' } },
      }),
      ['missing-field $.attachment'],
    ],
    [
      'an identity number',
      aNotice({ text: { en: 'Ask A123456(3) at the door.' } }),
      ['identity-number $.text.en'],
    ],
  ])('with %s is refused', (_, notice, problems) => {
    expect(wrong(notice)).toEqual(problems);
  });

  test('to those concerned only tells that it was given, and not a word of what it says', () => {
    const card = without(
      aNotice({ type: 'N36', title: { en: 'Poll card' }, contents: {} }),
      'constituency',
      'station',
    );
    expect(wrong(card)).toEqual([
      'notice-fact-only $.title',
      'notice-fact-only $.text',
      'notice-fact-only $.contents',
    ]);
    expect(wrong(without(card, 'title', 'text', 'contents'))).toEqual([]);
  });

  test('of a censure names who offended, who gained or lost, and that a chance to explain was given', () => {
    const censure = without(aNotice({ type: 'N34', contents: {} }), 'constituency', 'station');
    expect(wrong(censure)).toEqual([
      'missing-field $.contents.measure',
      'missing-field $.contents.offenders',
      'missing-field $.contents.hearing',
    ]);
    const named = { offenders: [{ name: { en: 'Somebody' } }], gained: [{ name: { en: 'Another' } }] };
    expect(wrong({ ...censure, contents: { ...named, measure: 'censure', hearing: 'heard' } })).toEqual([]);
    expect(wrong({ ...censure, contents: { ...named, measure: 'hanging', hearing: 'heard' } })).toEqual([
      'not-one-of $.contents.measure',
    ]);
  });

  test('lists persons with their telephone, prisons with their figure', () => {
    const election = (changes: Partial<Notice>) => without(aNotice(changes), 'constituency', 'station');
    const pollsters = [{ name: { en: 'Body' }, telephone: '1823' }, { name: { en: 'Other' } }];
    expect(wrong(election({ type: 'N28', contents: { pollsters } }))).toEqual([
      'missing-field $.contents.pollsters[1].telephone',
    ]);
    const prisons = [{ name: { en: 'Stanley' }, number: 12, telephone: '1' }, 'Shek Pik'];
    expect(wrong(election({ type: 'N29', contents: { prisons } }))).toEqual([
      'unknown-field $.contents.prisons[0].telephone',
      'wrong-type $.contents.prisons[1]',
    ]);
  });
});

describe('the shape of a notice', () => {
  const codes = (notice: unknown): readonly string[] => {
    const parsed = parseInput(Notice, notice);
    return parsed.ok ? [] : parsed.problem.map(({ code, path }) => `${code} ${path}`);
  };

  test('takes paragraphs, and no character that only a machine sees', () => {
    expect(codes(aNotice({ text: { en: 'One.\n\nTwo <b>bold</b>.' } }))).toEqual([]);
    expect(codes(aNotice({ text: { en: 'One.\u0000' } }))).toEqual(['control-character $.text.en']);
    expect(codes(aNotice({ text: {} }))).toEqual(['no-language $.text']);
  });

  test('takes a day that is one', () => {
    expect(codes(aNotice({ gazette: { number: '4821', date: '2016-02-30' } }))).toEqual([
      'not-a-day $.gazette.date',
    ]);
  });

  test('takes names of notices only where others could have them', () => {
    expect(codes(aNotice({ supersedes: '../etc' }))).toEqual(['not-an-identifier $.supersedes']);
    expect(codes(aNotice({ supersedes: 's-A-0' }))).toEqual(['not-an-identifier $.supersedes']);
  });
});

test('an identity number is found by its check character, in full width too', () => {
  expect(identityNumberIn('A123456(3)')).toBe('A123456(3)');
  expect(identityNumberIn('身分證Ａ１２３４５６（３）。')).toBe('A123456(3)');
  expect(identityNumberIn('AB987654(3)')).toBe('AB987654(3)');
  expect(identityNumberIn('G.N. 4821, room A123456(4), 2891 1001')).toBeNull();
});
