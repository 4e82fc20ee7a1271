import { nameIn } from '../../../models/names.ts';
import { count, exact } from '../../../words/format.ts';
import { type Phrase, say } from '../../../words/phrase.ts';
import type { ReadFacts, ReadSeat } from '../../acts/declaration/read-facts.ts';

const name = (text: ReadSeat['name']): Phrase => nameIn(text, 'en');

const and = (phrases: readonly Phrase[]): Phrase =>
  phrases.flatMap((phrase, index) => {
    if (index === 0) return phrase;
    return [index === phrases.length - 1 ? ' and ' : ', ', ...phrase];
  });

const place = ({ kind, constituency }: ReadFacts): Phrase => {
  if (kind === 'geographical') return say`the geographical constituency of ${name(constituency)}`;
  if (kind === 'referendum') return name(constituency);
  return say`the functional constituency of ${name(constituency)}`;
};

const seats = (number: number): string => (number === 1 ? 'one seat' : `${count(number)} seats`);

const figures = (facts: ReadFacts): Phrase => {
  const { system, valid, quota, rounds, lastRoundPapers } = facts;
  switch (system) {
    case 'list_pr':
      return [
        `${count(valid)} valid votes were counted for ${seats(facts.seats)}.`,
        quota === null ? '' : ` The quota is ${exact(quota)} votes.`,
      ];
    case 'preferential':
      return [
        `${count(valid)} valid papers were counted in ${rounds === 1 ? 'one round' : `${rounds} rounds`}.`,
        lastRoundPapers === null ? '' : ` ${count(lastRoundPapers)} papers were in the last round.`,
      ];
    case 'first_past_the_post':
      return [`${count(valid)} valid ${facts.seats > 1 ? 'papers' : 'votes'} were counted.`];
    case 'net_support':
      return [`${count(valid)} valid papers were counted.`];
    case 'nomination':
      return [`${count(valid)} valid nominations were counted.`];
  }
};

const wonBy = ({ by }: ReadSeat): string =>
  ({
    quota: 'by the quota',
    remainder: 'by the remaining votes',
    lots: 'by lots',
    votes: '',
    majority: 'by an absolute majority',
    uncontested: '',
    threshold: '',
    net_support: '',
  })[by];

const line = ({ system }: ReadFacts, seat: ReadSeat, index: number): Phrase => {
  const list = system === 'list_pr';
  const votes = {
    list_pr: `list with ${count(seat.votes)} votes`,
    preferential: `${count(seat.votes)} papers in the last round`,
    first_past_the_post: `${count(seat.votes)} votes`,
    net_support: `${count(seat.votes)} in support`,
    nomination: `${count(seat.votes)} nominations`,
  }[system];
  const how = wonBy(seat);
  return say`${index + 1}. ${name(seat.name)}, ${list ? 'list' : 'candidate'} number ${seat.number}, ${votes}${how === '' ? '' : `, ${how}`}.`;
};

const people = (facts: ReadFacts): Phrase => and(facts.elected.map((seat) => name(seat.name)));

const elect = (facts: ReadFacts): Phrase => {
  const one = facts.elected.length === 1;
  if (facts.system === 'net_support') {
    return say`I declare that ${people(facts)} has the highest net support.`;
  }
  if (facts.system === 'nomination') {
    return say`I declare that ${people(facts)} ${one ? 'has' : 'have'} reached the number of nominations that is needed.`;
  }
  return say`I declare that ${people(facts)} ${one ? 'is' : 'are'} duly elected for ${place(facts)}.`;
};

const replacement = (facts: ReadFacts): readonly Phrase[] =>
  facts.replaced.map(({ gone, event, by, number }) => {
    const why = event === 'died' ? 'died' : 'was disqualified';
    return by === null
      ? say`${name(gone)} (number ${number}) won a seat and ${why} after the close of poll. Nobody takes the place.`
      : say`${name(gone)} (list number ${number}) won a seat and ${why} after the close of poll. ${name(by)}, the next name of the same list, is elected instead.`;
  });

const unfilled = ({ unfilled: empty }: ReadFacts): readonly Phrase[] =>
  empty === 0
    ? []
    : [
        [
          `${empty === 1 ? 'One seat stays' : `${count(empty)} seats stay`} unfilled. To that extent the election has failed.`,
        ],
      ];

const reason = (facts: ReadFacts): readonly Phrase[] =>
  facts.reason === null ? [] : [['The reason: ', facts.reason]];

const opening = (facts: ReadFacts): Phrase =>
  say`I am the Returning Officer for ${place(facts)}. This is the result of ${name(facts.election)}.`;

/** What is read aloud, a paragraph each [2016 ¶2.27, ¶3.38]. */
const read = (facts: ReadFacts): readonly Phrase[] => {
  switch (facts.outcome) {
    case 'terminated':
      return [
        say`I am the Returning Officer for ${place(facts)}. I declare that the proceedings of ${name(facts.election)} for ${place(facts)} are terminated.`,
        ...reason(facts),
      ];
    case 'failed':
      return [
        opening(facts),
        ...replacement(facts),
        say`I declare that the election for ${place(facts)} has failed. Nobody is elected.`,
        ...reason(facts),
      ];
    case 'uncontested':
      return [
        opening(facts),
        [`No more candidates stand than there are seats (${seats(facts.seats)}). No poll is needed.`],
        elect(facts),
        ...unfilled(facts),
      ];
    case 'elected':
      return [
        opening(facts),
        figures(facts),
        ...facts.elected.map((seat, index) => line(facts, seat, index)),
        ...replacement(facts),
        elect(facts),
        ...unfilled(facts),
      ];
  }
};

/** The declaration of a result. */
export const declaration = {
  title: 'Declare the result',
  readTitle: 'Words to read aloud',
  read,
  figures: 'The figures this rests on',
  list: 'List',
  candidate: 'Candidate',
  votes: 'Votes',
  seats: 'Seats',
  basis: (of: {
    readonly reports: string;
    readonly expected: string;
    readonly valid: string;
    readonly rejected: string;
    readonly quota: string | null;
  }): string =>
    `${of.reports} of ${of.expected} reports, ${of.valid} valid, ${of.rejected} rejected${of.quota === null ? '' : `, quota ${of.quota}`}.`,
  reason: 'Reason',
  reasonHint: 'Everyone can read this. It is read aloud with the declaration.',
  reasonMissing: 'Give the reason: it is read aloud and published.',
  follows:
    'A declaration cannot be taken back. From then on these names are elected whatever a corrected figure gives; only an election petition can change that. The notice of the result waits to be posted outside the Central Counting Station.',
};

/** A constituency that ends without a result. */
export const ending = {
  title: 'End without a result',
  which: 'How does it end?',
  outcome: 'What is declared',
  outcomeMissing: 'Say what is declared.',
  outcomes: { terminated: 'The proceedings are terminated', failed: 'The election has failed' },
  when: {
    terminated:
      'A candidate died or was disqualified on polling day before the close of poll; in a traditional functional constituency also before polling day.',
    failed: 'Nobody can be declared elected.',
  },
  follows: {
    terminated:
      'This cannot be taken back. There will be no result, and reports are no longer taken. A notice is due outside every polling station of the constituency and in the Gazette.',
    failed: 'This cannot be taken back. Nobody is elected, and only a new election fills the seats.',
  },
};
