import type { DeskElection } from '#shared/desk/desk-views.ts';
import type { Language } from '#shared/election/text.ts';
import { plainName } from '../../models/names.ts';
import { HomeAnswer } from '../answers.ts';
import { useDesk } from '../desk-context.ts';
import { apiPaths } from '../paths.ts';
import { useAnswer } from '../shell/use-answer.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The places that accounts are for, by the names that the elections give them. */
export interface PlaceNames {
  readonly election: (id: string) => string;
  /** One id may stand in several elections, with a name in each. */
  readonly constituency: (id: string) => string;
  readonly elections: readonly Choice[];
  /** Constituencies of these elections; of all where none are named. */
  readonly constituenciesOf: (elections: readonly string[]) => readonly Choice[];
  readonly definitions: readonly DeskElection[];
}

const within = (elections: readonly DeskElection[], ids: readonly string[]): readonly DeskElection[] =>
  ids.length === 0 ? elections : elections.filter(({ id }) => ids.includes(id));

/** `Hong Kong Island`, or `Kowloon East / 九龍東` where elections call it differently. */
const constituencyNames = (
  elections: readonly DeskElection[],
  language: Language,
): ReadonlyMap<string, string> => {
  const all = elections.flatMap(({ constituencies }) => constituencies);
  return new Map(
    [...Map.groupBy(all, ({ id }) => id)].map(([id, same]) => [
      id,
      [...new Set(same.map(({ name }) => plainName(name, language)))].join(' / '),
    ]),
  );
};

/** The names in these elections; ids stand for what is not known. */
export const placeNames = (elections: readonly DeskElection[], language: Language): PlaceNames => {
  const titles = new Map(elections.map(({ id, title }) => [id, plainName(title, language)]));
  const names = constituencyNames(elections, language);
  const labelled = ([value, name]: readonly [string, string]): Choice => ({
    value,
    label: `${value} · ${name}`,
  });
  return {
    election: (id) => titles.get(id) ?? id,
    constituency: (id) => names.get(id) ?? id,
    elections: [...titles].map(([value, label]) => ({ value, label })),
    constituenciesOf: (ids) => [...constituencyNames(within(elections, ids), language)].map(labelled),
    definitions: elections,
  };
};

/** The names of places; while they are not there, ids stand for them. */
export const usePlaceNames = (): PlaceNames => {
  const { language } = useDesk();
  const { value } = useAnswer(apiPaths.home(), HomeAnswer);
  return placeNames(value?.elections ?? [], language);
};
