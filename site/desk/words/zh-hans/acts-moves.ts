import type { adjournment as englishAdjournment, relocation as englishRelocation } from '../en/acts-moves.ts';

export const adjournment: typeof englishAdjournment = {
  title: '暂停或恢复',
  what: '决定如何？',
  state: '投票或点票',
  stateMissing: '请指明暂停还是恢复。',
  states: { suspended: '暂停', resumed: '从中断处恢复' },
  where: '范围',
  whereMissing: '请指明范围。',
  places: { whole: '整个选区或界别', station: '一个点票站' },
  why: '为何？',
  ground: '理由类别',
  groundMissing: '请指明理由类别。',
  grounds: {
    severe_weather: '热带气旋或其他恶劣天气',
    disorder_or_danger: '骚乱、公开暴力，或危害公众健康或安全',
    material_irregularity: '关键性的不妥当之处',
  },
  reason: '具体说明',
  reasonHint: '任何人都可看到，恢复时也一样。',
  reasonMissing: '请具体说明原因。',
  follows: {
    suspended: '公开网页会即时说明。已点算和呈报的一切保持不变；恢复之前不会确认任何报告。',
    resumed: '公开网页会即时说明。点票从中断处继续。',
  },
  buttons: { suspended: '暂停', resumed: '恢复' },
  sentTitle: { suspended: '已暂停', resumed: '已恢复' },
  sentWords: '理由类别和说明会在一分钟内公开。',
};

export const relocation: typeof englishRelocation = {
  title: '迁移点票地点',
  which: '哪个点票站迁移，为何？',
  reason: '理由',
  reasonHint: '任何人都可看到。投票或点票押后的理由，不是迁移的理由。',
  reasonMissing: '请填写理由。',
  place: '迁往何处？',
  placeHint: '请尽量以各种语言填写，系统不会翻译。最少填写一种。',
  placeIn: (language) => `新地点（${language}）`,
  placeMissing: '请最少以一种语言填写新地点。',
  opensAt: '候选人可到场的时间（可不填）',
  opensHint: '选举主任会把地点和时间告知每份名单排名第一的候选人。',
  follows: [
    '点票站的编号和已呈报的一切不变。其公开网页会说明现时的点票地点。',
    '投票箱、容器、已点算或未点算的选票、未发出和重复的选票、选票结算表及选票结算核实书一并迁移。',
  ],
  button: '指示迁移',
  sentTitle: '迁移已记录',
  sentWords: '会在一分钟内公开。公告草稿有待张贴。',
};
