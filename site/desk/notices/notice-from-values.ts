import type { Notice, NoticeValue } from '#shared/election/notice.ts';
import { LANGUAGES, type Text } from '#shared/election/text.ts';
import type { NoticeField, NoticeType } from '#shared/notices/notice-type.ts';
import type { Values } from '../acts/form/act-form.ts';
import { cleaned } from '../acts/form/check-fields.ts';
import { instantOf } from '../acts/form/moments.ts';
import { figureIn } from '../forms/read-figure.ts';
import { readAttachment } from './attachment.ts';
import { fieldIds } from './field-ids.ts';
import type { NoticePlace } from './places.ts';
import { readDay } from './read-day.ts';

const paragraphs = (typed: string | undefined): string => cleaned((typed ?? '').replace(/\t/g, ' '));
const line = (typed: string | undefined): string => paragraphs(typed).replace(/\s+/g, ' ');

/** A text in the languages it was typed in; undefined where it was in none. */
const spoken = (values: Values, id: string, read = line): Text | undefined => {
  const given = LANGUAGES.flatMap((language) => {
    const words = read(values[fieldIds.spoken(id, language)]);
    return words === '' ? [] : [[language, words] as const];
  });
  return given.length > 0 ? Object.fromEntries(given) : undefined;
};

/** Rows that a list of names has on the form: one more than asked for is never there. */
export const rowCount = (values: Values, field: string): number =>
  Math.max(1, Number(values[fieldIds.rows(field)] ?? 1) || 1);

type Entry = Exclude<Extract<NoticeValue, readonly unknown[]>[number], string>;

const entries = ({ id }: NoticeField, values: Values): readonly Entry[] =>
  Array.from({ length: rowCount(values, id) }, (_, row) => fieldIds.row(id, row)).flatMap((row) => {
    const name = spoken(values, row);
    const telephone = line(values[fieldIds.telephone(row)]).normalize('NFKC');
    const number = figureIn(values[fieldIds.figure(row)]);
    if (name === undefined && telephone === '' && number === null) return [];
    return {
      name: { ...name },
      ...(telephone === '' ? {} : { telephone }),
      ...(number === null ? {} : { number }),
    };
  });

const listed = (list: readonly string[] | readonly Entry[]): NoticeValue | undefined =>
  list.length > 0 ? [...list] : undefined;

/** What a prescribed field is sent as; undefined where nothing was given, or nothing that can be understood. */
export const contentValue = (field: NoticeField, values: Values): NoticeValue | undefined => {
  const id = fieldIds.content(field.id);
  switch (field.kind) {
    case 'time':
      return instantOf(values, id) ?? undefined;
    case 'day':
      return readDay(values[id]) ?? undefined;
    case 'number':
      return figureIn(values[id]) ?? undefined;
    case 'prose':
      return spoken(values, id, paragraphs);
    case 'candidates':
    case 'stations':
    case 'constituencies':
      return listed((values[id] ?? '').split('\n').filter((one) => one !== ''));
    case 'names':
    case 'contacts':
    case 'figures':
      return listed(entries(field, values));
    case 'telephone':
      return line(values[id]).normalize('NFKC') || undefined;
    default:
      return line(values[id]) || undefined;
  }
};

const contentsOf = (fields: readonly NoticeField[], values: Values): Pick<Notice, 'contents'> => {
  const given = fields.flatMap((field) => {
    const value = contentValue(field, values);
    return value === undefined ? [] : [[field.id, value] as const];
  });
  return given.length > 0 ? { contents: Object.fromEntries(given) } : {};
};

/** What may come with a notice, or be added to it later. */
const additions = (values: Values): Pick<Notice, 'gazette' | 'attachment' | 'reason'> => {
  const number = line(values[fieldIds.gazetteNumber]);
  const date = readDay(values[fieldIds.gazetteDate]);
  const attachment = readAttachment(values[fieldIds.attachment]);
  const reason = paragraphs(values[fieldIds.reason]);
  return {
    ...(number === '' || date === null ? {} : { gazette: { number, date } }),
    ...(attachment === null ? {} : { attachment }),
    ...(reason === '' ? {} : { reason }),
  };
};

interface Asked {
  readonly type: NoticeType;
  readonly place: NoticePlace | null;
  readonly number: number;
  readonly supersedes?: string | undefined;
}

const words = (values: Values): Pick<Notice, 'title' | 'text'> => {
  const title = spoken(values, fieldIds.title);
  const text = spoken(values, fieldIds.text, paragraphs);
  return { ...(title ? { title } : {}), ...(text ? { text } : {}) };
};

/** The notice that a form says. What is missing is left out, and found by the check of notices. */
export const noticeFrom = ({ type, place, number, supersedes }: Asked, values: Values): Notice => {
  const { attachment, ...others } = additions(values);
  const said =
    type.disclosure === 'fact'
      ? {}
      : { ...words(values), ...contentsOf(type.fields, values), ...(attachment ? { attachment } : {}) };
  return {
    type: type.id,
    ...(place?.constituency === undefined ? {} : { constituency: place.constituency }),
    ...(place?.station === undefined ? {} : { station: place.station }),
    number,
    revision: 1,
    ...said,
    ...others,
    postedAt: {
      place: { ...spoken(values, fieldIds.postedPlace) },
      at: instantOf(values, fieldIds.postedAt) ?? '',
    },
    ...(supersedes === undefined ? {} : { supersedes }),
  };
};

/** A posted notice with what is added to it: everything that it said stays. */
export const revisedNotice = (before: Notice, revision: number, values: Values): Notice => {
  const { title, text } = words(values);
  const { gazette, attachment, reason } = additions(values);
  const { reason: _, ...kept } = before;
  return {
    ...kept,
    revision,
    ...(title || before.title ? { title: { ...title, ...before.title } } : {}),
    ...(text || before.text ? { text: { ...text, ...before.text } } : {}),
    ...(before.gazette || !gazette ? {} : { gazette }),
    ...(before.attachment || !attachment ? {} : { attachment }),
    ...(reason === undefined ? {} : { reason }),
  };
};
