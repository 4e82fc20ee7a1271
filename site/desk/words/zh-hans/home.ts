import type { home as english } from '../en/home.ts';

export const home: typeof english = {
  title: '你负责的地点',
  lead: '请选择你负责的选区、界别或点票站。',
  empty: '你的账户暂时没有任何选举。',
  emptyWhat: '账户与地点挂钩。如你认为这里应有地点，请向总选举事务主任查询。',
  closes: (time) => `投票于${time}结束。`,
  closed: (time) => `投票已于${time}结束。`,
  double: '每份报告由两名人员各自输入。',
  progress: '进度和各项程序',
  stations: '点票站',
  report: (station) => `${station}的报告`,
  advertisements: '中央平台：选举广告',
  platforms: '你代表谁？',
  noPlatform: '你的账户没有连系任何候选人或名单。请联络总选举事务主任。',
};
