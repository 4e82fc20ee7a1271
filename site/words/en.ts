import { advertisementsEn } from './advertisements/en.ts';
import { alertsEn } from './alerts-en.ts';
import { dataEn } from './data-en.ts';
import type {
  ContestFacts,
  CorrectionFacts,
  ElectionFacts,
  ListResultFacts,
  RoundResultFacts,
  StateFacts,
  StationFacts,
  TieFacts,
  Unit,
  WinnerFacts,
} from './facts.ts';
import * as format from './format.ts';
import { noticesEn } from './notices-en.ts';
import { type Phrase, say, strong } from './phrase.ts';
import { embedEn, hallEn, shareEn } from './reach-en.ts';
import { type VerifyWords, verifyEn } from './verify-en.ts';

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Prose spells small numbers; tables and states use figures. */
const spelt = (value: number): string => SMALL[value] ?? format.count(value);
const Spelt = (value: number): string => spelt(value).replace(/^./, (letter) => letter.toUpperCase());
const plural = (value: number, one: string, many = `${one}s`): string => (value === 1 ? one : many);
const counted = (value: number, one: string, many = `${one}s`): string =>
  `${format.count(value)} ${plural(value, one, many)}`;
const and = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
const unitName = (unit: Unit): string => unit;
const votesOf = (figure: string): string => (figure === '1' ? 'vote' : 'votes');

const tieWords = (tie: TieFacts | null): string => {
  if (tie === null) return 'Drawing lots will decide.';
  const who = `${tie.unit === 'list' ? 'Lists' : 'Candidates'} ${and(tie.numbers)}`;
  const what = tie.on === 'remainder' ? 'equal remaining votes' : 'equal votes';
  const where = tie.places === 1 ? 'the last seat' : `the last ${tie.places} seats`;
  return `${who} have ${what} for ${where}. Drawing lots will decide.`;
};

const correctionWords = (correction: CorrectionFacts | null): string => {
  if (correction === null) return 'Figures were corrected after the declaration. The declared seats stand.';
  const { station, unit, number, old, now, at, reason } = correction;
  const why = reason === null ? '' : `: “${reason}”`;
  return `Station ${station}, ${unit} ${number}: ${old}, now ${now} (${format.monthDayTime('en', at)}${why}). The declared seats stand.`;
};

const declaredOn = (facts: StateFacts, before: string): string =>
  facts.declaredAt === null ? '' : `${before}${format.date('en', facts.declaredAt)}`;

