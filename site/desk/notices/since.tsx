import type { ComponentChildren } from 'preact';
import type { NoticesView } from '#shared/desk/notices-view.ts';
import { noticeScope } from '#shared/election/notice.ts';
import type { NoticeType } from '#shared/notices/notice-type.ts';
import type { NoticeResult } from '#shared/recount/notice-results.ts';
import { dayTime } from '../../words/format.ts';
import type { AboutNotices } from './about-notice.ts';
import { AsPublic } from './Preview.tsx';
import type { NoticePlace } from './places.ts';

interface Asked {
  readonly about: AboutNotices;
  readonly view: NoticesView;
  readonly type: NoticeType;
  readonly place: NoticePlace | null;
}

const after = (since: string, at: string): boolean => Date.parse(at) > Date.parse(since);

interface StandsProps extends Asked {
  readonly posted: NoticeResult;
  readonly revisions: NoticeResult['revisions'];
}

/** A notice as it stands now, with who posted or added what and when. */
const Stands = ({ about, view, type, place, posted, revisions }: StandsProps) => {
  const { words, language } = about;
  const notice = view.bodies[posted.id];
  return (
    <>
      <h3>{posted.id}</h3>
      {revisions.map(({ revision, role, acceptedAt, reason }) => (
        <p key={revision}>
          {words.common.roles[role]} · {dayTime(language, acceptedAt)}
          {reason !== null && (
            <bdi class="given">
              {words.common.space}
              {reason}
            </bdi>
          )}
        </p>
      ))}
      {notice && <AsPublic about={about} view={view} type={type} notice={notice} place={place} />}
    </>
  );
};

/** Notices of the same kind at the same place that were posted since an instant, as the public reads them. */
export const noticesSince = (asked: Asked, since: string): readonly ComponentChildren[] =>
  asked.view.posted.flatMap((posted) => {
    const notice = asked.view.bodies[posted.id];
    const [first] = posted.revisions;
    const same = notice?.type === asked.type.id && noticeScope(notice) === asked.place?.scope;
    if (!same || !first || !after(since, first.acceptedAt)) return [];
    return [<Stands key={posted.id} {...asked} posted={posted} revisions={[first]} />];
  });

/** What was added to a notice since an instant. */
export const addedSince = (asked: Asked, id: string, since: string): readonly ComponentChildren[] =>
  asked.view.posted.flatMap((posted) => {
    const revisions = posted.revisions.filter(
      ({ revision, acceptedAt }) => revision > 1 && after(since, acceptedAt),
    );
    if (posted.id !== id || revisions.length === 0) return [];
    return [<Stands key={posted.id} {...asked} posted={posted} revisions={revisions} />];
  });
