import type { CONSTITUENCY_KINDS, STATION_KINDS, VotingSystem } from './definition.ts';

export type ConstituencyKind = (typeof CONSTITUENCY_KINDS)[number];
export type StationKind = (typeof STATION_KINDS)[number];
export type BoxKind = 'gc_box' | 'dc2_box' | 'fc_box';

export interface CardboardRule {
  /** Papers handed out together. */
  readonly papers: number;
  readonly colour: string;
  /** The geographical constituency, DC(second) and other functional papers among them; `null` where only their number matters. */
  readonly holds: { readonly dcSecond: boolean; readonly otherFc: number } | null;
}

export interface PollingHours {
  readonly open: string;
  readonly close: string;
}

/** Rules about stations, boxes and the count. Two editions differ only in what is written here [editions.md §1]. */
export interface StationRules {
  readonly kinds: readonly StationKind[];
  readonly smallThreshold: number;
  readonly hours: PollingHours;
  readonly hoursInPrison: PollingHours | null;
  readonly sorting: { readonly generalElection: boolean; readonly byElection: 'never' | 'officer_decides' };
  readonly mainStationsPerConstituency: 'one' | 'several';
  readonly boxes: readonly { readonly box: BoxKind; readonly holds: readonly ConstituencyKind[] }[];
  readonly ballotSets: { readonly ordinary: number; readonly dedicated: number | null };
  readonly cardboard: readonly CardboardRule[];
  readonly mainMixing: 'own_all' | 'own_at_least_one_box';
  readonly mainVerifiesOwnBoxes: 'before_mixing' | 'after_count';
  readonly preliminaryDecision: boolean;
  readonly decisionStatement: boolean;
  readonly bilingualEndorsement: boolean;
  readonly markOutsideCircleSaidToCount: boolean;
  readonly unusedEndorsement: 'unless_impracticable' | 'always';
  readonly tenderedIssue: 'name_already_used' | 'identity_in_doubt_and_questions_answered';
  readonly publicNoticePhone: 'one_station_worker' | 'counting_station';
  readonly adjournmentDanger: 'safety' | 'health_or_safety';
  readonly staticAdvertisementsAuthorisedBy: readonly ('returning_officer' | 'presiding_officer')[];
  readonly custody: { readonly months: number; readonly atLeast: boolean };
  /** Name of the deadline rule for the notice of the counting place. */
  readonly countingPlaceNotice: 'counting_place_notice' | 'counting_place_notice_2008';
}

/** What recounts and tests are told to candidates as [2016 ¶5.78-5.81, ¶5.96; 2008 ¶5.62-5.65, ¶5.76]. */
export interface RecountRules {
  readonly stationRequestBy: readonly ('candidate' | 'election_agent' | 'counting_agent')[];
  readonly constituencyRequestBy: readonly ('candidate' | 'election_agent')[];
  readonly stationTest: 'must_unless_unreasonable';
  readonly constituencyTest: 'if_reasonable';
  readonly misplacedTest: 'must_unless_unreasonable';
  /** Words for the boxes in which geographical papers may have been misplaced. */
  readonly misplacedBoxes: readonly string[];
  readonly source: string;
}

/** Whole Hong Kong dollars. */
export type ExpenseLimit =
  | { readonly rule: 'by_constituency'; readonly amounts: Readonly<Record<string, number>> }
  | { readonly rule: 'fixed'; readonly amount: number }
  | {
      readonly rule: 'by_registered_electors';
      /** Up to and including `electors`; `null` is above all. */
      readonly tiers: readonly { readonly electors: number | null; readonly amount: number }[];
    };

export interface ConstituencyRules {
  readonly system: VotingSystem;
  readonly contestUnit: 'list' | 'candidate';
  readonly constituencies: number;
  /** Seats of all constituencies of the kind; `null` where the edition does not say. */
  readonly seats: number | null;
  readonly expenseLimit: ExpenseLimit | null;
  readonly deposit: number | null;
  readonly subscribers: {
    readonly min: number;
    readonly max: number | null;
    readonly from: 'constituency' | 'dc_first';
  } | null;
  /** Greatest aggregate value of errors that summary relief covers. */
  readonly reliefMax: number | null;
  /** Share of designated spots, least and most, in per cent. */
  readonly displayShare: readonly [number, number] | null;
}

export interface AdvertisementRules {
  readonly centralPlatform: boolean;
  readonly maxFileBytes: number;
  readonly compression: readonly string[];
  readonly formats: Readonly<Record<'document' | 'image' | 'audio' | 'video', readonly string[]>>;
  readonly forbiddenContent: readonly string[];
  readonly source: string;
}

export interface MailRules {
  readonly maxGrams: number;
  /** Shorter side first. */
  readonly maxSizeMm: readonly [number, number];
  readonly minSizeMm: readonly [number, number];
  readonly minCardMicrons: number;
  readonly minAddressAreaMm: readonly [number, number];
  readonly maxOpeningMm: number;
  /** Widest mouth of an unsealed envelope, by its depth; `null` is any greater depth. */
  readonly unsealedMouth: readonly { readonly depthMm: number | null; readonly mouthMm: number }[];
  readonly source: string;
}

/** Dates that the edition prints. */
export interface KeyDates {
  readonly pollingDay: string;
  readonly nominationPeriod: readonly [string, string];
  readonly adviceApplications: readonly [string, string];
  readonly briefing: string;
}

export interface CivilReferendumRules {
  readonly nominationDivisor: number;
  readonly intentLetters: readonly [string, string];
  readonly civilNomination: readonly [string, string];
  readonly onlineOpensAt: string;
  readonly onlineClosesAt: string;
  readonly physicalStationDays: readonly string[];
}

export interface EditionRules {
  readonly id: '2008' | '2016' | 'popvote-2017';
  readonly quotaFraction: 'disregard' | 'keep';
  readonly constituencyKinds: readonly ConstituencyKind[];
  readonly constituencies: Readonly<Partial<Record<ConstituencyKind, ConstituencyRules>>>;
  /** Members returned for Labour, the one ordinary functional constituency with several. */
  readonly labourSeats: number | null;
  readonly seatsTotal: number | null;
  readonly stations: StationRules | null;
  readonly recounts: RecountRules | null;
  readonly depositReturnPercent: number | null;
  readonly assistance: { readonly centsPerVote: number; readonly percent: number } | null;
  readonly advertisements: AdvertisementRules | null;
  readonly mail: MailRules | null;
  readonly petitionMonths: number | null;
  readonly keyDates: KeyDates | null;
  readonly referendum: CivilReferendumRules | null;
}
