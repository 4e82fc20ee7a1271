import type { WarningCode, WarningWords } from './warning-words-en.ts';

const CHECK_ACCOUNT =
  '请核对选票结算表；如有数字误填，请附上理由发送下一次修订，切勿只为使总数相符而更改数字。';
const CHECK_REPORT = '请与书面报告核对；如有数字误填，请附上理由发送下一次修订，否则无需跟进。';

/** Simplified Chinese words, written for themselves and not converted; Hong Kong terms stay. */
export const WARNINGS_ZH_HANS: Readonly<Record<WarningCode, WarningWords>> = {
  A1: {
    title: '获供应选票与开始投票前的数目不同',
    text: [
      '结算表所载的获供应选票有{supplied}张，而开始投票前展示的有{openingStock}张。报告按原样保留。',
      '获供应选票的数目与开始投票前展示的不同。报告按原样保留。',
    ],
    remedy: CHECK_ACCOUNT,
  },
  A2: {
    title: '未发出选票多于获供应选票',
    text: [
      '结算表所载的未发出选票有{unissued}张，获供应选票有{supplied}张。报告按原样保留。',
      '按结算表，获供应选票减去未发出选票为{issued}张。报告按原样保留。',
      '结算表所载的未发出选票多于获供应选票。报告按原样保留。',
    ],
    remedy: CHECK_ACCOUNT,
  },
  A3: {
    title: '按结算表箱内没有选票',
    text: [
      '结算表所载的获供应选票有{supplied}张，而未发出选票{unissued}张、未用选票{unused}张及损坏选票{spoilt}张合计多于此数。报告按原样保留。',
      '按结算表，获供应选票减去未发出、未用及损坏选票为{estimatedInBox}张。报告按原样保留。',
      '未发出、未用及损坏选票合计多于获供应选票。报告按原样保留。',
    ],
    remedy: CHECK_ACCOUNT,
  },
  A4: {
    title: '找到的选票多于结算表所示',
    text: [
      '箱内有选票{papersInBox}张，别处有{papersElsewhere}张；按结算表，箱内应有{estimatedInBox}张。报告按原样保留。',
      '点算的选票有{papersCounted}张；按结算表，箱内应有{estimatedInBox}张。报告按原样保留。',
      '找到的选票多于结算表所示箱内应有的数目。报告按原样保留。',
    ],
    remedy: CHECK_ACCOUNT,
  },
  A5: {
    title: '箱内选票与所报选票不同',
    text: [
      '箱内有选票{papersInBox}张，而有效、无效及不获接纳的选票合计{papersCounted}张。报告按原样保留。',
      '箱内选票的数目，不等于有效、无效及不获接纳的选票的总和。报告按原样保留。',
    ],
    remedy: CHECK_REPORT,
  },
  A6: {
    title: '有效选票与票数不符',
    text: [
      '{valid}张有效选票报有{votes}票，而每张有效选票至少一票，至多{votesPerPaper}票。报告按原样保留。',
      '{valid}张有效选票报有{votes}票。报告按原样保留。',
      '有效选票的数目与票数不符。报告按原样保留。',
    ],
    remedy: CHECK_REPORT,
  },
  A7: {
    title: '找到的重复选票多于记录',
    text: [
      '点票时找到重复选票{found}张，而发出时的记录为{recorded}张。报告按原样保留。',
      '点票时找到的重复选票，多于结算表所载的{tendered}张。报告按原样保留。',
      '点票时找到的重复选票多于结算表所载。报告按原样保留。',
    ],
    remedy: CHECK_ACCOUNT,
  },
  A8: {
    title: '功能界别选票多于预期',
    text: [
      '已发出功能界别选票{functionalIssued}张，多于地方选区选票{geographicalIssued}张的两倍。报告按原样保留。',
      '已发出的功能界别选票，多于地方选区选票的两倍。报告按原样保留。',
    ],
    remedy: CHECK_ACCOUNT,
  },
  'papers-over-electors': {
    title: '选票多于选民',
    text: [
      '所报选票有{papers}张，而在此点票的投票站获编配的选民有{electors}人。报告按原样保留。',
      '所报选票的数目，多于在此点票的投票站获编配的选民人数。报告按原样保留。',
    ],
    remedy: CHECK_REPORT,
  },
  'rejected-share': {
    title: '不计作有效的选票比例较高',
    text: [
      '{papers}张选票中有{rejected}张（{rejected/papers}）不计作有效；超过{limit}%即附上标记。报告按原样保留。',
      '{papers}张选票中有{rejected}张（{rejected/papers}）不计作有效。报告按原样保留。',
      '不计作有效的选票比例较高。报告按原样保留。',
    ],
    remedy: CHECK_REPORT,
  },
  outlier: {
    title: '与整个选区或界别的情况不同',
    text: [
      '“{contestant}”在此得{votes}票，占{valid}张有效票的{votes/valid}；在整个选区或界别，目前得{constituencyVotes}票，占{constituencyValid}张有效票的{constituencyVotes/constituencyValid}。报告按原样保留。',
      '“{contestant}”在此得{votes}票，与选区或界别内其他地方有明显差别。报告按原样保留。',
      '有名单或候选人的得票，与选区或界别内其他地方有明显差别。报告按原样保留。',
    ],
    remedy: CHECK_REPORT,
  },
  'contestant-missing': {
    title: '没有部分名单或候选人的数字',
    text: [
      '报告没有编号{contestants:list}的数字，按0计算。报告按原样保留。',
      '报告没有至少一份名单或一名候选人的数字，按0计算。报告按原样保留。',
    ],
    remedy: CHECK_REPORT,
  },
  'ground-not-applicable': {
    title: '这种投票制度不采用的理由',
    text: [
      '有选票以“{ground:ground}”为理由另置，而{system:system}不采用这项理由。报告按原样保留。',
      '有选票以“{ground:ground}”为理由另置，而这种投票制度不采用这项理由。报告按原样保留。',
      '有选票以“{ground}”为理由另置，而这种投票制度不采用这项理由。报告按原样保留。',
      '有选票以这种投票制度不采用的理由另置。报告按原样保留。',
    ],
    remedy: CHECK_REPORT,
  },
  'count-revised': {
    title: '点票结果已修订',
    text: [
      '这个点票站第{count}次点票的结果已修订。报告按原样保留。',
      '这个点票站此前的点票结果已修订。报告按原样保留。',
    ],
    remedy: '请比较各次修订及其理由，全部均保存于公开记录。',
  },
};

/** For a code that this version has no words for. */
export const UNKNOWN_WARNING_ZH_HANS: WarningWords = {
  title: '附有标记',
  text: ['报告附有标记“{code}”。报告按原样保留。', '报告附有标记。报告按原样保留。'],
  remedy: CHECK_REPORT,
};
