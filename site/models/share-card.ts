import type { Language, Text } from '#shared/election/text.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import type { ConstituencySummary, ElectionHead, ElectionResults } from '#shared/recount/results.ts';
import type { Mark } from '../markup/bars.ts';
import { count, dateTime } from '../words/format.ts';
import { plain } from '../words/phrase.ts';
import type { Words } from '../words/words.ts';
import { electionFacts, electionSentence, electionState, shortState } from './election.ts';
import { type HallRow, hallTable } from './hall.ts';
import { leadName, plainName as nameIn } from './names.ts';
import { shortFacts } from './page.ts';
import { percent } from './scale.ts';
import { type ShareImage, standingOf } from './share.ts';
import { type StateLabel, stateFacts, stateLabel } from './state.ts';
import { hasFigures, isDeclared, unitOf } from './subject.ts';

/** As many rows as can be read in a chat: two columns of six. */
const MOST_ROWS = 12;

export interface CardRow {
  /** Of a list or candidate, as on the ballot paper; empty for a constituency. */
  readonly number: string;
  readonly name: string;
  /** In percent of the scale; null where there is no figure. */
  readonly bar: number | null;
  /** Declared: a bar is filled, else it is outlined. */
  readonly solid: boolean;
  readonly figure: string;
  readonly marks: readonly Mark[];
}

/** What the picture of a page says, where the page is shared: the same words and figures as on the page. */
export interface ShareCard {
  readonly language: Language;
  /** Stands over everything else where the election is a test. */
  readonly test: { readonly label: string; readonly words: string } | null;
  readonly election: string;
  readonly name: string;
  readonly state: StateLabel;
  /** How far the count is; or, before there are figures, why there are none. */
  readonly told: string;
  /** Over the rows, and over their figures. */
  readonly heading: string;
  readonly figures: string;
  readonly rows: readonly CardRow[];
  /** What there was no room for. */
  readonly more: string;
  readonly asOf: string;
}

/** What has no look of its own would be drawn as an empty box over its neighbours. */
const UNSEEN = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

const drawable = (text: string): string => text.replace(UNSEEN, '');

const plainName = (name: Text, language: Language): string => drawable(nameIn(name, language));

interface Shown {
  readonly head: ElectionHead;
  readonly words: Words;
  readonly language: Language;
}

const frameOf = ({ head, words, language }: Shown) => ({
  language,
  test: head.test ? { label: words.test.label, words: words.test.words } : null,
  election: plainName(head.title, language),
  asOf: words.embed.asOf(dateTime(language, head.asOf)),
});

/** One with the most votes first; of questions, where support and opposition stand against each other, the difference is the figure. */
const contestantRows = (result: ConstituencySummary, { words, language }: Shown) => {
  const table = hallTable(result, words);
  const isNet = result.system === 'net_support';
  const isCounted = hasFigures(result);
  const row = ({ contestant, bar, figure, second, marks }: HallRow): CardRow => ({
    number: contestant.number,
    name: drawable(leadName(contestant, language).text),
    bar: isCounted && !isNet ? bar : null,
    solid: table.solid,
    figure: isCounted ? (isNet ? second : figure) : '',
    marks,
  });
  return {
    figures: isCounted ? (isNet ? table.secondHead : table.head) : '',
    rows: table.parts.flatMap((part) => part.rows.map(row)),
  };
};

/** The picture of a constituency's page. */
export const constituencyCard = (result: ConstituencySummary, shown: Shown): ShareCard => {
  const { head, words, language } = shown;
  const { figures, rows } = contestantRows(result, shown);
  const { reports, seats } = standingOf(result, words);
  const state = stateLabel(result.status, stateFacts(result, head), words);
  const left = rows.length - MOST_ROWS;
  return {
    ...frameOf(shown),
    name: plainName(result.name, language),
    state,
    told: reports ?? state.words,
    heading: seats ?? shortFacts(result, words),
    figures,
    rows: rows.slice(0, MOST_ROWS),
    more: left > 0 ? words.share.more(unitOf(result.system), left) : '',
  };
};

/** `told`: whether any of them has something to tell yet; before that they would all say the same. */
const constituencyRow = (
  result: ConstituencySummary,
  { words, language, told }: Shown & { readonly told: boolean },
): CardRow => {
  const counts = hasFigures(result) && !isDeclared(result) && result.status !== 'terminated';
  return {
    number: '',
    name: plainName(result.name, language),
    bar: hasFigures(result) ? percent(result.stationsReported, result.stationsExpected) : null,
    solid: isDeclared(result),
    figure: counts
      ? `${count(result.stationsReported)} / ${count(result.stationsExpected)}`
      : told
        ? shortState(result, words).label
        : '',
    marks: [],
  };
};

/** The picture of an election's page: how far each constituency is, in the order of the page. */
export const electionCard = (results: ElectionResults, shown: Shown): ShareCard => {
  const { head, words, language } = shown;
  const { constituencies } = results;
  const facts = electionFacts(head, constituencies);
  const state = electionState(head, facts, words);
  const left = constituencies.length - MOST_ROWS;
  const isCounted = constituencies.some(hasFigures);
  const isAll = facts.declared === facts.constituencies;
  const told = isCounted || facts.declared > 0;
  return {
    ...frameOf(shown),
    election: '',
    name: plainName(head.title, language),
    state,
    told: isAll ? '' : state.words || plain(electionSentence({ ...shown, results: constituencies })),
    heading: isCounted
      ? words.share.reports(head.stationsReported, head.stationsExpected)
      : words.hall.overview,
    figures: isCounted && !isAll ? words.embed.reportsIn : '',
    rows: constituencies.slice(0, MOST_ROWS).map((result) => constituencyRow(result, { ...shown, told })),
    more: left > 0 ? words.share.moreConstituencies(left) : '',
  };
};

/** Networks read a description aloud, and take about so many characters. */
const MOST_SAID = 400;

/** The picture in words, for whoever hears it: all that it says, and of the rows as many as there is time for. */
const cardInWords = ({ test, election, name, state, told, heading, rows, asOf }: ShareCard): string => {
  const begun = [test?.label, name, election, state.label, told, heading].filter(Boolean).join(' · ');
  const said = rows.map((row) => [row.number, row.name, row.figure].filter(Boolean).join(' '));
  const kept = said.filter(
    (_, index) => [begun, ...said.slice(0, index + 1), asOf].join(' · ').length <= MOST_SAID,
  );
  return [begun, ...kept, asOf].join(' · ');
};

/** What a constituency's pages name as their picture. */
export const constituencyImage = (
  result: ConstituencySummary & { readonly version: number },
  shown: Shown,
): ShareImage => ({
  path: pagePaths.shareConstituency(shown.language, shown.head.election, result.id),
  version: result.version,
  alt: cardInWords(constituencyCard(result, shown)),
});

/** What an election's page names as its picture. */
export const electionImage = (results: ElectionResults, shown: Shown): ShareImage => ({
  path: pagePaths.shareElection(shown.language, shown.head.election),
  version: shown.head.version,
  alt: cardInWords(electionCard(results, shown)),
});
