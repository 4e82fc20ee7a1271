import { advertisementsZhHant } from './advertisements/zh-hant.ts';
import { alertsZhHant } from './alerts-zh-hant.ts';
import { dataZhHant } from './data-zh-hant.ts';
import type { ElectionFacts } from './facts.ts';
import * as format from './format.ts';
import { noticesZhHant } from './notices-zh-hant.ts';
import { type Phrase, say, strong } from './phrase.ts';
import { spelt, who } from './prose-zh-hant.ts';
import { embedZhHant, hallZhHant, shareZhHant } from './reach-zh-hant.ts';
import { seatsZhHant } from './seats-zh-hant.ts';
import { statesZhHant } from './states-zh-hant.ts';
import { stationsZhHant } from './stations-zh-hant.ts';
import { verifyZhHant } from './verify-zh-hant.ts';
import type { Words } from './words.ts';

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

  ...statesZhHant,
  test: { label: '測試選舉', words: '演習資料。人物及數字屬虛構，或重演以往的選舉。' },

  electedInOrder: '當選，按取得議席的次序',
  electedWithoutPoll: '無需投票而當選',
  nominated: '獲提名',
  highestNet: '支持淨值最高',

  unit: who,
  Unit: who,
  unitHead: (unit) => (unit === 'list' ? '名單' : '候選人'),
  ...seatsZhHant,
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

  ...stationsZhHant,
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
