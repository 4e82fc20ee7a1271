import { hongKongDayOf } from '#shared/calendar/hong-kong-time.ts';
import type { RehearsalNight } from '#shared/election/rehearsal-night.ts';
import type { Text } from '#shared/election/text.ts';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

type Words = Required<Text>;

/** What is played, so that nobody takes it for more than it is: invented or replayed stands in the name itself. */
const PLAYED: Readonly<Record<RehearsalNight['election'], Words>> = {
  'legco-2016-rehearsal': {
    en: 'an invented Legislative Council election under the 2016 rules',
    'zh-Hant': '按2016年規則的虛構立法會選舉',
    'zh-Hans': '按2016年规则的虚构立法会选举',
  },
  'legco-2012': {
    en: 'replay of the 2012 Legislative Council General Election',
    'zh-Hant': '重演2012年立法會換屆選舉',
    'zh-Hans': '重演2012年立法会换届选举',
  },
};

/** The name of a night in three languages: rehearsal, which day, and what is played. */
export const rehearsalTitle = ({ closesAt, election }: RehearsalNight): Words => {
  const [year = 0, month = 0, day = 0] = hongKongDayOf(closesAt).split('-').map(Number);
  const played = PLAYED[election];
  return {
    en: `Rehearsal of ${day} ${MONTHS[month - 1]} ${year}: ${played.en}`,
    'zh-Hant': `${year}年${month}月${day}日演習：${played['zh-Hant']}`,
    'zh-Hans': `${year}年${month}月${day}日演习：${played['zh-Hans']}`,
  };
};
