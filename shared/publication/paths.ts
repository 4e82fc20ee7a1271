import { LANGUAGES, type Language, languagePath } from '../election/text.ts';

/** `feed.atom` is the English one; `feed.zh-hant.atom` says the same in Chinese. */
export const feedName = (language: Language, format: 'atom' | 'json', of = 'feed'): string =>
  language === 'en' ? `${of}.${format}` : `${of}.${languagePath(language)}.${format}`;

/** The feed of the register of advertisements: `advertisements-feed.atom`. */
export const advertisementFeedName = (language: Language, format: 'atom' | 'json'): string =>
  feedName(language, format, 'advertisements-feed');

/** The feed of interim results, declarations and corrections: `results-feed.atom`. */
export const resultsFeedName = (language: Language, format: 'atom' | 'json'): string =>
  feedName(language, format, 'results-feed');

/**
 * Files of a version that readers also find at an address that never changes: feeds, those of advertisements where there is a register, what
 * spreadsheets and catalogues link to. Who reads several files takes the addresses from one pointer instead: these move one by one.
 */
export const FIXED_FILES: readonly string[] = [
  ...[feedName, resultsFeedName, advertisementFeedName].flatMap((name) =>
    LANGUAGES.flatMap((language) => [name(language, 'atom'), name(language, 'json')]),
  ),
  'results.csv',
  'stations.csv',
  'results.xlsx',
  'dataset.jsonld',
  'dcat.jsonld',
];

/** Where public files live below the origin, without a leading slash. */
export const dataPaths = {
  latest: (election: string) => `data/${election}/latest.json`,
  /** The newest of a file that readers subscribe to, such as `feed.atom`. */
  fixed: (election: string, name: string) => `data/${election}/${name}`,
  heartbeat: (election: string) => `data/${election}/heartbeat`,
  log: (election: string) => `data/${election}/log/`,
  checkpoint: (election: string) => `data/${election}/log/checkpoint`,
  verifierKey: (election: string) => `data/${election}/log/vkey`,
  /** Which witnesses cosigned what. */
  witnesses: (election: string) => `data/${election}/log/witnesses.json`,
  /** What leaves name by the SHA-256 of its bytes: an entry too large for a leaf, the body of a filing. */
  attachment: (election: string, { kind, sha256 }: { kind: 'entry' | 'body'; sha256: string }) =>
    `data/${election}/log/${kind}/${sha256}.json`,
  /** Bodies of filings, which leave when inspection by the public ends. */
  bodies: (election: string) => `data/${election}/log/body/`,
  /** The pointer as it was at a version; it never changes. */
  version: (election: string, version: number) => `data/${election}/versions/${version}.json`,
  /** Everything of one version in one file, its ledger too. */
  archive: (election: string, version: number) => `data/${election}/archives/${version}.zip`,
  /** All immutable files of all versions. */
  versions: (election: string) => `data/${election}/r/`,
  /** An immutable file of a version; the first eight digits of the hash of its folder are part of its address. */
  versioned: (election: string, file: { version: number; sha256: string; name: string }) =>
    `data/${election}/r/${file.version}-${file.sha256.slice(0, 8)}/${file.name}`,
} as const;

/** What search engines ask for, without a leading slash. */
export const sitemapPaths = {
  robots: 'robots.txt',
  index: 'sitemap.xml',
  election: (election: string) => `sitemaps/${election}.xml`,
  /** The pages above all elections; no election can have this name. */
  front: 'sitemaps/_front.xml',
} as const;

/** Folders of an election whose files are written once, under a name that says the content or the position, and never again. */
export const ONCE_FOLDERS = ['r', 'versions', 'archives', 'log/tile'] as const;

const written = new RegExp(`^data/[^/]+/(?:${ONCE_FOLDERS.join('|')})/`);

/** Whether a public file is written once and never again. */
export const isWrittenOnce = (key: string): boolean => written.test(key);

/** Whether a file never changes but tells what candidates filed, a body or a version's register, table or feed: it goes when inspection by the public ends. */
export const isWithdrawn = (key: string): boolean =>
  /^data\/[^/]+\/(log\/body\/|r\/[^/]+\/advertisements[.-])[^/]*$/.test(key);

/** Whether a public file is a picture for where a page is shared, or says how far these have been drawn. */
export const isPicture = (key: string): boolean =>
  /^[^/]+\/[^/]+\/(constituencies\/[^/]+\/)?share\.png$|^baked\/[^/]+-images\.json$/.test(key);

/** Page addresses end in a slash; the object behind one is its `index.html`. */
export const pageKey = (path: string): string => `${path.slice(1)}index.html`;

/** Pointers are asked for every few seconds; everything else under `/data` never changes. */
export const CACHE = {
  pointer: 'public, max-age=1, stale-if-error=86400',
  page: 'public, max-age=1, stale-while-revalidate=2, stale-if-error=86400',
  immutable: 'public, max-age=31536000, immutable',
  /** What never changes, and goes when inspection by the public ends: an hour later nobody shows a copy of it. */
  untilWithdrawn: 'public, max-age=3600',
  /** Descriptions of formats: they change with a release. */
  description: 'public, max-age=300',
} as const;
