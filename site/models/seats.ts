import type { Language } from '#shared/election/text.ts';
import type { ConstituencySummary } from '#shared/recount/results.ts';
import type { Words } from '../words/words.ts';
import { type ElectedName, seatNames } from './elected.ts';
import { seatsHeading } from './election.ts';
import { isDeclared, showsSeats } from './subject.ts';

/** The seats of one constituency, every one of them in a row of its own. */
export interface SeatsInFull {
  readonly result: ConstituencySummary;
  readonly solid: boolean;
  /** How many seats have a name. */
  readonly shown: number;
  /** What the names are: elected, or on the votes so far. */
  readonly heading: string;
  /** One row a seat; `null` where none may be shown, or none is filled. */
  readonly rows: readonly (ElectedName | null)[];
}

/** Of every constituency that fills seats; none is named before half of the reports. */
export const seatsInFull = (
  results: readonly ConstituencySummary[],
  { words, language }: { readonly words: Words; readonly language: Language },
): readonly SeatsInFull[] =>
  results
    .filter(({ kind }) => kind !== 'referendum')
    .map((result) => {
      const heading = seatsHeading(result);
      const names = showsSeats(result) ? seatNames(result, { words, language, compact: true }).rows : [];
      return {
        result,
        solid: isDeclared(result),
        shown: Math.min(names.length, result.seats),
        heading: heading === null ? words.states[result.status].label : words.seatsHeading[heading],
        rows: Array.from({ length: result.seats }, (_, index) => names[index] ?? null),
      };
    });
