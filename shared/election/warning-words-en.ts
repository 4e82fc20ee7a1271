import type { Sentence } from './problem-words-sentence.ts';

/** A flag's headline, what the figures say, and what can be done. */
export interface WarningWords {
  readonly title: Sentence;
  readonly text: Sentence;
  readonly remedy: Sentence;
}

const CHECK_ACCOUNT =
  'Check the ballot paper account and send the next revision with a reason if a figure was mistyped; do not change a figure just to make the sum fit.';
const CHECK_REPORT =
  'Check the report against the paper form and send the next revision with a reason if a figure was mistyped; otherwise nothing need be done.';

/** English words for every flag; its keys are the list of codes that all languages must have [counting.md §7]. */
export const WARNINGS_EN = {
  A1: {
    title: 'Papers supplied and opening stock differ',
    text: [
      'The account has {supplied|paper|papers} supplied, and {openingStock|paper was|papers were} shown at the opening. The report stands as sent.',
      'The number of papers supplied is not the number shown at the opening. The report stands as sent.',
    ],
    remedy: CHECK_ACCOUNT,
  },
  A2: {
    title: 'More papers unissued than supplied',
    text: [
      'The account has {unissued|paper|papers} unissued and {supplied} supplied. The report stands as sent.',
      'By the account, papers supplied less papers unissued come to {issued}. The report stands as sent.',
      'The account has more papers unissued than supplied. The report stands as sent.',
    ],
    remedy: CHECK_ACCOUNT,
  },
  A3: {
    title: 'The account leaves no papers for the box',
    text: [
      'The account has {supplied|paper|papers} supplied, and {unissued} unissued, {unused} unused and {spoilt} spoilt, which together are more. The report stands as sent.',
      'By the account, papers supplied less those unissued, unused and spoilt come to {estimatedInBox}. The report stands as sent.',
      'Papers unissued, unused and spoilt are together more than the papers supplied. The report stands as sent.',
    ],
    remedy: CHECK_ACCOUNT,
  },
  A4: {
    title: 'More papers found than the account shows',
    text: [
      '{papersInBox|paper was|papers were} found in the box and {papersElsewhere} elsewhere; by the account there should be {estimatedInBox} in the box. The report stands as sent.',
      '{papersCounted|paper was|papers were} counted; by the account there should be {estimatedInBox} in the box. The report stands as sent.',
      'More papers were found than by the account should be in the box. The report stands as sent.',
    ],
    remedy: CHECK_ACCOUNT,
  },
  A5: {
    title: 'Papers in the box and papers reported differ',
    text: [
      '{papersInBox|paper was|papers were} found in the box, and valid, invalid and rejected papers add up to {papersCounted}. The report stands as sent.',
      'The papers found in the box are not the sum of valid, invalid and rejected papers. The report stands as sent.',
    ],
    remedy: CHECK_REPORT,
  },
  A6: {
    title: 'Valid papers and votes do not agree',
    text: [
      '{votes|vote is|votes are} reported on {valid|valid paper|valid papers}, each of which carries at least one vote and at most {votesPerPaper}. The report stands as sent.',
      '{votes|vote is|votes are} reported on {valid|valid paper|valid papers}. The report stands as sent.',
      'The number of valid papers does not agree with the votes. The report stands as sent.',
    ],
    remedy: CHECK_REPORT,
  },
  A7: {
    title: 'More tendered papers found than recorded',
    text: [
      '{found|tendered paper was|tendered papers were} found at the count, and {recorded} recorded when issued. The report stands as sent.',
      'More tendered papers were found at the count than the account records ({tendered}). The report stands as sent.',
      'More tendered papers were found at the count than the account records. The report stands as sent.',
    ],
    remedy: CHECK_ACCOUNT,
  },
  A8: {
    title: 'More functional constituency papers than expected',
    text: [
      '{functionalIssued|functional constituency paper was|functional constituency papers were} issued, more than two for each of the {geographicalIssued} papers of the geographical constituency. The report stands as sent.',
      'More than two functional constituency papers were issued for each paper of the geographical constituency. The report stands as sent.',
    ],
    remedy: CHECK_ACCOUNT,
  },
  'papers-over-electors': {
    title: 'More papers than electors',
    text: [
      '{papers|paper is|papers are} reported, and {electors|elector is|electors are} assigned to the polling stations counted here. The report stands as sent.',
      'More papers are reported than electors are assigned to the polling stations counted here. The report stands as sent.',
    ],
    remedy: CHECK_REPORT,
  },
  'rejected-share': {
    title: 'Large share of papers not counted as valid',
    text: [
      '{rejected} of {papers|paper|papers} ({rejected/papers}) were not counted as valid; reports above {limit}% are flagged. The report stands as sent.',
      '{rejected} of {papers|paper|papers} ({rejected/papers}) were not counted as valid. The report stands as sent.',
      'A large share of the papers was not counted as valid. The report stands as sent.',
    ],
    remedy: CHECK_REPORT,
  },
  outlier: {
    title: 'Differs from the constituency',
    text: [
      'Contestant “{contestant}” has {votes} of {valid|valid vote|valid votes} here ({votes/valid}), and {constituencyVotes} of {constituencyValid} ({constituencyVotes/constituencyValid}) in the constituency so far. The report stands as sent.',
      'Contestant “{contestant}” has {votes|vote|votes} here, which differs much from the rest of the constituency. The report stands as sent.',
      'The votes of a contestant differ much from the rest of the constituency. The report stands as sent.',
    ],
    remedy: CHECK_REPORT,
  },
  'contestant-missing': {
    title: 'No figure for a contestant',
    text: [
      'The report has no figure for contestant number {contestants:list}, which counts as 0. The report stands as sent.',
      'The report has no figure for at least one contestant; this counts as 0. The report stands as sent.',
    ],
    remedy: CHECK_REPORT,
  },
  'ground-not-applicable': {
    title: 'Ground not used in this voting system',
    text: [
      'Papers were set aside on the ground “{ground:ground}”, which is not used under {system:system}. The report stands as sent.',
      'Papers were set aside on the ground “{ground:ground}”, which is not used in this voting system. The report stands as sent.',
      'Papers were set aside on the ground “{ground}”, which is not used in this voting system. The report stands as sent.',
      'Papers were set aside on a ground that is not used in this voting system. The report stands as sent.',
    ],
    remedy: CHECK_REPORT,
  },
  'count-revised': {
    title: 'Count revised',
    text: [
      'Count {count} of this station has been revised. The report stands as sent.',
      'An earlier count of this station has been revised. The report stands as sent.',
    ],
    remedy: 'Compare the revisions and their reasons, which are all kept in the ledger.',
  },
} as const satisfies Readonly<Record<string, WarningWords>>;

export type WarningCode = keyof typeof WARNINGS_EN;

/** For a code that this version has no words for. */
export const UNKNOWN_WARNING_EN: WarningWords = {
  title: 'Flagged',
  text: [
    'The report has the flag “{code}”. The report stands as sent.',
    'The report has a flag. The report stands as sent.',
  ],
  remedy: CHECK_REPORT,
};
