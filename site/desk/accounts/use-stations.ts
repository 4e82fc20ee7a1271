import { useEffect, useState } from 'preact/hooks';
import type { ProgressView } from '#shared/desk/desk-views.ts';
import { plainName } from '../../models/names.ts';
import { ProgressAnswer } from '../answers.ts';
import type { Failure } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import { apiPaths } from '../paths.ts';
import type { PlaceNames } from './place-names.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The counting stations to choose from, and whether they are all there. */
export interface Stations {
  readonly options: readonly Choice[];
  readonly failure: Failure | null;
  readonly asking: boolean;
  readonly again: () => void;
}

type Place = readonly [election: string, constituency: string];

const placesOf = (
  { definitions }: PlaceNames,
  elections: readonly string[],
  constituencies: readonly string[],
): readonly Place[] =>
  definitions
    .filter(({ id }) => elections.length === 0 || elections.includes(id))
    .flatMap((election) =>
      election.constituencies
        .filter(({ id }) => constituencies.includes(id))
        .map(({ id }): Place => [election.id, id]),
    );

/** Asks for the stations of these constituencies, by code; the same code in two elections is one choice. */
export const useStations = (
  names: PlaceNames,
  elections: readonly string[],
  constituencies: readonly string[],
): Stations => {
  const { api, language } = useDesk();
  const places = placesOf(names, elections, constituencies);
  const key = places.map((place) => place.join('/')).join(' ');
  const [turn, setTurn] = useState(0);
  const [views, setViews] = useState<readonly ProgressView[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    let current = true;
    setAsking(key !== '');
    void Promise.all(places.map((place) => api.get(apiPaths.progress(...place), ProgressAnswer))).then(
      (answers) => {
        if (!current) return;
        setViews(answers.flatMap((answer) => (answer.ok ? [answer.value] : [])));
        setFailure(answers.find((answer) => !answer.ok)?.problem ?? null);
        setAsking(false);
      },
    );
    return () => {
      current = false;
    };
  }, [api, key, turn]);
  const labels = new Map(
    views.flatMap(({ rows }) =>
      rows.map(({ id, name }) => [id, `${id} · ${plainName(name, language)}`] as const),
    ),
  );
  return {
    options: [...labels].map(([value, label]) => ({ value, label })),
    failure,
    asking,
    again: () => setTurn(turn + 1),
  };
};
