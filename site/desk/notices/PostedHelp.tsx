import { inHongKong } from '#shared/calendar/hong-kong-time.ts';
import { LANGUAGES } from '#shared/election/text.ts';
import type { NoticeType } from '#shared/notices/notice-type.ts';
import { type NoticeDays, whenDue } from '#shared/notices/when-due.ts';
import { typedMoment } from '../acts/form/moments.ts';
import { useFigureForm } from '../forms/FigureForm.tsx';
import { nowInstant } from '../server-clock.ts';
import type { AboutNotices } from './about-notice.ts';
import { Due, inTimeFact } from './Due.tsx';
import { fieldIds } from './field-ids.ts';
import { noticeFrom } from './notice-from-values.ts';

interface HelpProps {
  readonly about: AboutNotices;
  readonly type: NoticeType;
  readonly days: NoticeDays | undefined;
}

/** Beside the place and time of posting: where and when the law wants it, and whether it is in time. */
export const PostedHelp = ({ about, type, days }: HelpProps) => {
  const { typed, change } = useFigureForm();
  const { words, language } = about;
  const { form, register } = words.notices;
  const due = days ? whenDue(type, days) : null;
  const notice = noticeFrom({ type, place: null, number: 1 }, typed);
  return (
    <div class="notice-legal">
      <p>
        {register.legalPlace}
        {words.common.after}
        <b>{type.place[language]}</b>
      </p>
      <p>
        {register.rule}
        {words.common.after}
        {type.timing.words[language]} <span class="ref">{type.source}</span>
      </p>
      {due && (
        <div aria-live="polite">
          <Due due={due} fact={inTimeFact(type, due, notice, register)} />
        </div>
      )}
      <p class="hint">{form.reallyPosted}</p>
      <p class="notice-all">
        <button
          type="button"
          class="second"
          onClick={() =>
            change(
              Object.fromEntries(
                LANGUAGES.map((own) => [fieldIds.spoken(fieldIds.postedPlace, own), type.place[own]]),
              ),
            )
          }
        >
          {form.atLegalPlace}
        </button>
        <button
          type="button"
          class="second"
          onClick={() => change(typedMoment(fieldIds.postedAt, inHongKong(nowInstant())))}
        >
          {form.now}
        </button>
      </p>
    </div>
  );
};
