import type { Role } from './acts.ts';
import type { STATION_KINDS, VotingSystem } from './definition.ts';
import type { INVALID_GROUNDS, QUESTIONABLE_GROUNDS } from './report.ts';
import type { Language } from './text.ts';

export type StationKind = (typeof STATION_KINDS)[number];
export type Ground = (typeof INVALID_GROUNDS)[number] | (typeof QUESTIONABLE_GROUNDS)[number];
/** Kinds of JSON value, as the schemas name them. */
type ValueType = 'string' | 'number' | 'int' | 'boolean' | 'object' | 'record' | 'array' | 'null';

type Words = Readonly<Record<Language, string>>;
type Table<Code extends string> = Readonly<Record<Code, Words>>;

const words = (en: string, hant: string, hans: string): Words => ({ en, 'zh-Hant': hant, 'zh-Hans': hans });

const ROLE: Table<Role> = {
  public: words('the public', '公眾', '公众'),
  candidate: words('candidate', '候選人', '候选人'),
  presiding_officer: words('Presiding Officer', '投票站主任', '投票站主任'),
  assistant_returning_officer: words('Assistant Returning Officer', '助理選舉主任', '助理选举主任'),
  returning_officer: words('Returning Officer', '選舉主任', '选举主任'),
  chief_electoral_officer: words('Chief Electoral Officer', '總選舉事務主任', '总选举事务主任'),
  commission: words('Electoral Affairs Commission', '選舉管理委員會', '选举管理委员会'),
  observer: words('observer', '觀察員', '观察员'),
};

const SYSTEM: Table<VotingSystem> = {
  list_pr: words(
    'the list system of proportional representation',
    '比例代表名單投票制',
    '比例代表名单投票制',
  ),
  preferential: words('the preferential elimination system', '按選擇次序淘汰投票制', '按选择次序淘汰投票制'),
  first_past_the_post: words(
    'the first past the post system',
    '得票最多者當選投票制',
    '得票最多者当选投票制',
  ),
  net_support: words('the net support system', '支持淨值投票制', '支持净值投票制'),
  nomination: words('the nomination stage', '提名階段投票', '提名阶段投票'),
};

const STATION: Table<StationKind> = {
  polling_counting: words('counting station', '點票站', '点票站'),
  small_polling: words('small polling station', '小投票站', '小投票站'),
  main_counting: words('main counting station', '大點票站', '大点票站'),
  dedicated_polling: words('dedicated polling station', '專用投票站', '专用投票站'),
  sorting: words('ballot paper sorting station', '選票分流站', '选票分流站'),
  central_counting: words('Central Counting Station', '中央點票站', '中央点票站'),
  online: words('online voting', '網上投票', '网上投票'),
};

/** [2016 ¶5.72, ¶5.73, ¶5.89, ¶5.90] */
const GROUND: Table<Ground> = {
  unmarked: words('no choice marked', '未經填劃', '未经填划'),
  not_stamp: words('not marked with the chop supplied', '並非以所提供的印章填劃', '并非以所提供的印章填划'),
  spoilt: words('endorsed as spoilt', '批註「損壞」', '批注“损坏”'),
  tendered: words('endorsed as tendered', '批註「重複」', '批注“重复”'),
  unused: words('endorsed as unused', '批註「未用」', '批注“未用”'),
  overvote_list: words('marked for more than one list', '投選多於一份名單', '投选多于一份名单'),
  overvote_candidate: words(
    'marked for more candidates than vacancies',
    '投選的候選人多於空缺數目',
    '投选的候选人多于空缺数目',
  ),
  not_arabic: words('not marked with Arabic numerals', '並非以阿拉伯數字填劃', '并非以阿拉伯数字填划'),
  multiple_first: words('more than one first preference', '多於一個第一選擇', '多于一个第一选择'),
  no_first: words('no first preference', '沒有第一選擇', '没有第一选择'),
  identifying_mark: words(
    'a mark by which the elector could be identified',
    '有可識別選民身分的文字或記號',
    '有可识别选民身份的文字或记号',
  ),
  intention_unclear: words('intention unclear', '投票意向不明確', '投票意向不明确'),
  mutilated: words('substantially mutilated', '相當殘破', '相当残破'),
  uncertain: words('void for uncertainty', '無明確選擇以致無效', '无明确选择以致无效'),
};

const STRUCTURE = words('an object with named fields', '帶有欄位名稱的物件', '带有字段名称的对象');

const TYPE: Table<ValueType> = {
  string: words('text in quotation marks', '以引號括住的文字', '用引号括起的文字'),
  number: words('a number', '數字', '数字'),
  int: words('a whole number', '整數', '整数'),
  boolean: words('“true” or “false”', '「true」或「false」', '“true”或“false”'),
  object: STRUCTURE,
  record: STRUCTURE,
  array: words('a list in square brackets', '以方括號括住的清單', '用方括号括起的列表'),
  null: words('empty (“null”)', '空值（「null」）', '空值（“null”）'),
};

const TABLES = {
  role: new Map<string, Words>(Object.entries(ROLE)),
  system: new Map<string, Words>(Object.entries(SYSTEM)),
  station: new Map<string, Words>(Object.entries(STATION)),
  ground: new Map<string, Words>(Object.entries(GROUND)),
  type: new Map<string, Words>(Object.entries(TYPE)),
} as const;
export type CodeKind = keyof typeof TABLES;

/** Words for a code that came from outside; null where the code is not known. */
export const codeWords = (kind: CodeKind, code: string, language: Language): string | null =>
  TABLES[kind].get(code)?.[language] ?? null;

export const roleWords = (role: Role, language: Language): string => ROLE[role][language];
export const systemWords = (system: VotingSystem, language: Language): string => SYSTEM[system][language];
export const stationKindWords = (kind: StationKind, language: Language): string => STATION[kind][language];
export const groundWords = (ground: Ground, language: Language): string => GROUND[ground][language];
