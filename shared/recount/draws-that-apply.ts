import { drawLots } from '../allocation/lots.ts';
import type { Draw } from '../election/acts.ts';

/**
 * The draws that decide a tie as it stands now. Balls drawn for a tie that a recount has dissolved say nothing
 * of the next one: of the stages entered, in their order, the longest run up to the last that fits the tied group.
 */
export const drawsThatApply = (
  stages: readonly (readonly Draw[])[],
  { among, places }: { readonly among: readonly string[]; readonly places: number },
): readonly Draw[] => {
  for (let start = 0; start < stages.length; start += 1) {
    const draws = stages.slice(start).flat();
    if (drawLots(among, places, draws).problem === null) return draws;
  }
  return [];
};
