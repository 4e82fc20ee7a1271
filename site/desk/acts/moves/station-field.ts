import type { ProgressView } from '#shared/desk/desk-views.ts';
import { plainName } from '../../../models/names.ts';
import type { About } from '../about.ts';
import type { Field } from '../form/act-form.ts';
import { cleaned } from '../form/check-fields.ts';

/** As many stations as a list to open is still quick with; beyond, the code is typed. */
const MOST_LISTED = 60;

/** The station that was typed or chosen, as the election spells its code; null where there is none. */
export const stationIn = (view: ProgressView, typed: string | undefined): string | null => {
  const code = cleaned(typed).normalize('NFKC').toUpperCase();
  return view.rows.find(({ id }) => id.toUpperCase() === code)?.id ?? null;
};

/** Which counting station is meant: chosen from a short list, else typed as its code. */
export const stationField = (about: About, view: ProgressView, paths: readonly string[]): Field => {
  const { form } = about.words.acts;
  const shared = { id: 'station', label: form.station, missing: form.stationMissing, paths };
  return view.rows.length <= MOST_LISTED
    ? {
        ...shared,
        kind: 'pick',
        options: view.rows.map(({ id, name }) => ({
          value: id,
          label: `${id} · ${plainName(name, about.language)}`,
        })),
      }
    : {
        ...shared,
        kind: 'line',
        hint: form.stationHint,
        maxLength: 64,
        wrong: (value) => (stationIn(view, value) === null ? form.stationUnknown(value.slice(0, 64)) : null),
      };
};
