import type { Language } from '#shared/election/text.ts';
import { format, fraction, parse, subtract } from '#shared/fraction.ts';
import type { ConstituencySummary, ContestantResult, ElectionHead } from '#shared/recount/results.ts';
import { count, exact, signed } from '../words/format.ts';
import { joined, type Phrase, say } from '../words/phrase.ts';
import type { Words } from '../words/words.ts';
import { ladderOf } from './ladder.ts';
import { nameIn } from './names.ts';
import { stateFacts } from './state.ts';
import {
  contestantById,
  halfIn,
  hasFigures,
  isDeclared,
  peopleStanding,
  thresholdOf,
  unitOf,
} from './subject.ts';

/** The one sentence that opens a constituency's page: what stands, and how close it is. */

interface Telling {
  readonly result: ConstituencySummary;
  readonly words: Words;
  readonly language: Language;
}

const nameOf = ({ result, language }: Telling, id: string): Phrase => {
  const contestant = contestantById(result.contestants)(id);
  return contestant === undefined ? [id] : nameIn((contestant.candidates[0] ?? contestant).name, language);
};

const numberOf = (result: ConstituencySummary, id: string): string =>
  contestantById(result.contestants)(id)?.number ?? id;

/** Candidates that the Returning Officer declared, or that the count gives where no declaration names them. */
export const electedIds = (result: ConstituencySummary): readonly string[] =>
  result.declaration?.outcome === 'terminated' ? [] : (result.declaration?.elected ?? []);

const listDeclared = ({ result, words }: Telling): Phrase => {
  const ladder = ladderOf(result);
  const elected = electedIds(result);
  const lists = result.contestants.filter(({ candidates }) =>
    candidates.some(({ id }) => elected.includes(id)),
  );
  return words.sentence.listResult({
    elected: elected.length,
    lists: lists.length,
    byQuota: new Set(ladder.byQuota.map(({ contestant }) => contestant.id)).size,
    byRemainder: ladder.byRemainder.length,
    unfilled: result.unfilled,
    gap: ladder.gap === null ? null : exact(ladder.gap),
    lots: ladder.lotsDrawn,
  });
};

const firstPastThePostDeclared = (telling: Telling): Phrase => {
  const { result, words } = telling;
  const elected = electedIds(result);
  const gap = result.lastSeat?.gap ?? null;
  const close = gap === null || gap === '0' ? null : exact(gap);
  const [only] = result.contestants.filter((contestant) => elected.some((id) => owns(contestant, id)));
  if (elected.length !== 1 || only === undefined) return words.sentence.winners(elected.length, close);
  const next = result.lastSeat?.next ?? null;
  return words.sentence.winner({
    name: nameOf(telling, only.id),
    votes: count(only.votes),
    gap: close,
    behind: next === null ? null : numberOf(result, next),
  });
};

export const owns = (contestant: ContestantResult, id: string): boolean =>
  contestant.id === id || contestant.candidates.some((candidate) => candidate.id === id);

const roundFacts = (telling: Telling) => {
  const { result } = telling;
  const last = result.rounds.at(-1);
  const [id] = last?.elected ?? [];
  if (last === undefined || id === undefined) return null;
  const votes = last.votes[id] ?? 0;
  return {
    name: nameOf(telling, id),
    round: last.round,
    votes: count(votes),
    papers: count(last.denominator),
    exhausted: last.exhaustedTotal,
    belowHalfOfAll: votes * 2 <= result.valid,
  };
};

const preferential = (telling: Telling, declared: boolean): Phrase => {
  const { result, words } = telling;
  const facts = roundFacts(telling);
  if (facts === null) return words.sentence.noContest(result.stationsReported, result.stationsExpected);
  return declared ? words.sentence.roundResult(facts) : words.sentence.roundSoFar(facts);
};

const netSupport = (telling: Telling, declared: boolean): Phrase => {
  const { result, words } = telling;
  const ranked = result.contestants
    .flatMap((contestant) => (contestant.choices ? [{ contestant, choices: contestant.choices }] : []))
    .sort((a, b) => b.choices.net - a.choices.net);
  const [top, second] = ranked;
  if (top === undefined) return words.sentence.awaitingOther;
  const { support, oppose, net } = top.choices;
  if (ranked.length === 1) return words.sentence.netQuestion(count(support), count(oppose), signed(net));
  if (net <= 0) return words.sentence.netNobody;
  if (second?.choices.net === net) return words.sentence.netTie;
  const name = nameOf(telling, top.contestant.id);
  return declared ? words.sentence.netResult(name, signed(net)) : words.sentence.netSoFar(name, signed(net));
};

