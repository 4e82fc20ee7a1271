import { type NoticeWording, told } from './notice-type.ts';

const OUTSIDE = told('outside the counting station', '點票站外', '点票站外');
const OUTSIDE_OR_IN = told(
  'outside the polling station (dedicated stations: inside)',
  '投票站外（專用投票站：站內）',
  '投票站外（专用投票站：站内）',
);
const ON_POLLING_DAY = {
  words: told('on polling day', '投票日', '投票日'),
  deadline: 'on_polling_day',
  is: 'on',
} as const;
const AT_CLOSE = {
  words: told('at the close of poll', '投票結束時', '投票结束时'),
  deadline: 'on_polling_day',
  is: 'on',
} as const;

const common = {
  topic: 'poll',
  roles: ['presiding_officer'],
  gazette: 'none',
} as const;

/** Polling day, at the stations [platforms-and-notices.md §2; counting.md §8]. */
export const AT_THE_STATIONS: readonly NoticeWording[] = [
  {
    ...common,
    id: 'N10',
    name: told('Proceedings terminated', '選舉程序終止', '选举程序终止'),
    topic: 'ended',
    roles: ['returning_officer'],
    place: told(
      'outside each polling station of the constituency, at a conspicuous place',
      '選區或界別內每個投票站外的顯眼處',
      '选区或界别内每个投票站外的显眼处',
    ),
    timing: {
      words: told(
        'at once; in the Gazette as soon as practicable',
        '立即張貼，並盡快在憲報刊登',
        '立即张贴，并尽快在宪报刊登',
      ),
    },
    gazette: 'soon',
    source: '2016 ¶2.29, ¶3.41',
  },
  {
    ...common,
    id: 'N15',
    name: told(
      'Change of no-canvassing and no-staying zones',
      '更改禁止拉票區及禁止逗留區',
      '更改禁止拉票区及禁止逗留区',
    ),
    topic: 'stations',
    // On polling day also an officer whom the Returning Officer authorised [2016 ¶14.7].
    roles: ['returning_officer', 'assistant_returning_officer', 'presiding_officer'],
    place: told(
      'in writing to candidates, and at or near the station; on polling day orally if need be',
      '書面通知候選人，並張貼於投票站或附近；投票日如有需要可口頭通知',
      '书面通知候选人，并张贴于投票站或附近；投票日如有需要可口头通知',
    ),
    timing: {
      words: told(
        'as soon as practicable; not owed if impossible before the close of poll',
        '盡快；如未能在投票結束前作出則無須作出',
        '尽快；如未能在投票结束前作出则无须作出',
      ),
    },
    source: '2016 ¶14.7-14.9',
  },
  {
    ...common,
    id: 'N16',
    name: told('Plan of the polling station', '投票站平面圖', '投票站平面图'),
    roles: ['chief_electoral_officer'],
    place: OUTSIDE_OR_IN,
    timing: ON_POLLING_DAY,
    source: '2016 ¶5.15',
  },
  {
    ...common,
    id: 'N17',
    name: told('Introduction to Candidates', '候選人簡介', '候选人简介'),
    place: OUTSIDE_OR_IN,
    timing: {
      ...ON_POLLING_DAY,
      words: told(
        'on polling day, unless impracticable',
        '投票日，除非並不切實可行',
        '投票日，除非并不切实可行',
      ),
    },
    source: '2016 ¶5.14',
  },
  {
    ...common,
    id: 'N18',
    name: told(
      'Who may enter; places in the observation area',
      '可進入投票站的人士及觀察範圍名額',
      '可进入投票站的人士及观察范围名额',
    ),
    place: told(
      'at the entrance (not at dedicated stations)',
      '投票站入口（專用投票站除外）',
      '投票站入口（专用投票站除外）',
    ),
    timing: ON_POLLING_DAY,
    source: '2016 ¶5.21, ¶5.22(b)',
  },
  {
    ...common,
    id: 'N19',
    name: told('Combined poll', '合併投票', '合并投票'),
    place: told('inside the polling station', '投票站內', '投票站内'),
    timing: ON_POLLING_DAY,
    source: '2016 ¶5.24',
  },
  {
    ...common,
    id: 'N20',
    name: told('Where the votes go', '選票運往的地點', '选票运往的地点'),
    place: told(
      'small stations: outside; dedicated stations: inside',
      '小投票站：站外；專用投票站：站內',
      '小投票站：站外；专用投票站：站内',
    ),
    timing: ON_POLLING_DAY,
    source: '2016 ¶5.18',
  },
  {
    ...common,
    id: 'N21',
    name: told(
      'Poll closed, being prepared for counting',
      '投票結束，現正準備點票',
      '投票结束，现正准备点票',
    ),
    topic: 'count',
    place: OUTSIDE,
    timing: AT_CLOSE,
    source: '2016 ¶5.48',
  },
  {
    ...common,
    id: 'N22',
    name: told('Poll closed', '投票結束', '投票结束'),
    place: told('outside the small polling station', '小投票站外', '小投票站外'),
    timing: AT_CLOSE,
    source: '2016 ¶5.50',
  },
  {
    ...common,
    id: 'N23',
    name: told(
      'When the public may enter the counting station',
      '公眾進入點票站的預計時間',
      '公众进入点票站的预计时间',
    ),
    topic: 'count',
    place: OUTSIDE,
    timing: { words: told('before the count', '點票開始前', '点票开始前') },
    source: '2016 ¶5.62',
  },
];
