import { dayTime } from '../../../words/format.ts';
import type { actForm as english } from '../en/acts-form.ts';

export const actForm: typeof english = {
  next: '继续',
  check: '核对你的答案',
  follows: '接下来会怎样',
  backTo: (name) => `前往${name}`,
  takenAt: (at) => `服务器已于${dayTime('zh-Hans', at)}收到。`,
  already: (at) => `相同内容已于${dayTime('zh-Hans', at)}记录，没有再加入。`,
  notSent: '没有发送任何内容。',
  meanwhile: {
    title: '同事在此期间记录的内容',
    came: '这是你开始输入后才记录的，会予保留。',
    decide: '只在你的内容有所不同时才发送；两者会一并记录。',
    yours: '你的答案',
    stopped: '没有发送任何内容：同事已就同一事项作出记录。请比较两者，再作决定',
    discard: '舍弃我的答案',
  },
  stillKept: '你输入的内容已保存在此设备。',
  date: '日期',
  dateHint: '年、月、日：2016-09-05',
  time: '香港时间',
  timeHint: '二十四小时制：02:40',
  notMoment: '请填写日期（例如2016-09-05）和时间（例如02:40）。',
  notFigure: '这不是数字。请只输入数字；可用逗号和空格。',
  tooLong: (limit) => `请勿超过${limit}字。`,
  unit: (list, number) => (list ? `名单${number}` : `${number}号候选人`),
  comma: '、',
  station: '点票站',
  stationHint: '点票站的编号，例如B0301。',
  stationMissing: '请指明哪个点票站。',
  stationUnknown: (code) => `本选区或界别没有编号为“${code}”的点票站。`,
};
