import type { FormSheet, StationView } from '#shared/desk/desk-views.ts';
import { SheetAnswer, StationAnswer } from '../../answers.ts';
import { apiPaths } from '../../paths.ts';
import type { Params } from '../../router.ts';
import { type Asked, type HowToAsk, useAnswer } from '../../shell/use-answer.ts';

export interface StationPlace {
  readonly election: string;
  readonly constituency: string;
  readonly station: string;
}

export const placeIn = ({ election = '', constituency = '', station = '' }: Params): StationPlace => ({
  election,
  constituency,
  station,
});

/** A station with the sheet that names its figures. */
export interface ReadStation {
  readonly view: StationView;
  readonly sheet: FormSheet;
}

/** A station as it stands, and the form it is read by; asked again where something may have happened. */
export const useReadStation = (
  { election, constituency, station }: StationPlace,
  how: HowToAsk = {},
): Asked<ReadStation> => {
  const view = useAnswer(apiPaths.station(election, constituency, station), StationAnswer, how);
  const sheet = useAnswer(apiPaths.form(election, constituency), SheetAnswer);
  return {
    value: view.value && sheet.value ? { view: view.value, sheet: sheet.value } : null,
    failure: view.failure ?? sheet.failure,
    asking: view.asking || sheet.asking,
    ask: () => {
      view.ask();
      if (sheet.value === null) sheet.ask();
    },
  };
};
