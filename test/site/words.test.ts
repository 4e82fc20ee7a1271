import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '#shared/election/text.ts';
import type { ListResultFacts, StateFacts } from '../../site/words/facts.ts';
import * as format from '../../site/words/format.ts';
import { brief, plain, say, strong } from '../../site/words/phrase.ts';
import { wordsOf } from '../../site/words/words.ts';

const facts: StateFacts = {
  reported: 121,
  expected: 164,
  pollClosesAt: '2012-09-09T22:30:00+08:00',
  recounting: 3,
  tie: { unit: 'list', numbers: ['4', '9'], places: 1, on: 'remainder' },
  declaredAt: '2012-09-10T08:41:00+08:00',
  correction: {
    station: 'S07',
    unit: 'list',
    number: '9',
    old: '110',
    now: '101',
    at: '2012-09-12T10:15:00+08:00',
    reason: 'digits swapped',
  },
  seats: 9,
  candidates: 1,
  unfilled: 1,
};

type Row = readonly [state: string, facts: Partial<StateFacts>, en: string, zhHant: string, zhHans: string];

/** Every state with its words, in all three languages. */
const TABLE: readonly Row[] = [
  [
    'embargo',
    {},
    'Before close of poll. No figure is published before the poll closes at 22:30.',
    '投票尚未結束 投票於晚上10時30分結束，在此之前不會公布任何數字。',
    '投票尚未结束 投票于晚上10时30分结束，在此之前不会公布任何数字。',
  ],
  [
    'none',
    {},
    'No reports yet. The poll has closed. No station has reported yet.',
    '未有點票報告 投票已結束，尚未收到點票站的報告。',
    '未有点票报告 投票已结束，尚未收到点票站的报告。',
  ],
  [
    'counting',
    {},
    'Counting. 121 of 164 reports in. Provisional, not declared.',
    '點票進行中 已收到164份點票報告中的121份。暫定數字，尚未宣布。',
    '点票进行中 已收到164份点票报告中的121份。暂定数字，尚未宣布。',
  ],
  [
    'misplaced',
    {},
    'Misplaced papers to come. All stations have reported. Ballot papers found in other boxes are still to be added. Provisional.',
    '尚待加入誤投選票 各點票站均已報告，尚待加入誤投選票。暫定數字。',
    '尚待加入误投选票 各点票站均已报告，尚待加入误投选票。暂定数字。',
  ],
  [
    'all',
    {},
    'All reports in. All 164 reports are in. Provisional until the Returning Officer declares the result.',
    '報告齊備 164份報告已全部收到。選舉主任宣布結果前，仍屬暫定。',
    '报告齐备 164份报告已全部收到。选举主任宣布结果前，仍属暂定。',
  ],
  [
    'recount',
    {},
    'Recount. Recount at 3 stations. The figures shown are those of the count before.',
    '重新點票 3個點票站正重新點票。所示為上一次點票的數字。',
    '重新点票 3个点票站正重新点票。所示为上一次点票的数字。',
  ],
  [
    'lots',
    {},
    'Lots to be drawn. Lists 4 and 9 have equal remaining votes for the last seat. Drawing lots will decide.',
    '須抽籤決定 名單4與名單9餘票相同，最後一席以抽籤決定。',
    '须抽签决定 名单4与名单9余票相同，最后一席以抽签决定。',
  ],
  [
    'declared',
    {},
    'Declared. Declared by the Returning Officer, 10 Sep 2012, 08:41.',
    '結果已宣布 選舉主任於2012年9月10日 08:41宣布結果。',
    '结果已宣布 选举主任于2012年9月10日 08:41宣布结果。',
  ],
  [
    'corrected',
    {},
    'Corrected after declaration. Station S07, list 9: 110, now 101 (12 Sep, 10:15: “digits swapped”). The declared seats stand.',
    '宣布後更正 點票站S07，名單9：110更正為101（9月12日 10:15：「digits swapped」）。已宣布的議席不變。',
    '宣布后更正 点票站S07，名单9：110更正为101（9月12日 10:15：“digits swapped”）。已宣布的议席不变。',
  ],
  [
    'uncontested',
    { seats: 1, declaredAt: '2016-08-05T17:00:00+08:00' },
    'Uncontested. 1 candidate for 1 seat. Declared elected without a poll, 5 Aug 2016.',
    '無競逐 1名候選人，1個議席。無需投票，已於2016年8月5日宣布當選。',
    '无竞逐 1名候选人，1个议席。无需投票，已于2016年8月5日宣布当选。',
  ],
  [
    'failed',
    {},
    'Election failed. 1 of 9 seats is not filled. A by-election follows.',
    '選舉未能完成 9個議席中有1個未能選出，將舉行補選。',
    '选举未能完成 9个议席中有1个未能选出，将举行补选。',
  ],
  [
    'terminated',
    { declaredAt: '2016-09-04T16:10:00+08:00' },
    'Proceedings terminated. Terminated on 4 Sep 2016 at 16:10. There is no result; the notice gives the reason.',
    '選舉程序終止 選舉程序於2016年9月4日 16:10終止，不會有結果。理由見公告。',
    '选举程序终止 选举程序于2016年9月4日 16:10终止，不会有结果。理由见公告。',
  ],
];

