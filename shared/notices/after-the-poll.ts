import { type NoticeWording, told } from './notice-type.ts';

const common = { gazette: 'none' } as const;

/** The count, its result, and what follows [platforms-and-notices.md §2, §7-8]. */
export const AFTER_THE_POLL: readonly NoticeWording[] = [
  {
    ...common,
    id: 'N25',
    name: told('Count moved to another place', '更改點票地點', '更改点票地点'),
    topic: 'count',
    roles: ['returning_officer'],
    place: told(
      'in writing to the first-ranked candidate of each list',
      '書面通知各名單的首名候選人',
      '书面通知各名单的首名候选人',
    ),
    timing: {
      words: told(
        'when the Electoral Affairs Commission directs it',
        '選舉管理委員會指示時',
        '选举管理委员会指示时',
      ),
    },
    source: '2016 ¶5.82',
  },
  {
    ...common,
    id: 'N26',
    name: told('Notice of result', '選舉結果公告', '选举结果公告'),
    topic: 'result',
    roles: ['returning_officer'],
    place: told(
      'conspicuous place outside the Central Counting Station',
      '中央點票站外顯眼處',
      '中央点票站外显眼处',
    ),
    timing: { words: told('on the declaration', '宣布結果時', '宣布结果时') },
    gazette: 'follows',
    source: '2016 ¶5.99-5.100',
  },
  {
    ...common,
    id: 'N27',
    name: told('Result in the Gazette', '憲報刊登選舉結果', '宪报刊登选举结果'),
    topic: 'result',
    roles: ['returning_officer'],
    place: told('the Gazette', '憲報', '宪报'),
    timing: {
      words: told('within 10 days after the declaration', '宣布結果後10日內', '宣布结果后10日内'),
      deadline: 'result_gazetted',
    },
    gazette: 'required',
    source: '2016 ¶5.99-5.100',
  },
  {
    ...common,
    id: 'N34',
    name: told('Reprimand or censure', '公開譴責', '公开谴责'),
    topic: 'conduct',
    roles: ['commission'],
    place: told('public statement', '公開聲明', '公开声明'),
    timing: {
      words: told(
        'after reasonable efforts to reach the person and a chance to explain',
        '盡合理努力聯絡當事人，並給予解釋機會之後',
        '尽合理努力联络当事人，并给予解释机会之后',
      ),
    },
    source: '2016 ¶1.26, ¶9.41, ¶11.25, ¶15.11, ¶20.14(c)',
  },
  {
    ...common,
    id: 'N35',
    name: told('Report on complaints', '投訴報告', '投诉报告'),
    topic: 'conduct',
    roles: ['commission'],
    place: told('to the Chief Executive', '呈交行政長官', '呈交行政长官'),
    timing: {
      words: told('within 3 months after the election', '選舉後3個月內', '选举后3个月内'),
      deadline: 'complaints_report',
    },
    // Complaints are never published, only the commission's statements of censure are [platforms-and-notices.md §7].
    source: '2016 ¶20.16',
  },
  {
    ...common,
    id: 'N37',
    name: told('Judgment on an election petition', '選舉呈請的判決', '选举呈请的判决'),
    topic: 'result',
    // The court has no account: the Chief Electoral Officer records its judgment.
    roles: ['chief_electoral_officer'],
    by: told('Court of First Instance', '原訟法庭', '原讼法庭'),
    place: told('written judgment in open court', '法庭公開書面判決', '法庭公开书面判决'),
    timing: { words: told('at the end of the trial', '審訊終結時', '审讯终结时') },
    source: '2016 ¶6.4',
  },
];
