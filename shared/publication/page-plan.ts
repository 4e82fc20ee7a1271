import { LANGUAGES, type Language } from '../election/text.ts';
import type { CountedConstituency } from '../recount/count-constituency.ts';
import { isByVotes } from '../recount/outcome-by-votes.ts';
import { EXPLAINED_OUTLIER } from '../recount/outlier.ts';
import type { ConstituencyResult, CountStatus, ElectionHead, StationResult } from '../recount/results.ts';
import { advertisementPages } from './advertisement-pages.ts';
import { noticePages, noticesByPlace } from './notice-pages.ts';
import { type NoticeLink, type PageKind, type PageView, pagePaths } from './page-views.ts';
import type { PublishedVersion } from './publish-version.ts';
import type { WitnessFact } from './witness-facts.ts';

/** A page that a version has: its address, the version that last changed it, and the value it is baked from. */
export interface PlannedPage {
  readonly kind: PageKind;
  readonly path: string;
  readonly version: number;
  readonly view: () => PageView;
}

export interface PageFacts {
  readonly published: PublishedVersion;
  readonly verifierKey: string;
  /** From outside the ledger: what witnesses cosigned by the time of baking. */
  readonly witnesses: readonly WitnessFact[];
  readonly excerpts: Readonly<Record<string, string>>;
  /** The site's own address, if its deployment knows one. */
  readonly origin?: string | undefined;
}

/** A page that knows the site's own address. */
export const atOrigin =
  (origin: string | undefined) =>
  (page: PlannedPage): PlannedPage =>
    origin === undefined ? page : { ...page, view: () => ({ ...page.view(), origin }) };

/** Whether a reader who checks the election needs more than the rules of a count by votes. */
const needsWholeRules = ({ register, advertisements, election }: PublishedVersion): boolean =>
  register.notices.length > 0 ||
  advertisements.since !== null ||
  election.constituencies.some(({ result }) => !isByVotes(result.system));

