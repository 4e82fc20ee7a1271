import { type NoticeWording, told } from './notice-type.ts';

const WHEN_KNOWN = told('as soon as it is known', '一經確定', '一经确定');

const common = { gazette: 'none' } as const;

/** From the election's offices before the poll: registers, platforms, poll cards, exit pollsters [platforms-and-notices.md §2]. */
export const FROM_THE_OFFICES: readonly NoticeWording[] = [
  {
    ...common,
    id: 'N24',
    name: told('Expected start of sorting', '選票分流的預計開始時間', '选票分流的预计开始时间'),
    topic: 'count',
    // The text names no officer, as for N1.
    roles: ['chief_electoral_officer', 'returning_officer'],
    place: told('to candidates', '通知候選人', '通知候选人'),
    timing: {
      words: told('before polling day', '投票日前', '投票日前'),
      deadline: 'before_polling_day',
    },
    source: '2016 ¶5.53; as reading F-1',
  },
  {
    ...common,
    id: 'N28',
    name: told('Permitted exit pollsters', '獲准進行票站調查者', '获准进行票站调查者'),
    topic: 'poll',
    roles: ['chief_electoral_officer'],
    by: told('Registration and Electoral Office', '選舉事務處', '选举事务处'),
    place: told(
      'released to the public and candidates; at the stations concerned',
      '向公眾及候選人公布，並在有關投票站張貼',
      '向公众及候选人公布，并在有关投票站张贴',
    ),
    timing: { words: told('before polling day', '投票日前', '投票日前'), deadline: 'before_polling_day' },
    // Never who was asked what: results of exit polls are no notice at all [2016 ¶15.4].
    source: '2016 ¶15.7',
  },
  {
    ...common,
    id: 'N29',
    name: told('Registered electors in each prison', '各監獄的登記選民人數', '各监狱的登记选民人数'),
    topic: 'registers',
    roles: ['chief_electoral_officer'],
    by: told('Registration and Electoral Office', '選舉事務處', '选举事务处'),
    place: told('website of the Registration and Electoral Office', '選舉事務處網站', '选举事务处网站'),
    timing: {
      words: told(
        'from 21 days before polling day, every Monday to Friday that is no public holiday, and the Saturday before it',
        '投票日前21日起，逢星期一至五（公眾假期除外）及投票日前的星期六',
        '投票日前21日起，逢星期一至五（公众假期除外）及投票日前的星期六',
      ),
      deadline: 'prison_elector_numbers',
      is: 'from',
    },
    source: '2016 ¶7.15, ¶7.27',
  },
  {
    ...common,
    id: 'N30',
    name: told(
      'Addresses of the Central and Candidate’s Platforms',
      '中央平台及候選人平台的網址',
      '中央平台及候选人平台的网址',
    ),
    topic: 'conduct',
    roles: ['chief_electoral_officer'],
    place: told('made public', '向公眾公布', '向公众公布'),
    timing: { words: WHEN_KNOWN },
    source: '2016 ¶8.57, App.5 ¶16',
  },
  {
    ...common,
    id: 'N31',
    name: told(
      'Provisional register and omissions list',
      '臨時選民登記冊及取消登記名單',
      '临时选民登记册及取消登记名单',
    ),
    topic: 'registers',
    roles: ['chief_electoral_officer'],
    by: told('Electoral Registration Officer', '選舉登記主任', '选举登记主任'),
    place: told(
      'Registration and Electoral Office, and district offices named in the Gazette',
      '選舉事務處及憲報指明的民政事務處',
      '选举事务处及宪报指明的民政事务处',
    ),
    timing: {
      words: told(
        '1 June; in a year of District Council elections 1 August',
        '6月1日；區議會選舉年為8月1日',
        '6月1日；区议会选举年为8月1日',
      ),
      deadline: 'provisional_register',
    },
    // The register itself is for election purposes only and never comes here [2016 ¶2.20 note].
    source: '2016 ¶2.15-2.16, ¶3.25-3.27',
  },
  {
    ...common,
    id: 'N32',
    name: told('Final register', '正式選民登記冊', '正式选民登记册'),
    topic: 'registers',
    roles: ['chief_electoral_officer'],
    by: told('Electoral Registration Officer', '選舉登記主任', '选举登记主任'),
    place: told(
      'Registration and Electoral Office, and district offices',
      '選舉事務處及民政事務處',
      '选举事务处及民政事务处',
    ),
    timing: {
      words: told(
        '25 July; in a year of District Council elections 25 September',
        '7月25日；區議會選舉年為9月25日',
        '7月25日；区议会选举年为9月25日',
      ),
      deadline: 'final_register',
    },
    source: '2016 ¶2.20, ¶3.32',
  },
  {
    ...common,
    id: 'N33',
    name: told('Emblem or name to be registered', '標誌或名稱的登記申請', '标志或名称的登记申请'),
    topic: 'registers',
    roles: ['commission'],
    place: told(
      'the Gazette, twice: before objections and when approved',
      '憲報，先後兩次：擬予批准時及批准後',
      '宪报，先后两次：拟予批准时及批准后',
    ),
    timing: {
      words: told(
        'after consideration; objections within 14 days; then approval',
        '審議之後；14日內可提出反對；其後批准',
        '审议之后；14日内可提出反对；其后批准',
      ),
    },
    gazette: 'required',
    source: '2016 ¶4.51-4.54',
  },
  {
    ...common,
    id: 'N36',
    name: told('Poll cards', '投票通知卡', '投票通知卡'),
    topic: 'poll',
    roles: ['chief_electoral_officer'],
    by: told('Registration and Electoral Office', '選舉事務處', '选举事务处'),
    place: told('by post to electors', '郵寄予選民', '邮寄予选民'),
    timing: {
      words: told('at least 10 days before polling day', '投票日前最少10日', '投票日前最少10日'),
      deadline: 'poll_cards',
    },
    source: '2016 ¶5.10',
  },
];
