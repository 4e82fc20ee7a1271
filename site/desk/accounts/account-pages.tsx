import { ACCOUNT_ROLES, NEW_ACCOUNT } from '#shared/desk/account.ts';
import type { Field, FormPage, Values } from '../acts/form/act-form.ts';
import { listed } from '../forms/listed.ts';
import { FailureWords } from '../shell/Told.tsx';
import type { DeskWords } from '../words/load.ts';
import { HAS_CONSTITUENCIES } from './account-values.ts';
import type { PlaceNames } from './place-names.ts';
import type { Stations } from './use-stations.ts';

/** What the questions of an account are made of. */
export interface Asking {
  readonly words: DeskWords;
  readonly names: PlaceNames;
  readonly stations: Stations;
  /** Accounts of the Central Platform in the one election that is chosen. */
  readonly platforms: Pick<Stations, 'options'>;
}

const ADDRESS = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}$/;
const PHONE = /^\+?[0-9][0-9 -]{5,24}$/;

/** Says `sentence` where an answer has another shape. */
const like =
  (shape: RegExp, sentence: string) =>
  (value: string): string | null =>
    shape.test(value.trim()) ? null : sentence;

export const rolePage = ({ words }: Asking): FormPage => {
  const { form } = words.accounts;
  return {
    id: 'role',
    title: form.role,
    fields: [
      {
        id: 'role',
        kind: 'choice',
        label: words.accounts.fields.role,
        missing: form.roleMissing,
        options: ACCOUNT_ROLES.map((value) => ({
          value,
          label: words.common.roles[value],
          hint: form.roleHints[value],
        })),
        paths: ['$.role'],
      },
    ],
  };
};

const constituencyField = ({ words, names }: Asking, values: Values): Field => {
  const { accounts } = words;
  const optional = values['role'] === 'observer';
  return {
    id: 'constituencies',
    kind: 'several',
    label: accounts.fields.constituencies,
    ...(optional ? { hint: accounts.form.constituenciesHint, emptyMeans: accounts.allConstituencies } : {}),
    ...(optional ? {} : { missing: accounts.form.constituenciesMissing }),
    options: names.constituenciesOf(listed(values['elections'])),
    paths: ['$.constituencies'],
  };
};

const stationField = ({ words, stations }: Asking, values: Values): Field => {
  const { fields, form } = words.accounts;
  return {
    id: 'stations',
    kind: 'several',
    label: fields.stations,
    hint: listed(values['constituencies']).length === 0 ? form.stationsFirst : form.stationsHint,
    missing: form.stationsMissing,
    options: stations.options,
    paths: ['$.stations'],
  };
};

/** A candidate's sign-in files in one election, for the accounts of the platform that are named. */
const platformPage = ({ words, names, platforms }: Asking): FormPage => {
  const { accounts } = words;
  return {
    id: 'places',
    title: accounts.form.platforms,
    fields: [
      {
        id: 'elections',
        kind: 'pick',
        label: accounts.fields.elections,
        missing: accounts.form.electionMissing,
        options: names.elections,
        paths: ['$.elections'],
      },
      {
        id: 'platforms',
        kind: 'several',
        label: accounts.fields.platforms,
        hint: accounts.form.platformsHint,
        missing: accounts.form.platformsMissing,
        options: platforms.options,
        paths: ['$.platforms'],
      },
    ],
  };
};

export const placesPage = (asking: Asking, values: Values): FormPage => {
  if (values['role'] === 'candidate') return platformPage(asking);
  const { words, names, stations } = asking;
  const { accounts } = words;
  const isStations = values['role'] === 'presiding_officer';
  return {
    id: 'places',
    title: accounts.form.places,
    fields: [
      {
        id: 'elections',
        kind: 'several',
        label: accounts.fields.elections,
        hint: accounts.form.electionsHint,
        emptyMeans: accounts.allElections,
        options: names.elections,
        paths: ['$.elections'],
      },
      ...(HAS_CONSTITUENCIES.has(values['role'] ?? '') ? [constituencyField(asking, values)] : []),
      ...(isStations ? [stationField(asking, values)] : []),
    ],
    after: isStations && (
      <>
        {stations.asking && <p class="loading">{words.common.loading}</p>}
        {stations.failure && <FailureWords failure={stations.failure} again={stations.again} />}
      </>
    ),
  };
};

const contactFields = ({ words }: Asking): readonly Field[] => {
  const { fields, form } = words.accounts;
  return [
    {
      id: 'email',
      kind: 'line',
      label: fields.email,
      hint: form.emailHint,
      missing: form.emailMissing,
      wrong: like(EMAIL, form.emailWrong),
      maxLength: 255,
      paths: ['$.email'],
    },
    {
      id: 'phone',
      kind: 'line',
      label: fields.phone,
      hint: form.phoneHint,
      wrong: like(PHONE, form.phoneWrong),
      maxLength: 26,
      paths: ['$.phone'],
    },
  ];
};

const idField = ({ words }: Asking, taken: boolean): Field => {
  const { fields, form } = words.accounts;
  return {
    id: 'id',
    kind: 'line',
    label: fields.id,
    hint: form.idHint,
    missing: form.idMissing,
    wrong: (value) => {
      if (taken || value.trim() === NEW_ACCOUNT) return form.idTaken(value.trim());
      return ADDRESS.test(value.trim()) && !value.includes('..') ? null : form.idWrong;
    },
    maxLength: 64,
    paths: ['$.id'],
  };
};

/** Who it is and how to reach them; `taken` only of an account that is not made yet. */
export const personPage = (asking: Asking, taken: boolean | null): FormPage => {
  const { fields, form } = asking.words.accounts;
  return {
    id: 'person',
    title: form.person,
    fields: [
      {
        id: 'name',
        kind: 'line',
        label: fields.name,
        hint: form.nameHint,
        missing: form.nameMissing,
        maxLength: 200,
        paths: ['$.name'],
      },
      ...(taken === null ? [] : [idField(asking, taken)]),
      ...contactFields(asking),
    ],
  };
};

export const reasonPage = ({ accounts }: DeskWords): FormPage => ({
  id: 'reason',
  title: accounts.form.reason,
  fields: [
    {
      id: 'reason',
      kind: 'area',
      label: accounts.form.reasonLabel,
      hint: accounts.form.reasonHint,
      missing: accounts.form.reasonMissing,
      maxLength: 1000,
      paths: ['$.reason'],
    },
  ],
});
