import { type Language, languagePath } from '../election/text.ts';
import type { NoticeResult } from '../recount/notice-results.ts';
import type { AccountResult, AdvertisementResult, RegisterResult } from '../recount/register-results.ts';
import type {
  ConstituencyResult,
  ConstituencySummary,
  ElectionHead,
  ElectionResults,
  LatestPointer,
  StationResult,
  VersionIndex,
} from '../recount/results.ts';
import type { WitnessFact } from './witness-facts.ts';

interface PageBase {
  /** Address below the origin, with leading and trailing slash: `/en/legco-2012/`. */
  readonly path: string;
  readonly language: Language;
  /** The site's own address, `https://returns.example.hk`, where its deployment knows one; the same on every mirror. */
  readonly origin?: string;
}

interface ElectionPageBase extends PageBase {
  readonly head: ElectionHead;
  /** Whether the election has a register of advertisements, to which every page then leads. */
  readonly hasAdvertisements?: boolean;
}

/** A page with figures of one constituency. */
interface ConstituencyPageBase extends ElectionPageBase {
  /** Version that last changed the constituency, where the page changes with it; a reader's page then knows that it is fresh. */
  readonly changed: number | undefined;
}

/** A notice as other pages mention it. */
export type NoticeLink = Pick<
  NoticeResult,
  | 'id'
  | 'title'
  | 'name'
  | 'constituency'
  | 'station'
  | 'postedAt'
  | 'supersedes'
  | 'supersededBy'
  | 'reason'
  | 'version'
>;

/** An election as pages above all elections list it. */
export interface ListedElection extends ElectionHead {
  readonly constituencies: readonly Pick<ConstituencySummary, 'id' | 'name'>[];
}

/** Addresses of `advertisements.csv`, `advertisements.json` and `advertisement-hashes.json`. */
export interface AdvertisementFiles {
  readonly csv: string;
  readonly json: string;
  readonly hashes: string;
}

/** What each page takes as its value (`Astro.locals.view`). One page kind, one Astro page. */
export type PageView =
  | (PageBase & { readonly kind: 'choose-language' })
  | (PageBase & { readonly kind: 'desk' })
  | (PageBase & { readonly kind: 'not-found'; readonly elections: readonly ListedElection[] })
  | (PageBase & { readonly kind: 'elections'; readonly elections: readonly ElectionHead[] })
  | (ElectionPageBase & { readonly kind: 'election'; readonly results: ElectionResults })
  | (ConstituencyPageBase & {
      readonly kind: 'constituency';
      readonly result: ConstituencyResult;
      /** The notices of this constituency, the one posted last first. */
      readonly notices: readonly NoticeLink[];
    })
  | (ConstituencyPageBase & { readonly kind: 'how'; readonly result: ConstituencyResult })
  | (ConstituencyPageBase & { readonly kind: 'embed-constituency'; readonly result: ConstituencySummary })
  | (ElectionPageBase & { readonly kind: 'embed-seats'; readonly results: ElectionResults })
  | (ElectionPageBase & { readonly kind: 'embed-progress'; readonly results: ElectionResults })
  | (ElectionPageBase & { readonly kind: 'hall'; readonly results: ElectionResults })
  // Pictures for where a page is shared: drawings in SVG, published as PNG. See `image-plan.ts`.
  | (ElectionPageBase & { readonly kind: 'share-election'; readonly results: ElectionResults })
  | (ElectionPageBase & { readonly kind: 'share-constituency'; readonly result: ConstituencySummary })
  | (ConstituencyPageBase & {
      readonly kind: 'station';
      readonly station: StationResult;
      readonly notices: readonly NoticeLink[];
      /** The constituency with its contestants, for names and for comparing shares. */
      readonly result: Pick<
        ConstituencyResult,
        | 'id'
        | 'name'
        | 'kind'
        | 'system'
        | 'seats'
        | 'status'
        | 'contestants'
        | 'valid'
        // Officers' acts: no other station's report moves them.
        | 'adjournments'
        | 'relocations'
      > & {
        /** Whether the sums of its accounts and questionable papers are published [F-4]. */
        readonly isStated: boolean;
      };
    })
  | (ElectionPageBase & {
      readonly kind: 'notices';
      readonly notices: readonly NoticeResult[];
      /** Addresses of `notices.csv` and `notices.json`. */
      readonly files: { readonly csv: string; readonly json: string };
    })
  | (ElectionPageBase & {
      readonly kind: 'notice';
      readonly notice: NoticeResult;
      /** The notices it mentions, by their names. */
      readonly mentioned: readonly NoticeLink[];
      /** Posted just before and just after it. */
      readonly before: NoticeLink | null;
      readonly after: NoticeLink | null;
    })
  | (ElectionPageBase & {
      readonly kind: 'advertisements';
      readonly register: RegisterResult;
      readonly files: AdvertisementFiles;
    })
  | (ElectionPageBase & {
      readonly kind: 'advertiser';
      readonly account: AccountResult;
      readonly inspection: RegisterResult['inspection'];
    })
  | (ElectionPageBase & {
      readonly kind: 'advertisement';
      readonly account: AccountResult;
      readonly advertisement: AdvertisementResult;
    })
  | (ElectionPageBase & { readonly kind: 'check-file'; readonly files: AdvertisementFiles })
  | (ElectionPageBase & {
      readonly kind: 'inspection-ended';
      readonly endedOn: string;
      readonly hashes: RegisterResult['hashes'];
    })
  | (ElectionPageBase & {
      readonly kind: 'open-data';
      readonly index: VersionIndex;
      readonly pointer: LatestPointer;
      readonly excerpts: Readonly<Record<string, string>>;
    })
  | (ElectionPageBase & {
      readonly kind: 'alerts';
      readonly constituencies: readonly Pick<ConstituencySummary, 'id' | 'name'>[];
    })
  | (ElectionPageBase & {
      readonly kind: 'verify';
      /** Who cosigns the ledger, and what they cosigned last; empty where nobody does. */
      readonly witnesses: readonly WitnessFact[];
      readonly verifierKey: string;
      readonly size: number;
      readonly root: string;
      /** Of all files of this version together; the ledger comes beside. */
      readonly bytes: number;
      /** Whether there is more to check than a count by votes: what checks all the rest is then loaded instead. */
      readonly needsWholeRules: boolean;
    });

