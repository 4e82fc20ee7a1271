import type {
  ContestFacts,
  CorrectionFacts,
  ListResultFacts,
  RoundResultFacts,
  StateFacts,
  Unit,
  WinnerFacts,
} from './facts.ts';
import * as format from './format.ts';
import { type Phrase, say, strong } from './phrase.ts';
import { counted, plural, Spelt, spelt, tieWords, votesOf } from './prose-en.ts';

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

/** What is said of the state of a count: labels, the sentence over the figures, and what a page that is kept open tells. */
export const statesEn = {
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
};

export type StatesWords = typeof statesEn;