const lastOfThem = (facts: ListResultFacts): string | Phrase => {
  if (facts.lots) return ', the last by drawing lots.';
  if (facts.gap === null) return '.';
  return say`, the last of them by ${strong(facts.gap)} ${votesOf(facts.gap)}.`;
};

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

  states: {
    embargo: {
      label: 'Before close of poll',
      words: (facts: StateFacts): string =>
        `No figure is published before the poll closes at ${format.clockInProse('en', facts.pollClosesAt)}.`,
    },
    none: {
      label: 'No reports yet',
      words: (_facts: StateFacts): string => 'The poll has closed. No station has reported yet.',
    },
    counting: {
      label: 'Counting',
      words: (facts: StateFacts): string =>
        `${format.count(facts.reported)} of ${counted(facts.expected, 'report')} in. Provisional, not declared.`,
    },
    misplaced: {
      label: 'Misplaced papers to come',
      words: (_facts: StateFacts): string =>
        'All stations have reported. Ballot papers found in other boxes are still to be added. Provisional.',
    },
    all: {
      label: 'All reports in',
      words: (facts: StateFacts): string =>
        `${facts.expected === 1 ? 'The only report is in.' : `All ${format.count(facts.expected)} reports are in.`} Provisional until the Returning Officer declares the result.`,
    },
    recount: {
      label: 'Recount',
      words: (facts: StateFacts): string =>
        `${facts.recounting === 0 ? 'A recount is under way.' : `Recount at ${counted(facts.recounting, 'station')}.`} The figures shown are those of the count before.`,
    },
    lots: { label: 'Lots to be drawn', words: (facts: StateFacts): string => tieWords(facts.tie) },
    declared: {
      label: 'Declared',
      words: (facts: StateFacts): string =>
        `Declared by the Returning Officer${facts.declaredAt === null ? '' : `, ${format.dateTime('en', facts.declaredAt)}`}.`,
    },
    corrected: {
      label: 'Corrected after declaration',
      words: (facts: StateFacts): string => correctionWords(facts.correction),
    },
    uncontested: {
      label: 'Uncontested',
      words: (facts: StateFacts): string =>
        `${counted(facts.candidates, 'candidate')} for ${counted(facts.seats, 'seat')}. ${facts.declaredAt === null ? 'No poll is held.' : `Declared elected without a poll${declaredOn(facts, ', ')}.`}`,
    },
    failed: {
      label: 'Election failed',
      words: (facts: StateFacts): string =>
        `${format.count(facts.unfilled)} of ${counted(facts.seats, 'seat')} ${facts.unfilled === 1 ? 'is' : 'are'} not filled. A by-election follows.`,
    },
    terminated: {
      label: 'Proceedings terminated',
      words: (facts: StateFacts): string =>
        `Terminated${facts.declaredAt === null ? '' : ` on ${format.date('en', facts.declaredAt)} at ${format.clock(facts.declaredAt)}`}. There is no result; the notice gives the reason.`,
    },
  },
  flagged: {
    label: 'Flagged',
    words: (difference: string): string =>
      `Valid votes are ${difference} more than the voters reported. The report stands as sent.`,
  },
  test: {
    label: 'TEST',
    words: 'Rehearsal. People and figures are invented, or replayed from an earlier election.',
  },

  /** Sentences for the script that keeps a page fresh; it fills the `{placeholders}`. */
  live: {
    region: 'Latest change',
    stalled: {
      label: 'No update for {minutes} minutes.',
      labelOne: 'No update for 1 minute.',
      words:
        'These are the figures of {time}. Counting may have gone on; this page has received nothing since.',
    },
    offline: { label: 'You are offline.', words: 'These are the figures of {time}, kept on this device.' },
    tryNow: 'Try now',
    whatChanged: 'What changed',
    words: {
      restored: 'Updates are arriving again. Figures of {time}.',
      quiet: 'Last report {time}.',
      since: '{change} since {time}',
      sort: 'Sort again (places changed: {count})',
      sorted: 'Sorted',
      announce: 'Announce new reports',
      declared: 'The result has been declared.',
      corrected: 'A figure has been corrected after the declaration.',
      recount: 'Papers are being counted again.',
      lots: 'Lots are to be drawn.',
      failed: 'The election has failed in part or in whole.',
      terminated: 'The proceedings have been terminated.',
      'show-declared': 'Show the declared result',
      'chart-failed': 'The chart did not load. The same figures are in the table.',
    },
    /** Followed by a link, “What changed”. */
    linked: {
      updated: '{time}: {count} reports added.',
      'updated.one': '{time}: 1 report added.',
      changed: '{time}: figures changed.',
      fallen: '{change} at {time}.',
    },
  },

  seatsHeading: {
    early: 'Too early to show seats: fewer than half of the reports are in',
    provisional: 'Seats on the votes so far',
    all: 'Seats on all votes counted, not declared',
    declared: 'Elected',
  },
  electedInOrder: 'Elected, in the order the seats fell',
  electedWithoutPoll: 'Elected without a poll',
  nominated: 'Nominated',
  highestNet: 'Highest net support',

  unit: (unit: Unit, number: string): string => `${unitName(unit)} ${number}`,
  Unit: (unit: Unit, number: string): string => `${unit === 'list' ? 'List' : 'Candidate'} ${number}`,
  unitHead: (unit: Unit): string => (unit === 'list' ? 'List' : 'Candidate'),
  by: {
    quota: 'quota',
    remainder: (figure: string): string => `remainder ${figure}`,
    lots: 'by lots',
    votes: (figure: string): string => `${figure} ${votesOf(figure)}`,
    majority: (figure: string): string => `${figure} ${plural(Number(figure), 'paper')}`,
    uncontested: 'no poll',
    threshold: (figure: string): string => `${figure} nominations`,
    net_support: (figure: string): string => `net support ${figure}`,
  },
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

  sentence: {
    awaiting: (unit: Unit, contestants: number, seats: number): Phrase =>
      say`${Spelt(contestants)} ${plural(contestants, unit)} ${plural(contestants, 'stands', 'stand')} for ${spelt(seats)} ${plural(seats, 'seat')}. Figures appear here as the reports come in.`,
    awaitingOther: say`Figures appear here as the reports come in.`,
    early: (reported: number, expected: number): Phrase =>
      say`${format.count(reported)} of ${format.count(expected)} reports ${plural(reported, 'is', 'are')} in. Too early to show seats: fewer than half of the reports are in.`,
    contest: (facts: ContestFacts): Phrase =>
      say`${format.count(facts.reported)} of ${format.count(facts.expected)} reports ${plural(facts.reported, 'is', 'are')} in. On the votes so far the last seat would go to ${facts.unit} ${facts.ahead}, ${strong(facts.gap)} ${facts.unit === 'list' ? `remaining ${votesOf(facts.gap)}` : votesOf(facts.gap)} ahead of ${facts.unit} ${facts.behind}. This will change.`,
    contestAllIn: (facts: ContestFacts): Phrase =>
      say`${facts.expected === 1 ? 'The only report is in.' : `All ${format.count(facts.expected)} reports are in.`} On the votes so far the last seat would go to ${facts.unit} ${facts.ahead}, ${strong(facts.gap)} ${facts.unit === 'list' ? `remaining ${votesOf(facts.gap)}` : votesOf(facts.gap)} ahead of ${facts.unit} ${facts.behind}. Nothing is declared yet.`,
    noContest: (reported: number, expected: number): Phrase =>
      say`${format.count(reported)} of ${format.count(expected)} reports ${plural(reported, 'is', 'are')} in. The figures are provisional.`,
    misplaced: say`Papers found in other boxes are still to be added.`,
    recount: say`Some papers are being counted again; the figures are those of the count before.`,
    listResult: (facts: ListResultFacts): Phrase => {
      const start = say`${Spelt(facts.elected)} ${plural(facts.elected, 'candidate is', 'candidates are')} elected, from ${spelt(facts.lists)} ${plural(facts.lists, 'list')}.`;
      const quota =
        facts.byQuota === 0
          ? 'No list reached the quota'
          : `${Spelt(facts.byQuota)} ${plural(facts.byQuota, 'list')} reached the quota`;
      const left =
        facts.byQuota === 0
          ? `all ${spelt(facts.byRemainder)} seats`
          : `the other ${spelt(facts.byRemainder)} seats`;
      const one = facts.byQuota === 0 ? 'the seat' : 'the other seat';
      if (facts.byRemainder === 0) return say`${start} ${quota}.`;
      const went =
        facts.byRemainder === 1
          ? `${one} went to the largest remainder`
          : `${left} went to the largest remainders`;
      const last =
        facts.byRemainder === 1 && !facts.lots && facts.gap !== null
          ? say`, by ${strong(facts.gap)} ${votesOf(facts.gap)}.`
          : lastOfThem(facts);
      return say`${start} ${quota}; ${went}${last}`;
    },
    unfilled: (value: number): Phrase =>
      say`${Spelt(value)} ${plural(value, 'seat is', 'seats are')} not filled.`,
    winner: (facts: WinnerFacts): Phrase =>
      facts.gap === null || facts.behind === null
        ? say`${facts.name} is elected with ${strong(facts.votes)} ${votesOf(facts.votes)}.`
        : say`${facts.name} is elected with ${strong(facts.votes)} ${votesOf(facts.votes)}, ${strong(facts.gap)} more than candidate ${facts.behind}.`,
    winners: (elected: number, gap: string | null): Phrase =>
      gap === null
        ? say`${Spelt(elected)} candidates are elected.`
        : say`${Spelt(elected)} candidates are elected; the last of them had ${strong(gap)} ${votesOf(gap)} more than the next.`,
    roundResult: (facts: RoundResultFacts): Phrase =>
      say`${facts.name} is elected in round ${facts.round} with ${strong(facts.votes)} of the ${facts.papers} papers still in the count.${facts.exhausted === 0 ? '' : ` ${Spelt(facts.exhausted)} ${plural(facts.exhausted, 'paper', 'papers')} had no further choice and ${plural(facts.exhausted, 'was', 'were')} set aside.`}${facts.belowHalfOfAll ? ' That is not more than half of all valid papers.' : ''}`,
    roundSoFar: (facts: RoundResultFacts): Phrase =>
      say`On the votes so far ${facts.name} would have ${strong(facts.votes)} of the ${facts.papers} papers still in the count in round ${facts.round}. Nothing is declared yet.`,
    netSoFar: (name: Phrase, net: string): Phrase =>
      say`On the votes so far the highest net support is ${strong(net)}, for ${name}. This may change.`,
    netResult: (name: Phrase, net: string): Phrase =>
      say`${name} has the highest net support: ${strong(net)}.`,
    netQuestion: (support: string, oppose: string, net: string): Phrase =>
      say`${support} in support, ${oppose} in opposition: net support is ${strong(net)}.`,
    netNobody: say`Nobody has more support than opposition.`,
    netTie: say`The highest net support is equal; the rules do not say what follows.`,
    thresholdSoFar: (reached: number, all: number, threshold: string): Phrase =>
      say`On the figures so far ${spelt(reached)} of ${spelt(all)} ${plural(reached, 'has', 'have')} the ${strong(threshold)} nominations that are needed.`,
    thresholdResult: (reached: number, all: number, threshold: string): Phrase =>
      say`${Spelt(reached)} of ${spelt(all)} ${plural(reached, 'is', 'are')} nominated, with ${strong(threshold)} nominations or more.`,
    uncontested: (candidates: number, seats: number): Phrase =>
      say`${Spelt(candidates)} ${plural(candidates, 'candidate stands', 'candidates stand')} for ${spelt(seats)} ${plural(seats, 'seat')}, so no poll is held.`,
    uncontestedElected: (candidates: number): Phrase =>
      say`${Spelt(candidates)} ${plural(candidates, 'candidate is', 'candidates are')} elected without a poll.`,
    failed: say`The election failed to the extent that seats are not filled.`,
    terminated: say`The proceedings were terminated. Nobody is returned, and no count is shown as a result.`,
  },

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

  votes: {
    heading: (unit: Unit): string => (unit === 'list' ? 'Votes by list' : 'Votes by candidate'),
    caption: (quota: string | null): string =>
      quota === null
        ? 'Most votes first.'
        : `Most votes first. The dashed line is the quota, ${quota} votes.`,
    captionCut: (seats: number): string =>
      seats === 1 ? 'Most votes first.' : `Most votes first; the line marks the ${spelt(seats)} seats.`,
    captionWaiting: 'In the order of the ballot paper.',
    votes: 'Votes',
    share: 'Share',
    shareOfPapers: 'Share of papers',
    seats: 'Seats',
    seatsSoFar: 'Seats so far',
    total: 'All valid votes',
    totalPapers: 'All valid papers',
    equal: 'equal',
    notCounted: 'not counted',
    tooEarly: 'not shown yet',
    cut: (seats: number, gap: string | null): Phrase =>
      gap === null
        ? say`${seats === 1 ? 'The seat is' : `All ${seats} seats are`} filled here.`
        : say`${seats === 1 ? 'The seat is' : `All ${seats} seats are`} filled here. The next has ${strong(gap)} ${votesOf(gap)} fewer.`,
    cutSoFar: (seats: number, gap: string | null): Phrase =>
      gap === null
        ? say`On the votes so far ${seats === 1 ? 'the seat is' : `all ${seats} seats are`} filled here.`
        : say`On the votes so far ${seats === 1 ? 'the seat is' : `all ${seats} seats are`} filled here. The next has ${strong(gap)} ${votesOf(gap)} fewer.`,
    cutTie: (facts: {
      readonly unit: Unit;
      readonly contestants: number;
      readonly places: number;
      readonly figure: string;
    }): Phrase =>
      say`Equal: ${strong(facts.figure)} ${votesOf(facts.figure)} each. ${facts.contestants} candidates, ${counted(facts.places, 'seat')}: lots`,
    names: 'All names of the lists',
    noAffiliation: 'not shown on the ballot paper',
  },

  ladder: {
    heading: 'How the seats were won',
    headingSoFar: 'How the seats would fall on the votes so far',
    lead: 'Seats go first to lists that reach the quota. What is left over counts as remaining votes; the seats still open go to the largest, one per list.',
    everyStep: 'Every step with its arithmetic',
    showEarly: 'Show the arithmetic on the votes so far',
    byQuota: 'By quota',
    quotaMakes: (quota: string): string => `${quota} votes make a seat`,
    noQuota: 'No list reached the quota.',
    byRemainder: 'By largest remainder',
    remainderNote: (seats: number): string =>
      seats === 1
        ? 'the seat left goes to the largest remaining votes'
        : `the ${seats} seats left go to the largest remaining votes, one by one`,
    seat: 'Seat',
    list: 'List',
    votes: 'Votes',
    remaining: 'Remaining votes',
    remainingFigure: (figure: string): string => `remaining ${figure}`,
    against: 'Against the last seat',
    last: 'last seat',
    axisQuota: (quota: string): string => `Quota ${quota}`,
    cut: (seats: number, gap: string | null): Phrase =>
      gap === null
        ? say`${seats === 1 ? 'The seat is' : `All ${seats} seats are`} filled here.`
        : say`${seats === 1 ? 'The seat is' : `All ${seats} seats are`} filled here. The next remainder is ${strong(gap)} ${votesOf(gap)} smaller.`,
    cutSoFar: (seats: number, gap: string | null): Phrase =>
      gap === null
        ? say`On the votes so far ${seats === 1 ? 'the seat is' : `all ${seats} seats are`} filled here.`
        : say`On the votes so far ${seats === 1 ? 'the seat is' : `all ${seats} seats are`} filled here. The next remainder is ${strong(gap)} ${votesOf(gap)} smaller.`,
    cutLots: say`All seats are filled here, the last by drawing lots.`,
    tie: (figure: string, lists: number, places: number): Phrase =>
      say`Equal: ${strong(figure)} remaining ${votesOf(figure)} each. ${counted(lists, 'list')}, ${counted(places, 'seat')}: lots`,
    unfilled: 'not filled',
    unfilledNote: 'No list has a name left for this seat.',
    nth: (position: number): string =>
      `${position}${['th', 'st', 'nd', 'rd'][position % 100 > 10 && position % 100 < 14 ? 0 : position % 10] ?? 'th'} name on the list`,
    exhausted: 'all its names are placed, no remaining votes',
    exhaustedElected: 'all its names are elected, no remaining votes',
    noName: 'no name left on the list',
    ball: (number: number): string => `ball ${number}`,
    keyQuota: 'seat by quota',
    keyRemainder: 'seat by remainder',
    keyQuotaSoFar: 'by quota, so far',
    keyRemainderSoFar: 'by remainder, so far',
    keyLineQuota: 'quota',
    keyLineLast: 'last seat’s remaining votes',
    sensitive: (gain: readonly string[], lose: readonly string[], kept: boolean): string =>
      `The quota’s fraction matters here. If it were ${kept ? 'disregarded' : 'kept'}, ${and(gain.map((number) => `list ${number}`))} would have a seat more and ${and(lose.map((number) => `list ${number}`))} a seat fewer.`,
  },

  rounds: {
    heading: 'Round by round',
    lead: 'A candidate needs more than half of the papers still in the count; the dashed line marks half. If nobody has it, the candidate with the fewest goes out and each of those papers moves to its next choice still in the count.',
    region: 'Rounds table, scrolls sideways',
    caption: 'Candidates in the order in which they stayed in the count',
    candidate: 'Candidate',
    round: (round: number): string => `Round ${round}`,
    first: 'first choices',
    moved: (numbers: readonly string[]): string => `papers of ${and(numbers)} moved`,
    eliminated: 'eliminated',
    elected: 'Elected',
    soFar: 'more than half, so far',
    lots: 'Equal: lots',
    setAside: 'Set aside, no further choice',
    inCount: 'Papers still in the count',
    needed: 'Needed: more than half',
    out: 'out of the count',
    inWords: 'In words',
    about: 'About the figures',
    rounding:
      'Percentages are rounded so that a round adds up to 100.00. They decide nothing: every comparison is made on whole papers.',
    privacy:
      'Papers of small electorates could betray a voter. Unless the election says otherwise, only the rounds and a sealed commitment to the rankings are published.',
    none: 'Rounds appear when the papers are counted.',
    movedTo: (
      from: string,
      moves: readonly { readonly to: string; readonly papers: number }[],
      aside: number,
    ): string => {
      const total = moves.reduce((sum, move) => sum + move.papers, aside);
      const parts = moves.map((move) => `${format.count(move.papers)} to ${move.to}`);
      if (aside > 0) parts.push(`${format.count(aside)} set aside`);
      return total === 0
        ? `${from} had no papers.`
        : `${counted(total, 'paper')} of ${from}: ${parts.join(', ')}.`;
    },
    most: (names: readonly string[], votes: string): string =>
      names.length > 1 ? `${and(names)} are equal on ${votes}.` : `${names[0] ?? ''} has the most, ${votes}.`,
    nobody: (needed: string): string => `Nobody has the ${needed} that are needed.`,
    goesOut: (names: readonly string[], votes: string): string =>
      names.length > 1
        ? `${and(names)} have the fewest, ${votes} each, and go out together.`
        : `${names[0] ?? ''} has the fewest, ${votes}, and goes out.`,
    isElected: (name: string, votes: string, papers: string): string =>
      `${name} has ${votes} of ${papers}, more than half, and is elected.`,
    wouldBe: (name: string, votes: string, papers: string): string =>
      `${name} would have ${votes} of ${papers}, more than half.`,
    plurality: (name: string, votes: string): string =>
      `Every paper bears a first choice only, so the most votes decide: ${name}, ${votes}.`,
    onlyOne: (name: string): string => `Only ${name} is left in the count.`,
    byLots: (names: readonly string[]): string => `${and(names)} are equal; drawing lots decides.`,
    lotsGave: (name: string): string => `The lots gave the seat to ${name}.`,
  },

  net: {
    heading: 'Support, oppose, abstain',
    caption:
      'In the order of the ballot. Net support is support minus opposition, worked out from whole votes.',
    question: 'Question',
    support: 'Support',
    oppose: 'Oppose',
    abstain: 'Abstain',
    net: 'Net support',
    barKey: 'Bar: dark is support, grey is oppose, pale is abstain.',
  },
  nomination: {
    heading: 'Nominations',
    caption: (threshold: string): string =>
      `Most nominations first. The dashed line is the ${threshold} that are needed.`,
    name: 'Name',
    nominations: 'Nominations',
    reached: 'Threshold',
    yes: 'reached',
    no: 'not reached',
    declaredYes: 'nominated',
    declaredNo: 'not nominated',
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
  moves: {
    adjourned: (state: 'suspended' | 'resumed', station: string | null): string =>
      state === 'suspended'
        ? `${station === null ? 'The count is suspended.' : `The count of station ${station} is suspended.`}`
        : `${station === null ? 'The count was suspended and goes on again.' : `The count of station ${station} was suspended and goes on again.`}`,
    grounds: {
      severe_weather: 'Ground: severe weather.',
      disorder_or_danger: 'Ground: disorder, or danger to public health or safety.',
      material_irregularity: 'Ground: a material irregularity.',
    },
    moved: (station: string, place: Phrase): Phrase =>
      say`The count of station ${station} has moved to ${place}.`,
    opens: (time: string): string => `Candidates may come from ${time}.`,
    declaredWith: (role: string): string =>
      `Declared by the returning officer and confirmed by a second officer: ${role}.`,
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

  explain: {
    title: 'How the seats were won',
    titleSoFar: 'How the seats would fall on the votes so far',
    titleCount: 'How the count was decided',
    titleCountSoFar: 'How the count stands, step by step',
    told: (name: Phrase): Phrase =>
      say`${name}: how the count was decided, step by step, with the rule behind each step.`,
    toldSoFar: (name: Phrase): Phrase =>
      say`${name}: how the count stands, step by step; provisional, not declared.`,
    notYet: 'The steps appear when reports are in.',
    uncontested: 'There is no count: no more candidates than seats.',
    rule: 'Rule:',
    addUp: 'Add up the reports',
    addUpWords: (reported: number, expected: number, valid: string): Phrase =>
      reported < expected
        ? say`${format.count(reported)} of ${format.count(expected)} reports give ${strong(valid)} valid votes so far.`
        : say`${counted(reported, 'report')} ${plural(reported, 'gives', 'give')} ${strong(valid)} valid votes.`,
    addUpPapers: (reported: number, expected: number, valid: string): Phrase =>
      reported < expected
        ? say`${format.count(reported)} of ${format.count(expected)} reports give ${strong(valid)} valid papers so far.`
        : say`${counted(reported, 'report')} ${plural(reported, 'gives', 'give')} ${strong(valid)} valid papers.`,
    seeStations: 'See the stations',
    quota: 'Find the quota',
    quotaSum: (valid: string, seats: string, whole: string): Phrase => say`${valid} ÷ ${seats} = ${whole}`,
    quotaFraction: (part: string): string => ` and ${part}`,
    quotaDisregarded: (quota: string): Phrase =>
      say`The fraction is disregarded: ${strong(quota)} votes make a seat.`,
    quotaWhole: (quota: string): Phrase => say`There is no fraction: ${strong(quota)} votes make a seat.`,
    quotaKept: (quota: string): Phrase => say`The fraction is kept: ${strong(quota)} votes make a seat.`,
    quotaSame: (kept: boolean): string =>
      kept
        ? 'With the fraction disregarded, the seats would fall the same way.'
        : 'With the fraction kept, the seats would fall the same way.',
    noVotes: say`There are no valid votes, so there is no quota; every list stands equal.`,
    overflow: say`With so few votes the whole quota would give more seats than there are, so the fraction is kept.`,
    byQuota: 'Seats by quota',
    quotaNone: 'No list reached the quota.',
    quotaSome: (value: number): string => `${Spelt(value)} ${plural(value, 'list')} reached the quota.`,
    quotaLine: (facts: {
      readonly votes: string;
      readonly times: number;
      readonly quota: string;
      readonly rest: string;
    }): Phrase => say`${facts.votes} = ${facts.times} × ${facts.quota} + ${strong(facts.rest)}`,
    quotaHas: (facts: { readonly number: string; readonly seats: number; readonly rest: string }): Phrase =>
      say`List ${facts.number} has ${spelt(facts.seats)} ${plural(facts.seats, 'seat')} and ${facts.rest} remaining ${votesOf(facts.rest)}.`,
    quotaExhausted: (number: string, seats: number): Phrase =>
      say`List ${number} has ${spelt(seats)} ${plural(seats, 'seat')}: all its names are placed, so it has no remaining votes.`,
    seatsLeft: (value: number): string =>
      value === 0 ? 'No seat is left.' : `${Spelt(value)} ${plural(value, 'seat is', 'seats are')} left.`,
    byRemainder: 'Seats by largest remainder',
    remainderWords: (value: number): string =>
      value === 1
        ? 'The largest remaining votes take the seat.'
        : `The ${spelt(value)} largest remaining votes take one seat each.`,
    remainderNone: 'No seat was left for remaining votes.',
    ties: 'Ties and lots',
    noTie: 'No two lists are equal at the last seat. No lots were drawn.',
    noTieCandidates: 'No two candidates are equal at the last seat. No lots were drawn.',
    tiePending: (facts: TieFacts): string => tieWords(facts),
    tieDrawn: (numbers: readonly string[], places: number, unit: Unit): string =>
      `${unit === 'list' ? 'Lists' : 'Candidates'} ${and(numbers)} were equal, with ${counted(places, 'seat')} between them. Lots were drawn; the higher number takes it.`,
    lotsRound: (round: number): string => `Drawing ${round}`,
    drawnBy: (who: string): string => `drawn by ${who}`,
    ballNumber: 'Ball',
    lotsOutcome: 'Outcome',
    lotsIn: 'takes a seat',
    lotsAgain: 'draws again',
    lotsOut: 'no seat',
    hands: {
      self: 'the candidate',
      representative: 'a representative',
      returning_officer: 'the returning officer',
    },
    names: 'Names',
    namesWords: 'A list’s seats go to its names in the order on the list.',
    namesLine: (unit: Unit, number: string): string => `${unit === 'list' ? 'List' : 'Candidate'} ${number}:`,
    namesElected: 'elected',
    namesWouldBe: 'on the votes so far',
    namesNext: 'next on the list',
    sumCheck: (byQuota: number, byRemainder: number, seats: number): string =>
      `Sum check: ${counted(byQuota, 'seat')} by quota + ${byRemainder} by remainder = ${counted(seats, 'seat')}.`,
    sumUnfilled: (value: number): string => `${counted(value, 'seat')} not filled.`,
    recount: 'Recount it yourself',
    accounts:
      'Ballot paper accounts and questionable papers of a single counting place stay private unless the election says otherwise: a sealed commitment and the number of papers rejected stand in their place. The sums of the whole constituency are published after the declaration.',
    order: 'Order by votes',
    orderWords: (seats: number): string =>
      seats === 1
        ? 'The candidate with the most votes takes the seat.'
        : `The ${spelt(seats)} candidates with the most votes take the seats.`,
    firstChoices: 'Count the first choices',
    firstWords: (papers: string, needed: string): Phrase =>
      say`Each of the ${papers} valid papers goes to its first choice. More than half is ${strong(needed)}.`,
    roundsStep: 'Move the papers, round by round',
    outcome: 'Outcome',
    netSum: 'Support minus opposition',
    netWords: 'Net support is worked out from whole votes, not from percentages.',
    netOutcome: 'The highest net support decides, if support is more than opposition.',
    threshold: 'Find the threshold',
    thresholdWords: (electors: string, threshold: string): Phrase =>
      say`1% of ${electors} electors, rounded down, is ${strong(threshold)}. That many nominations, or more, are needed.`,
    thresholdUnknown: say`The number of electors is not known, so no threshold can be worked out.`,
    rules: {
      guidelines: (edition: string, paragraph: string): string => `Guidelines ${edition}, ${paragraph}`,
      reading: (number: string): string => `reading ${number}`,
      popVote: 'PopVote 2017, published rules',
      join: '; ',
    },
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
