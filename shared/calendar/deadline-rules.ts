import { type Told, told } from './told.ts';
import type { WorkingWeek } from './working-days.ts';

/** The event a deadline counts from. */
export type DeadlineTrigger =
  | 'polling_day'
  | 'nominations_end'
  | 'result_gazetted'
  | 'last_event_of_election'
  | 'declaration'
  | 'publication'
  | 'first_publication'
  | 'account_application'
  | 'relief_notice'
  | 'return_deadline'
  | 'judgment'
  | 'provisional_register_day'
  | 'final_register_day'
  | 'spot_allocation'
  | 'posting'
  | 'activity';

/** A step of calendar time: every day counts [advertisements §2]. */
export interface PlainShift {
  readonly unit: 'days' | 'weeks' | 'months' | 'years';
  readonly count: number;
}

/** One step in time; negative figures count back. */
export type Shift =
  | PlainShift
  | { readonly unit: 'working_days'; readonly count: number; readonly week: WorkingWeek };

/** Years are spoken of as anniversaries: the rules know the first one only. */
export const isAnniversary = ({ unit, count }: Shift): boolean => unit === 'years' && count === 1;

/** What a text leaves open, and how it is read here. */
export const NOTES = {
  saturdays_counted: told(
    'working days without a definition: Saturdays are counted',
    '條文沒有界定工作天：星期六計算在內',
    '条文没有界定工作天：星期六计算在内',
  ),
  full_days: told(
    'full working days lie between: the day of handing in is not one of them',
    '其間須有完整的工作天：提交當日不計算在內',
    '其间须有完整的工作天：提交当日不计算在内',
  ),
  inspection: told(
    'a court’s extension of the deadline for returns changes nothing; the anniversary of 29 February is 28 February',
    '法庭延長提交選舉申報書的限期並不影響此日期；2月29日的周年日為2月28日',
    '法庭延长提交选举申报书的限期并不影响此日期；2月29日的周年日为2月28日',
  ),
} as const satisfies Readonly<Record<string, Told>>;

export interface DeadlineRule {
  readonly from: DeadlineTrigger;
  /** Taken one after the other. */
  readonly shifts: readonly Shift[];
  readonly source: string;
  readonly note?: keyof typeof NOTES;
}

const days = (count: number): Shift => ({ unit: 'days', count });
const workingDays = (count: number, week: WorkingWeek): Shift => ({ unit: 'working_days', count, week });

/** Last days on which a thing may be done, in time till the end of the day. */
export const DEADLINES = {
  advertisement_copies: { from: 'publication', shifts: [workingDays(1, 'WD5')], source: '2016 ¶8.50' },
  candidate_platform_address: {
    from: 'first_publication',
    shifts: [workingDays(-3, 'WD5')],
    source: '2016 ¶8.50(b), D-6',
  },
  platform_account: { from: 'account_application', shifts: [workingDays(3, 'WD5')], source: '2016 App.5 ¶4' },
  advertisement_corrections: { from: 'polling_day', shifts: [workingDays(2, 'WD5')], source: '2016 ¶8.52' },
  printing_declaration: { from: 'publication', shifts: [days(7)], source: '2016 ¶8.60' },
  remove_advertisements: { from: 'polling_day', shifts: [days(10)], source: '2016 ¶8.46' },
  display_spot_proposals: {
    from: 'polling_day',
    shifts: [{ unit: 'weeks', count: -8 }],
    source: '2016 ¶8.20',
  },
  display_spot_allocation: {
    from: 'nominations_end',
    shifts: [workingDays(3, 'WD6')],
    source: '2016 ¶8.29(b)',
    note: 'saturdays_counted',
  },
  returned_display_spots: {
    from: 'spot_allocation',
    shifts: [{ unit: 'weeks', count: 1 }],
    source: '2016 ¶8.33',
  },
  removal_bill: { from: 'result_gazetted', shifts: [days(21)], source: '2016 ¶8.46' },
  inspection_ends: {
    from: 'return_deadline',
    shifts: [{ unit: 'years', count: 1 }, days(-60)],
    source: '2016 ¶8.57, ¶16.58, D-7, E-6',
    note: 'inspection',
  },
  postal_samples: {
    from: 'posting',
    shifts: [workingDays(-3, 'WD5-post')],
    source: '2016 ¶8.91',
    note: 'full_days',
  },
  housing_estate_application: {
    from: 'activity',
    shifts: [workingDays(-3, 'WD5-post')],
    source: '2016 App.8',
    note: 'full_days',
  },
  complaint: { from: 'polling_day', shifts: [days(45)], source: '2016 ¶20.6' },
  no_canvassing_zone_notice: { from: 'polling_day', shifts: [days(-7)], source: '2016 ¶14.5-14.8' },
  designation_of_stations: { from: 'polling_day', shifts: [days(-10)], source: '2016 ¶5.2' },
  counting_place_notice: { from: 'polling_day', shifts: [days(-10)], source: '2016 ¶5.2' },
  counting_place_notice_2008: {
    from: 'polling_day',
    shifts: [workingDays(-1, 'WD6')],
    source: '2008 ¶5.2',
    note: 'saturdays_counted',
  },
  poll_cards: { from: 'polling_day', shifts: [days(-10)], source: '2016 ¶5.10' },
  special_station_application: { from: 'polling_day', shifts: [days(-5)], source: '2016 ¶5.12; 2008 ¶5.11' },
  exit_poll_application: { from: 'polling_day', shifts: [days(-10)], source: '2016 ¶15.5' },
  prison_elector_numbers: { from: 'polling_day', shifts: [days(-21)], source: '2016 ¶7.15, ¶7.27' },
  valid_nominations_gazetted: { from: 'nominations_end', shifts: [days(14)], source: '2016 ¶4.26, ¶4.37' },
  election_agent_particulars: { from: 'nominations_end', shifts: [days(10)], source: '2016 ¶7.12' },
  result_gazetted: { from: 'declaration', shifts: [days(10)], source: '2016 ¶5.99-5.100; 2008 ¶5.78-5.79' },
  petition: { from: 'result_gazetted', shifts: [{ unit: 'months', count: 2 }], source: '2016 ¶6.3' },
  appeal_motion: {
    from: 'judgment',
    shifts: [workingDays(14, 'WD6')],
    source: '2016 ¶6.5',
    note: 'saturdays_counted',
  },
  election_return: { from: 'last_event_of_election', shifts: [days(60)], source: '2016 ¶16.26, ¶7.23, E-1' },
  assistance_claim: { from: 'last_event_of_election', shifts: [days(60)], source: '2016 ¶16.43' },
  revised_return: { from: 'relief_notice', shifts: [days(30)], source: '2016 ¶16.31-16.32' },
  on_polling_day: { from: 'polling_day', shifts: [], source: '2016 ¶5.14-5.24, ¶5.48-5.50' },
  before_polling_day: { from: 'polling_day', shifts: [days(-1)], source: '2016 ¶5.53, ¶15.7' },
  provisional_register: {
    from: 'provisional_register_day',
    shifts: [],
    source: '2016 ¶2.15-2.16, ¶3.25-3.27',
  },
  final_register: { from: 'final_register_day', shifts: [], source: '2016 ¶2.20, ¶3.32' },
  complaints_report: {
    from: 'polling_day',
    shifts: [{ unit: 'months', count: 3 }],
    source: '2016 ¶20.16',
  },
} as const satisfies Readonly<Record<string, DeadlineRule>>;

export type DeadlineName = keyof typeof DEADLINES;
