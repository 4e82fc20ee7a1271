import type { event as english } from '../en/acts-event.ts';

export const event: typeof english = {
  title: '去世、丧失资格或退出竞选',
  who: '谁发生了什么事？',
  candidate: '候选人',
  candidateMissing: '请指明哪名候选人。',
  what: '发生的事',
  whatMissing: '请指明发生了什么事。',
  events: { died: '去世', disqualified: '丧失资格', withdrawn: '退出竞选' },
  about: {
    died: '选举主任信纳该候选人已去世。',
    disqualified: '选举主任信纳该候选人已丧失资格。',
    withdrawn: '只限提名期内。',
  },
  when: '你何时信纳此事？',
  whenHint: '后果取决于此时刻，而不是事情何时发生或何时输入。',
  satisfiedAt: '信纳的时间',
  satisfiedMissing: '请填写信纳此事的日期和时间。',
  reason: '备注（可不填）',
  reasonHint: '任何人都可看到。',
  follows: {
    struck_off:
      '投票日之前：从名单剔除该姓名，不予补上，其后的姓名依次递升。如余下的候选人不多于议席数目，则无须投票，请自行确认。',
    terminated: '整个选区或界别的选举程序终止。不再接受报告，也不会有结果。',
    replaced:
      '投票结束之后：继续点票，该姓名保留其位置。如取得议席，由同一名单的下一名未当选者补上；议席不会转到另一名单。',
    not_replaced: '投票结束之后：继续点票。如该候选人胜出，议席悬空，选举在此范围内未能完成；无人补上。',
    too_late: '提名期已结束，不能再退出竞选，此记录将不获接纳。',
  },
};
