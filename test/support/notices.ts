import type { Notice } from '#shared/election/notice.ts';
import type { ActOf } from '#shared/recount/act.ts';

/** A notice that the presiding officer of A posted when the poll closed. */
export const aNotice = (changes: Partial<Notice> = {}): Notice => ({
  type: 'N23',
  constituency: 'LC1',
  station: 'A',
  number: 1,
  revision: 1,
  text: { en: 'The public may enter at 23:45.', 'zh-Hant': '公眾可於晚上11時45分進入。' },
  contents: { expectedAt: '2016-09-04T23:45:00+08:00', telephone: '2891 1001' },
  postedAt: { place: { en: 'Outside the counting station' }, at: '2016-09-04T22:31:00+08:00' },
  ...changes,
});

/** Without what `changes` takes away: `aNoticeWithout(aNotice(), 'station')`. */
export const without = (notice: Notice, ...names: readonly (keyof Notice)[]): Notice =>
  Object.fromEntries(
    Object.entries(notice).filter(([name]) => !names.includes(name as keyof Notice)),
  ) as Notice;

/** The result of LC1, where lists 1 and 2 took one seat each. */
export const aResultNotice = (changes: Partial<Notice> = {}): Notice =>
  without(
    aNotice({
      type: 'N26',
      text: { en: 'Elected: Candidate 1a, Candidate 2a.' },
      contents: { elected: ['1a', '2a'] },
      postedAt: {
        place: { en: 'Outside the Central Counting Station' },
        at: '2016-09-05T11:30:00+08:00',
      },
      ...changes,
    }),
    'station',
  );

/** The act that such a notice became. */
export const aNoticeAct = (body: Notice, changes: Partial<ActOf<'notice'>> = {}): ActOf<'notice'> => ({
  type: 'notice',
  election: 'legco-2016',
  acceptedAt: body.postedAt.at,
  role: body.station === undefined ? 'returning_officer' : 'presiding_officer',
  body,
  ...changes,
});
