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
import { spelt, spelt2, tieWords, who } from './prose-zh-hant.ts';
import type { StatesWords } from './states-en.ts';

const dated = (facts: StateFacts): string =>
  facts.declaredAt === null ? '' : format.date('zh-Hant', facts.declaredAt);

const correctionWords = (correction: CorrectionFacts | null): string => {
  if (correction === null) return '宣布後有數字更正。已宣布的議席不變。';
  const { station, unit, number, old, now, at, reason } = correction;
  const why = reason === null ? '' : `：「${reason}」`;
  return `點票站${station}，${who(unit, number)}：${old}更正為${now}（${format.monthDayTime('zh-Hant', at)}${why}）。已宣布的議席不變。`;
};

const lastSeat = (facts: ListResultFacts): Phrase => {
  if (facts.lots) return say`，最後一席由抽籤決定。`;
  if (facts.gap === null) return say`。`;
  return facts.byRemainder === 1
    ? say`，相差${strong(facts.gap)}票。`
    : say`，最後一席相差${strong(facts.gap)}票。`;
};

const contest = (facts: ContestFacts): Phrase =>
  say`以目前票數計算，最後一席由${who(facts.unit, facts.ahead)}以${strong(facts.gap)}票之差領先${who(facts.unit, facts.behind)}。`;