const told = (language: Language, state: string, changes: Partial<StateFacts>): string => {
  const { states } = wordsOf(language);
  const { label, words } = states[state as keyof typeof states];
  return `${label}${language === 'en' ? '.' : ''} ${words({ ...facts, ...changes })}`;
};

describe('the words of the states are those of the interface', () => {
  test.each(TABLE)('%s', (state, changes, en, zhHant, zhHans) => {
    expect(told('en', state, changes)).toBe(en);
    expect(told('zh-Hant', state, changes)).toBe(zhHant);
    expect(told('zh-Hans', state, changes)).toBe(zhHans);
  });

  test('flag, test, stalled and offline', () => {
    expect(wordsOf('en').flagged.words('73')).toBe(
      'Valid votes are 73 more than the voters reported. The report stands as sent.',
    );
    expect(wordsOf('zh-Hant').test).toEqual({
      label: '測試選舉',
      words: '演習資料。人物及數字屬虛構，或重演以往的選舉。',
    });
    expect(wordsOf('zh-Hans').live.offline).toEqual({
      label: '你已离线',
      words: '所示为{time}的数字，存于此设备。',
    });
    expect(wordsOf('en').live.stalled.words).toBe(
      'These are the figures of {time}. Counting may have gone on; this page has received nothing since.',
    );
  });
});

describe('sentences', () => {
  const list = { elected: 9, lists: 9, byQuota: 1, byRemainder: 8, unfilled: 0, gap: '985', lots: false };

  test('none, one and all by quota are each written by hand', () => {
    const en = (changes: Partial<ListResultFacts>) =>
      plain(wordsOf('en').sentence.listResult({ ...list, ...changes }));
    expect(en({})).toBe(
      'Nine candidates are elected, from nine lists. One list reached the quota; the other eight seats went to the largest remainders, the last of them by 985 votes.',
    );
    expect(en({ byQuota: 0, byRemainder: 9 })).toContain(
      'No list reached the quota; all nine seats went to the largest remainders',
    );
    expect(en({ byQuota: 9, byRemainder: 0 })).toBe(
      'Nine candidates are elected, from nine lists. Nine lists reached the quota.',
    );
    expect(en({ byRemainder: 1, gap: '1' })).toContain(
      'the other seat went to the largest remainder, by 1 vote.',
    );
    expect(en({ lots: true, gap: null })).toContain('the last by drawing lots.');
  });

  test('Chinese uses 兩 for counting and 二 for order', () => {
    const hant = wordsOf('zh-Hant');
    expect(plain(hant.sentence.listResult({ ...list, byQuota: 2, byRemainder: 7 }))).toContain(
      '兩份名單達到選票基數',
    );
    expect(hant.rounds.round(2)).toBe('第二輪');
  });

  test('a contest is only told together with the votes so far', () => {
    const contest = {
      unit: 'list',
      reported: 121,
      expected: 164,
      ahead: '2',
      behind: '14',
      gap: '1,108',
    } as const;
    expect(plain(wordsOf('en').sentence.contest(contest))).toBe(
      '121 of 164 reports are in. On the votes so far the last seat would go to list 2, 1,108 remaining votes ahead of list 14. This will change.',
    );
    expect(plain(wordsOf('zh-Hant').sentence.contest(contest))).toBe(
      '已收到164份點票報告中的121份。以目前票數計算，最後一席由名單2以1,108票之差領先名單14。結果仍會改變。',
    );
    expect(plain(wordsOf('zh-Hans').sentence.contest(contest))).toBe(
      '已收到164份点票报告中的121份。以目前票数计算，最后一席由名单2以1,108票之差领先名单14。结果仍会改变。',
    );
  });
});

