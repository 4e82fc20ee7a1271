import { elements, strictXml, textOf, type XmlElement } from './strict-xml.ts';

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const URN = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const FEED = ['id', 'title', 'updated', 'generator', 'link', 'fh:complete', 'entry'];
const ENTRY = ['id', 'title', 'published', 'updated', 'author', 'link', 'category', 'content'];

/** What RFC 4287 §4 asks of a feed or an entry alike. */
const containerProblems = (element: XmlElement, allowed: readonly string[]): string[] => {
  const found: string[] = [];
  for (const name of ['id', 'title', 'updated'])
    if (elements(element, name).length !== 1) found.push(`${element.name} has not one ${name}`);
  for (const child of element.children) {
    if (typeof child === 'string' ? child.trim() !== '' : !allowed.includes(child.name))
      found.push(`${element.name} holds ${typeof child === 'string' ? child : child.name}`);
  }
  if (!URN.test(textOf(elements(element, 'id')[0]))) found.push('an id that is no IRI');
  for (const name of ['updated', 'published'])
    for (const time of elements(element, name))
      if (!RFC3339.test(textOf(time))) found.push(`${name} is no time`);
  const alternates = elements(element, 'link').filter(({ attributes }) => attributes['rel'] === 'alternate');
  if (alternates.length !== 1) found.push('not one alternate link');
  for (const { attributes } of elements(element, 'link'))
    if (!/^\/[A-Za-z0-9./_-]+$/.test(attributes['href'] ?? '')) found.push(`a link to ${attributes['href']}`);
  return found;
};

const entryProblems = (entry: XmlElement): string[] => {
  const [content] = elements(entry, 'content');
  const [div, ...more] = content?.children ?? [];
  const isDiv =
    typeof div === 'object' &&
    div.name === 'div' &&
    div.attributes['xmlns'] === 'http://www.w3.org/1999/xhtml';
  const foreign =
    typeof div === 'object'
      ? div.children.filter((child) => typeof child === 'string' || child.name !== 'p')
      : [];
  return [
    ...containerProblems(entry, ENTRY),
    ...(elements(entry, 'author').length === 1 ? [] : ['an entry without an author, as its feed']),
    ...(content?.attributes['type'] === 'xhtml' && isDiv && more.length === 0
      ? []
      : ['content is no single div']),
    ...(foreign.length > 0 ? ['content with other than paragraphs'] : []),
  ];
};

/** Everything that RFC 4287 would say against a feed. */
export const atomProblems = (source: string): readonly string[] => {
  const feed = strictXml(source);
  const entries = elements(feed, 'entry');
  const ids = [feed, ...entries].map((one) => textOf(elements(one, 'id')[0]));
  const selves = elements(feed, 'link').filter(({ attributes }) => attributes['rel'] === 'self');
  return [
    ...(feed.name === 'feed' && feed.attributes['xmlns'] === 'http://www.w3.org/2005/Atom'
      ? []
      : ['no Atom feed']),
    ...containerProblems(feed, FEED),
    ...(selves.length === 1 ? [] : ['not one self link']),
    ...(new Set(ids).size === ids.length ? [] : ['an id stands twice']),
    ...entries.flatMap(entryProblems),
  ];
};

const ITEM = [
  'id',
  'url',
  'title',
  'content_text',
  'date_published',
  'date_modified',
  'authors',
  'tags',
  'language',
  // Extensions begin with an underscore and a letter, and are objects.
  '_open_returns',
];
const TOP = ['version', 'title', 'language', 'home_page_url', 'feed_url', 'items'];

/** Everything that JSON Feed 1.1 would say against a feed. */
export const jsonFeedProblems = (source: string): readonly string[] => {
  const feed = JSON.parse(source) as Record<string, unknown> & { items: Record<string, unknown>[] };
  const unknown = (value: object, known: readonly string[]) =>
    Object.keys(value).filter((key) => !known.includes(key));
  const ids = feed.items.map(({ id }) => id);
  return [
    ...(feed['version'] === 'https://jsonfeed.org/version/1.1' ? [] : ['no version 1.1']),
    ...(typeof feed['title'] === 'string' && feed['title'] !== '' ? [] : ['no title']),
    ...unknown(feed, TOP),
    ...feed.items.flatMap((item) => unknown(item, ITEM)),
    ...(ids.every((id) => typeof id === 'string' && URN.test(id)) ? [] : ['an id that is none']),
    ...(new Set(ids).size === ids.length ? [] : ['an id stands twice']),
    ...feed.items.flatMap((item) =>
      ['date_published', 'date_modified'].filter((name) => !RFC3339.test(String(item[name]))),
    ),
    ...(feed.items.every((item) => typeof item['content_text'] === 'string')
      ? []
      : ['an item without content']),
  ];
};