/** 點票狀況：標籤、數字上方的句子，以及開啟中的網頁所報。 */
export const statesZhHant: StatesWords = {
  states: {
    embargo: {
      label: '投票尚未結束',
      words: (facts) =>
        `投票於${format.clockInProse('zh-Hant', facts.pollClosesAt)}結束，在此之前不會公布任何數字。`,
    },
    none: { label: '未有點票報告', words: () => '投票已結束，尚未收到點票站的報告。' },
    counting: {
      label: '點票進行中',
      words: (facts) =>
        `已收到${format.count(facts.expected)}份點票報告中的${format.count(facts.reported)}份。暫定數字，尚未宣布。`,
    },
    misplaced: {
      label: '尚待加入誤投選票',
      words: () => '各點票站均已報告，尚待加入誤投選票。暫定數字。',
    },
    all: {
      label: '報告齊備',
      words: (facts) => `${format.count(facts.expected)}份報告已全部收到。選舉主任宣布結果前，仍屬暫定。`,
    },
    recount: {
      label: '重新點票',
      words: (facts) =>
        `${facts.recounting === 0 ? '正重新點票。' : `${format.count(facts.recounting)}個點票站正重新點票。`}所示為上一次點票的數字。`,
    },
    lots: { label: '須抽籤決定', words: (facts) => tieWords(facts.tie) },
    declared: {
      label: '結果已宣布',
      words: (facts) =>
        facts.declaredAt === null
          ? '選舉主任已宣布結果。'
          : `選舉主任於${format.dateTime('zh-Hant', facts.declaredAt)}宣布結果。`,
    },
    corrected: { label: '宣布後更正', words: (facts) => correctionWords(facts.correction) },
    uncontested: {
      label: '無競逐',
      words: (facts) =>
        `${format.count(facts.candidates)}名候選人，${format.count(facts.seats)}個議席。${facts.declaredAt === null ? '無需投票。' : `無需投票，已於${dated(facts)}宣布當選。`}`,
    },
    failed: {
      label: '選舉未能完成',
      words: (facts) =>
        `${format.count(facts.seats)}個議席中有${format.count(facts.unfilled)}個未能選出，將舉行補選。`,
    },
    terminated: {
      label: '選舉程序終止',
      words: (facts) =>
        `選舉程序${facts.declaredAt === null ? '已' : `於${format.dateTime('zh-Hant', facts.declaredAt)}`}終止，不會有結果。理由見公告。`,
    },
  },
  flagged: {
    label: '附有標記',
    words: (difference) => `有效票較所報投票人數多${difference}。報告按原樣保留。`,
  },
  live: {
    region: '最新變動',
    stalled: {
      label: '{minutes}分鐘未有更新',
      labelOne: '1分鐘未有更新',
      words: '所示為{time}的數字。點票可能仍在進行，但本頁其後未收到新資料。',
    },
    offline: { label: '你已離線', words: '所示為{time}的數字，存於此裝置。' },
    tryNow: '立即重試',
    whatChanged: '查看變動',
    words: {
      restored: '已恢復更新。所示為{time}的數字。',
      quiet: '最近一份報告於{time}收到。',
      since: '自{time}起{change}',
      sort: '重新排序（{count}個次序已變）',
      sorted: '已重新排序',
      announce: '讀出新報告',
      declared: '結果已宣布。',
      corrected: '宣布後有數字更正。',
      recount: '正重新點票。',
      lots: '須抽籤決定。',
      failed: '選舉未能全部或部分完成。',
      terminated: '選舉程序已終止。',
      'show-declared': '顯示已宣布的結果',
      'chart-failed': '圖表未能載入，表格內有相同數字。',
    },
    linked: {
      updated: '{time}新增{count}份報告。',
      'updated.one': '{time}新增1份報告。',
      changed: '{time}數字有變動。',
      fallen: '{time}：{change}。',
    },
  },

  seatsHeading: {
    early: '報告未及半數，暫不顯示議席',
    provisional: '以目前票數計算的議席',
    all: '以全部票數計算的議席，尚未宣布',
    declared: '當選',
  },
  sentence: {
    awaiting: (unit, contestants, seats) =>
      say`${spelt(contestants)}${unit === 'list' ? '份名單' : '名候選人'}競逐${spelt(seats)}個議席。收到點票報告後，數字即在此顯示。`,
    awaitingOther: say`收到報告後，數字即在此顯示。`,
    early: (reported, expected) =>
      say`已收到${format.count(expected)}份點票報告中的${format.count(reported)}份。報告未及半數，暫不顯示議席。`,
    contest: (facts) =>
      say`已收到${format.count(facts.expected)}份點票報告中的${format.count(facts.reported)}份。${contest(facts)}結果仍會改變。`,
    contestAllIn: (facts) =>
      say`${format.count(facts.expected)}份報告已全部收到。${contest(facts)}結果尚未宣布。`,
    noContest: (reported, expected) =>
      say`已收到${format.count(expected)}份點票報告中的${format.count(reported)}份。數字屬暫定。`,
    misplaced: say`尚待加入誤投選票。`,
    recount: say`部分選票正重新點算，所示為上一次點票的數字。`,
    listResult: (facts) => {
      const start = say`${spelt(facts.elected)}名候選人當選，分屬${spelt(facts.lists)}份名單。`;
      const quota =
        facts.byQuota === 0 ? '沒有名單達到選票基數' : `${spelt(facts.byQuota)}份名單達到選票基數`;
      if (facts.byRemainder === 0) return say`${start}${quota}。`;
      const rest =
        facts.byQuota === 0
          ? `${spelt(facts.byRemainder)}席全憑餘票取得`
          : `其餘${spelt(facts.byRemainder)}席憑餘票取得`;
      const only = facts.byQuota === 0 && facts.byRemainder === 1 ? '議席憑餘票取得' : rest;
      return say`${start}${quota}；${only}${lastSeat(facts)}`;
    },
    unfilled: (value) => say`有${spelt(value)}個議席未能選出。`,
    winner: (facts: WinnerFacts) =>
      facts.gap === null || facts.behind === null
        ? say`${facts.name}以${strong(facts.votes)}票當選。`
        : say`${facts.name}以${strong(facts.votes)}票當選，較${facts.behind}號候選人多${strong(facts.gap)}票。`,
    winners: (elected, gap) =>
      gap === null
        ? say`${spelt(elected)}名候選人當選。`
        : say`${spelt(elected)}名候選人當選，最後一人較下一人多${strong(gap)}票。`,
    roundResult: (facts: RoundResultFacts) =>
      say`${facts.name}在第${spelt2(facts.round)}輪以${facts.papers}張仍在點算的選票中的${strong(facts.votes)}張當選。${facts.exhausted === 0 ? '' : `${spelt(facts.exhausted)}張選票已用盡選擇，擱置不計。`}${facts.belowHalfOfAll ? '此數不超過全部有效選票的一半。' : ''}`,
    roundSoFar: (facts: RoundResultFacts) =>
      say`以目前票數計算，${facts.name}在第${spelt2(facts.round)}輪會有${facts.papers}張仍在點算的選票中的${strong(facts.votes)}張。結果尚未宣布。`,
    netSoFar: (name, net) => say`以目前票數計算，支持淨值最高的是${name}：${strong(net)}。數字仍可能改變。`,
    netResult: (name, net) => say`${name}的支持淨值最高：${strong(net)}。`,
    netQuestion: (support, oppose, net) => say`${support}票支持，${oppose}票反對，支持淨值為${strong(net)}。`,
    netNobody: say`沒有人的支持票多於反對票。`,
    netTie: say`最高的支持淨值相同；規則未有訂明如何處理。`,
    thresholdSoFar: (reached, all, threshold) =>
      say`以目前數字計算，${spelt(all)}人中有${spelt(reached)}人取得所需的${strong(threshold)}個提名。`,
    thresholdResult: (reached, all, threshold) =>
      say`${spelt(all)}人中有${spelt(reached)}人獲提名，各有${strong(threshold)}個或以上的提名。`,
    uncontested: (candidates, seats) =>
      say`${spelt(candidates)}名候選人，${spelt(seats)}個議席，故無需投票。`,
    uncontestedElected: (candidates) => say`${spelt(candidates)}名候選人無需投票而當選。`,
    failed: say`選舉未能完成，有議席未能選出。`,
    terminated: say`選舉程序已終止，沒有人獲選，點票數字亦不作結果顯示。`,
  },
};
