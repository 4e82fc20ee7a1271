import type { Language } from '../election/text.ts';
import type { NoticeResult } from '../recount/notice-results.ts';
import { latestOf } from '../recount/stamp.ts';
import { headWithoutCount } from './head-without-count.ts';
import type { PlannedPage } from './page-plan.ts';
import { type NoticeLink, pagePaths } from './page-views.ts';
import type { PublishedVersion } from './publish-version.ts';
import { addressOf } from './version-index.ts';

const linkTo = (notice: NoticeResult): NoticeLink => {
  const { id, title, name, constituency, station, postedAt, supersedes, supersededBy, reason, version } =
    notice;
  return { id, title, name, constituency, station, postedAt, supersedes, supersededBy, reason, version };
};

interface ByPlace {
  readonly constituency: (id: string) => readonly NoticeLink[];
  readonly station: (id: string) => readonly NoticeLink[];
}

const known = new WeakMap<readonly NoticeResult[], ByPlace>();

/** Notices by the place they are for; those of a constituency with those of its stations. */
export const noticesByPlace = (notices: readonly NoticeResult[]): ByPlace => {
  const found = known.get(notices);
  if (found) return found;
  const [constituencies, stations] = [new Map<string, NoticeLink[]>(), new Map<string, NoticeLink[]>()];
  const add = (places: Map<string, NoticeLink[]>, id: string | undefined, link: NoticeLink): void => {
    if (id === undefined) return;
    const own = places.get(id);
    if (own) own.push(link);
    else places.set(id, [link]);
  };
  for (const notice of notices) {
    const link = linkTo(notice);
    add(constituencies, notice.constituency?.id, link);
    add(stations, notice.station?.id, link);
  }
  const byPlace = {
    constituency: (id: string) => constituencies.get(id) ?? [],
    station: (id: string) => stations.get(id) ?? [],
  };
  known.set(notices, byPlace);
  return byPlace;
};

/** A notice's page is as of the last entry that changed the notice, or one that it mentions. */
const noticePage = (
  { election: { head }, register: { notices } }: PublishedVersion,
  index: ReadonlyMap<string, NoticeResult>,
  {
    notice,
    at,
    language,
  }: { readonly notice: NoticeResult; readonly at: number; readonly language: Language },
): PlannedPage => {
  const path = pagePaths.notice(language, head.election, notice.id);
  const [after = null, before = null] = [notices[at - 1], notices[at + 1]];
  const mentioned = [notice.supersedes, notice.supersededBy, notice.gazettedBy].flatMap(
    (id) => index.get(id ?? '') ?? [],
  );
  const shown = [notice, ...mentioned, ...[before, after].filter((one) => one !== null)];
  const { version, asOf } = latestOf(shown);
  return {
    kind: 'notice',
    path,
    version,
    view: () => ({
      kind: 'notice',
      path,
      language,
      head: headWithoutCount(head, { version, asOf }),
      notice,
      mentioned: mentioned.map(linkTo),
      before: before && linkTo(before),
      after: after && linkTo(after),
    }),
  };
};

/** The register of notices and a page for each; they change with notices only, not with reports. */
export const noticePages = (published: PublishedVersion, language: Language): readonly PlannedPage[] => {
  const { head } = published.election;
  const { notices, version, asOf } = published.register;
  const path = pagePaths.notices(language, head.election);
  const index = new Map(notices.map((notice) => [notice.id, notice]));
  return [
    {
      kind: 'notices',
      path,
      version,
      view: () => ({
        kind: 'notices',
        path,
        language,
        head: headWithoutCount(head, { version, asOf }),
        notices,
        files: {
          csv: addressOf(published.index, 'notices.csv'),
          json: addressOf(published.index, 'notices.json'),
        },
      }),
    },
    ...notices.map((notice, at) => noticePage(published, index, { notice, at, language })),
  ];
};
