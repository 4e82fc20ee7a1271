import { NOTICE_TYPE_IDS, type NoticeTypeId } from '../election/notice.ts';
import { must } from '../result.ts';
import { AFTER_THE_POLL } from './after-the-poll.ts';
import { AT_THE_STATIONS } from './at-the-stations.ts';
import { BEFORE_THE_POLL } from './before-the-poll.ts';
import { FROM_THE_OFFICES } from './from-the-offices.ts';
import { wordedField } from './notice-fields.ts';
import { NOTICE_RULES } from './notice-rules.ts';
import { type NoticeTopic, type NoticeType, type Told, told } from './notice-type.ts';

const BY_ID: ReadonlyMap<string, NoticeType> = new Map(
  [...BEFORE_THE_POLL, ...FROM_THE_OFFICES, ...AT_THE_STATIONS, ...AFTER_THE_POLL].map((wording) => {
    const rule = NOTICE_RULES[wording.id];
    return [wording.id, { ...wording, ...rule, fields: rule.fields.map(wordedField) }];
  }),
);

export const noticeType = (id: NoticeTypeId): NoticeType => must(BY_ID.get(id), `${id} is in the table`);

/** Every kind of notice, N1 to N37. */
export const NOTICE_TYPES: readonly NoticeType[] = NOTICE_TYPE_IDS.map(noticeType);

export const TOPICS: Readonly<Record<NoticeTopic, Told>> = {
  nominations: told('nominations', '提名', '提名'),
  stations: told('stations', '投票站', '投票站'),
  poll: told('poll', '投票', '投票'),
  count: told('count', '點票', '点票'),
  result: told('result', '結果', '结果'),
  ended: told('ended without result', '終止或未能完成', '终止或未能完成'),
  registers: told('registers', '登記冊', '登记册'),
  conduct: told('conduct', '行為操守', '行为操守'),
};
