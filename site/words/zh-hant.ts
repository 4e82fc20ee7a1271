import { advertisementsZhHant } from './advertisements/zh-hant.ts';
import { alertsZhHant } from './alerts-zh-hant.ts';
import { dataZhHant } from './data-zh-hant.ts';
import type {
  ContestFacts,
  CorrectionFacts,
  ElectionFacts,
  ListResultFacts,
  RoundResultFacts,
  StateFacts,
  TieFacts,
  Unit,
  WinnerFacts,
} from './facts.ts';
import * as format from './format.ts';
import { noticesZhHant } from './notices-zh-hant.ts';
import { type Phrase, say, strong } from './phrase.ts';
import { embedZhHant, hallZhHant, shareZhHant } from './reach-zh-hant.ts';
import { verifyZhHant } from './verify-zh-hant.ts';
import type { Words } from './words.ts';

const DIGITS = ['零', '一', '兩', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Prose writes small numbers in characters; tables and states use figures. */
const spelt = (value: number): string => DIGITS[value] ?? format.count(value);
/** Ordinals: the second is never the counting form of two. */
const spelt2 = (value: number): string => (value === 2 ? '二' : spelt(value));
const and = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join('、')}與${items.at(-1)}`;
const who = (unit: Unit, number: string): string => (unit === 'list' ? `名單${number}` : `${number}號候選人`);
const dated = (facts: StateFacts): string =>
  facts.declaredAt === null ? '' : format.date('zh-Hant', facts.declaredAt);
const seatsFilled = (seats: number): string =>
  seats === 1 ? '議席至此已分配' : `${seats}個議席至此分配完畢`;
const seatsHere = (seats: number): string =>
  seats === 1 ? '議席歸於此線以上' : `${seats}個議席歸於此線以上`;

const tieWords = (tie: TieFacts | null): string => {
  if (tie === null) return '以抽籤決定。';
  const names = and(tie.numbers.map((number) => who(tie.unit, number)));
  const what = tie.on === 'remainder' ? '餘票相同' : '票數相同';
  return `${names}${what}，最後${tie.places === 1 ? '一席' : `${tie.places}席`}以抽籤決定。`;
};

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

export const zhHant: Words = {
  tagline: '選舉結果公開平台',
  space: '',
  after: ' ',
  skip: '跳至內容',
  menu: '目錄',
  mainNavigation: '主要',
  languages: '語言',
  whereYouAre: '目前位置',
  results: '結果',
  openData: '開放數據',
  verify: '自行核實',
  scrolls: (title) => `${title}，可左右捲動`,
  how: '如何計算',

  notices: noticesZhHant,
  verifyHere: verifyZhHant,
  advertisements: advertisementsZhHant,
  embed: embedZhHant,
  alerts: alertsZhHant,
  hall: hallZhHant,
  share: shareZhHant,

  strip: {
    heading: '點票狀況',
    state: '狀態',
    reports: '點票報告',
    reportsOf: (reported, expected) => `${format.count(expected)}份報告中的${format.count(reported)}份`,
    asOf: '數字截至（香港時間）',
    version: '版本',
    ledgerEntries: '記錄冊條目',
    thisReport: '本份報告',
    entry: (index) => `第${format.count(index)}條`,
  },

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
  test: { label: '測試選舉', words: '演習資料。人物及數字屬虛構，或重演以往的選舉。' },

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
  electedInOrder: '當選，按取得議席的次序',
  electedWithoutPoll: '無需投票而當選',
  nominated: '獲提名',
  highestNet: '支持淨值最高',

  unit: who,
  Unit: who,
  unitHead: (unit) => (unit === 'list' ? '名單' : '候選人'),
  by: {
    quota: '選票基數',
    remainder: (figure) => `餘票${figure}`,
    lots: '抽籤',
    votes: (figure) => `${figure}票`,
    majority: (figure) => `${figure}張選票`,
    uncontested: '無需投票',
    threshold: (figure) => `${figure}個提名`,
    net_support: (figure) => `支持淨值${figure}`,
  },
  died: '去世',
  disqualified: '喪失資格',
  withdrawn: '退出競選',

  counts: {
    seats: (value) => `${format.count(value)}席`,
    lists: (value) => `${format.count(value)}份名單`,
    listsOfCandidates: (value) => `${format.count(value)}份候選人名單`,
    candidates: (value) => `${format.count(value)}名候選人`,
    electors: (value) => `${format.count(value)}名選民`,
    reports: (reported, expected) => `${format.count(reported)} / ${format.count(expected)}份報告`,
    validPapers: (value) => `${format.count(value)}張有效選票`,
  },
  systems: {
    list_pr: '比例代表名單投票制',
    preferential: '按選擇次序淘汰投票制',
    first_past_the_post: '得票最多者當選投票制',
    net_support: '支持、反對或棄權',
    nomination: '公民提名',
  },
  systemsBefore: {
    list_pr: '比例代表名單投票制',
    preferential: '按選擇次序淘汰投票制',
    first_past_the_post: '以得票多少排列',
    net_support: '支持、反對或棄權',
    nomination: '公民提名',
  },
  multipleVotes: (seats) => `每張選票最多可投${spelt(seats)}票，各人佔有效選票的百分比相加可超過100%。`,

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

  figures: {
    heading: '主要數字',
    electors: '登記選民',
    valid: '有效票',
    validPapers: '有效選票',
    rejected: '不予點算的選票',
    rejectedNote: '無效選票，以及不獲接納的問題選票',
    seats: '議席',
    unfilled: '未能選出的議席',
    quota: '選票基數',
    quotaOf: (valid, seats, kept) => `${valid} ÷ ${seats}，${kept ? '保留小數' : '小數不計'}`,
    threshold: '所需提名',
    thresholdOf: (electors) => `${electors}名選民的1%，小數捨去`,
    nominations: '提名',
    misplacedEstimate: '誤投選票估計數目',
  },

  votes: {
    heading: (unit) => (unit === 'list' ? '各名單得票' : '各候選人得票'),
    caption: (quota) => (quota === null ? '按得票排列。' : `按得票排列。虛線為選票基數（${quota}票）。`),
    captionCut: (seats) => (seats === 1 ? '按得票排列。' : `按得票排列，橫線標示${spelt(seats)}個議席。`),
    captionWaiting: '按選票上的次序排列。',
    votes: '票數',
    share: '得票率',
    shareOfPapers: '佔有效選票',
    seats: '議席',
    seatsSoFar: '暫計議席',
    total: '有效票總數',
    totalPapers: '有效選票總數',
    equal: '票數相同',
    notCounted: '未點算',
    tooEarly: '暫不顯示',
    cut: (seats, gap) =>
      gap === null ? say`${seatsHere(seats)}。` : say`${seatsHere(seats)}。下一人少${strong(gap)}票。`,
    cutSoFar: (seats, gap) =>
      gap === null
        ? say`以目前票數，${seatsHere(seats)}。`
        : say`以目前票數，${seatsHere(seats)}。下一人少${strong(gap)}票。`,
    cutTie: (facts) =>
      say`票數相同：各${strong(facts.figure)}票。${facts.contestants}名候選人，${facts.places}席：抽籤決定`,
    names: '各名單全部人名',
    noAffiliation: '選票上未有顯示',
  },

  ladder: {
    heading: '議席如何分配',
    headingSoFar: '以目前票數，議席如何分配',
    lead: '先按選票基數分配議席，餘下議席依餘票由多至少逐席分配，每份名單一席。',
    everyStep: '逐步計算',
    showEarly: '顯示以目前票數的計算',
    byQuota: '達到選票基數',
    quotaMakes: (quota) => `每${quota}票得1席`,
    noQuota: '沒有名單達到選票基數。',
    byRemainder: '餘票最多',
    remainderNote: (seats) =>
      seats === 1 ? '餘下一席歸餘票最多者' : `餘下${seats}席，依餘票由多至少逐席分配`,
    seat: '議席',
    list: '名單',
    votes: '票數',
    remaining: '餘票',
    remainingFigure: (figure) => `餘票${figure}`,
    against: '與最後一席相差',
    last: '最後一席',
    axisQuota: (quota) => `選票基數${quota}`,
    cut: (seats, gap) =>
      gap === null
        ? say`${seatsFilled(seats)}。`
        : say`${seatsFilled(seats)}。下一份名單的餘票少${strong(gap)}票。`,
    cutSoFar: (seats, gap) =>
      gap === null
        ? say`以目前票數，${seatsFilled(seats)}。`
        : say`以目前票數，${seatsFilled(seats)}。下一份名單的餘票少${strong(gap)}票。`,
    cutLots: say`議席至此分配完畢，最後一席由抽籤決定。`,
    tie: (figure, lists, places) =>
      say`餘票相同：各${strong(figure)}票。${lists}份名單，${places}席：抽籤決定`,
    unfilled: '未能選出',
    unfilledNote: '沒有名單尚有候選人可補上此議席。',
    nth: (position) => `（名單第${position}名）`,
    exhausted: '名單上的人已全部取得議席，沒有餘票',
    exhaustedElected: '名單上的人已全部當選，沒有餘票',
    noName: '名單上已無人',
    ball: (number) => `${number}號球`,
    keyQuota: '憑選票基數取得的議席',
    keyRemainder: '憑餘票取得的議席',
    keyQuotaSoFar: '暫按選票基數計算',
    keyRemainderSoFar: '暫按餘票計算',
    keyLineQuota: '選票基數',
    keyLineLast: '最後一席的餘票',
    sensitive: (gain, lose, kept) =>
      `選票基數的小數在此有影響。若${kept ? '小數不計' : '保留小數'}，${and(gain.map((number) => `名單${number}`))}會多一席，${and(lose.map((number) => `名單${number}`))}會少一席。`,
  },

  rounds: {
    heading: '逐輪點算',
    lead: '候選人須取得仍在點算的選票的過半數，虛線為一半。如無人過半，票數最少者被淘汰，其選票轉往下一項仍可用的選擇。',
    region: '逐輪點算表，可左右捲動',
    caption: '候選人按留在點算中的時間排列',
    candidate: '候選人',
    round: (round) => `第${spelt2(round)}輪`,
    first: '第一選擇',
    moved: (numbers) => `轉移${and(numbers.map((number) => `${number}號`))}的選票`,
    eliminated: '被淘汰',
    elected: '當選',
    soFar: '目前過半數',
    lots: '票數相同：抽籤',
    setAside: '已用盡選擇而擱置',
    inCount: '仍在點算的選票',
    needed: '所需票數（過半）',
    out: '已離開點算',
    inWords: '文字說明',
    about: '關於這些數字',
    rounding: '百分比經調整，使每輪合計為100.00。百分比不決定任何結果，所有比較均以整張選票計算。',
    privacy: '選民人數少的界別，選票可能令人認出投票人。除非該選舉另有訂明，只公布各輪點算及次序的密封承諾。',
    none: '點算選票後會顯示各輪數字。',
    movedTo: (from, moves, aside) => {
      const total = moves.reduce((sum, move) => sum + move.papers, aside);
      const parts = moves.map((move) => `${format.count(move.papers)}張轉予${move.to}`);
      if (aside > 0) parts.push(`${format.count(aside)}張擱置`);
      return total === 0
        ? `${from}沒有選票可轉移。`
        : `${from}的${format.count(total)}張選票：${parts.join('，')}。`;
    },
    most: (names, votes) =>
      names.length > 1 ? `${and(names)}同為${votes}張。` : `${names[0] ?? ''}最多，${votes}張。`,
    nobody: (needed) => `無人取得所需的${needed}張。`,
    goesOut: (names, votes) =>
      names.length > 1
        ? `${and(names)}最少，各${votes}張，同時被淘汰。`
        : `${names[0] ?? ''}最少，${votes}張，被淘汰。`,
    isElected: (name, votes, papers) => `${name}在${papers}張中取得${votes}張，過半數而當選。`,
    wouldBe: (name, votes, papers) => `${name}在${papers}張中會有${votes}張，超過半數。`,
    plurality: (name, votes) => `所有選票只有第一選擇，故以最多者為準：${name}，${votes}張。`,
    onlyOne: (name) => `只有${name}仍在點算之中。`,
    byLots: (names) => `${and(names)}票數相同，以抽籤決定。`,
    lotsGave: (name) => `抽籤結果：議席歸${name}。`,
  },

  net: {
    heading: '支持、反對、棄權',
    caption: '按選票上的次序排列。支持淨值為支持減反對，以整票計算。',
    question: '議題',
    support: '支持',
    oppose: '反對',
    abstain: '棄權',
    net: '支持淨值',
    barKey: '橫條：深色為支持，灰色為反對，淺色為棄權。',
  },
  nomination: {
    heading: '提名',
    caption: (threshold) => `按提名數目排列。虛線為所需的${threshold}個提名。`,
    name: '姓名',
    nominations: '提名數目',
    reached: '門檻',
    yes: '已達到',
    no: '未達到',
    declaredYes: '獲提名',
    declaredNo: '未獲提名',
  },

  charts: {
    heading: '圖表',
    loading: '圖表在文字之後載入。',
    asTable: '以表格顯示',
    seats: '各名單議席',
    seatsFinding: (seats, lists) => `${lists}份名單共${seats}席`,
    seatsSoFar: '各名單議席，以目前票數計算',
    progress: '點票進度',
    progressFinding: (reported, expected) =>
      `已收到${format.count(expected)}份報告中的${format.count(reported)}份`,
    time: '時間',
    reports: '已收報告',
    list: '名單',
    seatsHead: '議席',
  },

  stations: {
    heading: '點票站',
    all: (value) => (value === 1 ? '唯一一份報告' : `全部${format.count(value)}份報告，逐站列出`),
    station: '點票站',
    valid: '有效票',
    waiting: '未收到',
    recounting: '重新點票',
    elsewhere: (where) => `於${where}點算`,
    flags: (value) => `${value}項標記`,
    corrected: '已更正',
    waitingFor: (value) => (value === 0 ? '報告已全部收到。' : `尚欠${format.count(value)}份報告。`),
    flagged: (value) =>
      value === 0 ? '沒有報告附有標記。' : `${format.count(value)}份報告附有標記：數字不盡吻合，按原樣顯示。`,
    none: '未有列出點票站。',
    csv: '全部點票站，CSV',
    kinds: {
      polling_counting: '點票站',
      small_polling: '小投票站',
      main_counting: '大點票站',
      dedicated_polling: '專用投票站',
      sorting: '選票分流站',
      central_counting: '中央點票站',
      online: '網上',
    },
  },

  changes: {
    heading: '更正與變動',
    none: '沒有更正。',
    declaredDiffers: '按更正後的數字計算，議席分配會有不同。已宣布的議席不變，只有選舉呈請可以改變。',
    noneSinceDeclared: '宣布以來沒有更正。',
    station: (code) => `點票站${code}`,
    constituency: '選區',
    reason: (reason) => `「${reason}」`,
    noReason: '記錄未有說明理由。',
    entry: (index) => `記錄冊第${format.count(index)}條`,
    was: '原為',
    now: '現為',
    all: (value) => `全部${format.count(value)}項變動`,
    fields: {
      definition: '選舉設定',
      status: '狀態',
      papers: '有效選票',
      accepted: '獲接納的問題選票',
      report: '報告所載選票',
      questionable: '不獲接納的問題選票',
      withheld: '不予公布的數字',
    },
    invalid: (ground) => `不予點算的選票，${ground}`,
    recount: (number, where) => `第${number}次重新點票，${where}`,
    recountAllowed: '獲准',
    recountRefused: '不獲准',
    recountScope: { station: '一個點票站', constituency: '整個選區', misplaced: '誤投選票' },
    happened: { died: '候選人去世', disqualified: '候選人喪失資格', withdrawn: '候選人退出競選' },
  },

  statement: {
    heading: '問題選票及選票結算',
    decided: '逐張決定的選票，按理由列出',
    ground: '理由',
    accepted: '接納',
    rejected: '不接納',
    total: '總數',
    acceptanceObjected: '有人反對接納',
    rejectionObjected: '有人反對不接納',
    accounts: '選票結算表',
    issued: '已發出（獲發減未發出）',
    noAccount: '沒有點票地點提交結算表。',
    places: (accounted, places) =>
      `由${format.count(places)}個點票地點中的${format.count(accounted)}份結算表相加而成。`,
    again: (number) => `這是第${number}份陳述，取代前一份。`,
    what: '此為整個選區的總數，於宣布結果後陳述。個別選票的決定不予公布。',
  },

  ledger: {
    heading: '這些數字所據的記錄冊條目',
    entries: (value) => `${format.count(value)}條：`,
    none: '未有條目。',
    how: '如何核實',
  },

  footer: {
    rests: '每項數字均可追溯至公開記錄冊。',
    check: '如何自行核實',
    noScript: '本頁無須執行程式碼亦可閱讀。',
    data: '下載本頁數據（CSV、JSON）',
    independent: 'Open Returns顯示人員所報及所宣布的數字，註明時間，並讓任何人重新計算。',
  },

  election: {
    pollingDay: (day) => `投票日：${day}`,
    pollingDayUntil: (day, clock) => `投票日：${day}，至${clock}`,
    inThisRecord: (seats) => `本平台載有${format.count(seats)}席`,
    label: (facts) =>
      facts.constituencies === 1 ? '結果已宣布' : `${facts.constituencies}個選區均已宣布結果`,
    declaredOf: (facts) => `${facts.constituencies}個選區中的${facts.declared}個已宣布`,
    noneDeclared: (closes) => say`投票於${closes}結束，在此之前不會公布任何數字。`,
    waiting: say`投票已結束。收到點票報告後，數字即在此顯示。`,
    someDeclared: (names) => {
      const list = names.flatMap(
        (name, index): Phrase => (index === 0 ? name : [index === names.length - 1 ? '及' : '、', ...name]),
      );
      return say`${list}已宣布結果。其他選區的數字屬暫定：空心標記並非已宣布的議席。`;
    },
    manyDeclared: (facts: ElectionFacts) =>
      say`${spelt(facts.constituencies)}個選區中有${spelt(facts.declared)}個已宣布結果。其他選區的數字屬暫定：空心標記並非已宣布的議席。`,
    nothingDeclared: (facts: ElectionFacts) =>
      say`已收到${format.count(facts.expected)}份點票報告中的${format.count(facts.reported)}份。結果尚未宣布：空心標記是以目前票數計算的議席。`,
    allDeclared: (seats) => say`${format.count(seats)}個議席的結果已全部宣布。`,
    allDeclaredOne: say`結果已宣布。`,
    closest: (name, gap) => say`爭持最接近的是${name}的最後一席，餘票相差${strong(gap)}票。`,
    keyQuota: '憑選票基數取得的議席',
    keyRemainder: '憑餘票取得的議席。數字為取得議席的次序。',
    keySoFarQuota: '以目前票數，按選票基數計算',
    keySoFarRemainder: '以目前票數，按餘票計算',
    lastSeatSoFar: (facts) =>
      say`最後一席，以目前票數計算：${who(facts.unit, facts.ahead)}以${strong(facts.gap)}票領先${who(facts.unit, facts.behind)}`,
    lastSeat: (gap) => say`最後一席相差${strong(gap)}票`,
    votesSoFar: '目前票數',
    latest: '最新事項',
    noActs: '投票結束以來未有事項。',
    acts: {
      declared: (name) => say`${name}宣布結果`,
      failed: (name) => say`${name}宣布選舉未能完成`,
      terminated: (name) => say`${name}選舉程序終止`,
      corrected: (name, station) =>
        station === null ? say`${name}更正數字` : say`${name}更正點票站${station}的數字`,
      recount: (name) => say`${name}獲准重新點票`,
      recountRefused: (name) => say`${name}重新點票的要求不獲准`,
    },
    entry: (index) => `記錄${format.count(index)}`,
    byConstituency: '各選區',
  },

  elections: {
    heading: '選舉',
    lead: '這裏的每項選舉，均由一本經簽署的記錄冊公布：數字、議席，以及計算經過。',
    none: '尚未公布任何選舉。',
    rehearsals: '演習，數字屬虛構或重演',
  },

  station: {
    inResult: '已計入結果',
    inCount: '已計入點票',
    waiting: '報告未收到',
    recounting: '重新點票',
    elsewhere: '於他站點算',
    elsewhereWords: '本站的選票與另一站的選票混合點算，以免有人的選擇被猜出。其數字包括在該站的報告內。',
    provisional: '暫定數字，尚未宣布',
    waitingWords: '本站的報告尚未公布。',
    recountingWords: '所示為上一次點票的數字。',
    reportIs: (countNumber, revision) => `第${spelt2(countNumber)}次點票，第${revision}版`,
    noReport: '未有',
    told: ({ name, constituency, valid, papers, declared }) =>
      say`${name}（${constituency}）的報告：${format.count(valid)}張${papers ? '有效選票' : '有效票'}${declared ? '。' : '，數字屬暫定，尚未宣布。'}`,
    votesHere: '本站點算的票數',
    markNote: (unit) => `虛線：${unit === 'list' ? '名單' : '候選人'}在整個選區的得票率。`,
    noMark: '報告齊備後，旁邊會列出整個選區的得票率。',
    here: '本站',
    everywhere: '全區',
    privateVotes: '選民人數少的界別，選擇次序不予公開；各輪點算以整個選區公布。',
    flags: (value) => `本份報告附有${spelt(value)}項標記`,
    flagMeaning: '標記不會改動任何數字，報告按點票站所報保留；標記只說明哪些數字不吻合，讓任何人都可查問。',
    flagCode: '代碼',
    papers: '選票',
    papersNotCounted: '不予點算的選票',
    account: '選票結算表',
    grounds: {
      unmarked: '未填選',
      not_stamp: '未用所提供的印章填選',
      spoilt: '損壞',
      tendered: '重複',
      unused: '未用',
      overvote_list: '選了多於一份名單',
      overvote_candidate: '所選候選人過多',
      not_arabic: '未用阿拉伯數字',
      multiple_first: '多於一個第一選擇',
      no_first: '沒有第一選擇',
      identifying_mark: '有可辨認投票人身分的記號',
      intention_unclear: '投票意向不清楚',
      mutilated: '相當殘破',
      uncertain: '無明確選擇',
      supplied: '獲發',
      unissued: '未發出',
    },
    questionableAccepted: '問題選票，獲接納為有效',
    questionableRejected: '問題選票，不獲接納',
    notCounted: '合計',
    accountsWithheld: '個別點票地點的選票結算表及問題選票不予公布；整個選區的總數於宣布結果後公布。',
    accountsStated: '查看這些總數',
    route: '本份報告的去向',
    accepted: (role) => `接納自${role}`,
    correctedBy: (role) => `由${role}更正`,
    confirmedBy: (role) => `由${role}確認`,
    explained: (text) => `點票站的說明：「${text}」`,
    sha: '報告的雜湊值（SHA-256）',
    proof: '記錄冊以此雜湊值載有本份報告。',
    feeders: '以下各站的選票在此點算',
    neighbours: '其他點票站',
    allReports: '全部報告',
  },
  moves: {
    adjourned: (state, station) => {
      const where = station === null ? '點票' : `點票站${station}的點票`;
      return state === 'suspended' ? `${where}已暫停。` : `${where}曾經暫停，現已恢復。`;
    },
    grounds: {
      severe_weather: '理由：惡劣天氣。',
      disorder_or_danger: '理由：騷亂，或危害公眾健康或安全。',
      material_irregularity: '理由：關鍵性的不妥當之處。',
    },
    moved: (station, place) => say`點票站${station}的點票已移往${place}。`,
    opens: (time) => `候選人可於${time}起到場。`,
    declaredWith: (role) => `由選舉主任宣布，並由另一名選舉人員（${role}）確認。`,
  },
  roles: {
    public: '公眾',
    candidate: '候選人',
    presiding_officer: '投票站主任',
    assistant_returning_officer: '助理選舉主任',
    returning_officer: '選舉主任',
    chief_electoral_officer: '總選舉事務主任',
    commission: '選舉管理委員會',
    observer: '觀察員',
  },

  explain: {
    title: '議席如何分配',
    titleSoFar: '以目前票數，議席如何分配',
    titleCount: '結果如何得出',
    titleCountSoFar: '目前點算，逐步說明',
    told: (name) => say`${name}的點算結果如何得出：逐步說明，並列明每一步所依據的規則。`,
    toldSoFar: (name) => say`${name}目前的點算，逐步說明；數字屬暫定，尚未宣布。`,
    notYet: '收到報告後，會在此逐步說明。',
    uncontested: '無需點票：候選人人數不多於議席數目。',
    rule: '規則：',
    addUp: '加總報告',
    addUpWords: (reported, expected, valid) =>
      reported < expected
        ? say`${format.count(expected)}份報告中已收到${format.count(reported)}份，目前合計${strong(valid)}張有效票。`
        : say`${format.count(reported)}份報告合計${strong(valid)}張有效票。`,
    addUpPapers: (reported, expected, valid) =>
      reported < expected
        ? say`${format.count(expected)}份報告中已收到${format.count(reported)}份，目前合計${strong(valid)}張有效選票。`
        : say`${format.count(reported)}份報告合計${strong(valid)}張有效選票。`,
    seeStations: '查看各站',
    quota: '計算選票基數',
    quotaSum: (valid, seats, whole) => say`${valid} ÷ ${seats} = ${whole}`,
    quotaFraction: (part) => `又${part}`,
    quotaDisregarded: (quota) => say`小數不計：每${strong(quota)}票得一席。`,
    quotaWhole: (quota) => say`剛好整除：每${strong(quota)}票得一席。`,
    quotaKept: (quota) => say`保留小數：每${strong(quota)}票得一席。`,
    quotaSame: (kept) => (kept ? '若小數不計，議席分配相同。' : '若保留小數，議席分配相同。'),
    noVotes: say`沒有有效票，故沒有選票基數；各名單地位相同。`,
    overflow: say`票數極少，取整的選票基數會分出多於實有的議席，故保留小數。`,
    byQuota: '按選票基數分配',
    quotaNone: '沒有名單達到選票基數。',
    quotaSome: (value) => `${spelt(value)}份名單達到選票基數。`,
    quotaLine: (facts) => say`${facts.votes} = ${facts.times} × ${facts.quota} + ${strong(facts.rest)}`,
    quotaHas: (facts) => say`名單${facts.number}得${spelt(facts.seats)}席，尚有餘票${facts.rest}票。`,
    quotaExhausted: (number, seats) =>
      say`名單${number}得${spelt(seats)}席：名單上的人已全部取得議席，沒有餘票。`,
    seatsLeft: (value) => (value === 0 ? '沒有餘下議席。' : `餘下${spelt(value)}席。`),
    byRemainder: '按最大餘票分配',
    remainderWords: (value) =>
      value === 1 ? '餘票最多者取得此席。' : `餘票最多的${spelt(value)}份名單各得一席。`,
    remainderNone: '沒有議席留待餘票分配。',
    ties: '票數相同與抽籤',
    noTie: '最後一席沒有名單餘票相同，無須抽籤。',
    noTieCandidates: '最後一席沒有候選人票數相同，無須抽籤。',
    tiePending: (facts) => tieWords(facts),
    tieDrawn: (numbers, places, unit) =>
      `${and(numbers.map((number) => who(unit, number)))}${unit === 'list' ? '餘票' : '票數'}相同，其間有${places}席。已經抽籤，號碼大者取得議席。`,
    lotsRound: (round) => `第${spelt2(round)}次抽籤`,
    drawnBy: (name) => `由${name}抽出`,
    ballNumber: '號碼',
    lotsOutcome: '結果',
    lotsIn: '取得議席',
    lotsAgain: '再抽',
    lotsOut: '不獲議席',
    hands: { self: '候選人本人', representative: '代表', returning_officer: '選舉主任' },
    names: '人名',
    namesWords: '名單所得議席，依名單次序分配予名單上的人。',
    namesLine: (unit, number) => `${who(unit, number)}：`,
    namesElected: '當選',
    namesWouldBe: '以目前票數',
    namesNext: '名單上的下一人',
    sumCheck: (byQuota, byRemainder, seats) =>
      `核對：按選票基數${byQuota}席 + 按餘票${byRemainder}席 = ${seats}席。`,
    sumUnfilled: (value) => `${value}席未能選出。`,
    recount: '自行重新計算',
    accounts:
      '除非該選舉另有訂明，個別點票地點的選票結算表及問題選票不予公布，只公布密封承諾及不獲接納的選票數目；整個選區的總數於宣布結果後公布。',
    order: '按票數排列',
    orderWords: (seats) =>
      seats === 1 ? '得票最多的候選人取得議席。' : `得票最多的${spelt(seats)}名候選人取得議席。`,
    firstChoices: '點算第一選擇',
    firstWords: (papers, needed) => say`${papers}張有效選票各歸其第一選擇。過半數為${strong(needed)}張。`,
    roundsStep: '逐輪轉移選票',
    outcome: '結果',
    netSum: '支持減反對',
    netWords: '支持淨值以整票計算，不以百分比計算。',
    netOutcome: '以支持淨值最高者為準，但支持須多於反對。',
    threshold: '計算門檻',
    thresholdWords: (electors, threshold) =>
      say`${electors}名選民的1%，小數捨去，為${strong(threshold)}。須有此數或以上的提名。`,
    thresholdUnknown: say`選民人數不詳，未能計算門檻。`,
    rules: {
      guidelines: (edition, paragraph) => `《${edition}年指引》第${paragraph}段`,
      reading: (number) => `解讀${number}`,
      popVote: 'PopVote 2017公布的規則',
      join: '；',
    },
  },

  data: dataZhHant,

  check: {
    title: '自行核實結果',
    lead: '任何人都可下載公開記錄冊，重新計算選舉，並與本網站公布的結果比較。過程不會向外傳送任何資料。',
    command: '一個指令',
    commandWords: '取得Open Returns的原始碼，在其資料夾內執行以下兩行。首行為本網站的網址。',
    exit: '全部吻合時以代碼0結束；否則會指出首個不符之處。',
    what: '核實甚麼',
    steps: [
      ['記錄冊的簽署', '檢查點以下列金鑰簽署。'],
      ['每個條目均在記錄冊內', '所有條目的雜湊值合成經簽署的根。'],
      ['沒有刪除或改寫', '記錄冊原樣包含你上次核實時所見的內容。'],
      ['點票', '由各站報告重新加總所有票數。'],
      ['議席', '按規則重新計算選票基數、餘票、各輪點算及抽籤。'],
      ['公布的檔案', '重新製作每個檔案，逐個位元組比較。'],
    ],
    cannot: '核實不能說明甚麼',
    cannotWords: '點票站所記錄的是否與選票相符。要知道這一點，請將該站的網頁與當場向在場人士宣讀的結果比較。',
    cannotKey: '金鑰是否正確。請與投票前公布的金鑰比較。',
    ledger: '記錄冊現況',
    key: '核實金鑰',
    keyFile: '金鑰檔案',
    size: '條目數目',
    root: '根雜湊值',
    checkpoint: '經簽署的檢查點',
    witnesses: '見證人',
    witnessWords:
      '見證人是外間人士或機構，持續跟進記錄冊，只有當檢查點延續之前的一個時才會加簽。若向不同讀者展示不同的記錄冊，見證人只會為其中一份加簽，並拒絕另一份。',
    noWitnesses:
      '暫無外間人士為這份記錄冊加簽。讀者只能互相比較條目數目及根雜湊值，才知道所見的是否同一份記錄冊。',
    cosigned: (size) => `最近一次加簽時有${format.count(size)}個條目，時間為`,
    notCosigned: '尚未加簽。',
    witnessFile: '加簽檔案',
    without: '不用本程式核實',
    withoutWords:
      '記錄冊是C2SP tlog-tiles格式的透明日誌。任何能讀取該格式的工具均可核實：檢查點、分塊及條目均為一般檔案。',
    keepKey: '請保存金鑰及條目數目：下次核實便可證明沒有內容被撤回。',
  },

  notFound: {
    title: '沒有這一頁',
    words: '網址可能輸入或複製有誤。各選舉的網頁可由選區一覽進入。',
    link: '所有選舉',
  },
  choose: { title: '選擇語言' },
};
