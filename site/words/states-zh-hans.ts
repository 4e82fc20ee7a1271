import type {
  ContestFacts,
  CorrectionFacts,
  ListResultFacts,
  RoundResultFacts,
  StateFacts,
  WinnerFacts,
} from './facts.ts';
import * as format from './format.ts';
import { type Phrase, say, strong } from './phrase.ts';
import { spelt, spelt2, tieWords, who } from './prose-zh-hans.ts';
import type { StatesWords } from './states-en.ts';

const dated = (facts: StateFacts): string =>
  facts.declaredAt === null ? '' : format.date('zh-Hans', facts.declaredAt);

const correctionWords = (correction: CorrectionFacts | null): string => {
  if (correction === null) return '宣布后有数字更正。已宣布的议席不变。';
  const { station, unit, number, old, now, at, reason } = correction;
  const why = reason === null ? '' : `：“${reason}”`;
  return `点票站${station}，${who(unit, number)}：${old}更正为${now}（${format.monthDayTime('zh-Hans', at)}${why}）。已宣布的议席不变。`;
};

const lastSeat = (facts: ListResultFacts): Phrase => {
  if (facts.lots) return say`，最后一席由抽签决定。`;
  if (facts.gap === null) return say`。`;
  return facts.byRemainder === 1
    ? say`，相差${strong(facts.gap)}票。`
    : say`，最后一席相差${strong(facts.gap)}票。`;
};

const contest = (facts: ContestFacts): Phrase =>
  say`以目前票数计算，最后一席由${who(facts.unit, facts.ahead)}以${strong(facts.gap)}票之差领先${who(facts.unit, facts.behind)}。`;

