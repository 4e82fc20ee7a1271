import { GROUND_WORDS, type Ground } from '../election/ground-words.ts';
import { roleWords } from '../election/role-words.ts';
import { type Language, languagePath, textIn } from '../election/text.ts';
import type { ConstituencyFold } from '../recount/election-fold.ts';
import type { Change, ConstituencyResult, ElectionHead } from '../recount/results.ts';
import {
  type Feed,
  type FeedEntry,
  type FeedParagraph,
  instant,
  line,
  type ResultOccasion,
  uuidOf,
} from './feed.ts';
import { pagePaths } from './page-views.ts';
import { dataPaths, resultsFeedName } from './paths.ts';
import { visibleText } from './plain-text.ts';
import { RESULTS_FEED_WORDS as WORDS } from './results-feed-words.ts';

/** A constituency, and what happened to it when. */
export interface ResultEvents {
  readonly result: ConstituencyResult;
  readonly lastReport: ConstituencyFold['lastReport'];
}

interface Telling {
  readonly head: ElectionHead;
  readonly language: Language;
}

const nameOf = ({ name }: ConstituencyResult, language: Language): string =>
  visibleText(textIn(name, language).text);

const entry = (
  { head, language }: Telling,
  result: ConstituencyResult,
  of: Pick<FeedEntry, 'title' | 'published' | 'updated' | 'author' | 'paragraphs'> & {
    readonly what: ResultOccasion;
    /** The ledger entry that brought it about. */
    readonly entry: number;
  },
): FeedEntry => ({
  id: uuidOf(
    `${head.election}/results/${result.id}/${of.what}${of.what === 'correction' ? `-${of.entry}` : ''}`,
  ),
  url: pagePaths.constituency(language, head.election, result.id),
  title: of.title,
  titleLang: language,
  published: instant(of.published),
  updated: instant(of.updated),
  author: of.author,
  tags: [of.what, nameOf(result, language)],
  result: { constituency: result.id, what: of.what, entry: of.entry },
  paragraphs: of.paragraphs,
});

/** One list or candidate in a line: `7 Name, 72,185`. */
const contestantLine = (
  { number, name, votes }: ConstituencyResult['contestants'][number],
  language: Language,
): FeedParagraph => {
  const figure = votes.toLocaleString('en-GB');
  return line(`${number} ${textIn(name, language).text}${WORDS.between[language]}${figure}`, language);
};

const figures = (result: ConstituencyResult, language: Language): readonly FeedParagraph[] => [
  line(`${WORDS.reports[language]}${result.stationsReported}/${result.stationsExpected}`, language),
  line(`${WORDS.valid[language]}${result.valid.toLocaleString('en-GB')}`, language),
  ...result.contestants.map((contestant) => contestantLine(contestant, language)),
];

/** All reports are in: an interim result, until it is declared. */
const interim = (telling: Telling, { result, lastReport }: ResultEvents): readonly FeedEntry[] => {
  if (!lastReport || result.stationsReported < result.stationsExpected) return [];
  const { language } = telling;
  const declared = result.declaration;
  const told = declared
    ? [line(WORDS.since[language], language)]
    : [line(WORDS.provisional[language], language), ...figures(result, language)];
  return [
    entry(telling, result, {
      what: 'interim',
      entry: lastReport.entry,
      title: `${WORDS.all[language]}${WORDS.colon[language]}${nameOf(result, language)}`,
      published: lastReport.at,
      updated: declared?.declaredAt ?? result.asOf,
      author: roleWords('returning_officer', language),
      paragraphs: told,
    }),
  ];
};

const electedNames = (result: ConstituencyResult, language: Language): string =>
  result.contestants
    .flatMap(({ number, candidates }) =>
      candidates.flatMap(({ elected, name }) =>
        elected ? [`${number} ${textIn(name, language).text}`] : [],
      ),
    )
    .join(WORDS.between[language]);

