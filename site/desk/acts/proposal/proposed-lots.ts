import type { ProgressView } from '#shared/desk/desk-views.ts';
import type { LotsDrawn } from '#shared/election/acts.ts';
import type { Values } from '../form/act-form.ts';
import { type AskedRound, askedRounds, ballField, handField } from '../lots/lot-rounds.ts';

/** Proposed balls as rounds: a member's second ball is of the round after its first. */
export const proposedRounds = (
  lots: ProgressView['lots'],
  { draws }: Pick<LotsDrawn, 'draws'>,
): readonly AskedRound[] => {
  const values: Record<string, string> = {};
  const drawn = new Map<string, number>();
  for (const { contestant, number, drawnBy } of draws) {
    const round = lots.rounds.length + 1 + (drawn.get(contestant) ?? 0);
    drawn.set(contestant, (drawn.get(contestant) ?? 0) + 1);
    values[ballField(round, contestant)] = String(number);
    values[handField(round, contestant)] = drawnBy ?? '';
  }
  return askedRounds(lots, values satisfies Values).filter(({ outcome }) => outcome !== null);
};