describe('a sentence where there is little room', () => {
  const name = (text: string) => [{ name: text, lang: 'en' } as const];

  test('is whole as long as it fits', () => {
    expect(brief(say`${name('Dr. Chan')} has ${strong('51')} votes. Nothing is declared yet.`)).toBe(
      'Dr. Chan has 51 votes. Nothing is declared yet.',
    );
  });

  test('leaves out the sentences at the end, never a part of one', () => {
    const long = name(`St. ${'Somewhere '.repeat(13)}`);
    expect(brief(say`121 of 164 reports are in. On the votes so far list 2 is ahead in ${long}.`)).toBe(
      '121 of 164 reports are in.',
    );
    expect(brief(say`已收到121份報告。以目前票數計算，名單2領先${long}${long}。`)).toBe('已收到121份報告。');
  });

  test('is cut only where a name fills all of it, and never within a character', () => {
    const cut = brief(say`${name(`${'a'.repeat(158)}𠮷𠮷𠮷`)} is ahead on the votes so far.`);
    expect(cut).toBe(`${'a'.repeat(158)}…`);
    expect(cut.isWellFormed()).toBe(true);
  });
});

const texts = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
};

describe('the dictionaries', () => {
  test.each(LANGUAGES)('%s leaves no word empty', (language) => {
    const { space: _, after: __, ...words } = wordsOf(language);
    for (const text of texts(words)) expect(text.trim()).not.toBe('');
  });

  test('all three have the same keys', () => {
    const keys = (value: unknown): unknown =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(
            Object.keys(value)
              .sort()
              .map((key) => [key, keys((value as Record<string, unknown>)[key])]),
          )
        : 0;
    expect(keys(wordsOf('zh-Hant'))).toEqual(keys(wordsOf('en')));
    expect(keys(wordsOf('zh-Hans'))).toEqual(keys(wordsOf('en')));
  });

  test('traditional and simplified characters are not mixed', () => {
    expect(texts(wordsOf('zh-Hant')).join('')).not.toMatch(
      /[选举数点报这们开关发议计为余单签张轮证书实际门网]/,
    );
    expect(texts(wordsOf('zh-Hans')).join('')).not.toMatch(
      /[選舉數點報這們開關發議計為餘單籤張輪證書實際門網]/,
    );
  });

  test('no language says final or official results', () => {
    for (const language of LANGUAGES)
      expect(texts(wordsOf(language)).join('\n')).not.toMatch(/\bfinal\b|official result|最終|最终/i);
  });
});

describe('figures and dates', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [498_610, '498,610'],
    [1_591_872, '1,591,872'],
    [-985, '−985'],
  ])('%d is written %s', (value, text) => {
    expect(format.count(value)).toBe(text);
  });

  test('exact figures keep their fraction', () => {
    expect(format.exact('47252')).toBe('47,252');
    expect(format.exact('330766/7')).toBe('47,252 2/7');
    expect(format.exact('2/7')).toBe('2/7');
    expect(format.distance('32792', '33777')).toBe('−985');
    expect(format.distance('330766/7', '47252')).toBe('+2/7');
    expect(format.distance('5', '5')).toBe('0');
  });

  test('a share above zero never shows as nothing', () => {
    expect(format.share('0.00', 1)).toBe('<0.01%');
    expect(format.share('0.00', 0)).toBe('0.00%');
    expect(format.share(null, 0)).toBe('–');
    expect(format.shareOf(1, 3)).toBe('33.33%');
    expect(format.shareOf(1, 100_000)).toBe('<0.01%');
    expect(format.shareOf(0, 0)).toBe('–');
  });

  test('dates and times are those of Hong Kong, whatever offset they came in', () => {
    const at = '2012-09-09T18:40:00Z';
    expect(format.dayTime('en', at)).toBe('Mon 10 Sep 2012, 02:40');
    expect(format.dayTime('zh-Hant', at)).toBe('2012年9月10日 02:40');
    expect(format.longDate('en', '2012-09-09T07:30:00+08:00')).toBe('Sunday 9 September 2012');
    expect(format.longDate('zh-Hans', '2012-09-09T07:30:00+08:00')).toBe('2012年9月9日（星期日）');
    expect(format.timestamp(at)).toBe('2012-09-10T02:40:00+08:00');
    expect(format.clockInProse('zh-Hant', '2012-09-09T22:30:00+08:00')).toBe('晚上10時30分');
    expect(format.clockInProse('zh-Hans', '2012-09-09T22:00:00+08:00')).toBe('晚上10时');
  });
});
