import { advertisementsZhHans } from './advertisements/zh-hans.ts';
import { alertsZhHans } from './alerts-zh-hans.ts';
import { dataZhHans } from './data-zh-hans.ts';
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
import { noticesZhHans } from './notices-zh-hans.ts';
import { type Phrase, say, strong } from './phrase.ts';
import { embedZhHans, hallZhHans, shareZhHans } from './reach-zh-hans.ts';
import { verifyZhHans } from './verify-zh-hans.ts';
import type { Words } from './words.ts';

const DIGITS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Prose writes small numbers in characters; tables and states use figures. */
const spelt = (value: number): string => DIGITS[value] ?? format.count(value);
/** Ordinals: the second is never the counting form of two. */
const spelt2 = (value: number): string => (value === 2 ? '二' : spelt(value));
const and = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join('、')}与${items.at(-1)}`;
const who = (unit: Unit, number: string): string => (unit === 'list' ? `名单${number}` : `${number}号候选人`);
const dated = (facts: StateFacts): string =>
  facts.declaredAt === null ? '' : format.date('zh-Hans', facts.declaredAt);
const seatsFilled = (seats: number): string =>
  seats === 1 ? '议席至此已分配' : `${seats}个议席至此分配完毕`;
const seatsHere = (seats: number): string =>
  seats === 1 ? '议席归于此线以上' : `${seats}个议席归于此线以上`;

const tieWords = (tie: TieFacts | null): string => {
  if (tie === null) return '以抽签决定。';
  const names = and(tie.numbers.map((number) => who(tie.unit, number)));
  const what = tie.on === 'remainder' ? '余票相同' : '票数相同';
  return `${names}${what}，最后${tie.places === 1 ? '一席' : `${tie.places}席`}以抽签决定。`;
};

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

export const zhHans: Words = {
  tagline: '选举结果公开平台',
  space: '',
  after: ' ',
  skip: '跳至内容',
  menu: '目录',
  mainNavigation: '主要',
  languages: '语言',
  whereYouAre: '目前位置',
  results: '结果',
  openData: '开放数据',
  verify: '自行核实',
  scrolls: (title) => `${title}，可左右滚动`,
  how: '如何计算',

  notices: noticesZhHans,
  verifyHere: verifyZhHans,
  advertisements: advertisementsZhHans,
  embed: embedZhHans,
  alerts: alertsZhHans,
  hall: hallZhHans,
  share: shareZhHans,

  strip: {
    heading: '点票情况',
    state: '状态',
    reports: '点票报告',
    reportsOf: (reported, expected) => `${format.count(expected)}份报告中的${format.count(reported)}份`,
    asOf: '数字截至（香港时间）',
    version: '版本',
    ledgerEntries: '记录册条目',
    thisReport: '本份报告',
    entry: (index) => `第${format.count(index)}条`,
  },

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
  test: { label: '测试选举', words: '演习资料。人物及数字属虚构，或重演以往的选举。' },

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
  electedInOrder: '当选，按取得议席的次序',
  electedWithoutPoll: '无需投票而当选',
  nominated: '获提名',
  highestNet: '支持净值最高',

  unit: who,
  Unit: who,
  unitHead: (unit) => (unit === 'list' ? '名单' : '候选人'),
  by: {
    quota: '选票基数',
    remainder: (figure) => `余票${figure}`,
    lots: '抽签',
    votes: (figure) => `${figure}票`,
    majority: (figure) => `${figure}张选票`,
    uncontested: '无需投票',
    threshold: (figure) => `${figure}个提名`,
    net_support: (figure) => `支持净值${figure}`,
  },
  died: '去世',
  disqualified: '丧失资格',
  withdrawn: '退出竞选',

  counts: {
    seats: (value) => `${format.count(value)}席`,
    lists: (value) => `${format.count(value)}份名单`,
    listsOfCandidates: (value) => `${format.count(value)}份候选人名单`,
    candidates: (value) => `${format.count(value)}名候选人`,
    electors: (value) => `${format.count(value)}名选民`,
    reports: (reported, expected) => `${format.count(reported)} / ${format.count(expected)}份报告`,
    validPapers: (value) => `${format.count(value)}张有效选票`,
  },
  systems: {
    list_pr: '比例代表名单投票制',
    preferential: '按选择次序淘汰投票制',
    first_past_the_post: '得票最多者当选投票制',
    net_support: '支持、反对或弃权',
    nomination: '公民提名',
  },
  systemsBefore: {
    list_pr: '比例代表名单投票制',
    preferential: '按选择次序淘汰投票制',
    first_past_the_post: '以得票多少排列',
    net_support: '支持、反对或弃权',
    nomination: '公民提名',
  },
  multipleVotes: (seats) => `每张选票最多可投${spelt(seats)}票，各人占有效选票的百分比相加可超过100%。`,

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

  figures: {
    heading: '主要数字',
    electors: '登记选民',
    valid: '有效票',
    validPapers: '有效选票',
    rejected: '不予点算的选票',
    rejectedNote: '无效选票，以及不获接纳的问题选票',
    seats: '议席',
    unfilled: '未能选出的议席',
    quota: '选票基数',
    quotaOf: (valid, seats, kept) => `${valid} ÷ ${seats}，${kept ? '保留小数' : '小数不计'}`,
    threshold: '所需提名',
    thresholdOf: (electors) => `${electors}名选民的1%，小数舍去`,
    nominations: '提名',
    misplacedEstimate: '误投选票估计数目',
  },

  votes: {
    heading: (unit) => (unit === 'list' ? '各名单得票' : '各候选人得票'),
    caption: (quota) => (quota === null ? '按得票排列。' : `按得票排列。虚线为选票基数（${quota}票）。`),
    captionCut: (seats) => (seats === 1 ? '按得票排列。' : `按得票排列，横线标示${spelt(seats)}个议席。`),
    captionWaiting: '按选票上的次序排列。',
    votes: '票数',
    share: '得票率',
    shareOfPapers: '占有效选票',
    seats: '议席',
    seatsSoFar: '暂计议席',
    total: '有效票总数',
    totalPapers: '有效选票总数',
    equal: '票数相同',
    notCounted: '未点算',
    tooEarly: '暂不显示',
    cut: (seats, gap) =>
      gap === null ? say`${seatsHere(seats)}。` : say`${seatsHere(seats)}。下一人少${strong(gap)}票。`,
    cutSoFar: (seats, gap) =>
      gap === null
        ? say`以目前票数，${seatsHere(seats)}。`
        : say`以目前票数，${seatsHere(seats)}。下一人少${strong(gap)}票。`,
    cutTie: (facts) =>
      say`票数相同：各${strong(facts.figure)}票。${facts.contestants}名候选人，${facts.places}席：抽签决定`,
    names: '各名单全部人名',
    noAffiliation: '选票上未有显示',
  },

  ladder: {
    heading: '议席如何分配',
    headingSoFar: '以目前票数，议席如何分配',
    lead: '先按选票基数分配议席，余下议席依余票由多至少逐席分配，每份名单一席。',
    everyStep: '逐步计算',
    showEarly: '显示以目前票数的计算',
    byQuota: '达到选票基数',
    quotaMakes: (quota) => `每${quota}票得1席`,
    noQuota: '没有名单达到选票基数。',
    byRemainder: '余票最多',
    remainderNote: (seats) =>
      seats === 1 ? '余下一席归余票最多者' : `余下${seats}席，依余票由多至少逐席分配`,
    seat: '议席',
    list: '名单',
    votes: '票数',
    remaining: '余票',
    remainingFigure: (figure) => `余票${figure}`,
    against: '与最后一席相差',
    last: '最后一席',
    axisQuota: (quota) => `选票基数${quota}`,
    cut: (seats, gap) =>
      gap === null
        ? say`${seatsFilled(seats)}。`
        : say`${seatsFilled(seats)}。下一份名单的余票少${strong(gap)}票。`,
    cutSoFar: (seats, gap) =>
      gap === null
        ? say`以目前票数，${seatsFilled(seats)}。`
        : say`以目前票数，${seatsFilled(seats)}。下一份名单的余票少${strong(gap)}票。`,
    cutLots: say`议席至此分配完毕，最后一席由抽签决定。`,
    tie: (figure, lists, places) =>
      say`余票相同：各${strong(figure)}票。${lists}份名单，${places}席：抽签决定`,
    unfilled: '未能选出',
    unfilledNote: '没有名单尚有候选人可补上此议席。',
    nth: (position) => `（名单第${position}名）`,
    exhausted: '名单上的人已全部取得议席，没有余票',
    exhaustedElected: '名单上的人已全部当选，没有余票',
    noName: '名单上已无人',
    ball: (number) => `${number}号球`,
    keyQuota: '凭选票基数取得的议席',
    keyRemainder: '凭余票取得的议席',
    keyQuotaSoFar: '暂按选票基数计算',
    keyRemainderSoFar: '暂按余票计算',
    keyLineQuota: '选票基数',
    keyLineLast: '最后一席的余票',
    sensitive: (gain, lose, kept) =>
      `选票基数的小数在此有影响。若${kept ? '小数不计' : '保留小数'}，${and(gain.map((number) => `名单${number}`))}会多一席，${and(lose.map((number) => `名单${number}`))}会少一席。`,
  },

  rounds: {
    heading: '逐轮点算',
    lead: '候选人须取得仍在点算的选票的过半数，虚线为一半。如无人过半，票数最少者被淘汰，其选票转往下一项仍可用的选择。',
    region: '逐轮点算表，可左右滚动',
    caption: '候选人按留在点算中的时间排列',
    candidate: '候选人',
    round: (round) => `第${spelt2(round)}轮`,
    first: '第一选择',
    moved: (numbers) => `转移${and(numbers.map((number) => `${number}号`))}的选票`,
    eliminated: '被淘汰',
    elected: '当选',
    soFar: '目前过半数',
    lots: '票数相同：抽签',
    setAside: '已用尽选择而搁置',
    inCount: '仍在点算的选票',
    needed: '所需票数（过半）',
    out: '已离开点算',
    inWords: '文字说明',
    about: '关于这些数字',
    rounding: '百分比经调整，使每轮合计为100.00。百分比不决定任何结果，所有比较均以整张选票计算。',
    privacy: '选民人数少的界别，选票可能令人认出投票人。除非该选举另有订明，只公布各轮点算及次序的密封承诺。',
    none: '点算选票后会显示各轮数字。',
    movedTo: (from, moves, aside) => {
      const total = moves.reduce((sum, move) => sum + move.papers, aside);
      const parts = moves.map((move) => `${format.count(move.papers)}张转予${move.to}`);
      if (aside > 0) parts.push(`${format.count(aside)}张搁置`);
      return total === 0
        ? `${from}没有选票可转移。`
        : `${from}的${format.count(total)}张选票：${parts.join('，')}。`;
    },
    most: (names, votes) =>
      names.length > 1 ? `${and(names)}同为${votes}张。` : `${names[0] ?? ''}最多，${votes}张。`,
    nobody: (needed) => `无人取得所需的${needed}张。`,
    goesOut: (names, votes) =>
      names.length > 1
        ? `${and(names)}最少，各${votes}张，同时被淘汰。`
        : `${names[0] ?? ''}最少，${votes}张，被淘汰。`,
    isElected: (name, votes, papers) => `${name}在${papers}张中取得${votes}张，过半数而当选。`,
    wouldBe: (name, votes, papers) => `${name}在${papers}张中会有${votes}张，超过半数。`,
    plurality: (name, votes) => `所有选票只有第一选择，故以最多者为准：${name}，${votes}张。`,
    onlyOne: (name) => `只有${name}仍在点算之中。`,
    byLots: (names) => `${and(names)}票数相同，以抽签决定。`,
    lotsGave: (name) => `抽签结果：议席归${name}。`,
  },

  net: {
    heading: '支持、反对、弃权',
    caption: '按选票上的次序排列。支持净值为支持减反对，以整票计算。',
    question: '议题',
    support: '支持',
    oppose: '反对',
    abstain: '弃权',
    net: '支持净值',
    barKey: '横条：深色为支持，灰色为反对，浅色为弃权。',
  },
  nomination: {
    heading: '提名',
    caption: (threshold) => `按提名数目排列。虚线为所需的${threshold}个提名。`,
    name: '姓名',
    nominations: '提名数目',
    reached: '门槛',
    yes: '已达到',
    no: '未达到',
    declaredYes: '获提名',
    declaredNo: '未获提名',
  },

  charts: {
    heading: '图表',
    loading: '图表在文字之后载入。',
    asTable: '以表格显示',
    seats: '各名单议席',
    seatsFinding: (seats, lists) => `${lists}份名单共${seats}席`,
    seatsSoFar: '各名单议席，以目前票数计算',
    progress: '点票进度',
    progressFinding: (reported, expected) =>
      `已收到${format.count(expected)}份报告中的${format.count(reported)}份`,
    time: '时间',
    reports: '已收报告',
    list: '名单',
    seatsHead: '议席',
  },

  stations: {
    heading: '点票站',
    all: (value) => (value === 1 ? '唯一一份报告' : `全部${format.count(value)}份报告，逐站列出`),
    station: '点票站',
    valid: '有效票',
    waiting: '未收到',
    recounting: '重新点票',
    elsewhere: (where) => `于${where}点算`,
    flags: (value) => `${value}项标记`,
    corrected: '已更正',
    waitingFor: (value) => (value === 0 ? '报告已全部收到。' : `尚欠${format.count(value)}份报告。`),
    flagged: (value) =>
      value === 0 ? '没有报告附有标记。' : `${format.count(value)}份报告附有标记：数字不尽吻合，按原样显示。`,
    none: '未有列出点票站。',
    csv: '全部点票站，CSV',
    kinds: {
      polling_counting: '点票站',
      small_polling: '小投票站',
      main_counting: '大点票站',
      dedicated_polling: '专用投票站',
      sorting: '选票分流站',
      central_counting: '中央点票站',
      online: '网上',
    },
  },

  changes: {
    heading: '更正与变动',
    none: '没有更正。',
    declaredDiffers: '按更正后的数字计算，议席分配会有不同。已宣布的议席不变，只有选举呈请可以改变。',
    noneSinceDeclared: '宣布以来没有更正。',
    station: (code) => `点票站${code}`,
    constituency: '选区',
    reason: (reason) => `“${reason}”`,
    noReason: '记录未有说明理由。',
    entry: (index) => `记录册第${format.count(index)}条`,
    was: '原为',
    now: '现为',
    all: (value) => `全部${format.count(value)}项变动`,
    fields: {
      definition: '选举设定',
      status: '状态',
      papers: '有效选票',
      accepted: '获接纳的问题选票',
      report: '报告所载选票',
      questionable: '不获接纳的问题选票',
      withheld: '不予公布的数字',
    },
    invalid: (ground) => `不予点算的选票，${ground}`,
    recount: (number, where) => `第${number}次重新点票，${where}`,
    recountAllowed: '获准',
    recountRefused: '不获准',
    recountScope: { station: '一个点票站', constituency: '整个选区', misplaced: '误投选票' },
    happened: { died: '候选人去世', disqualified: '候选人丧失资格', withdrawn: '候选人退出竞选' },
  },

  statement: {
    heading: '问题选票及选票结算',
    decided: '逐张决定的选票，按理由列出',
    ground: '理由',
    accepted: '接纳',
    rejected: '不接纳',
    total: '总数',
    acceptanceObjected: '有人反对接纳',
    rejectionObjected: '有人反对不接纳',
    accounts: '选票结算表',
    issued: '已发出（获发减未发出）',
    noAccount: '没有点票地点提交结算表。',
    places: (accounted, places) =>
      `由${format.count(places)}个点票地点中的${format.count(accounted)}份结算表相加而成。`,
    again: (number) => `这是第${number}份陈述，取代前一份。`,
    what: '此为整个选区的总数，在宣布结果后陈述。个别选票的决定不予公布。',
  },

  ledger: {
    heading: '这些数字所据的记录册条目',
    entries: (value) => `${format.count(value)}条：`,
    none: '未有条目。',
    how: '如何核实',
  },

  footer: {
    rests: '每项数字均可追溯至公开记录册。',
    check: '如何自行核实',
    noScript: '本页无须执行程序代码亦可阅读。',
    data: '下载本页数据（CSV、JSON）',
    independent: 'Open Returns显示人员所报及所宣布的数字，注明时间，并让任何人重新计算。',
  },

  election: {
    pollingDay: (day) => `投票日：${day}`,
    pollingDayUntil: (day, clock) => `投票日：${day}，至${clock}`,
    inThisRecord: (seats) => `本平台载有${format.count(seats)}席`,
    label: (facts) =>
      facts.constituencies === 1 ? '结果已宣布' : `${facts.constituencies}个选区均已宣布结果`,
    declaredOf: (facts) => `${facts.constituencies}个选区中的${facts.declared}个已宣布`,
    noneDeclared: (closes) => say`投票于${closes}结束，在此之前不会公布任何数字。`,
    waiting: say`投票已结束。收到点票报告后，数字即在此显示。`,
    someDeclared: (names) => {
      const list = names.flatMap(
        (name, index): Phrase => (index === 0 ? name : [index === names.length - 1 ? '及' : '、', ...name]),
      );
      return say`${list}已宣布结果。其他选区的数字属暂定：空心标记并非已宣布的议席。`;
    },
    manyDeclared: (facts: ElectionFacts) =>
      say`${spelt(facts.constituencies)}个选区中有${spelt(facts.declared)}个已宣布结果。其他选区的数字属暂定：空心标记并非已宣布的议席。`,
    nothingDeclared: (facts: ElectionFacts) =>
      say`已收到${format.count(facts.expected)}份点票报告中的${format.count(facts.reported)}份。结果尚未宣布：空心标记是以目前票数计算的议席。`,
    allDeclared: (seats) => say`${format.count(seats)}个议席的结果已全部宣布。`,
    allDeclaredOne: say`结果已宣布。`,
    closest: (name, gap) => say`争持最接近的是${name}的最后一席，余票相差${strong(gap)}票。`,
    keyQuota: '凭选票基数取得的议席',
    keyRemainder: '凭余票取得的议席。数字为取得议席的次序。',
    keySoFarQuota: '以目前票数，按选票基数计算',
    keySoFarRemainder: '以目前票数，按余票计算',
    lastSeatSoFar: (facts) =>
      say`最后一席，以目前票数计算：${who(facts.unit, facts.ahead)}以${strong(facts.gap)}票领先${who(facts.unit, facts.behind)}`,
    lastSeat: (gap) => say`最后一席相差${strong(gap)}票`,
    votesSoFar: '目前票数',
    latest: '最新事项',
    noActs: '投票结束以来未有事项。',
    acts: {
      declared: (name) => say`${name}宣布结果`,
      failed: (name) => say`${name}宣布选举未能完成`,
      terminated: (name) => say`${name}选举程序终止`,
      corrected: (name, station) =>
        station === null ? say`${name}更正数字` : say`${name}更正点票站${station}的数字`,
      recount: (name) => say`${name}获准重新点票`,
      recountRefused: (name) => say`${name}重新点票的要求不获准`,
    },
    entry: (index) => `记录${format.count(index)}`,
    byConstituency: '各选区',
  },

  elections: {
    heading: '选举',
    lead: '这里的每项选举，均由一本经签署的记录册公布：数字、议席，以及计算经过。',
    none: '尚未公布任何选举。',
    rehearsals: '演习，数字属虚构或重演',
  },

  station: {
    inResult: '已计入结果',
    inCount: '已计入点票',
    waiting: '报告未收到',
    recounting: '重新点票',
    elsewhere: '于他站点算',
    elsewhereWords: '本站的选票与另一站的选票混合点算，以免有人的选择被猜出。其数字包括在该站的报告内。',
    provisional: '暂定数字，尚未宣布',
    waitingWords: '本站的报告尚未公布。',
    recountingWords: '所示为上一次点票的数字。',
    reportIs: (countNumber, revision) => `第${spelt2(countNumber)}次点票，第${revision}版`,
    noReport: '未有',
    told: ({ name, constituency, valid, papers, declared }) =>
      say`${name}（${constituency}）的报告：${format.count(valid)}张${papers ? '有效选票' : '有效票'}${declared ? '。' : '，数字属暂定，尚未宣布。'}`,
    votesHere: '本站点算的票数',
    markNote: (unit) => `虚线：${unit === 'list' ? '名单' : '候选人'}在整个选区的得票率。`,
    noMark: '报告齐备后，旁边会列出整个选区的得票率。',
    here: '本站',
    everywhere: '全区',
    privateVotes: '选民人数少的界别，选择次序不予公开；各轮点算以整个选区公布。',
    flags: (value) => `本份报告附有${spelt(value)}项标记`,
    flagMeaning: '标记不会改动任何数字，报告按点票站所报保留；标记只说明哪些数字不吻合，让任何人都可查问。',
    flagCode: '代码',
    papers: '选票',
    papersNotCounted: '不予点算的选票',
    account: '选票结算表',
    grounds: {
      unmarked: '未填选',
      not_stamp: '未用所提供的印章填选',
      spoilt: '损坏',
      tendered: '重复',
      unused: '未用',
      overvote_list: '选了多于一份名单',
      overvote_candidate: '所选候选人过多',
      not_arabic: '未用阿拉伯数字',
      multiple_first: '多于一个第一选择',
      no_first: '没有第一选择',
      identifying_mark: '有可辨认投票人身份的记号',
      intention_unclear: '投票意向不清楚',
      mutilated: '相当残破',
      uncertain: '无明确选择',
      supplied: '获发',
      unissued: '未发出',
    },
    questionableAccepted: '问题选票，获接纳为有效',
    questionableRejected: '问题选票，不获接纳',
    notCounted: '合计',
    accountsWithheld: '个别点票地点的选票结算表及问题选票不予公布；整个选区的总数在宣布结果后公布。',
    accountsStated: '查看这些总数',
    route: '本份报告的去向',
    accepted: (role) => `接纳自${role}`,
    correctedBy: (role) => `由${role}更正`,
    confirmedBy: (role) => `由${role}确认`,
    explained: (text) => `点票站的说明：“${text}”`,
    sha: '报告的哈希值（SHA-256）',
    proof: '记录册以此哈希值载有本份报告。',
    feeders: '以下各站的选票在此点算',
    neighbours: '其他点票站',
    allReports: '全部报告',
  },
  moves: {
    adjourned: (state, station) => {
      const where = station === null ? '点票' : `点票站${station}的点票`;
      return state === 'suspended' ? `${where}已暂停。` : `${where}曾经暂停，现已恢复。`;
    },
    grounds: {
      severe_weather: '理由：恶劣天气。',
      disorder_or_danger: '理由：骚乱，或危害公众健康或安全。',
      material_irregularity: '理由：关键性的不妥当之处。',
    },
    moved: (station, place) => say`点票站${station}的点票已移到${place}。`,
    opens: (time) => `候选人可从${time}起到场。`,
    declaredWith: (role) => `由选举主任宣布，并由另一名选举人员（${role}）确认。`,
  },
  roles: {
    public: '公众',
    candidate: '候选人',
    presiding_officer: '投票站主任',
    assistant_returning_officer: '助理选举主任',
    returning_officer: '选举主任',
    chief_electoral_officer: '总选举事务主任',
    commission: '选举管理委员会',
    observer: '观察员',
  },

  explain: {
    title: '议席如何分配',
    titleSoFar: '以目前票数，议席如何分配',
    titleCount: '结果如何得出',
    titleCountSoFar: '目前点算，逐步说明',
    told: (name) => say`${name}的点算结果如何得出：逐步说明，并列明每一步所依据的规则。`,
    toldSoFar: (name) => say`${name}目前的点算，逐步说明；数字属暂定，尚未宣布。`,
    notYet: '收到报告后，会在此逐步说明。',
    uncontested: '无需点票：候选人人数不多于议席数目。',
    rule: '规则：',
    addUp: '加总报告',
    addUpWords: (reported, expected, valid) =>
      reported < expected
        ? say`${format.count(expected)}份报告中已收到${format.count(reported)}份，目前合计${strong(valid)}张有效票。`
        : say`${format.count(reported)}份报告合计${strong(valid)}张有效票。`,
    addUpPapers: (reported, expected, valid) =>
      reported < expected
        ? say`${format.count(expected)}份报告中已收到${format.count(reported)}份，目前合计${strong(valid)}张有效选票。`
        : say`${format.count(reported)}份报告合计${strong(valid)}张有效选票。`,
    seeStations: '查看各站',
    quota: '计算选票基数',
    quotaSum: (valid, seats, whole) => say`${valid} ÷ ${seats} = ${whole}`,
    quotaFraction: (part) => `又${part}`,
    quotaDisregarded: (quota) => say`小数不计：每${strong(quota)}票得一席。`,
    quotaWhole: (quota) => say`刚好整除：每${strong(quota)}票得一席。`,
    quotaKept: (quota) => say`保留小数：每${strong(quota)}票得一席。`,
    quotaSame: (kept) => (kept ? '若小数不计，议席分配相同。' : '若保留小数，议席分配相同。'),
    noVotes: say`没有有效票，故没有选票基数；各名单地位相同。`,
    overflow: say`票数极少，取整的选票基数会分出多于实有的议席，故保留小数。`,
    byQuota: '按选票基数分配',
    quotaNone: '没有名单达到选票基数。',
    quotaSome: (value) => `${spelt(value)}份名单达到选票基数。`,
    quotaLine: (facts) => say`${facts.votes} = ${facts.times} × ${facts.quota} + ${strong(facts.rest)}`,
    quotaHas: (facts) => say`名单${facts.number}得${spelt(facts.seats)}席，尚有余票${facts.rest}票。`,
    quotaExhausted: (number, seats) =>
      say`名单${number}得${spelt(seats)}席：名单上的人已全部取得议席，没有余票。`,
    seatsLeft: (value) => (value === 0 ? '没有余下议席。' : `余下${spelt(value)}席。`),
    byRemainder: '按最大余票分配',
    remainderWords: (value) =>
      value === 1 ? '余票最多者取得此席。' : `余票最多的${spelt(value)}份名单各得一席。`,
    remainderNone: '没有议席留待余票分配。',
    ties: '票数相同与抽签',
    noTie: '最后一席没有名单余票相同，无须抽签。',
    noTieCandidates: '最后一席没有候选人票数相同，无须抽签。',
    tiePending: (facts) => tieWords(facts),
    tieDrawn: (numbers, places, unit) =>
      `${and(numbers.map((number) => who(unit, number)))}${unit === 'list' ? '余票' : '票数'}相同，其间有${places}席。已经抽签，号码大者取得议席。`,
    lotsRound: (round) => `第${spelt2(round)}次抽签`,
    drawnBy: (name) => `由${name}抽出`,
    ballNumber: '号码',
    lotsOutcome: '结果',
    lotsIn: '取得议席',
    lotsAgain: '再抽',
    lotsOut: '不获议席',
    hands: { self: '候选人本人', representative: '代表', returning_officer: '选举主任' },
    names: '人名',
    namesWords: '名单所得议席，依名单次序分配予名单上的人。',
    namesLine: (unit, number) => `${who(unit, number)}：`,
    namesElected: '当选',
    namesWouldBe: '以目前票数',
    namesNext: '名单上的下一人',
    sumCheck: (byQuota, byRemainder, seats) =>
      `核对：按选票基数${byQuota}席 + 按余票${byRemainder}席 = ${seats}席。`,
    sumUnfilled: (value) => `${value}席未能选出。`,
    recount: '自行重新计算',
    accounts:
      '除非该选举另有订明，个别点票地点的选票结算表及问题选票不予公布，只公布密封承诺及不获接纳的选票数目；整个选区的总数在宣布结果后公布。',
    order: '按票数排列',
    orderWords: (seats) =>
      seats === 1 ? '得票最多的候选人取得议席。' : `得票最多的${spelt(seats)}名候选人取得议席。`,
    firstChoices: '点算第一选择',
    firstWords: (papers, needed) => say`${papers}张有效选票各归其第一选择。过半数为${strong(needed)}张。`,
    roundsStep: '逐轮转移选票',
    outcome: '结果',
    netSum: '支持减反对',
    netWords: '支持净值以整票计算，不以百分比计算。',
    netOutcome: '以支持净值最高者为准，但支持须多于反对。',
    threshold: '计算门槛',
    thresholdWords: (electors, threshold) =>
      say`${electors}名选民的1%，小数舍去，为${strong(threshold)}。须有此数或以上的提名。`,
    thresholdUnknown: say`选民人数不详，未能计算门槛。`,
    rules: {
      guidelines: (edition, paragraph) => `《${edition}年指引》第${paragraph}段`,
      reading: (number) => `解读${number}`,
      popVote: 'PopVote 2017公布的规则',
      join: '；',
    },
  },

  data: dataZhHans,

  check: {
    title: '自行核实结果',
    lead: '任何人都可下载公开记录册，重新计算选举，并与本网站公布的结果比较。过程不会向外传送任何资料。',
    command: '一条命令',
    commandWords: '取得Open Returns的源代码，在其文件夹内执行以下两行。首行为本网站的网址。',
    exit: '全部吻合时以代码0结束；否则会指出首个不符之处。',
    what: '核实什么',
    steps: [
      ['记录册的签署', '检查点以下列密钥签署。'],
      ['每个条目均在记录册内', '所有条目的哈希值合成经签署的根。'],
      ['没有删除或改写', '记录册原样包含你上次核实时所见的内容。'],
      ['点票', '由各站报告重新加总所有票数。'],
      ['议席', '按规则重新计算选票基数、余票、各轮点算及抽签。'],
      ['公布的文件', '重新制作每个文件，逐个字节比较。'],
    ],
    cannot: '核实不能说明什么',
    cannotWords: '点票站所记录的是否与选票相符。要知道这一点，请将该站的网页与当场向在场人士宣读的结果比较。',
    cannotKey: '密钥是否正确。请与投票前公布的密钥比较。',
    ledger: '记录册现况',
    key: '核实密钥',
    keyFile: '密钥文件',
    size: '条目数目',
    root: '根哈希值',
    checkpoint: '经签署的检查点',
    witnesses: '见证人',
    witnessWords:
      '见证人是外间人士或机构，持续跟进记录册，只有当检查点延续之前的一个时才会加签。若向不同读者展示不同的记录册，见证人只会为其中一份加签，并拒绝另一份。',
    noWitnesses:
      '暂无外间人士为这份记录册加签。读者只能互相比较条目数目及根哈希值，才知道所见的是否同一份记录册。',
    cosigned: (size) => `最近一次加签时有${format.count(size)}个条目，时间为`,
    notCosigned: '尚未加签。',
    witnessFile: '加签文件',
    without: '不用本程序核实',
    withoutWords:
      '记录册是C2SP tlog-tiles格式的透明日志。任何能读取该格式的工具均可核实：检查点、分块及条目均为一般文件。',
    keepKey: '请保存密钥及条目数目：下次核实便可证明没有内容被撤回。',
  },

  notFound: {
    title: '没有这一页',
    words: '网址可能输入或复制有误。各选举的网页可由选区一览进入。',
    link: '所有选举',
  },
  choose: { title: '选择语言' },
};
