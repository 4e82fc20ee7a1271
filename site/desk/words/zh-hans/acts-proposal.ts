import { dayTime } from '../../../words/format.ts';
import type { proposal as english } from '../en/acts-proposal.ts';

export const proposal: typeof english = {
  one: '提议',
  none: '没有这项提议。',
  acts: {
    declaration: '宣布结果',
    lots: '抽签',
    event: '去世、丧失资格或退出竞选',
    correction: '更正数字',
  },
  title: (what) => `提议：${what}`,
  button: '提出',
  needsSecond: '须由另一名选举人员以其本人的账户附议。在此之前，一切不会公开。',
  sentTitle: '已提出',
  sentWords: '请助理选举主任或另一名选举主任打开本选区或界别，并予以附议。',
  proposedBy: (role, at) => `由${role}于${dayTime('zh-Hans', at)}提出。`,
  hash: '提议内容的哈希值（SHA-256）',
  figuresChanged: '提出之后数字已有改变。附议时，服务器会重新裁定；与点票结果不符的，不获接纳。',
  own: '这是你提出的。你可以撤回，但只有另一名选举人员可以附议。',
  waits: '这项提议等候另一名选举人员处理。',
  decided: (state, at) =>
    `已于${dayTime('zh-Hans', at)}${state === 'seconded' ? '获附议' : '被否决或撤回'}。`,
  question: '你已阅读以上文字和数字。你如何决定？',
  decisions: { seconded: '附议：即时公开，不能收回', refused: '否决' },
  withdrawQuestion: '是否撤回？',
  withdraw: '撤回',
  decisionMissing: '请指明你的决定。',
  reason: '理由',
  reasonHint: '供选举人员阅读，不会公开。',
  reasonMissing: '请填写理由。',
  follows: '这项程序会连同两人的职位即时公开，不能收回。',
  followsRefused: '一切不会公开。可以重新提出。',
  secondButton: '附议',
  buttonRefused: '否决',
  sentDecided: '你的决定已记录',
  became: {
    open: '是否已公开，稍后在此显示。',
    seconded: '这项程序会在一分钟内公开。',
    refused: '提议已结束，一切不会公开。',
  },
  notice: '有待张贴的公告草稿',
};
