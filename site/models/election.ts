import type { Language } from '#shared/election/text.ts';
import { compare, parse } from '#shared/fraction.ts';
import type { ConstituencySummary, CountStatus, ElectionHead } from '#shared/recount/results.ts';
import type { ElectionFacts } from '../words/facts.ts';
import { clockInProse, exact } from '../words/format.ts';
import { joined, type Phrase } from '../words/phrase.ts';
import type { Words } from '../words/words.ts';
import { nameIn } from './names.ts';
import { labelOf, type StateLabel } from './state.ts';
import { contestantById, hasFigures, isDeclared, showsSeats, unitOf } from './subject.ts';

export const electionFacts = (
  head: ElectionHead,
  results: readonly ConstituencySummary[],
): ElectionFacts => ({
  constituencies: results.length,
  declared: results.filter((result) => result.declaration !== null).length,
  // A question of a referendum is answered; it fills no seat.
  seats: results.filter(({ kind }) => kind !== 'referendum').reduce((sum, result) => sum + result.seats, 0),
  reported: head.stationsReported,
  expected: head.stationsExpected,
});

/** The election's own label: all declared, or the state with how many are. */
export const electionState = (head: ElectionHead, facts: ElectionFacts, words: Words): StateLabel => {
  if (facts.declared === facts.constituencies && facts.constituencies > 0) {
    return { label: words.election.label(facts), look: 'filled', icon: 'check', words: '' };
  }
  const before = head.status === 'embargo' || head.status === 'none';
  return { ...labelOf(head.status, words), words: before ? '' : words.election.declaredOf(facts) };
};

/** Shown as in the state of one constituency; the list of all is longer than a label. */
export const shortState = (result: ConstituencySummary, words: Words): StateLabel => {
  const label = labelOf(result.status, words);
  return label.look === 'filled' && result.declaration === null ? { ...label, look: 'outline' } : label;
};

const closestOf = (results: readonly ConstituencySummary[]): ConstituencySummary | null => {
  const close = results.filter(
    ({ system, lastSeat }) => system === 'list_pr' && lastSeat?.gap != null && lastSeat.gap !== '0',
  );
  return (
    [...close].sort((a, b) => compare(parse(a.lastSeat?.gap ?? '0'), parse(b.lastSeat?.gap ?? '0')))[0] ??
    null
  );
};

interface Told {
  readonly head: ElectionHead;
  readonly results: readonly ConstituencySummary[];
  readonly words: Words;
  readonly language: Language;
}

const allDeclared = ({ results, words, language }: Told, facts: ElectionFacts): Phrase => {
  const main =
    facts.constituencies === 1 || facts.seats === 0
      ? words.election.allDeclaredOne
      : words.election.allDeclared(facts.seats);
  const closest = results.length > 1 ? closestOf(results) : null;
  if (closest?.lastSeat?.gap == null) return main;
  return joined(language, [
    main,
    words.election.closest(nameIn(closest.name, language), exact(closest.lastSeat.gap)),
  ]);
};

const EARLY: readonly CountStatus[] = ['embargo', 'none'];

export const electionSentence = (told: Told): Phrase => {
  const { head, results, words, language } = told;
  const facts = electionFacts(head, results);
  const declared = results.filter(isDeclared);
  if (facts.declared === facts.constituencies && facts.constituencies > 0) return allDeclared(told, facts);
  if (head.status === 'embargo')
    return words.election.noneDeclared(clockInProse(language, head.pollClosesAt));
  if (EARLY.includes(head.status)) return words.election.waiting;
  if (declared.length === 0) return words.election.nothingDeclared(facts);
  return declared.length <= 3
    ? words.election.someDeclared(declared.map(({ name }) => nameIn(name, language)))
    : words.election.manyDeclared(facts);
};

export type SeatsHeading = keyof Words['seatsHeading'];

/** Which words stand over the seats of a constituency; null where the state says it all. */
export const seatsHeading = (result: ConstituencySummary): SeatsHeading | null => {
  if (isDeclared(result)) return 'declared';
  if (!hasFigures(result) || result.status === 'terminated') return null;
  if (!showsSeats(result)) return 'early';
  return result.stationsReported >= result.stationsExpected ? 'all' : 'provisional';
};

export const lastSeatPhrase = (result: ConstituencySummary, words: Words): Phrase | null => {
  const last = result.lastSeat;
  if (last === null || last.gap === null || last.next === null || last.gap === '0' || !showsSeats(result))
    return null;
  if (isDeclared(result)) return words.election.lastSeat(exact(last.gap));
  const find = contestantById(result.contestants);
  return words.election.lastSeatSoFar({
    unit: unitOf(result.system),
    ahead: find(last.contestant)?.number ?? last.contestant,
    behind: find(last.next)?.number ?? last.next,
    gap: exact(last.gap),
  });
};
