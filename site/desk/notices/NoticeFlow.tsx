import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { NoticesView } from '#shared/desk/notices-view.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import { dayTime } from '../../words/format.ts';
import { ActFlow } from '../acts/form/ActFlow.tsx';
import { type ActForm, SENT, type Values } from '../acts/form/act-form.ts';
import { type ActKeeper, useActState } from '../acts/form/act-state.ts';
import { StillKept } from '../acts/form/StillKept.tsx';
import type { Params } from '../router.ts';
import type { ScreenProps } from '../routes.ts';
import { Screen } from '../shell/Screen.tsx';
import { Told } from '../shell/Told.tsx';
import { type AboutNotices, useAboutNotices, useNotices } from './about-notice.ts';

/** A form that can be filled in, or why there is none. */
export type Opened =
  | { readonly build: (values: Values) => ActForm; readonly start: Values }
  | {
      readonly why: ComponentChildren;
      /** The form as it was before a colleague was faster: what was typed stays beside what they posted. */
      readonly instead?: { readonly build: (values: Values) => ActForm; readonly start: Values };
    };

export type Open = (about: AboutNotices, view: NoticesView, params: Params) => Opened;

/** What a form begins with, under what was typed over it: nothing is kept on the device before a key is pressed. */
const filled = (kept: ActKeeper, start: Values): ActKeeper => {
  const over = (state: ActKeeper['state']): ActKeeper['state'] => ({
    ...state,
    values: state.acceptedAt === null ? { ...start, ...state.values } : state.values,
  });
  return { ...kept, state: over(kept.state), current: () => over(kept.current()) };
};

interface PostedProps {
  readonly about: AboutNotices;
  readonly view: NoticesView;
  readonly acceptedAt: string;
  /** The server had the same notice already. */
  readonly repeated: boolean;
}

/** The server has it: its number, when, and where the public reads it. */
const Posted = ({ about, view, acceptedAt, repeated }: PostedProps) => {
  const { words, language, of } = about;
  const { form, overview } = words.notices;
  const posted = view.posted.find(({ revisions }) =>
    revisions.some((revision) => revision.acceptedAt === acceptedAt),
  );
  return (
    <Screen title={form.sentTitle} subject={about.subject} back={about.up}>
      <div class="good">
        <p>{(repeated ? form.already : form.takenAt)(dayTime(language, acceptedAt))}</p>
        {posted && (
          <p>
            {form.itsNumber(posted.id)} · {posted.name[language]}
          </p>
        )}
        <p>{form.publicSoon}</p>
      </div>
      <ul class="places">
        {posted && (
          <li>
            <a href={pagePaths.notice(language, of, posted.id)}>{overview.publicPage(posted.id)}</a>
          </li>
        )}
        <li>
          <a href={pagePaths.notices(language, of)}>{overview.register}</a>
        </li>
        <li>
          <a href={about.up.href}>{words.acts.form.backTo(about.up.name)}</a>
        </li>
      </ul>
    </Screen>
  );
};

interface OpenedProps {
  readonly about: AboutNotices;
  readonly opened: Opened;
  readonly kept: ActKeeper;
  readonly page: string | undefined;
  readonly title: string;
  readonly again: () => void;
}

const Form = ({ about, opened, kept, page, title, again }: OpenedProps) => {
  const { acceptedAt, loaded } = kept.state;
  useEffect(() => {
    // Opened from its beginning once more: what was posted before is done.
    if (loaded && page === undefined && acceptedAt !== null) kept.update({ acceptedAt: null });
  }, [loaded, page, acceptedAt]);
  if ('why' in opened) {
    return (
      <Screen title={title} subject={about.subject} back={about.up}>
        <p class="warn">{opened.why}</p>
        {opened.instead ? (
          <StillKept form={opened.instead.build} start={opened.instead.start} kept={kept} />
        ) : (
          Object.values(kept.state.values).some((value) => value !== '') && (
            <p class="hint">{about.words.acts.form.stillKept}</p>
          )
        )}
      </Screen>
    );
  }
  return <ActFlow build={opened.build} kept={filled(kept, opened.start)} page={page} again={again} />;
};

/** One notice: its form page by page, why it cannot be posted here, or what became of it. */
export const NoticeFlow = ({
  params,
  name,
  title,
  open,
}: ScreenProps & {
  /** Under this name it is kept on the device. */
  readonly name: string;
  readonly title: string;
  readonly open: Open;
}) => {
  const about = useAboutNotices(params);
  const asked = useNotices(about);
  const kept = useActState(`${about.of}/${about.constituency ?? ''}/notices/${name}`);
  const { page } = params;
  const { acceptedAt, repeated } = kept.state;
  const { value: view } = asked;
  if (view === null) {
    return (
      <Screen title={title} subject={about.subject} back={about.up}>
        <Told asked={asked}>{() => null}</Told>
      </Screen>
    );
  }
  if (page === SENT && acceptedAt !== null) {
    return <Posted about={about} view={view} acceptedAt={acceptedAt} repeated={repeated} />;
  }
  return (
    <Form
      about={about}
      opened={open(about, view, params)}
      kept={kept}
      page={page}
      title={title}
      again={asked.ask}
    />
  );
};
