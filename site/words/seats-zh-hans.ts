import * as format from './format.ts';
import { say, strong } from './phrase.ts';
import { and, spelt, spelt2, tieWords, who } from './prose-zh-hans.ts';
import type { SeatsWords } from './seats-en.ts';

const seatsFilled = (seats: number): string =>
  seats === 1 ? '议席至此已分配' : `${seats}个议席至此分配完毕`;

const seatsHere = (seats: number): string =>
  seats === 1 ? '议席归于此线以上' : `${seats}个议席归于此线以上`;

/** 票数如何成为议席，逐步说明。 */
export const seatsZhHans: SeatsWords = {
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
};