/** What a constituency's own pages say of the election: as of the last time something of this constituency changed. */
export const headFor = (head: ElectionHead, result: ConstituencyResult): ElectionHead => ({
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
  const { id, name, kind, system, seats, status, contestants, valid, adjournments, relocations } = result;
  const acts = { adjournments, relocations, isStated: result.statement !== null };
  if (isComplete(result)) return { id, name, kind, system, seats, status, contestants, valid, ...acts };
  return {
    id,
    name,
    kind,
    system,
    seats,
    status: 'counting' as const,
    contestants: contestants.map(({ choices: _choices, ...contestant }) => ({
      ...contestant,
      candidates: contestant.candidates.map((candidate) => ({ ...candidate, elected: false })),
      votes: 0,
      share: null,
      quotaSeats: 0,
      remainder: null,
      seats: 0,
      elected: [],
      depositReturned: null,
      assistance: null,
    })),
    valid: 0,
    ...acts,
  };
};

/** States that another station's report can bring about: a station's page says of them only that counting goes on. */
const MOVED_BY_REPORTS: ReadonlySet<CountStatus> = new Set([
  'none',
  'counting',
  'misplaced',
  'recount',
  'corrected',
]);

/** How far a share stands out moves with every report: until all are in, only what the station itself said to it is told. */
const ownFlags = (flags: StationResult['flags']): StationResult['flags'] => {
  const [outlier] = flags.filter(({ code, explanation }) => code === 'outlier' && explanation !== undefined);
  return [
    ...flags.filter(({ code }) => code !== 'outlier'),
    ...(outlier?.explanation === undefined
      ? []
      : [{ ...EXPLAINED_OUTLIER, explanation: outlier.explanation }]),
  ];
};

/**
 * While reports are missing, a station's page is as of the station's own last report or the constituency's last act,
 * and holds nothing that another station's report would change: it need not be baked again, and a rebuild gives the same bytes.
 */
const stationStanding = ({ result, lastAct, firstReports }: CountedConstituency, station: StationResult) => {
  if (isComplete(result)) return { version: result.version, asOf: result.asOf, head: {}, station };
  const own = station.version > lastAct.version;
  const version = own ? station.version : lastAct.version;
  const stationsReported = firstReports.filter((first) => first <= version).length;
  const status = MOVED_BY_REPORTS.has(result.status)
    ? { status: stationsReported === 0 ? ('none' as const) : ('counting' as const) }
    : {};
  return {
    version,
    asOf: own ? station.asOf : lastAct.asOf,
    head: { stationsReported, ...status },
    station: { ...station, flags: ownFlags(station.flags) },
  };
};

const lastOf = (version: number, notices: readonly NoticeLink[]): number =>
  notices.reduce((last, notice) => Math.max(last, notice.version), version);

const stationPages = (
  { published }: PageFacts,
  counted: CountedConstituency,
  language: Language,
): readonly PlannedPage[] => {
  const { head } = published.election;
  const { result } = counted;
  const compared = comparedWith(result);
  const noticesOf = noticesByPlace(published.register.notices);
  // Until all reports are in, the constituency changes with other stations' reports, and this page does not.
  const changed = isComplete(result) ? result.version : undefined;
  return (published.stations.get(result.id) ?? []).map((of) => {
    const standing = stationStanding(counted, of);
    const { version, asOf, station } = standing;
    const path = pagePaths.station(language, head.election, station.id);
    const notices = noticesOf.station(station.id);
    return {
      kind: 'station',
      path,
      version: lastOf(version, notices),
      view: () => ({
        kind: 'station',
        path,
        language,
        head: { ...headFor(head, result), ...standing.head, version, asOf },
        station,
        notices,
        result: compared,
        changed,
      }),
    };
  });
};

const constituencyPages = (
  facts: PageFacts,
  counted: CountedConstituency,
  language: Language,
): readonly PlannedPage[] => {
  const { published } = facts;
  const { result } = counted;
  const head = headFor(published.election.head, result);
  const path = pagePaths.constituency(language, head.election, result.id);
  const how = pagePaths.how(language, head.election, result.id);
  const embed = pagePaths.embedConstituency(language, head.election, result.id);
  const { version } = result;
  const shown = { language, head, result, changed: result.version };
  const notices = noticesByPlace(published.register.notices).constituency(result.id);
  return [
    {
      kind: 'constituency',
      path,
      version: lastOf(version, notices),
      view: () => ({ kind: 'constituency', path, ...shown, notices }),
    },
    {
      kind: 'embed-constituency',
      path: embed,
      version,
      view: () => ({ kind: 'embed-constituency', path: embed, ...shown }),
    },
    { kind: 'how', path: how, version, view: () => ({ kind: 'how', path: how, ...shown }) },
    ...stationPages(facts, counted, language),
  ];
};

const electionPages = (facts: PageFacts, language: Language): readonly PlannedPage[] => {
  const { published, verifierKey, witnesses, excerpts } = facts;
  const { head, results } = published.election;
  const { pointer } = published;
  const { version } = head;
  const path = pagePaths.election(language, head.election);
  const seats = pagePaths.embedSeats(language, head.election);
  const progress = pagePaths.embedProgress(language, head.election);
  const hall = pagePaths.hall(language, head.election);
  const openData = pagePaths.openData(language, head.election);
  const verify = pagePaths.verify(language, head.election);
  const alerts = pagePaths.alerts(language, head.election);
  return [
    { kind: 'election', path, version, view: () => ({ kind: 'election', path, language, head, results }) },
    {
      kind: 'embed-seats',
      path: seats,
      version,
      view: () => ({ kind: 'embed-seats', path: seats, language, head, results }),
    },
    {
      kind: 'embed-progress',
      path: progress,
      version,
      view: () => ({ kind: 'embed-progress', path: progress, language, head, results }),
    },
    {
      kind: 'hall',
      path: hall,
      version,
      view: () => ({ kind: 'hall', path: hall, language, head, results }),
    },
    {
      kind: 'open-data',
      path: openData,
      version,
      view: () => ({
        kind: 'open-data',
        path: openData,
        language,
        head,
        index: published.index,
        pointer,
        excerpts,
      }),
    },
    {
      kind: 'alerts',
      path: alerts,
      version,
      view: () => ({
        kind: 'alerts',
        path: alerts,
        language,
        head,
        constituencies: results.constituencies.map(({ id, name }) => ({ id, name })),
      }),
    },
    {
      kind: 'verify',
      path: verify,
      version,
      view: () => ({
        kind: 'verify',
        path: verify,
        language,
        head,
        verifierKey,
        witnesses,
        size: pointer.size,
        root: pointer.root,
        bytes: Object.values(published.index.files).reduce((sum, { bytes }) => sum + bytes, 0),
        needsWholeRules: needsWholeRules(published),
      }),
    },
  ];
};

/** With its register, a way to the register came to every page: none is older than that [2016 ¶8.50]. */
const leadingToRegister =
  ({ advertisements: { since } }: PublishedVersion) =>
  (page: PlannedPage): PlannedPage =>
    since === null
      ? page
      : {
          ...page,
          version: Math.max(page.version, since),
          view: () => ({ ...page.view(), hasAdvertisements: true }),
        };

/** Every page of a version, in every language. */
export const planPages = (facts: PageFacts): readonly PlannedPage[] =>
  LANGUAGES.flatMap((language) => [
    ...electionPages(facts, language),
    ...noticePages(facts.published, language),
    ...advertisementPages(facts.published, language),
    ...facts.published.election.constituencies.flatMap((counted) =>
      constituencyPages(facts, counted, language),
    ),
  ])
    .map(leadingToRegister(facts.published))
    .map(atOrigin(facts.origin));

/** First lines of a file, as the open-data page shows them: a header and three rows, or the beginning of a text. */
const excerptOf = (bytes: Uint8Array, isTable: boolean): string => {
  const start = new TextDecoder().decode(bytes.subarray(0, 4000)).replace(/^\uFEFF/, '');
  if (isTable) return start.split('\r\n').slice(0, 4).join('\n');
  return start.length > 600 ? `${start.slice(0, 600).toWellFormed()}…` : start;
};

/** Real excerpts of what most readers take first, and of the pointer. */
export const excerptsOf = ({
  files,
  pointerBytes,
}: Pick<PublishedVersion, 'files' | 'pointerBytes'>): Readonly<Record<string, string>> => {
  const tables = files.filter(({ name }) => name === 'results.csv' || name === 'stations.csv');
  return {
    ...Object.fromEntries(tables.map(({ name, bytes }) => [name, excerptOf(bytes, true)])),
    'latest.json': excerptOf(pointerBytes, false),
  };
};
