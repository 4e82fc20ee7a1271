import { type NoticeWording, told } from './notice-type.ts';

const EACH_CANDIDATE = told('in writing to each candidate', '書面通知每名候選人', '书面通知每名候选人');
const DECLARED = told('public declaration', '公開宣布', '公开宣布');
const GAZETTE = told('the Gazette', '憲報', '宪报');
const ASAP = told('as soon as practicable', '在切實可行範圍內盡快', '在切实可行范围内尽快');
const WHEN_KNOWN = told('as soon as it is known', '一經確定', '一经确定');

const common = { gazette: 'none' } as const;

/** Of each constituency, from its nominations to the eve of the poll [platforms-and-notices.md §2]. */
export const BEFORE_THE_POLL: readonly NoticeWording[] = [
  {
    ...common,
    id: 'N1',
    name: told('Election notice', '選舉公告', '选举公告'),
    topic: 'nominations',
    // The text names no officer: the Chief Electoral Officer, unless another posts it [F-1].
    roles: ['chief_electoral_officer', 'returning_officer', 'commission'],
    place: GAZETTE,
    timing: { words: told('before nominations open', '提名期開始前', '提名期开始前') },
    gazette: 'required',
    source: '2016 ¶4.16; reading F-1',
  },
  {
    ...common,
    id: 'N2',
    name: told('Designation of stations', '指定投票站及點票站', '指定投票站及点票站'),
    topic: 'stations',
    roles: ['chief_electoral_officer'],
    place: GAZETTE,
    timing: {
      words: told('at least 10 days before polling day', '投票日前最少10日', '投票日前最少10日'),
      deadline: 'designation_of_stations',
    },
    gazette: 'required',
    source: '2016 ¶5.2',
  },
  {
    ...common,
    id: 'N3',
    name: told('Counting place', '點票地點通知', '点票地点通知'),
    topic: 'stations',
    roles: ['returning_officer'],
    place: EACH_CANDIDATE,
    timing: {
      words: told(
        'at least 10 days before polling day (2008: one working day)',
        '投票日前最少10日（2008年：一個工作天）',
        '投票日前最少10日（2008年：一个工作日）',
      ),
      deadline: 'counting_place_notice',
      deadline2008: 'counting_place_notice_2008',
    },
    source: '2016 ¶5.2; 2008 ¶5.2',
  },
  {
    ...common,
    id: 'N4',
    name: told('Validly nominated candidates', '獲有效提名的候選人', '获有效提名的候选人'),
    topic: 'nominations',
    roles: ['returning_officer'],
    place: GAZETTE,
    timing: {
      words: told('within 14 days after nominations close', '提名期結束後14日內', '提名期结束后14日内'),
      deadline: 'valid_nominations_gazetted',
    },
    gazette: 'required',
    // Principal addresses stand in the Gazette only: the ledger and all files are open data [F-5].
    source: '2016 ¶4.26, ¶4.37; reading F-5',
  },
  {
    ...common,
    id: 'N5',
    name: told('Validity of all nominations', '各項提名是否有效', '各项提名是否有效'),
    topic: 'nominations',
    roles: ['returning_officer'],
    place: told(
      'to each validly nominated candidate',
      '通知每名獲有效提名的候選人',
      '通知每名获有效提名的候选人',
    ),
    timing: {
      words: told(
        'together with the notice of candidates',
        '與獲有效提名候選人的公告一併發出',
        '与获有效提名候选人的公告一并发出',
      ),
      deadline: 'valid_nominations_gazetted',
    },
    source: '2016 ¶4.37',
  },
  {
    ...common,
    id: 'N6',
    name: told('Elected uncontested', '無競逐，候選人當選', '无竞逐，候选人当选'),
    topic: 'nominations',
    roles: ['returning_officer'],
    place: told('public declaration; electors notified', '公開宣布，並通知選民', '公开宣布，并通知选民'),
    timing: { words: WHEN_KNOWN },
    gazette: 'may',
    source: '2016 ¶2.22, ¶5.11',
  },
  {
    ...common,
    id: 'N7',
    name: told('Election failed', '選舉未能完成', '选举未能完成'),
    topic: 'ended',
    roles: ['returning_officer'],
    place: DECLARED,
    timing: { words: WHEN_KNOWN },
    gazette: 'may',
    source: '2016 ¶2.22, ¶2.30, ¶3.34, ¶3.42',
  },
  {
    ...common,
    id: 'N8',
    name: told(
      'Death or varied decision before the poll',
      '投票前候選人去世或更改提名決定',
      '投票前候选人去世或更改提名决定',
    ),
    topic: 'nominations',
    roles: ['returning_officer'],
    place: DECLARED,
    timing: { words: ASAP },
    source: '2016 ¶2.28, ¶4.33-4.34',
  },
  {
    ...common,
    id: 'N9',
    name: told('Proceedings terminated before polling day', '投票日前終止選舉程序', '投票日前终止选举程序'),
    topic: 'ended',
    roles: ['returning_officer'],
    place: DECLARED,
    timing: { words: ASAP },
    source: '2016 ¶3.40, ¶4.35',
  },
  {
    ...common,
    id: 'N11',
    name: told('Particulars of election agents', '選舉代理人資料', '选举代理人资料'),
    topic: 'nominations',
    roles: ['returning_officer'],
    place: told(
      'to each candidate or agent; outside the Returning Officer’s office',
      '送交候選人或代理人，並在選舉主任辦事處外展示',
      '送交候选人或代理人，并在选举主任办事处外展示',
    ),
    timing: {
      words: told(
        'within 10 days after nominations close, later changes as needed',
        '提名期結束後10日內，其後如有更改另行通知',
        '提名期结束后10日内，其后如有更改另行通知',
      ),
      deadline: 'election_agent_particulars',
    },
    source: '2016 ¶7.12',
  },
  {
    ...common,
    id: 'N12',
    name: told('Briefing for candidates', '候選人簡介會', '候选人简介会'),
    topic: 'nominations',
    roles: ['returning_officer'],
    place: told('to candidates', '通知候選人', '通知候选人'),
    timing: { words: told('after nominations close', '提名期結束後', '提名期结束后') },
    source: '2016 ¶4.58',
  },
  {
    ...common,
    id: 'N13',
    name: told('Allocation of display spots', '分配指定展示位置', '分配指定展示位置'),
    topic: 'nominations',
    roles: ['returning_officer'],
    place: told(
      'list and maps of one form to candidates',
      '名單及劃一格式地圖送交候選人',
      '名单及统一格式地图送交候选人',
    ),
    timing: {
      words: told(
        'generally within 3 working days after nominations close',
        '一般在提名期結束後3個工作天內',
        '一般在提名期结束后3个工作日内',
      ),
      deadline: 'display_spot_allocation',
    },
    source: '2016 ¶8.25, ¶8.29(b)',
  },
  {
    ...common,
    id: 'N14',
    name: told('No-canvassing and no-staying zones', '禁止拉票區及禁止逗留區', '禁止拉票区及禁止逗留区'),
    topic: 'stations',
    roles: ['returning_officer'],
    place: told(
      'in writing to candidates; on polling day at or near the station, with map',
      '書面通知候選人；投票日連同地圖張貼於投票站或附近',
      '书面通知候选人；投票日连同地图张贴于投票站或附近',
    ),
    timing: {
      words: told(
        'to candidates at least 7 days before polling day',
        '投票日前最少7日通知候選人',
        '投票日前最少7日通知候选人',
      ),
      deadline: 'no_canvassing_zone_notice',
    },
    source: '2016 ¶14.5-14.8, ¶5.15',
  },
];
