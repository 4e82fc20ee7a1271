import type { NoticesView } from '#shared/desk/notices-view.ts';
import type { InputProblem } from '#shared/election/input-problem.ts';
import type { Notice } from '#shared/election/notice.ts';
import { describeProblem } from '#shared/election/problem-words.ts';
import { checkNotice } from '#shared/notices/check-notice.ts';
import type { NoticeType } from '#shared/notices/notice-type.ts';
import { dayDate } from '../../words/format.ts';
import type { ActForm, Field, FormPage, Values } from '../acts/form/act-form.ts';
import { fieldOfPath } from '../acts/form/check-fields.ts';
import { sentenceOf } from '../acts/form/send-act.ts';
import { apiPaths } from '../paths.ts';
import { AddRow } from './AddRow.tsx';
import { type AboutNotices, placeLabel } from './about-notice.ts';
import { contentFields, isListOfNames, spokenFields } from './content-fields.ts';
import { FilePick } from './FilePick.tsx';
import { fieldIds } from './field-ids.ts';
import { noticeFrom } from './notice-from-values.ts';
import { PostedHelp } from './PostedHelp.tsx';
import { Preview } from './Preview.tsx';
import { type NoticePlace, placesFor } from './places.ts';
import { readDay } from './read-day.ts';
import { noticesSince } from './since.tsx';

/** What a form is about to post. */
export interface Posting {
  readonly about: AboutNotices;
  readonly view: NoticesView;
  readonly type: NoticeType;
  /** Address of the form without its page. */
  readonly base: string;
  readonly title: string;
  /** Where the place is settled: a draft's, or that of the notice it supersedes. */
  readonly place: NoticePlace | null;
  readonly supersedes?: string | undefined;
}

/** Where this notice belongs, once it is chosen or where nothing is to choose. */
const placeOf = ({ about, view, type, place }: Posting, values: Values): NoticePlace | null => {
  if (place) return place;
  const places = placesFor(type, view, about.poster, about.constituency);
  const chosen = places.find(({ scope }) => scope === values[fieldIds.place]);
  return chosen ?? (places.length === 1 ? (places[0] ?? null) : null);
};

const placePage = ({ about, view, type, place }: Posting): readonly FormPage[] => {
  const { form } = about.words.notices;
  const places = place ? [] : placesFor(type, view, about.poster, about.constituency);
  if (places.length < 2) return [];
  const options = places.map((one) => ({ value: one.scope, label: placeLabel(about, one) }));
  const field: Field = {
    id: fieldIds.place,
    label: form.place,
    kind: 'pick',
    options,
    missing: form.placeMissing,
    paths: ['$.station', '$.constituency'],
  };
  return [{ id: 'place', title: form.placeTitle, fields: [field] }];
};

const reasonPage = ({ about, supersedes }: Posting): readonly FormPage[] => {
  const { form } = about.words.notices;
  if (supersedes === undefined) return [];
  const field: Field = {
    id: fieldIds.reason,
    label: form.reason,
    hint: form.reasonHint,
    kind: 'area',
    maxLength: 1000,
    paths: ['$.reason', '$.supersedes'],
  };
  return [{ id: 'reason', title: form.reasonTitle(supersedes), fields: [field] }];
};

const contentPages = (posting: Posting, values: Values): readonly FormPage[] => {
  const { about, view, type } = posting;
  const { constituency } = { constituency: undefined, ...placeOf(posting, values) };
  const asked = { definition: view.definition, constituency, values };
  const { form, register } = about.words.notices;
  const plain = type.fields.filter((field) => !isListOfNames(field));
  const lists = type.fields.filter(isListOfNames);
  return [
    ...(plain.length > 0
      ? [
          {
            id: 'contents',
            title: register.contents,
            lead: <p class="hint notice-lead">{form.contentsLead}</p>,
            fields: plain.flatMap((field) => contentFields(about, field, asked)),
          },
        ]
      : []),
    ...lists.map((field) => ({
      id: `list-${field.id}`,
      title: field.label[about.language],
      lead: field.required ? undefined : <p class="hint notice-lead">{form.mayStayEmpty}</p>,
      fields: contentFields(about, field, asked),
      after: <AddRow field={field.id} />,
    })),
  ];
};

export const attachmentField = ({ words }: AboutNotices, need: NoticeType['attachment']): Field => {
  const { form, register } = words.notices;
  return {
    id: fieldIds.attachment,
    label: need === 'required' ? register.attachment : form.optional(register.attachment),
    hint: `${form.fileWhat[need]}${words.common.space}${form.fileStays}`,
    kind: 'own',
    input: FilePick,
    shown: form.fileShown,
    paths: ['$.attachment'],
  };
};

/** Title and text, in the languages that the officer gives. */
export const wordsFields = (about: AboutNotices): readonly Field[] => {
  const { form } = about.words.notices;
  return [
    ...spokenFields(about, {
      id: fieldIds.title,
      path: '$.title',
      label: form.optional(form.titleField),
      kind: 'line',
      maxLength: 300,
    }),
    ...spokenFields(about, {
      id: fieldIds.text,
      path: '$.text',
      label: form.text,
      kind: 'area',
      maxLength: 20_000,
    }),
  ];
};

