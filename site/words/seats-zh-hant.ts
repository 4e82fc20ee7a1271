import * as format from './format.ts';
import { say, strong } from './phrase.ts';
import { and, spelt, spelt2, tieWords, who } from './prose-zh-hant.ts';
import type { SeatsWords } from './seats-en.ts';

const seatsFilled = (seats: number): string =>
  seats === 1 ? '議席至此已分配' : `${seats}個議席至此分配完畢`;

const seatsHere = (seats: number): string =>
  seats === 1 ? '議席歸於此線以上' : `${seats}個議席歸於此線以上`;

/** 票數如何成為議席，逐步說明。 */
export const seatsZhHant: SeatsWords = {
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
};
