import type { Medium } from '../advertisements/particulars.ts';
import { type Told, told } from '../calendar/told.ts';

/** What an advertisement is made of, where it is told; its type is in the candidate's own words. */
export const MEDIUM_WORDS: Readonly<Record<Medium, Told>> = {
  printed: told('printed matter', '印刷品', '印刷品'),
  display: told('display', '展示品', '展示品'),
  broadcast: told('broadcast', '廣播', '广播'),
  online: told('online', '網上', '网上'),
  object: told('object', '物品', '物品'),
  other: told('other', '其他', '其他'),
};

/** Words of the register's feeds; pages have theirs in `site/words`. */
export const ADVERTISEMENT_FEED_WORDS = {
  title: told('Election advertisements', '選舉廣告', '选举广告'),
  test: told('TEST ', '測試選舉 ', '测试选举 '),
  removed: told('Removed: ', '已移除：', '已移除：'),
  corrected: told('Corrected: ', '已更正：', '已更正：'),
  number: told('No. ', '編號', '编号'),
  between: told(', ', '，', '，'),
  medium: told('Medium: ', '媒介：', '媒介：'),
  publishedOn: told('Published on: ', '發布日期：', '发布日期：'),
  size: told('Size: ', '尺寸：', '尺寸：'),
  manner: told('Manner of publication: ', '發布方式：', '发布方式：'),
  copiesPublished: told('Copies published: ', '發布數量：', '发布数量：'),
  producer: told('Producer or printer: ', '製作人或印刷人：', '制作人或印刷人：'),
  receivedAt: told('Received: ', '收到時間：', '收到时间：'),
  inTime: told('in time', '準時', '准时'),
  late: told('after the deadline', '限期後收到', '限期后收到'),
  correctedOn: told('Corrected on: ', '更正日期：', '更正日期：'),
  revokedOn: told('Consent revoked on: ', '同意書撤銷日期：', '同意书撤销日期：'),
  removedOn: told('Removed on: ', '移除日期：', '移除日期：'),
  reason: told('Reason: ', '理由：', '理由：'),
} as const satisfies Readonly<Record<string, Told>>;
