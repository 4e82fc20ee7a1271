import { useRef, useState } from 'preact/hooks';
import type { NoticesView } from '#shared/desk/notices-view.ts';
import { noticeType } from '#shared/notices/notice-table.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import type { NoticeResult } from '#shared/recount/notice-results.ts';
import { shownName } from '../../models/names.ts';
import { count, dayTime } from '../../words/format.ts';
import type { AboutNotices } from './about-notice.ts';
import { noticeScreens } from './notice-paths.ts';
import { placesFor } from './places.ts';

interface PostedProps {
  readonly about: AboutNotices;
  readonly view: NoticesView;
}

const scopeOf = ({ id }: NoticeResult): string => id.replace(/-\d+$/, '');

/** What may still be done about a notice that stands. */
const Actions = ({ about, view, posted }: PostedProps & { readonly posted: NoticeResult }) => {
  const { of, constituency, words, poster } = about;
  const { overview } = words.notices;
  const places = placesFor(noticeType(posted.type), view, poster, constituency);
  if (posted.supersededBy !== null || !places.some(({ scope }) => scope === scopeOf(posted))) return null;
  return (
    <p class="notice-links">
      <a href={noticeScreens.supersede(of, constituency, posted.id)}>{overview.supersede(posted.id)}</a>
      <a href={noticeScreens.add(of, constituency, posted.id)}>{overview.add(posted.id)}</a>
    </p>
  );
};

const One = ({ about, view, posted }: PostedProps & { readonly posted: NoticeResult }) => {
  const { language, words, of } = about;
  const { overview } = words.notices;
  const title = shownName(posted.title ?? posted.name, language);
  const place = shownName(posted.postedAt.place, language);
  return (
    <li>
      <p>
        <a href={pagePaths.notice(language, of, posted.id)}>
          {posted.id} · <bdi lang={title.lang}>{title.text}</bdi>
        </a>
        {posted.supersededBy !== null && (
          <span class="notice-state">{overview.supersededBy(posted.supersededBy)}</span>
        )}
        {posted.supersedes !== null && (
          <span class="notice-state">{overview.supersedesWhich(posted.supersedes)}</span>
        )}
      </p>
      <p class="hint">
        <bdi lang={place.lang}>{place.text}</bdi> · {dayTime(language, posted.postedAt.at)} ·{' '}
        {words.common.roles[posted.role]}
        {posted.inTime !== null && ` · ${posted.inTime ? overview.wasInTime : overview.wasLate}`}
      </p>
      <Actions about={about} view={view} posted={posted} />
    </li>
  );
};

/** As many as one looks through at a time. */
const PAGE = 50;

/** Every notice so far with its state, the newest first. */
export const PostedList = ({ about, view }: PostedProps) => {
  const { overview } = about.words.notices;
  const [page, setPage] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const from = Math.min(page, Math.max(0, Math.ceil(view.posted.length / PAGE) - 1)) * PAGE;
  const shown = view.posted.slice(from, from + PAGE);
  const turn = (to: number) => () => {
    setPage(to);
    heading.current?.focus();
  };
  return (
    <section aria-labelledby="posted-h">
      <h2 id="posted-h" ref={heading} tabIndex={-1}>
        {overview.posted}
      </h2>
      {view.posted.length === 0 && <p>{overview.nothingPosted}</p>}
      <ul class="notice-list">
        {shown.map((posted) => (
          <One key={posted.id} about={about} view={view} posted={posted} />
        ))}
      </ul>
      {view.posted.length > PAGE && (
        <nav class="notice-pages" aria-label={overview.pages}>
          <span>{overview.postedRange(from + 1, from + shown.length, count(view.posted.length))}</span>
          {from > 0 && (
            <button type="button" class="second" onClick={turn(from / PAGE - 1)}>
              {overview.newer}
            </button>
          )}
          {from + PAGE < view.posted.length && (
            <button type="button" class="second" onClick={turn(from / PAGE + 1)}>
              {overview.older}
            </button>
          )}
        </nav>
      )}
    </section>
  );
};
