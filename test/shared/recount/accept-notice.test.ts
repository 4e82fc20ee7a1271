import { describe, expect, test } from 'vitest';
import type { Role } from '#shared/election/acts.ts';
import type { Notice } from '#shared/election/notice.ts';
import { acceptNotice } from '#shared/recount/accept-notice.ts';
import type { Act } from '#shared/recount/act.ts';
import { aConstituency, aDefinition, aList, anElectionOf } from '../../support/builders.ts';
import { aNotice, aNoticeAct, aResultNotice, without } from '../../support/notices.ts';

const common = {
  election: 'legco-2016',
  role: 'returning_officer',
  acceptedAt: '2016-09-05T03:00:00.000Z',
} as const;
const DECLARED: Act = {
  ...common,
  type: 'declaration',
  body: { constituency: 'LC1', outcome: 'elected', elected: ['1a', '2a'] },
};
const NOW = '2016-09-05T04:00:00.000Z';

const decide = (
  notice: Notice,
  acts: readonly Act[] = [],
  { now = NOW, role = aNoticeAct(notice).role as Role, definition = aDefinition() } = {},
) => acceptNotice({ election: definition.id, definition, acts }, notice, { role, now });

const codes = (...asked: Parameters<typeof decide>): readonly string[] => {
  const decided = decide(...asked);
  return decided.ok ? [] : decided.problem.map(({ code }) => code);
};

describe('posting a notice', () => {
  test('keeps it as it was sent, with the role of its officer', () => {
    expect(decide(aNotice())).toEqual({
      ok: true,
      value: {
        type: 'notice',
        election: 'legco-2016',
        acceptedAt: NOW,
        role: 'presiding_officer',
        body: aNotice(),
      },
    });
  });

  test('is for the officers whom the rules name', () => {
    expect(codes(aNotice(), [], { role: 'commission' })).toEqual(['wrong-role']);
    expect(codes(aResultNotice(), [DECLARED], { role: 'presiding_officer' })).toEqual(['wrong-role']);
  });

  test('takes the next number of its place, and no other', () => {
    const first = aNoticeAct(aNotice());
    expect(codes(aNotice({ number: 2 }))).toEqual(['notice-number']);
    expect(codes(aNotice({ number: 2 }), [first])).toEqual([]);
    expect(codes(aNotice({ number: 1, station: 'B' }), [first])).toEqual([]);
  });

  test('cannot be told before it happened, but clocks may differ by minutes', () => {
    const at = (instant: string) => aNotice({ postedAt: { place: { en: 'Outside' }, at: instant } });
    expect(codes(at('2016-09-05T12:06:00+08:00'))).toEqual(['posted-later']);
    expect(codes(at('2016-09-05T12:04:00+08:00'))).toEqual([]);
  });
});

describe('a result', () => {
  test('is posted after its declaration, with the names declared in any order', () => {
    expect(codes(aResultNotice())).toEqual(['not-declared']);
    expect(codes(aResultNotice(), [DECLARED])).toEqual([]);
    expect(codes(aResultNotice({ contents: { elected: ['2a', '1a'] } }), [DECLARED])).toEqual([]);
    expect(codes(aResultNotice({ contents: { elected: ['1a'] } }), [DECLARED])).toEqual(['elected-differs']);
    expect(codes(aResultNotice({ type: 'N27' }), [DECLARED])).toEqual([]);
  });

  test.each(['N7', 'N26', 'N27'] as const)('as %s is impossible before the close of poll', (type) => {
    const contents = type === 'N7' ? { unfilled: 1 } : { elected: ['1a', '2a'] };
    const notice = aResultNotice({
      type,
      contents,
      postedAt: { place: { en: 'x' }, at: '2016-09-04T12:00:00+08:00' },
    });
    const now = '2016-09-04T14:29:59.999Z';
    expect(codes(notice, [DECLARED], { now })).toEqual(['before-close']);
  });

  const uncontested = anElectionOf(aConstituency({ seats: 2, contestants: [aList('1'), aList('2')] }));

  test('without a poll is told whenever it is known, where nobody contests', () => {
    const notice = aResultNotice({
      type: 'N6',
      postedAt: { place: { en: 'x' }, at: '2016-08-05T17:00:00+08:00' },
    });
    const now = '2016-08-05T10:00:00.000Z';
    expect(codes(notice, [], { now, definition: uncontested })).toEqual([]);
    expect(codes({ ...notice, contents: { elected: ['1a'] } }, [], { now, definition: uncontested })).toEqual(
      ['elected-differs'],
    );
    expect(codes(notice, [], { now })).toEqual(['contested']);
    const failed = { ...notice, type: 'N7' as const, contents: { unfilled: 1 } };
    expect(codes(failed, [], { now, definition: uncontested })).toEqual([]);
  });
});

describe('what was posted stands', () => {
  const posted = aNoticeAct(aResultNotice());
  const later = (changes: Partial<Notice>) => aResultNotice({ revision: 2, reason: 'Gazetted.', ...changes });

  test('a later revision adds the Gazette number, an attachment or a language', () => {
    expect(
      codes(
        later({
          gazette: { number: '5120', date: '2016-09-09' },
          text: { en: 'Elected: Candidate 1a, Candidate 2a.', 'zh-Hant': '當選。' },
        }),
        [DECLARED, posted],
      ),
    ).toEqual([]);
  });

  test.each<readonly [string, Partial<Notice>]>([
    ['its text', { text: { en: 'Another.' } }],
    ['its names', { contents: { elected: ['2a', '1a'] } }],
    ['where it was posted', { postedAt: { place: { en: 'Elsewhere' }, at: '2016-09-05T11:30:00+08:00' } }],
  ])('a later revision cannot change %s', (_, changes) => {
    expect(codes(later(changes), [DECLARED, posted])).toEqual(['notice-changed']);
  });

  test('a number in the Gazette, once told, stays', () => {
    const told = aNoticeAct(later({ gazette: { number: '5120', date: '2016-09-09' } }));
    const other = later({ revision: 3, gazette: { number: '5121', date: '2016-09-09' } });
    expect(codes(other, [DECLARED, posted, told])).toEqual(['notice-changed']);
    expect(codes(later({ revision: 3 }), [DECLARED, posted])).toEqual(['revision-missing']);
  });

  test('a correction is a new notice of the same kind that supersedes it, once', () => {
    const correction = aResultNotice({ number: 2, supersedes: 'c-LC1-1', reason: 'Order misprinted.' });
    expect(codes(correction, [DECLARED, posted])).toEqual([]);
    expect(codes({ ...correction, supersedes: 'c-LC1-7' }, [DECLARED, posted])).toEqual(['notice-unknown']);
    expect(codes({ ...correction, type: 'N27' }, [DECLARED, posted])).toEqual(['notice-unknown']);
    const second = { ...correction, number: 3 };
    expect(codes(second, [DECLARED, posted, aNoticeAct(correction)])).toEqual(['notice-superseded']);
  });

  test('a revision of the correction goes on naming what it supersedes', () => {
    const correction = aResultNotice({ number: 2, supersedes: 'c-LC1-1', reason: 'Order misprinted.' });
    const gazetted = { ...correction, revision: 2, gazette: { number: '1', date: '2016-09-09' } };
    expect(codes(gazetted, [DECLARED, posted, aNoticeAct(correction)])).toEqual([]);
    expect(codes(without(gazetted, 'supersedes'), [DECLARED, posted, aNoticeAct(correction)])).toEqual([
      'notice-changed',
    ]);
  });
});
