import { LANGUAGES, type Language } from '../election/text.ts';
import type { ConstituencyResult, ElectionHead, StationResult } from '../recount/results.ts';
import { type PageView, pagePaths } from './page-views.ts';
import type { PublishedVersion } from './version-files.ts';

/** A page that a version has: its address, the version that last changed it, and the value it is baked from. */
export interface PlannedPage {
  readonly path: string;
  readonly version: number;
  readonly view: () => PageView;
}

export interface PageFacts {
  readonly published: PublishedVersion;
  readonly verifierKey: string;
  /** Version of the last entry other than a report, by constituency. */
  readonly actVersions: ReadonlyMap<string, number>;
  readonly excerpts: Readonly<Record<string, string>>;
}

/** What a constituency's own pages say of the election: as of the last time something of this constituency changed. */
const headFor = (head: ElectionHead, result: ConstituencyResult): ElectionHead => ({
  ...head,
  version: result.version,
  asOf: result.asOf,
  status: result.status,
  stationsReported: result.stationsReported,
  stationsExpected: result.stationsExpected,
});

const isComplete = (result: ConstituencyResult): boolean =>
  result.stationsReported === result.stationsExpected && result.stationsExpected > 0;

/** Shares of the whole constituency stand beside a station's once all reports are in; until then they would age at once. */
const comparedWith = (result: ConstituencyResult) => {
  const { id, name, kind, system, seats, status, contestants, valid } = result;
  if (isComplete(result)) return { id, name, kind, system, seats, status, contestants, valid };
  return {
    id,
    name,
    kind,
    system,
    seats,
    status: 'counting' as const,
    contestants: contestants.map((contestant) => ({
      ...contestant,
      votes: 0,
      share: null,
      seats: 0,
      elected: [],
    })),
    valid: 0,
  };
};

const stationPages = (
  facts: PageFacts,
  result: ConstituencyResult,
  stations: readonly StationResult[],
  language: Language,
): readonly PlannedPage[] => {
  const { head } = facts.published.election;
  const actVersion = facts.actVersions.get(result.id) ?? 0;
  const compared = comparedWith(result);
  return stations.map((station) => {
    const version = Math.max(station.version, actVersion, isComplete(result) ? result.version : 0);
    const asOf = version === result.version ? result.asOf : station.asOf || result.asOf;
    const path = pagePaths.station(language, head.election, station.id);
    return {
      path,
      version,
      view: () => ({
        kind: 'station',
        path,
        language,
        head: { ...headFor(head, result), version, asOf },
        station,
        result: compared,
      }),
    };
  });
};

const constituencyPages = (
  facts: PageFacts,
  result: ConstituencyResult,
  language: Language,
): readonly PlannedPage[] => {
  const { published } = facts;
  const head = headFor(published.election.head, result);
  const path = pagePaths.constituency(language, head.election, result.id);
  const how = pagePaths.how(language, head.election, result.id);
  return [
    { path, version: result.version, view: () => ({ kind: 'constituency', path, language, head, result }) },
    { path: how, version: result.version, view: () => ({ kind: 'how', path: how, language, head, result }) },
    ...stationPages(facts, result, published.stations.get(result.id) ?? [], language),
  ];
};

const electionPages = (facts: PageFacts, language: Language): readonly PlannedPage[] => {
  const { published, verifierKey, excerpts } = facts;
  const { head, results } = published.election;
  const { pointer } = published;
  const { version } = head;
  const path = pagePaths.election(language, head.election);
  const openData = pagePaths.openData(language, head.election);
  const verify = pagePaths.verify(language, head.election);
  return [
    { path, version, view: () => ({ kind: 'election', path, language, head, results }) },
    {
      path: openData,
      version,
      view: () => ({ kind: 'open-data', path: openData, language, head, pointer, excerpts }),
    },
    {
      path: verify,
      version,
      view: () => ({
        kind: 'verify',
        path: verify,
        language,
        head,
        verifierKey,
        size: pointer.size,
        root: pointer.root,
      }),
    },
  ];
};

/** Every page of a version, in every language. */
export const planPages = (facts: PageFacts): readonly PlannedPage[] =>
  LANGUAGES.flatMap((language) => [
    ...electionPages(facts, language),
    ...facts.published.election.constituencies.flatMap(({ result }) =>
      constituencyPages(facts, result, language),
    ),
  ]);

/** First lines of each published file, as the open-data page shows them. */
export const excerptsOf = ({ files }: Pick<PublishedVersion, 'files'>): Readonly<Record<string, string>> => {
  const text = new TextDecoder();
  return Object.fromEntries(
    files.map(({ name, bytes, contentType }) => {
      const start = text.decode(bytes.subarray(0, 4000)).replace(/^\uFEFF/, '');
      const shown = contentType.startsWith('text/csv')
        ? start.split('\r\n').slice(0, 4).join('\n')
        : `${start.slice(0, 400).toWellFormed()}…`;
      return [name, shown];
    }),
  );
};
