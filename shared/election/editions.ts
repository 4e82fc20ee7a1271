import type { EDITIONS } from './definition.ts';
import type { EditionRules, ExpenseLimit } from './edition-rules.ts';
import {
  ADVERTISEMENTS_2016,
  CONSTITUENCIES_2008,
  CONSTITUENCIES_2016,
  MAIL_2016,
  RECOUNTS_2008,
  RECOUNTS_2016,
  STATIONS_2008,
  STATIONS_2016,
} from './edition-tables.ts';

export type EditionId = (typeof EDITIONS)[number];

/** Every difference between editions that changes behaviour; `null` is unknown, never "as in 2016". */
export const EDITION_RULES: Readonly<Record<EditionId, EditionRules>> = {
  '2008': {
    id: '2008',
    quotaFraction: 'disregard',
    constituencyKinds: ['geographical', 'ordinary_fc', 'special_fc'],
    constituencies: CONSTITUENCIES_2008,
    labourSeats: 3,
    seatsTotal: null,
    stations: STATIONS_2008,
    recounts: RECOUNTS_2008,
    depositReturnPercent: null,
    assistance: null,
    advertisements: null,
    mail: null,
    petitionMonths: null,
    keyDates: null,
    referendum: null,
  },
  '2016': {
    id: '2016',
    quotaFraction: 'disregard',
    constituencyKinds: ['geographical', 'dc_second', 'ordinary_fc', 'special_fc'],
    constituencies: CONSTITUENCIES_2016,
    labourSeats: 3,
    seatsTotal: 70,
    stations: STATIONS_2016,
    recounts: RECOUNTS_2016,
    depositReturnPercent: 3,
    assistance: { centsPerVote: 1400, percent: 5 },
    advertisements: ADVERTISEMENTS_2016,
    mail: MAIL_2016,
    petitionMonths: 2,
    keyDates: {
      pollingDay: '2016-09-04',
      nominationPeriod: ['2016-07-16', '2016-07-29'],
      adviceApplications: ['2016-05-06', '2016-07-15'],
      briefing: '2016-08-02',
    },
    referendum: null,
  },
  'popvote-2017': {
    id: 'popvote-2017',
    quotaFraction: 'disregard',
    constituencyKinds: ['referendum'],
    constituencies: {},
    labourSeats: null,
    seatsTotal: null,
    stations: null,
    recounts: null,
    depositReturnPercent: null,
    assistance: null,
    advertisements: null,
    mail: null,
    petitionMonths: null,
    keyDates: null,
    referendum: {
      nominationDivisor: 100,
      intentLetters: ['2017-01-16', '2017-01-31'],
      civilNomination: ['2017-02-07', '2017-02-22'],
      onlineOpensAt: '2017-03-10T12:00:00+08:00',
      onlineClosesAt: '2017-03-19T22:00:00+08:00',
      physicalStationDays: ['2017-03-12', '2017-03-19'],
    },
  },
};

/** A limit in whole dollars; `null` where the constituency or its number of electors is not known. */
export const expenseLimitFor = (
  limit: ExpenseLimit,
  { constituency, electors }: { readonly constituency?: string; readonly electors?: number },
): number | null => {
  switch (limit.rule) {
    case 'fixed':
      return limit.amount;
    case 'by_constituency':
      return limit.amounts[constituency ?? ''] ?? null;
    case 'by_registered_electors': {
      if (electors === undefined) return null;
      const tier = limit.tiers.find((step) => step.electors === null || electors <= step.electors);
      return tier?.amount ?? null;
    }
  }
};
