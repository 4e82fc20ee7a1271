import type {
  AdvertisementRules,
  ConstituencyKind,
  ConstituencyRules,
  MailRules,
  RecountRules,
  StationRules,
} from './edition-rules.ts';

type Constituencies = Readonly<Partial<Record<ConstituencyKind, ConstituencyRules>>>;

/** What the chapter of 2008 does not print is `null`, never taken over from 2016 [editions.md §1]. */
const NOT_PRINTED = {
  expenseLimit: null,
  deposit: null,
  subscribers: null,
  reliefMax: null,
  displayShare: null,
} as const;

export const CONSTITUENCIES_2008: Constituencies = {
  geographical: { system: 'list_pr', contestUnit: 'list', constituencies: 5, seats: null, ...NOT_PRINTED },
  special_fc: {
    system: 'preferential',
    contestUnit: 'candidate',
    constituencies: 4,
    seats: null,
    ...NOT_PRINTED,
  },
  // Labour 3, one mark in each of the other 23 [2008 ¶5.29, ¶5.70(f)].
  ordinary_fc: {
    system: 'first_past_the_post',
    contestUnit: 'candidate',
    constituencies: 24,
    seats: 26,
    ...NOT_PRINTED,
  },
};

const TRADITIONAL_FC = {
  contestUnit: 'candidate',
  deposit: 25_000,
  subscribers: { min: 10, max: 20, from: 'constituency' },
  reliefMax: 500,
  displayShare: [10, 20],
} as const;

/** [2016 ¶1.3-1.7, ¶4.18, ¶4.23, ¶8.24, ¶16.10, ¶16.31] */
export const CONSTITUENCIES_2016: Constituencies = {
  geographical: {
    system: 'list_pr',
    contestUnit: 'list',
    constituencies: 5,
    seats: 35,
    expenseLimit: {
      rule: 'by_constituency',
      amounts: {
        'Hong Kong Island': 2_428_000,
        'Kowloon East': 1_821_000,
        'Kowloon West': 1_821_000,
        'New Territories East': 3_035_000,
        'New Territories West': 3_035_000,
      },
    },
    deposit: 50_000,
    subscribers: { min: 100, max: 200, from: 'constituency' },
    reliefMax: 3000,
    displayShare: [50, 50],
  },
  dc_second: {
    system: 'list_pr',
    contestUnit: 'list',
    constituencies: 1,
    seats: 5,
    expenseLimit: { rule: 'fixed', amount: 6_936_000 },
    deposit: 25_000,
    subscribers: { min: 15, max: null, from: 'dc_first' },
    reliefMax: 5000,
    displayShare: [30, 40],
  },
  special_fc: {
    ...TRADITIONAL_FC,
    system: 'preferential',
    constituencies: 4,
    seats: 4,
    // Whatever its number of electors [2016 ¶16.10(b)].
    expenseLimit: { rule: 'fixed', amount: 121_000 },
  },
  ordinary_fc: {
    ...TRADITIONAL_FC,
    system: 'first_past_the_post',
    constituencies: 24,
    seats: 26,
    expenseLimit: {
      rule: 'by_registered_electors',
      tiers: [
        { electors: 5000, amount: 194_000 },
        { electors: 10_000, amount: 388_000 },
        { electors: null, amount: 583_000 },
      ],
    },
  },
};

const ORDINARY_HOURS = { open: '07:30', close: '22:30' } as const;

/** [2008 ¶5.1-5.59] */
export const STATIONS_2008: StationRules = {
  kinds: ['polling_counting', 'small_polling', 'main_counting', 'central_counting'],
  smallThreshold: 500,
  hours: ORDINARY_HOURS,
  hoursInPrison: null,
  sorting: { generalElection: false, byElection: 'never' },
  mainStationsPerConstituency: 'one',
  boxes: [
    { box: 'gc_box', holds: ['geographical'] },
    { box: 'fc_box', holds: ['ordinary_fc', 'special_fc'] },
  ],
  ballotSets: { ordinary: 29, dedicated: null },
  cardboard: [
    { papers: 1, colour: 'white', holds: null },
    { papers: 2, colour: 'red', holds: null },
    { papers: 3, colour: 'blue', holds: null },
  ],
  mainMixing: 'own_all',
  mainVerifiesOwnBoxes: 'before_mixing',
  preliminaryDecision: false,
  decisionStatement: false,
  bilingualEndorsement: false,
  markOutsideCircleSaidToCount: false,
  unusedEndorsement: 'unless_impracticable',
  tenderedIssue: 'name_already_used',
  publicNoticePhone: 'one_station_worker',
  adjournmentDanger: 'safety',
  staticAdvertisementsAuthorisedBy: ['returning_officer', 'presiding_officer'],
  custody: { months: 6, atLeast: false },
  countingPlaceNotice: 'counting_place_notice_2008',
};

