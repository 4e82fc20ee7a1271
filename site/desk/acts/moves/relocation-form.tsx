import type { ProgressView } from '#shared/desk/desk-views.ts';
import { LANGUAGES, MAX_NAME_LENGTH } from '#shared/election/text.ts';
import { LANGUAGE_NAMES } from '../../../words/language-names.ts';
import type { About } from '../about.ts';
import { actScreens } from '../act-paths.ts';
import type { ActForm, FormPage, Values } from '../form/act-form.ts';
import { cleaned } from '../form/check-fields.ts';
import { instantOf } from '../form/moments.ts';
import { actsSince } from '../since.tsx';
import { stationField, stationIn } from './station-field.ts';

const placeOf = (language: string): string => `to-${language}`;

/** The new place in the languages it was given in. */
const newPlace = (values: Values): Readonly<Record<string, string>> =>
  Object.fromEntries(
    LANGUAGES.map((language) => [language, cleaned(values[placeOf(language)])]).filter(
      ([, name]) => name !== '',
    ),
  );

const placePage = ({ words }: About, values: Values): FormPage => {
  const { relocation } = words.acts;
  const given = Object.keys(newPlace(values)).length > 0;
  return {
    id: 'place',
    title: relocation.place,
    lead: <p class="hint">{relocation.placeHint}</p>,
    fields: [
      ...LANGUAGES.map((language, index) => ({
        id: placeOf(language),
        kind: 'line' as const,
        label: relocation.placeIn(LANGUAGE_NAMES[language][0]),
        lang: language,
        maxLength: MAX_NAME_LENGTH,
        paths: [`$.to.${language}`, `$.to["${language}"]`, ...(index === 0 ? ['$.to'] : [])],
        ...(index === 0 && !given ? { missing: relocation.placeMissing } : {}),
      })),
      {
        id: 'opensAt',
        kind: 'moment',
        label: relocation.opensAt,
        hint: relocation.opensHint,
        paths: ['$.opensAt'],
      },
    ],
  };
};

/** The Commission directs that a station's count moves; the station keeps its id and all that it has reported [2016 ¶5.82]. */
export const relocationForm =
  (about: About, view: ProgressView) =>
  (values: Values): ActForm => {
    const { relocation } = about.words.acts;
    const station = stationIn(view, values['station']) ?? '';
    const opensAt = instantOf(values, 'opensAt');
    return {
      title: relocation.title,
      subject: about.constituency,
      base: actScreens.act(about.of, about.constituency, 'relocation'),
      up: about.up,
      pages: [
        {
          id: 'station',
          title: relocation.which,
          fields: [
            stationField(about, view, ['$.station']),
            {
              id: 'reason',
              kind: 'area',
              label: relocation.reason,
              hint: relocation.reasonHint,
              missing: relocation.reasonMissing,
              maxLength: 1000,
              paths: ['$.reason'],
            },
          ],
        },
        placePage(about, values),
      ],
      consequences: relocation.follows.map((line) => <p key={line}>{line}</p>),
      button: relocation.button,
      path: about.post('relocations'),
      meanwhile: actsSince(
        about,
        view,
        (said) => said.type === 'relocation' && said.body.station === station,
      ),
      number: view.relocations.filter((move) => move.station === station).length + 1,
      body: (number) => ({
        constituency: about.constituency,
        station,
        number,
        to: newPlace(values),
        ...(opensAt === null ? {} : { opensAt }),
        reason: cleaned(values['reason']),
      }),
      sent: { title: relocation.sentTitle, words: <p>{relocation.sentWords}</p> },
    };
  };
