import type { StationFacts, Unit } from './facts.ts';
import * as format from './format.ts';
import { type Phrase, say } from './phrase.ts';
import { counted, plural, Spelt } from './prose-en.ts';

/** Counting stations: their reports, what changed in them, and what is told of their papers. */
export const stationsEn = {
  stations: {
    heading: 'Stations',
    all: (value: number): string =>
      value === 1 ? 'The only report' : `All ${format.count(value)} reports, station by station`,
    station: 'Station',
    valid: 'Valid votes',
    waiting: 'not yet in',
    recounting: 'recount',
    elsewhere: (where: string): string => `counted at ${where}`,
    flags: (value: number): string => counted(value, 'flag'),
    corrected: 'corrected',
    waitingFor: (value: number): string =>
      value === 0 ? 'All reports are in.' : `${counted(value, 'report')} still to come.`,
    flagged: (value: number): string =>
      value === 0
        ? 'No report carries a flag.'
        : `${counted(value, 'report')} ${plural(value, 'carries', 'carry')} a flag: figures that do not quite agree, shown as they were sent.`,
    none: 'No station is listed.',
    csv: 'All stations, CSV',
    kinds: {
      polling_counting: 'Counting station',
      small_polling: 'Small polling station',
      main_counting: 'Main counting station',
      dedicated_polling: 'Dedicated polling station',
      sorting: 'Ballot paper sorting station',
      central_counting: 'Central Counting Station',
      online: 'Online',
    },
  },

  changes: {
    heading: 'Corrections and changes',
    none: 'No corrections.',
    declaredDiffers:
      'The corrected figures would give other seats. The declared seats stand; only an election petition can change them.',
    noneSinceDeclared: 'No correction since the declaration.',
    station: (code: string): string => `Station ${code}`,
    constituency: 'Constituency',
    reason: (reason: string): string => `“${reason}”`,
    noReason: 'The record gives no reason.',
    entry: (index: number): string => `ledger entry ${format.count(index)}`,
    was: 'before',
    now: 'now',
    all: (value: number): string => `All ${format.count(value)} changes`,
    fields: {
      definition: 'definition',
      status: 'state',
      papers: 'valid papers',
      accepted: 'questionable papers accepted',
      report: 'papers in the report',
      questionable: 'questionable papers rejected',
      withheld: 'figures that are not published',
    },
    invalid: (ground: string): string => `papers not counted, ${ground}`,
    recount: (number: number, where: string): string => `Recount ${number}, ${where}`,
    recountAllowed: 'allowed',
    recountRefused: 'refused',
    recountScope: {
      station: 'of one station',
      constituency: 'of the constituency',
      misplaced: 'of the misplaced papers',
    },
    happened: {
      died: 'death of a candidate',
      disqualified: 'disqualification of a candidate',
      withdrawn: 'withdrawal of a candidate',
    },
  },

  statement: {
    heading: 'Questionable papers and ballot paper accounts',
    decided: 'Papers decided one by one, by ground',
    ground: 'Ground',
    accepted: 'Accepted',
    rejected: 'Rejected',
    total: 'Total',
    acceptanceObjected: 'acceptance objected to',
    rejectionObjected: 'rejection objected to',
    accounts: 'Ballot paper accounts',
    issued: 'issued (supplied less unissued)',
    noAccount: 'No counting place gave an account.',
    places: (accounted: number, places: number): string =>
      `Added up from the accounts of ${format.count(accounted)} of ${counted(places, 'counting place', 'counting places')}.`,
    again: (number: number): string => `This is statement ${number}; it takes the place of the one before.`,
    what: 'Sums of the whole constituency, stated after the declaration. What was decided of a single paper is not published.',
  },

  station: {
    inResult: 'In the result',
    inCount: 'In the count',
    waiting: 'Report not yet in',
    recounting: 'Recount',
    elsewhere: 'Counted elsewhere',
    elsewhereWords:
      'The papers of this station are counted with those of another, so that nobody’s vote can be guessed. Its figure is part of that station’s report.',
    provisional: 'provisional, not declared',
    waitingWords: 'No report of this station has been published.',
    recountingWords: 'The figures shown are those of the count before.',
    reportIs: (countNumber: number, revision: number): string =>
      `${countNumber === 1 ? 'first count' : `count ${countNumber}`}, revision ${revision}`,
    noReport: 'none yet',
    told: ({ name, constituency, valid, papers, declared }: StationFacts): Phrase =>
      say`Report of ${name}, ${constituency}: ${counted(valid, papers ? 'valid paper' : 'valid vote')}${declared ? '.' : '; provisional, not declared.'}`,
    votesHere: 'Votes counted here',
    markNote: (unit: Unit): string => `Dashed mark: the ${unit}’s share in all of the constituency.`,
    noMark: 'The constituency’s shares appear beside these once all reports are in.',
    here: 'Here',
    everywhere: 'All',
    privateVotes:
      'Rankings of a small electorate stay private; the rounds are published for the whole constituency.',
    flags: (value: number): string =>
      value === 1 ? 'One flag on this report' : `${Spelt(value)} flags on this report`,
    flagMeaning:
      'A flag never changes a figure: the report stands as the station sent it. It says which figures do not agree, so that anyone can ask.',
    flagCode: 'Code',
    papers: 'Ballot papers',
    papersNotCounted: 'Papers not counted',
    account: 'Ballot paper account',
    grounds: {
      unmarked: 'unmarked',
      not_stamp: 'not marked with the chop supplied',
      spoilt: 'spoilt',
      tendered: 'tendered',
      unused: 'unused',
      overvote_list: 'marked for more than one list',
      overvote_candidate: 'marked for too many candidates',
      not_arabic: 'not marked with Arabic numerals',
      multiple_first: 'more than one first choice',
      no_first: 'no first choice',
      identifying_mark: 'mark that could identify the voter',
      intention_unclear: 'intention not clear',
      mutilated: 'substantially mutilated',
      uncertain: 'void for uncertainty',
      supplied: 'supplied',
      unissued: 'unissued',
    },
    questionableAccepted: 'questionable, accepted as valid',
    questionableRejected: 'questionable, rejected',
    notCounted: 'together',
    accountsWithheld:
      'The ballot paper account and the questionable papers of a single counting place are not published. The sums of the whole constituency are published after the declaration.',
    accountsStated: 'See these sums',
    route: 'Where this report went',
    accepted: (role: string): string => `accepted from the ${role}`,
    correctedBy: (role: string): string => `corrected by the ${role}`,
    confirmedBy: (role: string): string => `confirmed by the ${role}`,
    explained: (text: string): string => `The station says: “${text}”`,
    sha: 'Hash of the report (SHA-256)',
    proof: 'The ledger holds this report under that hash.',
    feeders: 'Papers of these stations are counted here',
    neighbours: 'Other stations',
    allReports: 'All reports',
  },
};

export type StationsWords = typeof stationsEn;
