import { advertisementsEn } from './advertisements/en.ts';
import { alertsEn } from './alerts-en.ts';
import { dataEn } from './data-en.ts';
import type { ElectionFacts, Unit } from './facts.ts';
import * as format from './format.ts';
import { noticesEn } from './notices-en.ts';
import { type Phrase, say, strong } from './phrase.ts';
import { counted, Spelt, spelt, votesOf } from './prose-en.ts';
import { embedEn, hallEn, shareEn } from './reach-en.ts';
import { seatsEn } from './seats-en.ts';
import { statesEn } from './states-en.ts';
import { stationsEn } from './stations-en.ts';
import { type VerifyWords, verifyEn } from './verify-en.ts';

const unitName = (unit: Unit): string => unit;

/** The English dictionary. Its shape is the contract that the other two languages fill. */
export const en = {
  tagline: 'Election results, in the open',
  /** What stands between two sentences. */
  space: ' ',
  /** What stands between a label and its words. */
  after: ' ',
  skip: 'Skip to the content',
  menu: 'Menu',
  mainNavigation: 'Main',
  languages: 'Language',
  whereYouAre: 'Where you are',
  results: 'Results',
  openData: 'Open data',
  verify: 'Verify',
  scrolls: (title: string): string => `${title}, scrolls sideways`,
  how: 'How',

  notices: noticesEn,
  verifyHere: verifyEn as VerifyWords,
  advertisements: advertisementsEn,
  embed: embedEn,
  alerts: alertsEn,
  hall: hallEn,
  share: shareEn,

  strip: {
    heading: 'State of the count',
    state: 'State',
    reports: 'Station reports in',
    reportsOf: (reported: number, expected: number): string =>
      `${format.count(reported)} of ${counted(expected, 'report')}`,
    asOf: 'Figures as of (Hong Kong time)',
    version: 'Version',
    ledgerEntries: 'ledger entries',
    thisReport: 'This report',
    entry: (index: number): string => `entry ${format.count(index)}`,
  },

  ...statesEn,
  test: {
    label: 'TEST',
    words: 'Rehearsal. People and figures are invented, or replayed from an earlier election.',
  },

  electedInOrder: 'Elected, in the order the seats fell',
  electedWithoutPoll: 'Elected without a poll',
  nominated: 'Nominated',
  highestNet: 'Highest net support',

  unit: (unit: Unit, number: string): string => `${unitName(unit)} ${number}`,
  Unit: (unit: Unit, number: string): string => `${unit === 'list' ? 'List' : 'Candidate'} ${number}`,
  unitHead: (unit: Unit): string => (unit === 'list' ? 'List' : 'Candidate'),
  ...seatsEn,
  died: 'died',
  disqualified: 'disqualified',
  withdrawn: 'withdrawn',

  counts: {
    seats: (value: number): string => counted(value, 'seat'),
    lists: (value: number): string => counted(value, 'list'),
    listsOfCandidates: (value: number): string => counted(value, 'list of candidates', 'lists of candidates'),
    candidates: (value: number): string => counted(value, 'candidate'),
    electors: (value: number): string => counted(value, 'elector'),
    reports: (reported: number, expected: number): string =>
      `${format.count(reported)} / ${counted(expected, 'report')}`,
    validPapers: (value: number): string => counted(value, 'valid paper'),
  },
  systems: {
    list_pr: 'list system of proportional representation',
    preferential: 'preferential elimination system of voting',
    first_past_the_post: 'first past the post',
    net_support: 'support, oppose or abstain',
    nomination: 'civil nomination',
  },
  /** The same systems where nothing is declared yet: no word that a result would need. */
  systemsBefore: {
    list_pr: 'list system of proportional representation',
    preferential: 'preferential elimination system of voting',
    first_past_the_post: 'first past the post',
    net_support: 'support, oppose or abstain',
    nomination: 'civil nomination',
  },
  multipleVotes: (seats: number): string =>
    `Each paper may carry up to ${spelt(seats)} votes, so the shares of valid papers may add up to more than 100%.`,

  figures: {
    heading: 'Key figures',
    electors: 'Electors',
    valid: 'Valid votes',
    validPapers: 'Valid papers',
    rejected: 'Papers not counted',
    rejectedNote: 'invalid, or questionable and rejected',
    seats: 'Seats',
    unfilled: 'Seats not filled',
    quota: 'Quota',
    quotaOf: (valid: string, seats: string, kept: boolean): string =>
      `${valid} ÷ ${seats}, fraction ${kept ? 'kept' : 'disregarded'}`,
    threshold: 'Nominations needed',
    thresholdOf: (electors: string): string => `1% of ${electors} electors, rounded down`,
    nominations: 'Nominations',
    misplacedEstimate: 'Misplaced papers, estimate',
  },

  charts: {
    heading: 'In charts',
    loading: 'Chart loads after the text.',
    asTable: 'Show as a table',
    seats: 'Seats by list',
    seatsFinding: (seats: number, lists: number): string =>
      `${counted(seats, 'seat')} on ${counted(lists, 'list')}`,
    seatsSoFar: 'Seats by list, on the votes so far',
    progress: 'Progress of the count',
    progressFinding: (reported: number, expected: number): string =>
      `${format.count(reported)} of ${counted(expected, 'report')} in`,
    time: 'Time',
    reports: 'Reports in',
    list: 'List',
    seatsHead: 'Seats',
  },

  ...stationsEn,
  ledger: {
    heading: 'Ledger entries behind these figures',
    entries: (value: number): string => counted(value, 'entry', 'entries'),
    none: 'No entry yet.',
    how: 'How to check them',
  },

  footer: {
    rests: 'Every figure here rests on entries in a public ledger.',
    check: 'Check it yourself',
    noScript: 'This page reads without scripts.',
    data: 'Data on this page: CSV, JSON',
    independent:
      'Open Returns shows what officers reported and declared, says when, and lets anyone recount it.',
  },

  election: {
    pollingDay: (day: string): string => `Polling day ${day}`,
    pollingDayUntil: (day: string, clock: string): string => `Polling day ${day}, until ${clock}`,
    inThisRecord: (seats: number): string => `${counted(seats, 'seat')} in this record`,
    label: (facts: ElectionFacts): string =>
      facts.constituencies === 1 ? 'Declared' : `All ${facts.constituencies} constituencies declared`,
    declaredOf: (facts: ElectionFacts): string => `${facts.declared} of ${facts.constituencies} declared`,
    noneDeclared: (closes: string): Phrase =>
      say`No figure is published before the poll closes at ${closes}.`,
    waiting: say`The poll has closed. Figures appear here as stations report.`,
    someDeclared: (names: readonly Phrase[]): Phrase => {
      const list = names.flatMap(
        (name, index): Phrase =>
          index === 0 ? name : [index === names.length - 1 ? ' and ' : ', ', ...name],
      );
      return say`${list} ${names.length === 1 ? 'has' : 'have'} been declared. In the other constituencies the figures are provisional: a hollow mark is not a declared seat.`;
    },
    manyDeclared: (facts: ElectionFacts): Phrase =>
      say`${Spelt(facts.declared)} of ${spelt(facts.constituencies)} constituencies have been declared. In the others the figures are provisional: a hollow mark is not a declared seat.`,
    nothingDeclared: (facts: ElectionFacts): Phrase =>
      say`${format.count(facts.reported)} of ${format.count(facts.expected)} reports are in. Nothing is declared yet: a hollow mark is a seat on the votes so far.`,
    allDeclared: (seats: number): Phrase =>
      say`The results for all ${format.count(seats)} seats have been declared.`,
    allDeclaredOne: say`The result has been declared.`,
    closest: (name: Phrase, gap: string): Phrase =>
      say`The closest was the last seat in ${name}, decided by ${strong(gap)} ${votesOf(gap)}.`,
    keyQuota: 'seat won by quota',
    keyRemainder: 'seat won by remainder. The number is the order in which the seats fell.',
    keySoFarQuota: 'by quota on the votes so far',
    keySoFarRemainder: 'by remainder on the votes so far',
    lastSeatSoFar: (facts: {
      readonly unit: Unit;
      readonly ahead: string;
      readonly behind: string;
      readonly gap: string;
    }): Phrase =>
      say`Last seat, on the votes so far: ${facts.unit} ${facts.ahead} ahead of ${facts.unit} ${facts.behind} by ${strong(facts.gap)}`,
    lastSeat: (gap: string): Phrase => say`Last seat decided by ${strong(gap)} ${votesOf(gap)}`,
    votesSoFar: 'Votes so far',
    latest: 'Latest acts',
    noActs: 'No act since the poll closed.',
    acts: {
      declared: (name: Phrase): Phrase => say`${name}: result declared`,
      failed: (name: Phrase): Phrase => say`${name}: election declared failed`,
      terminated: (name: Phrase): Phrase => say`${name}: proceedings terminated`,
      corrected: (name: Phrase, station: string | null): Phrase =>
        station === null ? say`${name}: figures corrected` : say`${name}: station ${station} corrected`,
      recount: (name: Phrase): Phrase => say`${name}: recount allowed`,
      recountRefused: (name: Phrase): Phrase => say`${name}: recount refused`,
    },
    entry: (index: number): string => `entry ${format.count(index)}`,
    byConstituency: 'By constituency',
  },

  elections: {
    heading: 'Elections',
    lead: 'Every election here is published from one signed ledger: figures, seats, and how they came about.',
    none: 'No election is published yet.',
    rehearsals: 'Rehearsals, with invented or replayed figures',
  },

  roles: {
    public: 'public',
    candidate: 'candidate',
    presiding_officer: 'presiding officer',
    assistant_returning_officer: 'assistant returning officer',
    returning_officer: 'returning officer',
    chief_electoral_officer: 'chief electoral officer',
    commission: 'commission',
    observer: 'observer',
  },

  data: dataEn,

  check: {
    title: 'Check the results yourself',
    lead: 'Anyone can download the public ledger, count the election again and compare the outcome with what this site publishes. Nothing is sent anywhere.',
    command: 'One command',
    commandWords:
      'Take the source of Open Returns, and run these two lines in its folder. The first holds the address of this site.',
    exit: 'It ends with exit code 0 if everything agrees; otherwise it names the first thing that differs.',
    what: 'What is checked',
    steps: [
      ['The ledger’s signature', 'The checkpoint is signed with the key below.'],
      ['Every entry is in the ledger', 'All entries hash to the signed root.'],
      ['Nothing was dropped or rewritten', 'The ledger contains, unchanged, what your last check saw.'],
      ['The count', 'All votes are added up again from the station reports.'],
      ['The seats', 'Quotas, remainders, rounds and lots are worked out again from the rules.'],
      ['The published files', 'Every file is made again and compared byte for byte.'],
    ] as readonly (readonly [string, string])[],
    cannot: 'What this cannot tell you',
    cannotWords:
      'Whether a station wrote down what its papers said. For that, compare a station’s page with the result told to those present at that station.',
    cannotKey:
      'Whether the key is the right one. Compare it with the key that was announced before the poll.',
    ledger: 'The ledger now',
    key: 'Verifier key',
    keyFile: 'The key as a file',
    size: 'Entries',
    root: 'Root hash',
    checkpoint: 'Signed checkpoint',
    witnesses: 'Witnesses',
    witnessWords:
      'A witness is somebody outside who follows the ledger, and cosigns a checkpoint only if it continues the one before. If different readers were shown different ledgers, a witness would cosign one of them and refuse the other.',
    noWitnesses:
      'Nobody outside cosigns this ledger yet. Whether others are shown the same ledger, readers find out only by comparing size and root.',
    cosigned: (size: number): string =>
      size === 1 ? 'Last cosigned at 1 entry, on' : `Last cosigned at ${format.count(size)} entries, on`,
    notCosigned: 'Has not cosigned yet.',
    witnessFile: 'Cosignatures as a file',
    without: 'Check it without this program',
    withoutWords:
      'The ledger is a transparency log in the C2SP tlog-tiles format. Any tool that reads the format can check it: checkpoint, tiles and entry bundles are plain files.',
    keepKey: 'Keep the key and the size: the next check can then prove that nothing was taken back.',
  },

  notFound: {
    title: 'There is no such page',
    words:
      'The address may have been typed or copied wrongly. Pages of an election are reached from its list of constituencies.',
    link: 'All elections',
  },
  choose: { title: 'Choose a language' },
};
