import type { TieFacts, Unit } from './facts.ts';
import * as format from './format.ts';
import { type Phrase, say, strong } from './phrase.ts';
import { and, counted, plural, Spelt, spelt, tieWords, votesOf } from './prose-en.ts';

/** How votes become seats, step by step. */
export const seatsEn = {
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
};

export type SeatsWords = typeof seatsEn;