/** 点票状况：标签、数字上方的句子，以及打开中的网页所报。 */
export const statesZhHans: StatesWords = {
  states: {
    embargo: {
      label: '投票尚未结束',
      words: (facts) =>
        `投票于${format.clockInProse('zh-Hans', facts.pollClosesAt)}结束，在此之前不会公布任何数字。`,
    },
    none: { label: '未有点票报告', words: () => '投票已结束，尚未收到点票站的报告。' },
    counting: {
      label: '点票进行中',
      words: (facts) =>
        `已收到${format.count(facts.expected)}份点票报告中的${format.count(facts.reported)}份。暂定数字，尚未宣布。`,
    },
    misplaced: {
      label: '尚待加入误投选票',
      words: () => '各点票站均已报告，尚待加入误投选票。暂定数字。',
    },
    all: {
      label: '报告齐备',
      words: (facts) => `${format.count(facts.expected)}份报告已全部收到。选举主任宣布结果前，仍属暂定。`,
    },
    recount: {
      label: '重新点票',
      words: (facts) =>
        `${facts.recounting === 0 ? '正重新点票。' : `${format.count(facts.recounting)}个点票站正重新点票。`}所示为上一次点票的数字。`,
    },
    lots: { label: '须抽签决定', words: (facts) => tieWords(facts.tie) },
    declared: {
      label: '结果已宣布',
      words: (facts) =>
        facts.declaredAt === null
          ? '选举主任已宣布结果。'
          : `选举主任于${format.dateTime('zh-Hans', facts.declaredAt)}宣布结果。`,
    },
    corrected: { label: '宣布后更正', words: (facts) => correctionWords(facts.correction) },
    uncontested: {
      label: '无竞逐',
      words: (facts) =>
        `${format.count(facts.candidates)}名候选人，${format.count(facts.seats)}个议席。${facts.declaredAt === null ? '无需投票。' : `无需投票，已于${dated(facts)}宣布当选。`}`,
    },
    failed: {
      label: '选举未能完成',
      words: (facts) =>
        `${format.count(facts.seats)}个议席中有${format.count(facts.unfilled)}个未能选出，将举行补选。`,
    },
    terminated: {
      label: '选举程序终止',
      words: (facts) =>
        `选举程序${facts.declaredAt === null ? '已' : `于${format.dateTime('zh-Hans', facts.declaredAt)}`}终止，不会有结果。理由见公告。`,
    },
  },
  flagged: {
    label: '附有标记',
    words: (difference) => `有效票较所报投票人数多${difference}。报告按原样保留。`,
  },
  live: {
    region: '最新变动',
    stalled: {
      label: '{minutes}分钟未有更新',
      labelOne: '1分钟未有更新',
      words: '所示为{time}的数字。点票可能仍在进行，但本页其后未收到新资料。',
    },
    offline: { label: '你已离线', words: '所示为{time}的数字，存于此设备。' },
    tryNow: '立即重试',
    whatChanged: '查看变动',
    words: {
      restored: '已恢复更新。所示为{time}的数字。',
      quiet: '最近一份报告于{time}收到。',
      since: '自{time}起{change}',
      sort: '重新排序（{count}个次序已变）',
      sorted: '已重新排序',
      announce: '读出新报告',
      declared: '结果已宣布。',
      corrected: '宣布后有数字更正。',
      recount: '正重新点票。',
      lots: '须抽签决定。',
      failed: '选举未能全部或部分完成。',
      terminated: '选举程序已终止。',
      'show-declared': '显示已宣布的结果',
      'chart-failed': '图表未能载入，表格内有相同数字。',
    },
    linked: {
      updated: '{time}新增{count}份报告。',
      'updated.one': '{time}新增1份报告。',
      changed: '{time}数字有变动。',
      fallen: '{time}：{change}。',
    },
  },

  seatsHeading: {
    early: '报告未及半数，暂不显示议席',
    provisional: '以目前票数计算的议席',
    all: '以全部票数计算的议席，尚未宣布',
    declared: '当选',
  },
  sentence: {
    awaiting: (unit, contestants, seats) =>
      say`${spelt(contestants)}${unit === 'list' ? '份名单' : '名候选人'}竞逐${spelt(seats)}个议席。收到点票报告后，数字即在此显示。`,
    awaitingOther: say`收到报告后，数字即在此显示。`,
    early: (reported, expected) =>
      say`已收到${format.count(expected)}份点票报告中的${format.count(reported)}份。报告未及半数，暂不显示议席。`,
    contest: (facts) =>
      say`已收到${format.count(facts.expected)}份点票报告中的${format.count(facts.reported)}份。${contest(facts)}结果仍会改变。`,
    contestAllIn: (facts) =>
      say`${format.count(facts.expected)}份报告已全部收到。${contest(facts)}结果尚未宣布。`,
    noContest: (reported, expected) =>
      say`已收到${format.count(expected)}份点票报告中的${format.count(reported)}份。数字属暂定。`,
    misplaced: say`尚待加入误投选票。`,
    recount: say`部分选票正重新点算，所示为上一次点票的数字。`,
    listResult: (facts) => {
      const start = say`${spelt(facts.elected)}名候选人当选，分属${spelt(facts.lists)}份名单。`;
      const quota =
        facts.byQuota === 0 ? '没有名单达到选票基数' : `${spelt(facts.byQuota)}份名单达到选票基数`;
      if (facts.byRemainder === 0) return say`${start}${quota}。`;
      const rest =
        facts.byQuota === 0
          ? `${spelt(facts.byRemainder)}席全凭余票取得`
          : `其余${spelt(facts.byRemainder)}席凭余票取得`;
      const only = facts.byQuota === 0 && facts.byRemainder === 1 ? '议席凭余票取得' : rest;
      return say`${start}${quota}；${only}${lastSeat(facts)}`;
    },
    unfilled: (value) => say`有${spelt(value)}个议席未能选出。`,
    winner: (facts: WinnerFacts) =>
      facts.gap === null || facts.behind === null
        ? say`${facts.name}以${strong(facts.votes)}票当选。`
        : say`${facts.name}以${strong(facts.votes)}票当选，较${facts.behind}号候选人多${strong(facts.gap)}票。`,
    winners: (elected, gap) =>
      gap === null
        ? say`${spelt(elected)}名候选人当选。`
        : say`${spelt(elected)}名候选人当选，最后一人较下一人多${strong(gap)}票。`,
    roundResult: (facts: RoundResultFacts) =>
      say`${facts.name}在第${spelt2(facts.round)}轮以${facts.papers}张仍在点算的选票中的${strong(facts.votes)}张当选。${facts.exhausted === 0 ? '' : `${spelt(facts.exhausted)}张选票已用尽选择，搁置不计。`}${facts.belowHalfOfAll ? '此数不超过全部有效选票的一半。' : ''}`,
    roundSoFar: (facts: RoundResultFacts) =>
      say`以目前票数计算，${facts.name}在第${spelt2(facts.round)}轮会有${facts.papers}张仍在点算的选票中的${strong(facts.votes)}张。结果尚未宣布。`,
    netSoFar: (name, net) => say`以目前票数计算，支持净值最高的是${name}：${strong(net)}。数字仍可能改变。`,
    netResult: (name, net) => say`${name}的支持净值最高：${strong(net)}。`,
    netQuestion: (support, oppose, net) => say`${support}票支持，${oppose}票反对，支持净值为${strong(net)}。`,
    netNobody: say`没有人的支持票多于反对票。`,
    netTie: say`最高的支持净值相同；规则未有订明如何处理。`,
    thresholdSoFar: (reached, all, threshold) =>
      say`以目前数字计算，${spelt(all)}人中有${spelt(reached)}人取得所需的${strong(threshold)}个提名。`,
    thresholdResult: (reached, all, threshold) =>
      say`${spelt(all)}人中有${spelt(reached)}人获提名，各有${strong(threshold)}个或以上的提名。`,
    uncontested: (candidates, seats) =>
      say`${spelt(candidates)}名候选人，${spelt(seats)}个议席，故无需投票。`,
    uncontestedElected: (candidates) => say`${spelt(candidates)}名候选人无需投票而当选。`,
    failed: say`选举未能完成，有议席未能选出。`,
    terminated: say`选举程序已终止，没有人获选，点票数字亦不作结果显示。`,
  },
};
