import type { INVALID_GROUNDS, QUESTIONABLE_GROUNDS } from './report.ts';
import type { Language } from './text.ts';
import { type WordTable, words } from './words.ts';

export type Ground = (typeof INVALID_GROUNDS)[number] | (typeof QUESTIONABLE_GROUNDS)[number];

/** [2016 ¶5.72, ¶5.73, ¶5.89, ¶5.90] */
export const GROUND_WORDS: WordTable<Ground> = {
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

export const groundWords = (ground: Ground, language: Language): string => GROUND_WORDS[ground][language];
