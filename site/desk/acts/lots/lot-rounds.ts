import { type Draw, drawLots, HIGHEST_BALL, type LotRound } from '#shared/allocation/lots.ts';
import type { ProgressView } from '#shared/desk/desk-views.ts';
import { figureIn } from '../../forms/read-figure.ts';
import type { Values } from '../form/act-form.ts';

/** One round of drawing as the form asks for it, and what it gives once every ball is in. */
export interface AskedRound {
  /** Counted over everything drawn for this tie, from 1. */
  readonly round: number;
  /** Who draws, in ballot order. */
  readonly group: readonly string[];
  readonly places: number;
  readonly outcome: LotRound | null;
}

/** Names of the fields of one member's ball. */
export const ballField = (round: number, contestant: string): string => `ball-${round}-${contestant}`;
export const handField = (round: number, contestant: string): string => `hand-${round}-${contestant}`;

const isBall = (number: number | null): number is number =>
  number !== null && number >= 1 && number <= HIGHEST_BALL;

/** The balls of a round, in ballot order; null while one is missing or is no ball. */
const drawsOf = (group: readonly string[], round: number, values: Values): readonly Draw[] | null => {
  const draws = group.flatMap((contestant): readonly Draw[] => {
    const number = figureIn(values[ballField(round, contestant)]);
    const drawnBy = values[handField(round, contestant)] ?? '';
    return isBall(number) ? [{ contestant, number, ...(drawnBy === '' ? {} : { drawnBy }) }] : [];
  });
  return draws.length === group.length ? draws : null;
};

/** The tie as it stands before this form: rounds that were entered earlier have given out some places already. */
const startOf = ({ among, places, rounds }: ProgressView['lots']) => {
  const last = rounds.at(-1);
  const given = rounds.reduce((sum, { elected }) => sum + elected.length, 0);
  return { group: last ? last.redraw : among, places: places - given, round: rounds.length + 1 };
};

const MOST_ROUNDS = 40;

/** Every round that is asked for: the next one appears when equal numbers must draw again, and only among those [2016 ¶2.26]. */
export const askedRounds = (lots: ProgressView['lots'], values: Values): readonly AskedRound[] => {
  const asked: AskedRound[] = [];
  let { group, places, round } = startOf(lots);
  while (group.length > 0 && asked.length < MOST_ROUNDS) {
    const draws = drawsOf(group, round, values);
    const outcome = draws && (drawLots(group, places, draws).rounds[0] ?? null);
    asked.push({ round, group, places, outcome });
    if (!outcome) break;
    places -= outcome.elected.length;
    group = outcome.redraw;
    round += 1;
  }
  return asked;
};

/** All balls of the form, round after round. */
export const drawnBalls = (rounds: readonly AskedRound[]): readonly Draw[] =>
  rounds.flatMap(({ outcome }) => outcome?.drawn ?? []);
