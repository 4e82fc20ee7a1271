import type { PlatformAccount } from '#shared/advertisements/platform-account.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { type Language, type Text, textIn } from '#shared/election/text.ts';
import type { Field, FormPage, Values } from '../../acts/form/act-form.ts';
import { cleaned } from '../../acts/form/check-fields.ts';
import { readShownDay } from '../draft/read-shown-day.ts';
import type { PlatformWords } from '../words/load.ts';

const ID = /^[A-Z][A-Z0-9]{0,7}-[A-Z0-9]{1,6}$/;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}$/;
const PHONE = /^\+?[0-9][0-9 -]{5,24}$/;

/** What the questions about an account are made of. */
export interface AskingAccount {
  readonly words: PlatformWords;
  readonly language: Language;
  readonly constituencies: ElectionDefinition['constituencies'];
  /** Ids that stand already. */
  readonly taken: readonly string[];
}

const like =
  (shape: RegExp, sentence: string) =>
  (value: string): string | null =>
    shape.test(value.trim()) ? null : sentence;

/** Whose account it is and in which constituency: neither changes once it is open. */
export const placePage = ({ words, language, constituencies, taken }: AskingAccount): FormPage => {
  const { officers } = words;
  return {
    id: 'place',
    title: officers.form.place,
    fields: [
      {
        id: 'constituency',
        kind: 'pick',
        label: officers.fields.constituency,
        missing: officers.form.constituencyMissing,
        options: constituencies.map(({ id, name }) => ({ value: id, label: textIn(name, language).text })),
        paths: ['$.constituency'],
      },
      {
        id: 'id',
        kind: 'line',
        label: officers.fields.id,
        hint: officers.form.idHint,
        missing: officers.form.idMissing,
        maxLength: 15,
        wrong: (value) =>
          taken.includes(value.trim()) ? officers.form.idTaken : like(ID, officers.form.idWrong)(value),
        paths: ['$.id'],
      },
    ],
  };
};

const nameFields = ({ words }: AskingAccount, values: Values): readonly Field[] => {
  const { officers, submit } = words;
  const isGiven = ['zh', 'en'].some((tongue) => cleaned(values[`name-${tongue}`]) !== '');
  return (['zh', 'en'] as const).map((tongue, index) => ({
    id: `name-${tongue}`,
    kind: 'line',
    label: submit.tongues[tongue],
    group: officers.fields.name,
    maxLength: 300,
    lang: tongue === 'zh' ? 'zh-Hant' : 'en',
    ...(index === 0 && !isGiven ? { missing: officers.form.nameMissing } : {}),
    ...(index === 0 ? { paths: ['$.name'] } : {}),
  }));
};

/** Who it is; their list or number once they are nominated [2016 ¶8.1 note]. */
export const candidatePage = (asking: AskingAccount, values: Values): FormPage => {
  const { words, language, constituencies } = asking;
  const { officers } = words;
  const contestants = constituencies.find(({ id }) => id === values['constituency'])?.contestants ?? [];
  return {
    id: 'candidate',
    title: officers.form.candidate,
    fields: [
      ...nameFields(asking, values),
      {
        id: 'contestant',
        kind: 'pick',
        label: officers.fields.contestant,
        hint: officers.form.contestantHint,
        options: [
          { value: 'none', label: officers.form.notNominated },
          ...contestants.map(({ id, number, name }) => ({
            value: id,
            label: `${number} · ${textIn(name, language).text}`,
          })),
        ],
        paths: ['$.contestant'],
      },
    ],
  };
};

/** The application with its signed undertaking, and where receipts go [2016 App.5 ¶3-6]. */
export const applicationPage = ({ words }: AskingAccount): FormPage => {
  const { officers, submit } = words;
  return {
    id: 'application',
    title: officers.form.application,
    fields: [
      {
        id: 'appliedOn',
        kind: 'line',
        label: officers.fields.appliedOn,
        hint: submit.dayHint,
        missing: officers.form.appliedMissing,
        maxLength: 20,
        wrong: (value) => (readShownDay(value) === null ? submit.notDay : null),
        paths: ['$.appliedOn'],
      },
      {
        id: 'undertaking',
        kind: 'choice',
        label: officers.fields.undertaking,
        missing: officers.form.undertakingMissing,
        options: [{ value: 'yes', label: officers.form.undertakingSigned }],
        paths: ['$.undertakingSigned'],
      },
      {
        id: 'email',
        kind: 'line',
        label: officers.fields.email,
        hint: officers.form.emailHint,
        missing: officers.form.emailMissing,
        maxLength: 255,
        wrong: like(EMAIL, officers.form.emailWrong),
        paths: ['$.email'],
      },
      {
        id: 'mobile',
        kind: 'line',
        label: officers.fields.mobile,
        missing: officers.form.mobileMissing,
        maxLength: 26,
        wrong: like(PHONE, officers.form.mobileWrong),
        paths: ['$.mobile'],
      },
    ],
  };
};

const nameIn = (values: Values): Text => {
  const [en, zh] = [cleaned(values['name-en']), cleaned(values['name-zh'])];
  return { ...(en === '' ? {} : { en }), ...(zh === '' ? {} : { 'zh-Hant': zh }) };
};

/** The account that a form says, without its revision. */
export const accountIn = (values: Values): Omit<PlatformAccount, 'revision' | 'reason'> => {
  const contestant = cleaned(values['contestant']);
  return {
    id: cleaned(values['id']),
    constituency: cleaned(values['constituency']),
    name: nameIn(values),
    ...(contestant === '' || contestant === 'none' ? {} : { contestant }),
    appliedOn: readShownDay(values['appliedOn'] ?? '') ?? '',
    undertakingSigned: true,
    email: cleaned(values['email']),
    mobile: cleaned(values['mobile']),
    active: true,
  };
};
