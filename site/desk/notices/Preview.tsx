import type { NoticesView } from '#shared/desk/notices-view.ts';
import type { Notice } from '#shared/election/notice.ts';
import type { NoticeType } from '#shared/notices/notice-type.ts';
import { shownContents } from '#shared/notices/shown-contents.ts';
import { whenDue } from '#shared/notices/when-due.ts';
import { paragraphsOf, visibleText } from '#shared/publication/plain-text.ts';
import { shownName } from '../../models/names.ts';
import { bytes, dateTime, dayDate } from '../../words/format.ts';
import { type AboutNotices, placeLabel } from './about-notice.ts';
import { Contents } from './Contents.tsx';
import { Due, inTimeFact } from './Due.tsx';
import { spokenFirst } from './field-ids.ts';
import type { NoticePlace } from './places.ts';

interface PreviewProps {
  readonly about: AboutNotices;
  readonly view: NoticesView;
  readonly type: NoticeType;
  readonly notice: Notice;
  readonly place: NoticePlace | null;
}

const Said = ({ about, type, notice }: PreviewProps) => {
  const { language, words } = about;
  const { register } = words.notices;
  if (type.disclosure === 'fact') return <p>{register.fact}</p>;
  return (
    <>
      {spokenFirst(language).flatMap((own) => {
        const text = notice.text?.[own];
        return text === undefined
          ? []
          : [
              <div key={own}>
                <h4>{register.languages[own]}</h4>
                <div lang={own} dir="auto">
                  {paragraphsOf(visibleText(text)).map((paragraph) => (
                    <p class="given" key={paragraph}>
                      {paragraph}
                    </p>
                  ))}
                </div>
              </div>,
            ];
      })}
    </>
  );
};

const Where = ({ about, view, type, notice }: PreviewProps) => {
  const { words, language } = about;
  const { register } = words.notices;
  const { attachment, gazette, postedAt, constituency } = notice;
  const posted = shownName(postedAt.place, language);
  const days = view.days[constituency ?? ''];
  const due = days ? whenDue(type, days) : null;
  return (
    <>
      <dl class="notice-told">
        <div>
          <dt>{register.legalPlace}</dt>
          <dd>{type.place[language]}</dd>
        </div>
        <div>
          <dt>{register.posted}</dt>
          <dd>
            <bdi lang={posted.lang}>{posted.text}</bdi>
            {postedAt.at !== '' && <> · {dateTime(language, postedAt.at)}</>}
          </dd>
        </div>
        {gazette && (
          <div>
            <dt>{register.gazette}</dt>
            <dd>
              <bdi>{register.gazetteOn(visibleText(gazette.number), dayDate(language, gazette.date))}</bdi>
            </dd>
          </div>
        )}
        {attachment && (
          <div>
            <dt>{register.attachment}</dt>
            <dd>
              <bdi>{visibleText(attachment.name)}</bdi> · {bytes(attachment.bytes)}
              <code>{attachment.sha256}</code>
            </dd>
          </div>
        )}
      </dl>
      {due && <Due due={due} fact={inTimeFact(type, due, notice, register)} />}
    </>
  );
};

/** A notice as the public reads it. */
export const AsPublic = (props: PreviewProps) => {
  const { about, view, type, notice, place } = props;
  const { language, words } = about;
  const { form, register } = words.notices;
  const title = shownName(notice.title ?? type.name, language);
  const contents = type.disclosure === 'fact' ? [] : shownContents(type, notice, view.definition);
  return (
    <>
      <h3>
        <bdi lang={title.lang}>{title.text}</bdi>
      </h3>
      <p class="hint">
        {type.name[language]}
        {place && <> · {placeLabel(about, place)}</>}
      </p>
      {notice.supersedes !== undefined && (
        <p>
          {form.supersedes(notice.supersedes)}
          {notice.reason !== undefined && (
            <bdi class="given">{register.because(visibleText(notice.reason))}</bdi>
          )}
        </p>
      )}
      <Said {...props} />
      {contents.length > 0 && <Contents contents={contents} />}
      <Where {...props} />
    </>
  );
};

/** What the public will read, before it is sent. */
export const Preview = (props: PreviewProps) => (
  <section class="notice-preview" aria-labelledby="notice-preview">
    <h2 id="notice-preview">{props.about.words.notices.form.preview}</h2>
    <AsPublic {...props} />
  </section>
);
