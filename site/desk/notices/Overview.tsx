import type { NoticesView } from '#shared/desk/notices-view.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import type { ScreenProps } from '../routes.ts';
import { Screen } from '../shell/Screen.tsx';
import { Told } from '../shell/Told.tsx';
import { type AboutNotices, useAboutNotices, useNotices, useWayUp } from './about-notice.ts';
import { Drafts } from './Drafts.tsx';
import { Kinds } from './Kinds.tsx';
import { Owed } from './Owed.tsx';
import { PostedList } from './PostedList.tsx';

/** What belongs to the constituency in the address; everything where it names none. */
const here = (view: NoticesView, constituency: string | undefined): NoticesView => {
  if (constituency === undefined) return view;
  return {
    ...view,
    drafts: view.drafts.filter(({ notice }) => notice.constituency === constituency),
    owed: view.owed.filter((owed) => owed.constituency === constituency),
    posted: view.posted.filter((posted) => posted.constituency?.id === constituency),
  };
};

const All = ({ about, view }: { readonly about: AboutNotices; readonly view: NoticesView }) => {
  const { overview } = about.words.notices;
  const own = here(view, about.constituency);
  return (
    <>
      <Drafts about={about} view={own} />
      <Owed about={about} view={own} />
      <PostedList about={about} view={own} />
      <Kinds about={about} view={view} />
      <p class="links">
        <a href={pagePaths.notices(about.language, about.of)}>{overview.register}</a>
      </p>
    </>
  );
};

const LOOKED_EVERY_MS = 30_000;

/** Notices that wait, that are owed, that were posted, and what this officer may post here. */
export const Overview = ({ params }: ScreenProps) => {
  const about = useAboutNotices(params);
  const asked = useNotices(about, LOOKED_EVERY_MS);
  return (
    <Screen title={about.title} subject={about.subject} back={useWayUp(about)}>
      <Told asked={asked}>{(view) => <All about={about} view={view} />}</Told>
    </Screen>
  );
};
