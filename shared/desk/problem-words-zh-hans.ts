import type { ProblemWords } from '../election/problem-words-en.ts';
import type { DeskProblemCode } from './problem-words-en.ts';

export const DESK_PROBLEMS_ZH_HANS: Readonly<Record<DeskProblemCode, ProblemWords>> = {
  'attempt-differs': {
    problem: ['此表格其间已被退回，现时以第{expected}次输入为准。', '此表格其间已被退回。'],
    remedy: '请重新打开该投票站的表格，你的数字仍然保留；与纸本表格核对后再发送。',
  },
  'public-already': {
    problem: ['{value}的报告已获确认并已公布。', '此报告已获确认并已公布。'],
    remedy: '如须更改数字，请连同理由发送下一个修订版本。',
  },
  'same-person': {
    problem: '这一步须由输入或提出者以外的另一人进行。',
    remedy: '请由同事以其本人的账户登录后进行。',
  },
  'entered-by-you': {
    problem: ['你已输入{value}的表格，但数字不同。', '你已输入此表格，但数字不同。'],
    remedy: '如先前的数字输入有误，请注明理由撤回你的输入，然后重新输入。',
  },
  'entries-complete': {
    problem: ['{value}的表格已按本选举的要求输入{wanted}次。', '此表格已按本选举的要求输入足够次数。'],
    remedy: '无须再输入。如你认为输入有误，请通知助理选举主任，由其退回表格。',
  },
  'nothing-differs': {
    problem: ['{value}并没有两份互有差异的输入。', '这里并没有两份互有差异的输入。'],
    remedy: '请重新打开该投票站，查看表格的进度。',
  },
  'resolution-differs': {
    problem: [
      '两份输入在{field}均为{agreed}，但所发送的是{value:number}。',
      '两份输入在{field}的数字一致，但所发送的数字不同。',
    ],
    remedy: '只须就有差异的字段作决定。如两份输入均有误，须退回表格重新输入。',
  },
  'nothing-entered': {
    problem: ['{value}并没有可撤回的输入。', '这里并没有可撤回的输入。'],
    remedy: '请重新打开该投票站，查看表格的进度。',
  },
  'not-your-entry': {
    problem: ['{value}的输入由另一人作出。', '此输入由另一人作出。'],
    remedy: '只有输入者本人可以撤回；助理选举主任或选举主任可以退回。',
  },
  'result-not-told': {
    problem: ['投票站{value}尚未表示已向在场人士告知结果。', '投票站尚未表示已向在场人士告知结果。'],
    remedy:
      '投票站主任须先向在场的候选人及代理人告知结果，处理重新点票的要求，并标示此步骤完成，其后报告才可确认。',
  },
  suspended: {
    problem: ['{value}的点票工作已押后。', '点票工作已押后。'],
    remedy: '选举主任恢复点票后，方可确认。',
  },
  'nothing-to-confirm': {
    problem: ['{value}没有可供确认的报告。', '这里没有可供确认的报告。'],
    remedy: '请重新打开该投票站，查看尚欠哪一步及由谁负责。',
  },
  'seen-differs': {
    problem: '你所看到的内容已有更新。',
    remedy: '请重新加载，查看现时的内容后再作决定。',
  },
  'desk-raced': {
    problem: '另一人在同一时刻在此作出了操作。',
    remedy: '请重新加载并查看现时的内容，你的数字仍然保留。',
  },
  'sum-differs': {
    problem: [
      '各项票数合计{sum}，但有效票为{value:number}，相差{difference}（A6）。',
      '各项票数的总和与有效票数不符（A6）。',
    ],
    remedy: '请再核对纸本表格。切勿只为令总和吻合而更改数字。',
  },
  'sum-A1': {
    problem: [
      '获供应选票为{supplied}张，但投票开始时展示的为{openingStock}张（A1）。',
      '获供应选票与投票开始时展示的数目不符（A1）。',
    ],
    remedy: '请再核对纸本表格。如表格本身如此，请留空结算表并加以解释。',
  },
  'sum-A2': {
    problem: [
      '未发出选票多于获供应选票：获供应减去未发出为{issued}张（A2）。',
      '未发出选票多于获供应选票（A2）。',
    ],
    remedy: '请再核对纸本表格。如表格本身如此，请留空结算表并加以解释。',
  },
  'sum-A3': {
    problem: [
      '按结算表，箱内选票为{estimatedInBox}张，不可能如此（A3）。',
      '按结算表，箱内选票少于零张（A3）。',
    ],
    remedy: '请再核对纸本表格。如表格本身如此，请留空结算表并加以解释。',
  },
  'sum-A5': {
    problem: [
      '箱内有选票{papersInBox}张，但所报为{papersCounted}张（A5）。',
      '箱内选票与所报选票的数目不符（A5）。',
    ],
    remedy: '请再核对纸本表格。切勿只为令总和吻合而更改数字。',
  },
  'sum-A6': {
    problem: [
      '{valid}张有效选票不可能有{votes}票：每张最少一票，最多{votesPerPaper}票（A6）。',
      '有效选票的数目与票数不符（A6）。',
    ],
    remedy: '请再核对纸本表格。切勿只为令总和吻合而更改数字。',
  },
  'proposal-open': {
    problem: ['同类的第{value:number}号建议仍待另一名人员决定。', '同类的建议仍待另一名人员决定。'],
    remedy: '请先就该建议作决定：附议，或注明理由拒绝。',
  },
  'proposal-decided': {
    problem: ['第{value:number}号建议已有决定。', '此建议已有决定。'],
    remedy: '请重新加载，查看所作的决定。',
  },
  'no-such-proposal': {
    problem: ['这里没有第{value:number}号建议。', '这里没有此建议。'],
    remedy: '请重新加载，查看现有的建议。',
  },
  'counted-for-missing': {
    problem: '选票获接纳，但没有说明计算给谁。',
    remedy: '请选择该选票计算给哪份名单或哪些候选人。',
  },
  'counted-for-none': {
    problem: ['不获接纳的选票不会计算给任何人，但发送了{value}。', '不获接纳的选票不会计算给任何人。'],
    remedy: '请留空此项；如最终决定实为接纳，请更改最终决定。',
  },
  'counted-for-many': {
    problem: ['一张选票最多计算给{limit}个，但发送了{value:number}个。', '一张选票不能计算给这么多个。'],
    remedy: '请只选择这张选票计算给的名单或候选人。',
  },
  'preliminary-missing': {
    problem: '没有填上初步决定。',
    remedy: '请填上查看选票前所宣布的决定：接纳或不接纳。',
  },
  'preliminary-unannounced': {
    problem: '按本选举的规则，不会宣布初步决定。',
    remedy: '请不要填上初步决定。',
  },
  'objection-differs': {
    problem: '反对与最终决定不符。',
    remedy: '获接纳的选票只可反对接纳，不获接纳的选票只可反对不接纳。请与纸本记录核对。',
  },
  'decider-differs': {
    problem: ['此处的问题选票并非由{value:role}决定。', '此处的问题选票并非由此职务决定。'],
    remedy: ['此处由以下职务决定：{allowed:roles}。', '请填上由谁决定。'],
  },
  'decisions-final': {
    problem: ['{value}的报告已公布，其决定不能再更正。', '报告已公布，其决定不能再更正。'],
    remedy: '决定属最终决定，只可通过选举呈请重新审理。',
  },
  'no-such-decision': {
    problem: ['没有可供更正的第{value:number}行。', '没有可供更正的该行。'],
    remedy: '请重新加载，该行可能已经更正。',
  },
  'statement-differs': {
    problem: '所发送的总数并非决定记录及各报告的总数。',
    remedy: '请重新加载，查看现时的总数后再公布。',
  },
  'cursor-unknown': {
    problem: '不知道要从哪里继续。',
    remedy: '请从第一页重新开始。',
  },
};