const nomination = ({ result, words }: Telling, declared: boolean): Phrase => {
  const threshold = thresholdOf(result);
  if (threshold === null) return words.sentence.noContest(result.stationsReported, result.stationsExpected);
  const reached = result.contestants.filter(({ votes }) => votes >= threshold).length;
  const tell = declared ? words.sentence.thresholdResult : words.sentence.thresholdSoFar;
  return tell(reached, result.contestants.length, count(threshold));
};

const contestSoFar = ({ result, words }: Telling): Phrase => {
  const last = result.lastSeat;
  const { stationsReported: reported, stationsExpected: expected } = result;
  if (last === null || last.next === null || last.gap === null)
    return words.sentence.noContest(reported, expected);
  const facts = {
    unit: unitOf(result.system),
    reported,
    expected,
    ahead: numberOf(result, last.contestant),
    behind: numberOf(result, last.next),
    gap: exact(last.gap),
  };
  return reported >= expected ? words.sentence.contestAllIn(facts) : words.sentence.contest(facts);
};

const declaredSentence = (telling: Telling): Phrase => {
  switch (telling.result.system) {
    case 'list_pr':
      return listDeclared(telling);
    case 'first_past_the_post':
      return firstPastThePostDeclared(telling);
    case 'preferential':
      return preferential(telling, true);
    case 'net_support':
      return netSupport(telling, true);
    case 'nomination':
      return nomination(telling, true);
  }
};

const soFarSentence = (telling: Telling): Phrase => {
  switch (telling.result.system) {
    case 'list_pr':
    case 'first_past_the_post':
      return contestSoFar(telling);
    case 'preferential':
      return preferential(telling, false);
    case 'net_support':
      return netSupport(telling, false);
    case 'nomination':
      return nomination(telling, false);
  }
};

const awaiting = ({ result, words }: Telling): Phrase =>
  result.system === 'net_support' || result.system === 'nomination'
    ? words.sentence.awaitingOther
    : words.sentence.awaiting(unitOf(result.system), result.contestants.length, result.seats);

const uncontested = ({ result, words }: Telling): Phrase =>
  isDeclared(result)
    ? words.sentence.uncontestedElected(electedIds(result).length)
    : words.sentence.uncontested(peopleStanding(result), result.seats);

const provisional = (telling: Telling, head: Pick<ElectionHead, 'pollClosesAt'>): Phrase => {
  const { result, words, language } = telling;
  if (!hasFigures(result)) return awaiting(telling);
  if (result.status === 'lots') return [words.states.lots.words(stateFacts(result, head))];
  if (!halfIn(result)) return words.sentence.early(result.stationsReported, result.stationsExpected);
  const main = soFarSentence(telling);
  if (result.status === 'misplaced') return joined(language, [main, words.sentence.misplaced]);
  return result.status === 'recount' ? joined(language, [main, words.sentence.recount]) : main;
};

export const sentenceOf = (telling: Telling, head: Pick<ElectionHead, 'pollClosesAt'>): Phrase => {
  const { result, words, language } = telling;
  if (result.status === 'terminated') return words.sentence.terminated;
  if (!result.contested || result.status === 'uncontested') return uncontested(telling);
  if (!isDeclared(result)) return provisional(telling, head);
  if (electedIds(result).length === 0 && result.status === 'failed') return words.sentence.failed;
  const main = declaredSentence(telling);
  return result.unfilled > 0 ? joined(language, [main, words.sentence.unfilled(result.unfilled)]) : main;
};

/** The difference of two exact figures as readers write it, without its sign. */
export const gapBetween = (a: string, b: string): string => {
  const difference = subtract(parse(a), parse(b));
  return exact(format(difference.numerator < 0n ? subtract(fraction(0), difference) : difference));
};

export const emptyPhrase: Phrase = say``;
