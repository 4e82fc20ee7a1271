import { type Day, formatShownDay } from '../calendar/day.ts';
import { hongKongDayOf, inHongKong, startOfDay } from '../calendar/hong-kong-time.ts';
import { type Language, languagePath, type Text, textIn } from '../election/text.ts';
import type { AccountResult, AdvertisementResult, RegisterResult } from '../recount/register-results.ts';
import type { ElectionHead } from '../recount/results.ts';
import { MEDIUM_WORDS, ADVERTISEMENT_FEED_WORDS as WORDS } from './advertisement-words.ts';
import {
  type Feed,
  type FeedEntry,
  type FeedParagraph,
  instant,
  line,
  MOST_ENTRIES,
  uuidOf,
} from './feed.ts';
import { pagePaths } from './page-views.ts';
import { advertisementFeedName, dataPaths } from './paths.ts';
import { visibleText } from './plain-text.ts';

interface Filed {
  readonly account: AccountResult;
  readonly ad: AdvertisementResult;
}

/** When something of it was filed or removed last. */
const updatedAt = ({
  receivedAt,
  corrections,
  consents,
  declarations,
  removal,
}: AdvertisementResult): string => {
  const all = [
    receivedAt,
    ...[...corrections, ...declarations].map((one) => one.receivedAt),
    ...consents.flatMap(({ revoked }) => (revoked ? [revoked.receivedAt] : [])),
    ...(removal ? [startOfDay(removal.removedOn)] : []),
  ];
  return new Date(Math.max(...all.map((at) => Date.parse(at)))).toISOString();
};

const plain = (text: Text | undefined, language: Language): string | null =>
  text === undefined ? null : textIn(text, language).text;

const receivedWords = ({ receivedAt, inTime }: AdvertisementResult, language: Language): string => {
  const at = inHongKong(receivedAt);
  const time = `${formatShownDay(hongKongDayOf(receivedAt))} ${at.slice(11, 19)}`;
  return `${time}${WORDS.between[language]}${WORDS[inTime ? 'inTime' : 'late'][language]}`;
};

type Line = readonly [key: keyof typeof WORDS, value: string | null];

const days = (key: keyof typeof WORDS, list: readonly Day[]): readonly Line[] =>
  list.map((day) => [key, formatShownDay(day)]);

const particulars = (ad: AdvertisementResult, language: Language): readonly Line[] => [
  ['medium', MEDIUM_WORDS[ad.medium][language]],
  ['publishedOn', formatShownDay(ad.publishedOn)],
  ['size', ad.size ?? null],
  ['manner', plain(ad.manner, language)],
  ['copiesPublished', ad.copiesPublished === undefined ? null : String(ad.copiesPublished)],
  ['producer', plain(ad.producerOrPrinterName, language)],
];

const lines = (ad: AdvertisementResult, language: Language): readonly Line[] => [
  ...(ad.removal
    ? [...days('removedOn', [ad.removal.removedOn]), ['reason', ad.removal.reason] as const]
    : particulars(ad, language)),
  ['receivedAt', receivedWords(ad, language)],
  ...days(
    'correctedOn',
    ad.corrections.map((one) => hongKongDayOf(one.receivedAt)),
  ),
  ...days(
    'revokedOn',
    ad.consents.flatMap(({ revoked }) => (revoked ? [revoked.revokedOn] : [])),
  ),
];

const paragraphs = (ad: AdvertisementResult, language: Language): readonly FeedParagraph[] =>
  lines(ad, language).flatMap(([key, value]) =>
    value === null ? [] : [line(`${WORDS[key][language]}${value}`, language)],
  );

/** `Pamphlets · Hong Kong Island, No. 1, Chan Tai Man`: as filed, corrected since, or removed. */
const titleOf = ({ account, ad }: Filed, language: Language): string => {
  const { constituency, contestant, name } = account;
  const whose = [
    ...(constituency ? [textIn(constituency.name, language).text] : []),
    ...(contestant ? [`${WORDS.number[language]}${contestant.number}`] : []),
    textIn(name, language).text,
  ].join(WORDS.between[language]);
  const mark = ad.removal ? WORDS.removed : ad.corrections.length > 0 ? WORDS.corrected : null;
  return `${mark?.[language] ?? ''}${visibleText(`${textIn(ad.adType, language).text} · ${whose}`)}`;
};

const entryOf = (election: string, filed: Filed, language: Language): FeedEntry => {
  const { account, ad } = filed;
  const { constituency } = account;
  return {
    id: uuidOf(`${election}/advertisements/${ad.id}`),
    url: pagePaths.advertisement(language, election, ad.id),
    title: titleOf(filed, language),
    titleLang: language,
    published: instant(ad.receivedAt),
    updated: updatedAt(ad),
    author: visibleText(textIn(account.name, language).text),
    tags: [
      MEDIUM_WORDS[ad.medium][language],
      ...(constituency ? [visibleText(textIn(constituency.name, language).text)] : []),
    ],
    paragraphs: paragraphs(ad, language),
  };
};

/** Advertisements as a feed, the one that changed last first; a removed one says so in its entry. Empty once inspection has ended. */
export const advertisementFeed = (head: ElectionHead, register: RegisterResult, language: Language): Feed => {
  const { election, test } = head;
  const all = register.accounts.flatMap((account) => account.advertisements.map((ad) => ({ account, ad })));
  const entries = all
    .map((filed) => entryOf(election, filed, language))
    .sort((a, b) => Date.parse(b.updated) - Date.parse(a.updated) || (a.id < b.id ? -1 : 1));
  const fixed = (format: 'atom' | 'json') =>
    `/${dataPaths.fixed(election, advertisementFeedName(language, format))}`;
  return {
    id: uuidOf(`${election}/advertisements/${languagePath(language)}`),
    language,
    title: `${test ? WORDS.test[language] : ''}${WORDS.title[language]} · ${visibleText(textIn(head.title, language).text)}`,
    titleLang: language,
    updated: instant(register.asOf),
    homeUrl: pagePaths.advertisements(language, election),
    url: fixed('atom'),
    jsonUrl: fixed('json'),
    allUrl: `/${dataPaths.latest(election)}`,
    isComplete: entries.length <= MOST_ENTRIES,
    entries: entries.slice(0, MOST_ENTRIES),
  };
};