const wordsPage = ({ about, type }: Posting): readonly FormPage[] => {
  const { form } = about.words.notices;
  if (type.disclosure === 'fact') return [];
  return [
    {
      id: 'words',
      title: form.wordsTitle,
      lead: <p class="hint notice-lead">{form.wordsLead}</p>,
      fields: [...wordsFields(about), attachmentField(about, type.attachment)],
    },
  ];
};

const postedPage = (posting: Posting, values: Values): FormPage => {
  const { about, type } = posting;
  const { form } = about.words.notices;
  const place = spokenFields(about, {
    id: fieldIds.postedPlace,
    path: '$.postedAt.place',
    label: form.postedPlace,
    kind: 'line',
    maxLength: 300,
  });
  const given = place.some(({ id }) => (values[id] ?? '').trim() !== '');
  return {
    id: 'posted',
    title: form.postedTitle,
    lead: (
      <PostedHelp
        about={about}
        type={type}
        days={posting.view.days[placeOf(posting, values)?.constituency ?? '']}
      />
    ),
    fields: [
      ...place.map((field, index) =>
        index === 0 && !given ? { ...field, missing: form.postedPlaceMissing } : field,
      ),
      {
        id: fieldIds.postedAt,
        label: form.postedAt,
        hint: form.postedAtHint,
        kind: 'moment',
        missing: form.postedAtMissing,
        paths: ['$.postedAt.at'],
      },
    ],
  };
};

/** Both or neither: a date without a number is no place in the Gazette. */
export const gazetteFields = ({ words, language }: AboutNotices, values: Values): readonly Field[] => {
  const { form, register } = words.notices;
  const [number, date] = [fieldIds.gazetteNumber, fieldIds.gazetteDate];
  const halfGiven = (id: string) => ((values[id] ?? '').trim() === '' ? {} : { missing: form.gazetteHalf });
  return [
    {
      id: number,
      label: form.gazetteNumber,
      kind: 'line',
      maxLength: 60,
      group: register.gazette,
      paths: ['$.gazette', '$.gazette.number'],
      ...halfGiven(date),
    },
    {
      id: date,
      label: form.gazetteDate,
      hint: words.acts.form.dateHint,
      kind: 'line',
      maxLength: 20,
      group: register.gazette,
      paths: ['$.gazette.date'],
      wrong: (typed) => (readDay(typed) === null ? form.notDay : null),
      shown: (typed) => dayDate(language, readDay(typed) ?? '1970-01-01'),
      ...halfGiven(number),
    },
  ];
};

const gazettePage = ({ about, type }: Posting, values: Values): readonly FormPage[] => {
  const { form, register } = about.words.notices;
  if (type.gazette === 'none' || type.gazette === 'follows') return [];
  return [
    {
      id: 'gazette',
      title: register.gazette,
      lead: <p class="hint notice-lead">{form.gazetteLead[type.gazette]}</p>,
      fields: gazetteFields(about, values),
    },
  ];
};

const said = ({ words, language }: AboutNotices, field: Field, problem: InputProblem): string =>
  problem.code === 'missing-field'
    ? words.notices.form.missing(field.group ?? field.label)
    : sentenceOf({ figures: {}, ...problem, ...describeProblem(problem, language) }, words.common);

/** Puts what the check of notices finds to the fields that it is about. */
export const withProblems = (
  about: AboutNotices,
  pages: readonly FormPage[],
  problems: readonly InputProblem[],
): readonly FormPage[] => {
  const found = new Map<string, string>();
  for (const problem of problems) {
    const at = fieldOfPath({ pages }, problem.path)?.field;
    if (at && !found.has(at.id)) found.set(at.id, said(about, at, problem));
  }
  return pages.map((page) => ({
    ...page,
    fields: page.fields.map((field) => {
      const sentence = found.get(field.id);
      if (sentence === undefined) return field;
      return {
        ...field,
        missing: field.missing ?? sentence,
        wrong: (value: string) => field.wrong?.(value) ?? sentence,
      };
    }),
  }));
};

/** A notice page by page, from what is typed so far; checked as the server and every reader of the ledger check it. */
export const noticeForm = (posting: Posting, values: Values): ActForm => {
  const { about, view, type, base, title, supersedes } = posting;
  const { form } = about.words.notices;
  const place = placeOf(posting, values);
  const number = (view.numbers[place?.scope ?? ''] ?? 0) + 1;
  const body = (own: number): Notice => noticeFrom({ type, place, number: own, supersedes }, values);
  const notice = body(number);
  const pages = [
    ...placePage(posting),
    ...reasonPage(posting),
    ...contentPages(posting, values),
    ...wordsPage(posting),
    postedPage(posting, values),
    ...gazettePage(posting, values),
  ];
  return {
    title,
    subject: about.subject,
    base,
    up: about.up,
    pages: withProblems(about, pages, place ? checkNotice(view.definition, notice) : []),
    onlyAnswered: true,
    texts: true,
    summary: <Preview about={about} view={view} type={type} notice={notice} place={place} />,
    consequences: <p>{form.consequences}</p>,
    button: form.send,
    path: apiPaths.act(about.of, 'notices'),
    meanwhile: (since) => noticesSince({ about, view, type, place }, since),
    body,
    number,
    sent: { title: form.sentTitle, words: null },
  };
};
