import type { Language } from '../../election/text.ts';
import type { Feed, FeedEntry, FeedParagraph } from '../feed.ts';
import { xmlText } from '../plain-text.ts';

const paragraph = ({ text, lang }: FeedParagraph): string =>
  `<p xml:lang="${lang}">${text.split('\n').map(xmlText).join('<br/>')}</p>`;

const atomEntry = (entry: FeedEntry): string =>
  [
    '<entry>',
    `<id>${entry.id}</id>`,
    `<title type="text" xml:lang="${entry.titleLang}">${xmlText(entry.title)}</title>`,
    `<published>${entry.published}</published>`,
    `<updated>${entry.updated}</updated>`,
    `<author><name>${xmlText(entry.author)}</name></author>`,
    `<link rel="alternate" type="text/html" href="${xmlText(entry.url)}"/>`,
    ...entry.tags.map((tag) => `<category term="${xmlText(tag)}"/>`),
    `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${entry.paragraphs.map(paragraph).join('')}</div></content>`,
    '</entry>',
  ].join('\n');

/** Atom (RFC 4287). Addresses are relative to the feed's own, so that every mirror serves the same bytes. */
const atomFeed = (feed: Feed): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="${feed.language}">`,
    `<id>${feed.id}</id>`,
    `<title type="text" xml:lang="${feed.titleLang}">${xmlText(feed.title)}</title>`,
    `<updated>${feed.updated}</updated>`,
    '<generator>Open Returns</generator>',
    `<link rel="self" type="application/atom+xml" href="${xmlText(feed.url)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(feed.homeUrl)}"/>`,
    `<link rel="related" type="application/json" href="${xmlText(feed.allUrl)}"/>`,
    // RFC 5005: everything is in this document, so a reader may forget what is not.
    ...(feed.isComplete ? ['<fh:complete/>'] : []),
    ...feed.entries.map(atomEntry),
    '</feed>',
    '',
  ].join('\n');

/** JSON Feed 1.1, with plain text only. */
const jsonFeed = (feed: Feed): unknown => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: feed.title,
  language: feed.language,
  home_page_url: feed.homeUrl,
  feed_url: feed.jsonUrl,
  items: feed.entries.map((entry) => ({
    id: entry.id,
    url: entry.url,
    title: entry.title,
    content_text: entry.paragraphs.map(({ text }) => text).join('\n\n'),
    date_published: entry.published,
    date_modified: entry.updated,
    authors: [{ name: entry.author }],
    tags: entry.tags,
    language: feed.language,
    // An extension, as JSON Feed 1.1 wants extensions named.
    ...(entry.result ? { _open_returns: entry.result } : {}),
  })),
});

/** A file of a version that is text. */
export interface TextFile {
  readonly name: string;
  readonly contentType: string;
  readonly text: string;
}

/** Every feed in both formats. */
export const feedFiles = (
  feeds: readonly Feed[],
  nameOf: (language: Language, format: 'atom' | 'json') => string,
): readonly TextFile[] => [
  ...feeds.map((feed) => ({
    name: nameOf(feed.language, 'atom'),
    contentType: 'application/atom+xml; charset=utf-8',
    text: atomFeed(feed),
  })),
  ...feeds.map((feed) => ({
    name: nameOf(feed.language, 'json'),
    contentType: 'application/feed+json; charset=utf-8',
    text: `${JSON.stringify(jsonFeed(feed))}\n`,
  })),
];
