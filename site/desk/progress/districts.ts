import type { ProgressRow } from '#shared/desk/desk-views.ts';

/** Stations whose codes begin alike: in Hong Kong the letter is the district. */
export interface District {
  /** The letters; empty where codes say nothing of a place. */
  readonly code: string;
  readonly rows: readonly ProgressRow[];
}

/** More groups than one for two stations would only cut the tiles to pieces. */
const FEWEST_IN_A_GROUP = 2;

const lettersOf = ({ id }: ProgressRow): string => /^[A-Za-z]+/.exec(id)?.[0].toUpperCase() ?? '';

/** The line of the Central Counting Station stands by itself: it is no place where people vote. */
export const isCentral = ({ kind }: ProgressRow): boolean => kind === 'central_counting';

/** Tiles by district, in the order in which the election names its stations, which is for good. */
export const districtsOf = (rows: readonly ProgressRow[]): readonly District[] => {
  const stations = rows.filter((row) => !isCentral(row));
  const groups = [...Map.groupBy(stations, lettersOf)].map(([code, members]) => ({ code, rows: members }));
  if (groups.length * FEWEST_IN_A_GROUP > stations.length) return [{ code: '', rows: stations }];
  return groups;
};
