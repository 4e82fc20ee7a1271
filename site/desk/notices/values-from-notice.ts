import type { Notice, NoticeValue } from '#shared/election/notice.ts';
import { noticeScope } from '#shared/election/notice.ts';
import { LANGUAGES, type Text } from '#shared/election/text.ts';
import type { NoticeField, NoticeType } from '#shared/notices/notice-type.ts';
import { count } from '../../words/format.ts';
import type { Values } from '../acts/form/act-form.ts';
import { typedMoment } from '../acts/form/moments.ts';
import { fieldIds } from './field-ids.ts';

const spoken = (id: string, text: Text | undefined): Values =>
  Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const words = text?.[language];
      return words === undefined ? [] : [[fieldIds.spoken(id, language), words] as const];
    }),
  );

const rows = (field: string, list: Extract<NoticeValue, readonly unknown[]>): Values =>
  Object.assign(
    { [fieldIds.rows(field)]: String(list.length) },
    ...list.map((entry, index): Values => {
      if (typeof entry === 'string') return {};
      const row = fieldIds.row(field, index);
      return {
        ...spoken(row, entry.name),
        ...(entry.telephone === undefined ? {} : { [fieldIds.telephone(row)]: entry.telephone }),
        ...(entry.number === undefined ? {} : { [fieldIds.figure(row)]: count(entry.number) }),
      };
    }),
  );

const typed = ({ id, kind }: NoticeField, value: NoticeValue): Values => {
  const name = fieldIds.content(id);
  if (typeof value === 'number') return { [name]: count(value) };
  if (typeof value === 'string') return kind === 'time' ? typedMoment(name, value) : { [name]: value };
  if (!Array.isArray(value)) return spoken(name, value);
  return kind === 'names' || kind === 'contacts' || kind === 'figures'
    ? rows(id, value)
    : { [name]: value.filter((one) => typeof one === 'string').join('\n') };
};

/** What a form holds where it begins with a notice: a draft made from an act, or one to be superseded. Posting is never copied. */
export const valuesFrom = (
  { fields }: Pick<NoticeType, 'fields'>,
  notice: Pick<Notice, 'constituency' | 'station' | 'title' | 'text' | 'contents' | 'reason'>,
): Values => ({
  [fieldIds.place]: noticeScope(notice),
  ...Object.assign(
    {},
    ...fields.map((field): Values => {
      const value = notice.contents?.[field.id];
      return value === undefined ? {} : typed(field, value);
    }),
  ),
  ...spoken(fieldIds.title, notice.title),
  ...spoken(fieldIds.text, notice.text),
  ...(notice.reason === undefined ? {} : { [fieldIds.reason]: notice.reason }),
});
