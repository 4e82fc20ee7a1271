import type { NoticeTypeId } from '../election/notice.ts';

/** What a prescribed field holds. */
export type FieldKind =
  /** An instant with its offset. */
  | 'time'
  /** A calendar day, `2016-09-04`. */
  | 'day'
  | 'number'
  | 'telephone'
  /** One line that is no words of a language: an address on the web. */
  | 'line'
  /** Words, in the languages given. */
  | 'prose'
  /** Ids from the definition. */
  | 'candidates'
  | 'stations'
  | 'constituencies'
  /** Names of persons, bodies or places, which no definition knows. */
  | 'names'
  /** The same, each with a telephone number, or with a figure. */
  | 'contacts'
  | 'figures'
  | 'choice';

/** One prescribed content of a notice. */
export interface FieldRule {
  readonly id: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** Of a choice: what may be chosen. */
  readonly allowed: readonly string[];
}

/** What a notice belongs to; the first is the usual one. */
export type NoticeAbout = 'election' | 'constituency' | 'station';

/** What a kind of notice must hold to be one, without a word of what it is called: the ledger is recomputed with nothing else. */
export interface NoticeRule {
  readonly about: readonly NoticeAbout[];
  readonly fields: readonly FieldRule[];
  /**
   * `text`: the portal shows what it says. `fact`: it goes to those concerned only, by post or in writing, so that only its
   * posting is public and no word of it, with the personal data in it, ever reaches the ledger [F-5].
   */
  readonly disclosure: 'text' | 'fact';
  /** It says something of a count: where a poll is held it cannot be posted before the poll closes [2016 ¶15.4, C-1]. */
  readonly ofCount: boolean;
  /** A plan or map belongs to it. */
  readonly attachment: 'required' | 'expected' | 'optional';
}

const field =
  (required: boolean) =>
  (id: string, kind: FieldKind, allowed: readonly string[] = []): FieldRule => ({
    id,
    kind,
    required,
    allowed,
  });
const need = field(true);
const may = field(false);

const rule = (special: Partial<NoticeRule> & Pick<NoticeRule, 'about'>): NoticeRule => ({
  fields: [],
  disclosure: 'text',
  ofCount: false,
  attachment: 'optional',
  ...special,
});

/**
 * Prescribed contents [platforms-and-notices.md §2, column contents]. Candidates' addresses, agents' addresses and results of exit
 * polls have no field: they never reach the ledger [F-5, 2016 ¶15.4].
 */
export const NOTICE_RULES: Readonly<Record<NoticeTypeId, NoticeRule>> = {
  N1: rule({
    about: ['election', 'constituency'],
    fields: [need('nominationsFrom', 'day'), need('nominationsUntil', 'day')],
  }),
  N2: rule({ about: ['election', 'constituency'], fields: [need('stations', 'stations')] }),
  N3: rule({
    about: ['constituency'],
    fields: [need('countingPlaces', 'stations'), may('sortingPlaces', 'stations')],
  }),
  N4: rule({ about: ['constituency'], fields: [need('nominated', 'candidates')] }),
  N5: rule({ about: ['constituency'], disclosure: 'fact' }),
  N6: rule({ about: ['constituency'], fields: [need('elected', 'candidates')] }),
  N7: rule({
    about: ['constituency'],
    fields: [need('unfilled', 'number'), may('elected', 'candidates'), may('reason', 'prose')],
    ofCount: true,
  }),
  N8: rule({
    about: ['constituency'],
    fields: [
      need('affected', 'candidates'),
      need('cause', 'choice', ['died', 'disqualified']),
      may('remaining', 'candidates'),
    ],
  }),
  N9: rule({ about: ['constituency'], fields: [need('reason', 'prose'), may('affected', 'candidates')] }),
  N10: rule({
    about: ['constituency'],
    fields: [need('terminatedAt', 'time'), may('reason', 'prose'), may('affected', 'candidates')],
  }),
  N11: rule({ about: ['constituency'], disclosure: 'fact' }),
  N12: rule({
    about: ['constituency', 'election'],
    fields: [need('meetingAt', 'time'), need('meetingPlace', 'prose')],
  }),
  N13: rule({ about: ['constituency'], fields: [may('spots', 'number')], attachment: 'expected' }),
  N14: rule({
    about: ['station', 'constituency'],
    fields: [need('noCanvassing', 'prose'), need('noStaying', 'prose')],
    attachment: 'required',
  }),
  N15: rule({
    about: ['station', 'constituency'],
    fields: [need('noCanvassing', 'prose'), need('noStaying', 'prose'), may('effectiveAt', 'time')],
    attachment: 'expected',
  }),
  N16: rule({ about: ['station'], attachment: 'expected' }),
  N17: rule({ about: ['station'], fields: [may('introduced', 'candidates')] }),
  N18: rule({ about: ['station'], fields: [need('capacity', 'number')] }),
  N19: rule({ about: ['station'], fields: [need('constituencies', 'constituencies')] }),
  N20: rule({ about: ['station'], fields: [need('countedAt', 'stations')] }),
  N21: rule({ about: ['station'], fields: [need('closedAt', 'time')] }),
  N22: rule({ about: ['station'], fields: [need('closedAt', 'time')] }),
  N23: rule({ about: ['station'], fields: [need('expectedAt', 'time'), need('telephone', 'telephone')] }),
  N24: rule({ about: ['election', 'constituency', 'station'], fields: [need('expectedAt', 'time')] }),
  N25: rule({
    about: ['constituency', 'station'],
    fields: [need('movedAt', 'time'), need('movedTo', 'prose'), may('reason', 'prose')],
  }),
  N26: rule({ about: ['constituency'], fields: [need('elected', 'candidates')], ofCount: true }),
  N27: rule({ about: ['constituency'], fields: [need('elected', 'candidates')], ofCount: true }),
  N28: rule({ about: ['election', 'constituency', 'station'], fields: [need('pollsters', 'contacts')] }),
  N29: rule({ about: ['election'], fields: [need('prisons', 'figures')] }),
  N30: rule({
    about: ['election', 'constituency'],
    fields: [need('centralPlatform', 'line'), may('candidatePlatforms', 'names')],
  }),
  N31: rule({ about: ['election'], fields: [need('inspectionPlaces', 'names')] }),
  N32: rule({ about: ['election'], fields: [need('inspectionPlaces', 'names')] }),
  N33: rule({
    about: ['election'],
    fields: [
      need('applicant', 'prose'),
      need('subject', 'prose'),
      need('stage', 'choice', ['may_be_approved', 'approved']),
      may('objectionsUntil', 'day'),
    ],
  }),
  N34: rule({
    about: ['election', 'constituency'],
    fields: [
      need('measure', 'choice', ['reprimand', 'censure']),
      need('offenders', 'names'),
      may('gained', 'names'),
      may('lost', 'names'),
      need('hearing', 'choice', ['heard', 'not_used', 'not_reached']),
    ],
  }),
  N35: rule({ about: ['election'], disclosure: 'fact' }),
  N36: rule({ about: ['election', 'constituency'], disclosure: 'fact' }),
  N37: rule({
    about: ['constituency'],
    fields: [need('judgmentOn', 'day'), need('validity', 'choice', ['valid', 'invalid', 'other'])],
    ofCount: true,
  }),
};
