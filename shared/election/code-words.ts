import type { STATION_KINDS, VotingSystem } from './definition.ts';
import { GROUND_WORDS } from './ground-words.ts';
import { ROLE_WORDS } from './role-words.ts';
import type { Language } from './text.ts';
import { type Words, type WordTable, words } from './words.ts';

export type StationKind = (typeof STATION_KINDS)[number];
/** Kinds of JSON value, as the schemas name them. */
type ValueType = 'string' | 'number' | 'int' | 'boolean' | 'object' | 'record' | 'array' | 'null';

const SYSTEM: WordTable<VotingSystem> = {
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

const STATION: WordTable<StationKind> = {
  polling_counting: words('counting station', '點票站', '点票站'),
  small_polling: words('small polling station', '小投票站', '小投票站'),
  main_counting: words('main counting station', '大點票站', '大点票站'),
  dedicated_polling: words('dedicated polling station', '專用投票站', '专用投票站'),
  sorting: words('ballot paper sorting station', '選票分流站', '选票分流站'),
  central_counting: words('Central Counting Station', '中央點票站', '中央点票站'),
  online: words('online voting', '網上投票', '网上投票'),
};

const STRUCTURE = words('an object with named fields', '帶有欄位名稱的物件', '带有字段名称的对象');

const TYPE: WordTable<ValueType> = {
  string: words('text in quotation marks', '以引號括住的文字', '用引号括起的文字'),
  number: words('a number', '數字', '数字'),
  int: words('a whole number', '整數', '整数'),
  boolean: words('“true” or “false”', '「true」或「false」', '“true”或“false”'),
  object: STRUCTURE,
  record: STRUCTURE,
  array: words('a list in square brackets', '以方括號括住的清單', '用方括号括起的列表'),
  null: words('empty (“null”)', '空值（「null」）', '空值（“null”）'),
};

const TABLES = { role: ROLE_WORDS, system: SYSTEM, station: STATION, ground: GROUND_WORDS, type: TYPE };
export type CodeKind = keyof typeof TABLES;

/** Words for a code that came from outside; null where the code is not known. */
export const codeWords = (kind: CodeKind, code: string, language: Language): string | null => {
  const table: Readonly<Record<string, Words>> = TABLES[kind];
  return Object.hasOwn(table, code) ? (table[code]?.[language] ?? null) : null;
};

export const systemWords = (system: VotingSystem, language: Language): string => SYSTEM[system][language];
export const stationKindWords = (kind: StationKind, language: Language): string => STATION[kind][language];
