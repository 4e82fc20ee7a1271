import { type Told, told } from '../calendar/told.ts';

/** Words of the results' feeds, the same as pages use; pages have theirs in `site/words`. */
export const RESULTS_FEED_WORDS = {
  title: told('Results', '選舉結果', '选举结果'),
  test: told('TEST ', '測試選舉 ', '测试选举 '),
  between: told(', ', '，', '，'),
  colon: told(': ', '：', '：'),
  all: told('All reports in, not declared', '報告齊備，尚未宣布', '报告齐备，尚未宣布'),
  provisional: told(
    'Provisional until the Returning Officer declares the result.',
    '選舉主任宣布結果前，仍屬暫定。',
    '选举主任宣布结果前，仍属暂定。',
  ),
  since: told('Declared since.', '其後已宣布結果。', '其后已宣布结果。'),
  elected: told('Declared', '結果已宣布', '结果已宣布'),
  failed: told('Election failed', '選舉未能完成', '选举未能完成'),
  terminated: told('Proceedings terminated', '選舉程序終止', '选举程序终止'),
  correction: told('Corrected', '更正', '更正'),
  reports: told('Reports: ', '報告：', '报告：'),
  valid: told('Valid votes: ', '有效票：', '有效票：'),
  names: told('Elected: ', '當選：', '当选：'),
  reason: told('Reason: ', '原因：', '原因：'),
  votes: told('votes for ', '得票，', '得票，'),
  papers: told('papers: ', '選票：', '选票：'),
  figure: told('figure: ', '數字：', '数字：'),
  withheld: told(
    'Figures that are not published were corrected.',
    '不予公布的數字已更正。',
    '不予公布的数字已更正。',
  ),
  /** From the old to the new figure. */
  now: told(', now ', '更正為', '更正为'),
} as const satisfies Readonly<Record<string, Told>>;
