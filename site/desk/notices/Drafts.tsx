import type { NoticesView } from '#shared/desk/notices-view.ts';
import type { NoticeDraft } from '#shared/recount/notice-drafts.ts';
import { plainName } from '../../models/names.ts';
import type { AboutNotices } from './about-notice.ts';
import { Due } from './Due.tsx';
import { draftId } from './draft-id.ts';
import { noticeScreens } from './notice-paths.ts';

/** `Notice of result · Hong Kong Island`, or the station's id. */
const useDraftName =
  ({ language }: AboutNotices, constituencies: NoticesView['definition']['constituencies']) =>
  (draft: NoticeDraft): string => {
    const { constituency, station } = draft.notice;
    const found = constituencies.find(({ id }) => id === constituency);
    const place = station ?? (found ? plainName(found.name, language) : (constituency ?? ''));
    return `${draft.name[language]} · ${place}`;
  };

interface DraftsProps {
  readonly about: AboutNotices;
  readonly view: NoticesView;
}

/** Drafts made from acts, each with the way to post it, or who posts it. */
export const Drafts = ({ about, view }: DraftsProps) => {
  const { words, of, constituency, poster } = about;
  const { overview } = words.notices;
  const nameOf = useDraftName(about, view.definition.constituencies);
  return (
    <section aria-labelledby="drafts-h">
      <h2 id="drafts-h">{overview.drafts}</h2>
      {view.drafts.length === 0 && <p>{overview.noDrafts}</p>}
      {view.drafts.map((draft) => {
        const id = draftId(draft);
        const mine = draft.roles.includes(poster.role);
        return (
          <div class="warn notice-draft" key={id}>
            <p>
              {mine ? (
                <a href={noticeScreens.draft(of, constituency, id)}>{overview.draft(nameOf(draft))}</a>
              ) : (
                <b>{nameOf(draft)}</b>
              )}
            </p>
            <p>
              {overview.madeFrom[draft.for]}
              {!mine && ` ${overview.by(draft.roles.map((role) => words.common.roles[role]))}`}
            </p>
            {draft.due && <Due due={draft.due} />}
          </div>
        );
      })}
    </section>
  );
};