/** [2016 ¶5.1-5.103, App.4] */
export const STATIONS_2016: StationRules = {
  kinds: [
    'polling_counting',
    'small_polling',
    'main_counting',
    'dedicated_polling',
    'sorting',
    'central_counting',
  ],
  smallThreshold: 500,
  hours: ORDINARY_HOURS,
  hoursInPrison: { open: '09:00', close: '16:00' },
  sorting: { generalElection: true, byElection: 'officer_decides' },
  mainStationsPerConstituency: 'several',
  boxes: [
    { box: 'gc_box', holds: ['geographical'] },
    { box: 'dc2_box', holds: ['dc_second'] },
    { box: 'fc_box', holds: ['ordinary_fc', 'special_fc'] },
  ],
  ballotSets: { ordinary: 30, dedicated: 34 },
  cardboard: [
    { papers: 1, colour: 'green', holds: { dcSecond: false, otherFc: 0 } },
    { papers: 2, colour: 'white', holds: { dcSecond: true, otherFc: 0 } },
    { papers: 2, colour: 'red', holds: { dcSecond: false, otherFc: 1 } },
    { papers: 3, colour: 'blue', holds: { dcSecond: true, otherFc: 1 } },
    { papers: 3, colour: 'blue', holds: { dcSecond: false, otherFc: 2 } },
  ],
  mainMixing: 'own_at_least_one_box',
  mainVerifiesOwnBoxes: 'after_count',
  preliminaryDecision: true,
  decisionStatement: true,
  bilingualEndorsement: true,
  markOutsideCircleSaidToCount: true,
  unusedEndorsement: 'always',
  tenderedIssue: 'identity_in_doubt_and_questions_answered',
  publicNoticePhone: 'counting_station',
  adjournmentDanger: 'health_or_safety',
  staticAdvertisementsAuthorisedBy: ['returning_officer'],
  custody: { months: 6, atLeast: true },
  countingPlaceNotice: 'counting_place_notice',
};

const SAME_RECOUNT_RULES = {
  stationRequestBy: ['candidate', 'election_agent', 'counting_agent'],
  constituencyRequestBy: ['candidate', 'election_agent'],
  stationTest: 'must_unless_unreasonable',
  constituencyTest: 'if_reasonable',
  misplacedTest: 'must_unless_unreasonable',
} as const;

export const RECOUNTS_2008: RecountRules = {
  ...SAME_RECOUNT_RULES,
  misplacedBoxes: ['fc_box'],
  source: '2008 ¶5.62-5.65, ¶5.76',
};

export const RECOUNTS_2016: RecountRules = {
  ...SAME_RECOUNT_RULES,
  misplacedBoxes: ['dc2_box', 'fc_box'],
  source: '2016 ¶5.78-5.81, ¶5.96',
};

export const ADVERTISEMENTS_2016: AdvertisementRules = {
  centralPlatform: true,
  // "Million bytes", of one file [D-2].
  maxFileBytes: 50_000_000,
  compression: ['zip', 'gz'],
  formats: {
    document: ['rtf', 'doc', 'docx', 'html', 'pdf', 'txt'],
    image: ['gif', 'jpeg', 'tiff', 'png'],
    audio: ['wav', 'mp3'],
    video: ['avi', 'mpeg'],
  },
  forbiddenContent: [
    'viruses',
    'macros, scripts, fields or other instructions whose execution changes the file or the system showing it',
  ],
  source: '2016 App.5 ¶7-11',
};

export const MAIL_2016: MailRules = {
  maxGrams: 50,
  maxSizeMm: [175, 245],
  minSizeMm: [90, 140],
  // 0.25 mm.
  minCardMicrons: 250,
  minAddressAreaMm: [80, 30],
  maxOpeningMm: 90,
  unsealedMouth: [
    { depthMm: 90, mouthMm: 150 },
    { depthMm: 100, mouthMm: 140 },
    { depthMm: null, mouthMm: 115 },
  ],
  source: '2016 ¶8.78, ¶8.82-8.87',
};
