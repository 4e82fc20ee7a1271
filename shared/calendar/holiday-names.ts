import { told } from './told.ts';

/** Every general holiday of the table, named as the government's lists name it [Cap. 149, Schedule]. */
export const HOLIDAY_NAMES = {
  new_year: told('The first day of January', '一月一日', '一月一日'),
  new_year_following: told('The day following the first day of January', '一月一日翌日', '一月一日翌日'),
  lunar_new_year_eve: told(
    'The day preceding Lunar New Year’s Day',
    '農曆年初一的前一日',
    '农历年初一的前一日',
  ),
  lunar_new_year_1: told('Lunar New Year’s Day', '農曆年初一', '农历年初一'),
  lunar_new_year_2: told('The second day of Lunar New Year', '農曆年初二', '农历年初二'),
  lunar_new_year_3: told('The third day of Lunar New Year', '農曆年初三', '农历年初三'),
  lunar_new_year_4: told('The fourth day of Lunar New Year', '農曆年初四', '农历年初四'),
  ching_ming: told('Ching Ming Festival', '清明節', '清明节'),
  ching_ming_following: told('The day following Ching Ming Festival', '清明節翌日', '清明节翌日'),
  good_friday: told('Good Friday', '耶穌受難節', '耶稣受难节'),
  good_friday_following: told('The day following Good Friday', '耶穌受難節翌日', '耶稣受难节翌日'),
  easter_monday: told('Easter Monday', '復活節星期一', '复活节星期一'),
  easter_monday_following: told('The day following Easter Monday', '復活節星期一翌日', '复活节星期一翌日'),
  labour: told('Labour Day', '勞動節', '劳动节'),
  labour_following: told('The day following Labour Day', '勞動節翌日', '劳动节翌日'),
  buddha: told('The Birthday of the Buddha', '佛誕', '佛诞'),
  buddha_following: told('The day following the Birthday of the Buddha', '佛誕翌日', '佛诞翌日'),
  tuen_ng: told('Tuen Ng Festival', '端午節', '端午节'),
  tuen_ng_following: told('The day following Tuen Ng Festival', '端午節翌日', '端午节翌日'),
  establishment: told(
    'Hong Kong Special Administrative Region Establishment Day',
    '香港特別行政區成立紀念日',
    '香港特别行政区成立纪念日',
  ),
  establishment_following: told(
    'The day following Hong Kong Special Administrative Region Establishment Day',
    '香港特別行政區成立紀念日翌日',
    '香港特别行政区成立纪念日翌日',
  ),
  victory_70: told(
    'The 70th anniversary day of the victory of the Chinese people’s war of resistance against Japanese aggression',
    '中國人民抗日戰爭勝利70周年紀念日',
    '中国人民抗日战争胜利70周年纪念日',
  ),
  mid_autumn: told('Chinese Mid-Autumn Festival', '中秋節', '中秋节'),
  mid_autumn_following: told('The day following the Chinese Mid-Autumn Festival', '中秋節翌日', '中秋节翌日'),
  mid_autumn_second: told(
    'The second day following the Chinese Mid-Autumn Festival',
    '中秋節後第二日',
    '中秋节后第二日',
  ),
  national: told('National Day', '國慶日', '国庆日'),
  national_following: told('The day following National Day', '國慶日翌日', '国庆日翌日'),
  chung_yeung: told('Chung Yeung Festival', '重陽節', '重阳节'),
  chung_yeung_following: told('The day following Chung Yeung Festival', '重陽節翌日', '重阳节翌日'),
  christmas: told('Christmas Day', '聖誕節', '圣诞节'),
  christmas_weekday_1: told(
    'The first weekday after Christmas Day',
    '聖誕節後第一個周日',
    '圣诞节后第一个周日',
  ),
  christmas_weekday_2: told(
    'The second weekday after Christmas Day',
    '聖誕節後第二個周日',
    '圣诞节后第二个周日',
  ),
} as const;

export type HolidayId = keyof typeof HOLIDAY_NAMES;
