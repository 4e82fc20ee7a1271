import type { overview as english } from '../en/acts-overview.ts';

const or = (roles: readonly string[]): string =>
  roles.length < 2 ? roles.join('') : `${roles.slice(0, -1).join('、')}或${roles.at(-1)}`;

export const overview: typeof english = {
  title: '选区或界别的各项程序',
  name: (constituency) => `${constituency}的各项程序`,
  progress: '进度',
  home: '你负责的地点',
  waits: '还缺的步骤',
  nothingWaits: '结果已宣布，没有还缺的步骤。',
  ended: '宣布选举程序终止之前，没有其他还缺的步骤。',
  steps: {
    entry: '报告有待输入',
    second_entry: '报告有待第二次输入',
    resolution: '两次输入的数字不同，有待裁定',
    result_told: '点票结果有待告知在场人士',
    resume: '点票已暂停，有待恢复',
    confirmation: '报告有待确认',
    recount: '重新点票的结果有待呈报',
    stations: '点票站的报告',
    misplaced: '中央点票站点算的误投选票',
    lots: '有待抽签',
    declaration: '有待提出宣布结果',
    second_person: '宣布结果有待另一名选举人员附议',
    statement: '问题选票及选票结算表的总数有待公布',
    notices: '公告有待张贴',
  },
  can: (roles) => `可由${or(roles)}处理。`,
  open: '等候另一名选举人员附议',
  may: '你现在可以做的事',
  mayNothing: '这里没有属于你职责的事项。',
  mayNot: '你现在不能做的事和原因',
  names: {
    'station-recount': '记录在一个点票站提出的重新点票要求',
    recount: '记录就整个选区或界别提出的重新点票要求',
    lots: '输入抽签结果',
    declaration: '宣布结果',
    event: '记录候选人去世、丧失资格或退出竞选',
    ending: '宣布选举未能完成，或选举程序终止',
    correction: '在宣布结果后更正数字',
    adjournment: '暂停或恢复点票',
    relocation: '把点票移到另一地点',
  },
  misplaced: (station) => `呈报误投选票（${station}）`,
  bars: {
    role: '这不属于你的职责。',
    declared: '结果已经宣布。之后只可以更正数字，点票的其他事项不再改变。',
    not_declared: '结果尚未宣布。在此之前，如须更改数字，请附上理由，再次呈报该点票站的报告。',
    poll_open: '投票尚未结束。',
    no_tie: '按目前的数字，没有须抽签决定的同票情况。',
    not_ready: '宣布结果之前还缺一些步骤，见上文。',
    terminated: '由于已记录的候选人事项，选举程序已经终止。',
    proposed: '已有一项同类程序等候另一名选举人员处理。该项程序须先获附议或被否决。',
  },
  soFar: '至今的所有程序',
  noActs: '尚未记录任何程序。',
  refusedProposals: '被否决或已撤回的提议',
  secondedBy: (role) => `附议：${role}`,
  reason: (text) => `理由：${text}`,
  log: {
    recount: ({ where, by, decision }) =>
      `重新点票（${where}）：由${by}要求，${decision === 'allowed' ? '获准' : '不获准'}`,
    lots: (balls) => `抽签：${balls}`,
    declaration: (outcome, names) =>
      ({
        elected: `宣布当选：${names}`,
        failed: '宣布选举未能完成',
        terminated: '宣布选举程序终止',
      })[outcome],
    event: (name, what) => `${name}：${what}`,
    relocation: (station, to) => `${station}的点票移到${to}`,
    adjournment: (state, station) =>
      `${station === null ? '全部点票' : `${station}的点票`}${state === 'suspended' ? '暂停' : '恢复'}`,
    correction: (station) => `宣布结果后更正${station}的数字`,
  },
};