const declared = (telling: Telling, result: ConstituencyResult): readonly FeedEntry[] => {
  const { declaration } = result;
  if (!declaration) return [];
  const { language } = telling;
  const names = electedNames(result, language);
  return [
    entry(telling, result, {
      what: 'declared',
      entry: declaration.entry,
      title: `${WORDS[declaration.outcome][language]}${WORDS.colon[language]}${nameOf(result, language)}`,
      published: declaration.declaredAt,
      // A correction after the declaration moves the figures in it.
      updated:
        result.changes.findLast(({ entry: at }) => at > declaration.entry)?.at ?? declaration.declaredAt,
      author: roleWords('returning_officer', language),
      paragraphs: [
        ...(names === '' ? [] : [line(`${WORDS.names[language]}${names}`, language)]),
        ...(declaration.reason === null
          ? []
          : [line(`${WORDS.reason[language]}${declaration.reason}`, language)]),
        ...(declaration.outcome === 'terminated' ? [] : figures(result, language)),
      ],
    }),
  ];
};

const groundOf = (code: string, language: Language): string =>
  Object.hasOwn(GROUND_WORDS, code) ? GROUND_WORDS[code as Ground][language] : code;

const fieldWords = ({ field }: Change, result: ConstituencyResult, language: Language): string => {
  const [group = '', ...rest] = field.split('.');
  const code = rest.join('.');
  if (group === 'votes' || group === 'choices') {
    const id = group === 'votes' ? code : rest.slice(0, -1).join('.');
    const choice = group === 'choices' ? ` (${rest.at(-1)})` : '';
    const number = result.contestants.find((one) => one.id === id)?.number ?? id;
    return `${WORDS.votes[language]}${number}${choice}`;
  }
  if (group === 'invalid' || group === 'rejected')
    return `${WORDS.papers[language]}${groundOf(code, language)}`;
  return `${WORDS.figure[language]}${field}`;
};

const changeLine = (change: Change, result: ConstituencyResult, language: Language): FeedParagraph => {
  if (change.field === 'withheld') return line(WORDS.withheld[language], language);
  const shown = (figure: Change['old']): string =>
    typeof figure === 'number' ? figure.toLocaleString('en-GB') : (figure ?? '–');
  return line(
    `${fieldWords(change, result, language)}${WORDS.colon[language]}${shown(change.old)}${WORDS.now[language]}${shown(change.new)}`,
    language,
  );
};

/** Every act that changed figures already published: what stood, what stands, and why. */
const corrections = (telling: Telling, result: ConstituencyResult): readonly FeedEntry[] => {
  const { language } = telling;
  const acts = Map.groupBy(
    result.changes.filter(({ field, station }) => field !== 'status' && station !== null),
    ({ entry: at }) => at,
  );
  return [...acts.values()].flatMap((changes) => {
    const [first] = changes;
    if (!first) return [];
    const place = `${nameOf(result, language)}${WORDS.between[language]}${first.station}`;
    return [
      entry(telling, result, {
        what: 'correction',
        entry: first.entry,
        title: `${WORDS.correction[language]}${WORDS.colon[language]}${place}`,
        published: first.at,
        updated: first.at,
        author: roleWords(first.role, language),
        paragraphs: [
          ...changes.map((change) => changeLine(change, result, language)),
          ...(first.reason === null ? [] : [line(`${WORDS.reason[language]}${first.reason}`, language)]),
        ],
      }),
    ];
  });
};

/** Interim results, declarations and corrections as a feed, the newest first and all of them (RFC 4287, RFC 5005 section 2). */
export const resultsFeed = (
  head: ElectionHead,
  events: readonly ResultEvents[],
  { language, since }: { readonly language: Language; readonly since: string },
): Feed => {
  const telling = { head, language };
  const entries = events
    .flatMap((of) => [
      ...interim(telling, of),
      ...declared(telling, of.result),
      ...corrections(telling, of.result),
    ])
    .sort((a, b) => Date.parse(b.updated) - Date.parse(a.updated) || (a.id < b.id ? -1 : 1));
  const name = (format: 'atom' | 'json') =>
    `/${dataPaths.fixed(head.election, resultsFeedName(language, format))}`;
  return {
    id: uuidOf(`${head.election}/results/${languagePath(language)}`),
    language,
    title: `${head.test ? WORDS.test[language] : ''}${WORDS.title[language]} · ${visibleText(textIn(head.title, language).text)}`,
    titleLang: language,
    // Until something happened, when the election was defined: a feed without news keeps its bytes.
    updated: entries[0]?.updated ?? instant(since),
    homeUrl: pagePaths.election(language, head.election),
    url: name('atom'),
    jsonUrl: name('json'),
    allUrl: `/${dataPaths.latest(head.election)}`,
    isComplete: true,
    entries,
  };
};
