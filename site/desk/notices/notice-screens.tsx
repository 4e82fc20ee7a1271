import type { NoticesView } from '#shared/desk/notices-view.ts';
import { NOTICE_TYPE_IDS, type Notice, type NoticeTypeId, noticeScope } from '#shared/election/notice.ts';
import { noticeType } from '#shared/notices/notice-table.ts';
import type { NoticeType } from '#shared/notices/notice-type.ts';
import type { ActForm, Values } from '../acts/form/act-form.ts';
import { useDesk } from '../desk-context.ts';
import type { ScreenProps } from '../routes.ts';
import type { AboutNotices } from './about-notice.ts';
import { addingForm } from './adding-form.tsx';
import { draftId } from './draft-id.ts';
import { NoticeFlow, type Open, type Opened } from './NoticeFlow.tsx';
import { noticeForm } from './notice-form.tsx';
import { noticeScreens } from './notice-paths.ts';
import { type NoticePlace, placesFor } from './places.ts';
import { valuesFrom } from './values-from-notice.ts';

const typeOf = (id: string | undefined): NoticeTypeId | undefined =>
  NOTICE_TYPE_IDS.find((known) => known === id);

/** Why this officer has no form of a kind; null where there is one. */
const whyNot = (about: AboutNotices, view: NoticesView, type: NoticeType): string | null => {
  const { words, language, poster, constituency } = about;
  const { overview } = words.notices;
  if (!type.roles.includes(poster.role)) {
    return overview.otherRole(
      type.name[language],
      type.roles.map((role) => words.common.roles[role]),
    );
  }
  return placesFor(type, view, poster, constituency).length === 0 ? overview.notHere : null;
};

/** The place of a notice that is made already, where this officer may post there. */
const settled = (
  about: AboutNotices,
  view: NoticesView,
  notice: Pick<Notice, 'type' | 'constituency' | 'station'>,
): NoticePlace | undefined => {
  const places = placesFor(noticeType(notice.type), view, about.poster, about.constituency);
  return places.find(({ scope }) => scope === noticeScope(notice));
};

const openNew: Open = (about, view, { type: asked }) => {
  const id = typeOf(asked);
  if (id === undefined) return { why: about.words.notices.overview.unknown };
  const type = noticeType(id);
  const why = whyNot(about, view, type);
  if (why !== null) return { why };
  const base = noticeScreens.post(about.of, about.constituency, id);
  const posting = { about, view, type, base, title: type.name[about.language], place: null };
  return { start: {}, build: (values) => noticeForm(posting, values) };
};

/** A draft that does not wait any more: its name still says which kind it was, and where. */
const goneDraft = (about: AboutNotices, view: NoticesView, asked: string) => {
  const [, kind, scope] = asked.split('_');
  const id = typeOf(kind);
  if (id === undefined) return {};
  const type = noticeType(id);
  const place = placesFor(type, view, about.poster, about.constituency).find((one) => one.scope === scope);
  if (!place) return {};
  const base = noticeScreens.draft(about.of, about.constituency, asked);
  const posting = { about, view, type, base, title: type.name[about.language], place };
  return { instead: { start: {}, build: (values: Values) => noticeForm(posting, values) } };
};

const openDraft: Open = (about, view, { draft: asked = '' }) => {
  const { words, language, of, constituency } = about;
  const draft = view.drafts.find((one) => draftId(one) === asked);
  if (!draft) return { why: words.notices.overview.draftGone, ...goneDraft(about, view, asked) };
  const type = noticeType(draft.notice.type);
  const why = whyNot(about, view, type);
  if (why !== null) return { why };
  const place = settled(about, view, draft.notice);
  if (!place) return { why: words.notices.overview.notHere };
  const posting = {
    about,
    view,
    type,
    base: noticeScreens.draft(of, constituency, asked),
    title: type.name[language],
    place,
    supersedes: draft.notice.supersedes,
  };
  return { start: valuesFrom(type, draft.notice), build: (values) => noticeForm(posting, values) };
};

/** The notice in the address, where this officer may follow it with another or add to it. */
const standing = (
  about: AboutNotices,
  view: NoticesView,
  id: string,
):
  | {
      readonly before: Notice;
      readonly type: NoticeType;
      readonly place: NoticePlace;
      readonly by: string | null;
    }
  | { readonly why: string } => {
  const { overview } = about.words.notices;
  const before = Object.hasOwn(view.bodies, id) ? view.bodies[id] : undefined;
  const posted = view.posted.find((one) => one.id === id);
  if (!before || !posted) return { why: overview.unknownNotice };
  const type = noticeType(before.type);
  const why = whyNot(about, view, type);
  if (why !== null) return { why };
  const place = settled(about, view, before);
  return place ? { before, type, place, by: posted.supersededBy } : { why: overview.notHere };
};

/** Another notice took its place already: then nothing follows it, and what was typed stays in sight. */
const unlessFollowed = (
  { words }: AboutNotices,
  by: string | null,
  form: { readonly start: Values; readonly build: (values: Values) => ActForm },
): Opened => (by === null ? form : { why: words.notices.overview.alreadySuperseded(by), instead: form });

const openSuperseding: Open = (about, view, { notice: id = '' }) => {
  const found = standing(about, view, id);
  if ('why' in found) return found;
  const { before, type, place, by } = found;
  const { reason: _, ...said } = before;
  const posting = {
    about,
    view,
    type,
    base: noticeScreens.supersede(about.of, about.constituency, id),
    title: about.words.notices.form.supersedeTitle(id),
    place,
    supersedes: id,
  };
  const build = (values: Values) => noticeForm(posting, values);
  return unlessFollowed(about, by, { start: valuesFrom(type, said), build });
};

const openAdding: Open = (about, view, { notice: id = '' }) => {
  const found = standing(about, view, id);
  if ('why' in found) return found;
  const base = noticeScreens.add(about.of, about.constituency, id);
  const build = (values: Values) => addingForm({ ...found, about, view, id, base }, values);
  return unlessFollowed(about, found.by, { start: {}, build });
};

/** A notice of a kind, from an empty form. */
export const PostNotice = ({ params }: ScreenProps) => {
  const { words, language } = useDesk();
  const { type } = params;
  const id = typeOf(type);
  const title = id === undefined ? words.notices.overview.title : noticeType(id).name[language];
  return <NoticeFlow params={params} name={`new/${type}`} title={title} open={openNew} />;
};

/** A draft made from an act, filled in but for where and when it was posted. */
export const PostDraft = ({ params }: ScreenProps) => {
  const { notices } = useDesk().words;
  const { draft = '' } = params;
  return (
    <NoticeFlow params={params} name={`drafts/${draft}`} title={notices.form.draftTitle} open={openDraft} />
  );
};

/** What was wrong is set right by another notice that says why. */
export const SupersedeNotice = ({ params }: ScreenProps) => {
  const { notices } = useDesk().words;
  const { notice = '' } = params;
  const title = notices.form.supersedeTitle(notice);
  return <NoticeFlow params={params} name={`supersede/${notice}`} title={title} open={openSuperseding} />;
};

/** The number in the Gazette and whatever else is known only later. */
export const AddToNotice = ({ params }: ScreenProps) => {
  const { notices } = useDesk().words;
  const { notice = '' } = params;
  return (
    <NoticeFlow
      params={params}
      name={`add/${notice}`}
      title={notices.form.addTitle(notice)}
      open={openAdding}
    />
  );
};