export type PageKind = PageView['kind'];

/** Pages that readers keep open while the count goes on: they get deltas. A hall's is not among them: its worker keeps whole pages for when the network is lost. */
export const KEPT_OPEN: ReadonlySet<PageKind> = new Set([
  'election',
  'constituency',
  'how',
  'embed-constituency',
  'embed-seats',
  'embed-progress',
]);

/** The address of an election's page. */
const below =
  (rest = '') =>
  (language: Language, election: string): string =>
    `/${languagePath(language)}/${election}/${rest}`;

/** The address of a page about one of several: a constituency, a station, a notice. */
const belowOne =
  (before: string, after = '') =>
  (language: Language, election: string, id: string): string =>
    below(`${before}/${id}/${after}`)(language, election);

/** Where each page is. */
export const pagePaths = {
  chooseLanguage: () => '/',
  notFound: (language: Language) => `/${languagePath(language)}/404/`,
  desk: (language: Language) => `/${languagePath(language)}/desk/`,
  elections: (language: Language) => `/${languagePath(language)}/`,
  election: below(),
  constituency: belowOne('constituencies'),
  how: belowOne('constituencies', 'how/'),
  station: belowOne('stations'),
  /** Pages that stand in frames of other websites: see `isFramed`. */
  embedConstituency: belowOne('embed/constituencies'),
  embedSeats: below('embed/seats/'),
  embedProgress: below('embed/progress/'),
  /** The screens of a counting hall, all in one page. */
  hall: below('hall/'),
  /** The picture that stands where the page above it is shared. */
  shareElection: below('share.png'),
  shareConstituency: belowOne('constituencies', 'share.png'),
  notices: below('notices/'),
  notice: belowOne('notices'),
  advertisements: below('advertisements/'),
  /** Everything that one candidate or list has filed. */
  advertiser: belowOne('advertisements/of'),
  advertisement: belowOne('advertisements'),
  checkFile: below('advertisements/check/'),
  openData: below('open-data/'),
  /** Where alerts are asked for, confirmed and ended. */
  alerts: below('alerts/'),
  verify: below('verify/'),
} as const;
