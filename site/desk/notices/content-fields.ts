import { standingNames } from '#shared/election/check-definition.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import type { Language, Text } from '#shared/election/text.ts';
import type { FieldKind } from '#shared/notices/notice-rules.ts';
import type { NoticeField } from '#shared/notices/notice-type.ts';
import { shownName } from '../../models/names.ts';
import { dayDate } from '../../words/format.ts';
import type { Field, Option, Values } from '../acts/form/act-form.ts';
import type { AboutNotices } from './about-notice.ts';
import { fieldIds, spokenFirst, spokenPath } from './field-ids.ts';
import { Many } from './Many.tsx';
import { rowCount } from './notice-from-values.ts';
import { readDay } from './read-day.ts';

interface Spoken {
  readonly id: string;
  readonly path: string;
  readonly label: string;
  readonly kind: 'line' | 'area';
  readonly maxLength: number;
}

/** A text in three languages: three fields under one name, the officer's own language first. */
export const spokenFields = (
  { words, language }: AboutNotices,
  { id, path, label, kind, maxLength }: Spoken,
): readonly Field[] =>
  spokenFirst(language).map((own, index) => ({
    id: fieldIds.spoken(id, own),
    label: words.notices.register.languages[own],
    kind,
    maxLength,
    lang: own,
    group: label,
    paths: [...(index === 0 ? [path] : []), spokenPath(path, own)],
  }));

const optionOf = (
  { id, name, number }: { readonly id: string; readonly name: Text; readonly number: string },
  language: Language,
): Option => {
  const { text, lang } = shownName(name, language);
  return { value: id, label: `${number} · ${text}`, lang };
};

/** What may be chosen of a kind, in the order of the ballot paper or of the definition. */
export const choicesOf = (
  kind: FieldKind,
  { constituencies, stations }: ElectionDefinition,
  constituency: string | undefined,
  language: Language,
): readonly Option[] => {
  const here = constituencies.filter(({ id }) => constituency === undefined || id === constituency);
  if (kind === 'candidates') {
    return here.flatMap((own) =>
      own.contestants.flatMap((contestant) =>
        standingNames(contestant, own).map(({ id, name }) =>
          optionOf({ id, name, number: contestant.number }, language),
        ),
      ),
    );
  }
  const places = kind === 'stations' ? stations : constituencies;
  return places.map(({ id, name }) => optionOf({ id, name, number: id }, language));
};

/** The rows of a list of names, each with its telephone number or figure where that belongs to it. */
const rowFields = (about: AboutNotices, field: NoticeField, values: Values): readonly Field[] =>
  Array.from({ length: rowCount(values, field.id) }, (_, index): readonly Field[] => {
    const { form } = about.words.notices;
    const row = fieldIds.row(field.id, index);
    const path = `$.contents.${field.id}[${index}]`;
    const group = `${field.label[about.language]} ${index + 1}`;
    const names = spokenFields(about, {
      id: row,
      path: `${path}.name`,
      label: group,
      kind: 'line',
      maxLength: 300,
    }).map((own, at) => ({
      ...own,
      // A list that is missing is said at its first field.
      paths: [...(own.paths ?? []), ...(index + at === 0 ? [`$.contents.${field.id}`] : [])],
    }));
    if (field.kind === 'contacts') {
      const id = fieldIds.telephone(row);
      const paths = [`${path}.telephone`];
      return [...names, { id, label: form.telephone, kind: 'line', maxLength: 40, group, paths }];
    }
    if (field.kind !== 'figures') return names;
    return [
      ...names,
      { id: fieldIds.figure(row), label: form.figure, kind: 'figure', group, paths: [`${path}.number`] },
    ];
  }).flat();

export const isListOfNames = ({ kind }: Pick<NoticeField, 'kind'>): boolean =>
  kind === 'names' || kind === 'contacts' || kind === 'figures';

/** The questions that a prescribed content is asked by. */
export const contentFields = (
  about: AboutNotices,
  field: NoticeField,
  {
    definition,
    constituency,
    values,
  }: {
    readonly definition: ElectionDefinition;
    readonly constituency: string | undefined;
    readonly values: Values;
  },
): readonly Field[] => {
  const { language, words } = about;
  const { form } = words.notices;
  const label = field.required ? field.label[language] : form.optional(field.label[language]);
  const id = fieldIds.content(field.id);
  const paths = [`$.contents.${field.id}`];
  const base = { id, label, paths };
  switch (field.kind) {
    case 'time':
      return [{ ...base, kind: 'moment' }];
    case 'day':
      return [
        {
          ...base,
          kind: 'line',
          hint: words.acts.form.dateHint,
          maxLength: 20,
          wrong: (typed) => (readDay(typed) === null ? form.notDay : null),
          shown: (typed) => dayDate(language, readDay(typed) ?? '1970-01-01'),
        },
      ];
    case 'number':
      return [{ ...base, kind: 'figure' }];
    case 'prose':
      return spokenFields(about, {
        id,
        path: `$.contents.${field.id}`,
        label,
        kind: 'area',
        maxLength: 5000,
      });
    case 'candidates':
    case 'stations':
    case 'constituencies': {
      const options = choicesOf(field.kind, definition, constituency, language);
      const shown = (ids: string): string =>
        ids
          .split('\n')
          .map((one) => options.find(({ value }) => value === one)?.label ?? one)
          .join(words.acts.form.comma);
      return [{ ...base, kind: 'own', input: Many, options, shown }];
    }
    case 'names':
    case 'contacts':
    case 'figures':
      return rowFields(about, field, values);
    case 'choice': {
      const options = field.allowed.map((value) => ({
        value,
        label: field.choices?.[value]?.[language] ?? value,
      }));
      return [{ ...base, kind: 'choice', options }];
    }
    case 'telephone':
      return [{ ...base, kind: 'line', maxLength: 30, shown: (typed) => typed.normalize('NFKC') }];
    default:
      return [{ ...base, kind: 'line', maxLength: 200 }];
  }
};
