import { advertisementsZhHans } from './advertisements/zh-hans.ts';
import { alertsZhHans } from './alerts-zh-hans.ts';
import { dataZhHans } from './data-zh-hans.ts';
import type { ElectionFacts } from './facts.ts';
import * as format from './format.ts';
import { noticesZhHans } from './notices-zh-hans.ts';
import { type Phrase, say, strong } from './phrase.ts';
import { spelt, who } from './prose-zh-hans.ts';
import { embedZhHans, hallZhHans, shareZhHans } from './reach-zh-hans.ts';
import { seatsZhHans } from './seats-zh-hans.ts';
import { statesZhHans } from './states-zh-hans.ts';
import { stationsZhHans } from './stations-zh-hans.ts';
import { verifyZhHans } from './verify-zh-hans.ts';
import type { Words } from './words.ts';

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

  ...statesZhHans,
  test: { label: '测试选举', words: '演习资料。人物及数字属虚构，或重演以往的选举。' },

  electedInOrder: '当选，按取得议席的次序',
  electedWithoutPoll: '无需投票而当选',
  nominated: '获提名',
  highestNet: '支持净值最高',

  unit: who,
  Unit: who,
  unitHead: (unit) => (unit === 'list' ? '名单' : '候选人'),
  ...seatsZhHans,
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

  ...stationsZhHans,
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
