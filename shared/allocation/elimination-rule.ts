import type { Lots } from './lots.ts';

/** How a preferential count ends [2016 App.3 ¶2-4]. */
export type ElectedBy = 'absolute_majority' | 'plurality_first_only' | 'only_one_left' | 'lots';

/** What a preferential round shows when its papers lie in piles. */
export interface RoundTable {
  /** In ballot order. */
  readonly continuing: readonly string[];
  readonly votes: Readonly<Record<string, number>>;
  /** Papers still in the count [2016 App.3 annex ¶2.3]. */
  readonly denominator: number;
  /** Only true in round 1: every valid paper bears a first preference only. */
  readonly firstOnly: boolean;
}

export type RoundDecision =
  | { readonly kind: 'elect'; readonly elected: string; readonly by: ElectedBy }
  | { readonly kind: 'lots'; readonly among: readonly string[] }
  | { readonly kind: 'eliminate'; readonly eliminated: readonly string[] };

/**
 * One round's decision: the only one left, more than half, the most where nobody gave a second
 * preference, lots where all are equal; else all on the fewest votes go out together
 * [2016 App.3 ¶2-4, A-5, A-6].
 */
export const decideRound = ({ continuing, votes, denominator, firstOnly }: RoundTable): RoundDecision => {
  const votesOf = (id: string): number => votes[id] ?? 0;
  const most = continuing.reduce((highest, id) => Math.max(highest, votesOf(id)), 0);
  const fewest = continuing.reduce((lowest, id) => Math.min(lowest, votesOf(id)), most);
  const [top, second] = continuing.filter((id) => votesOf(id) === most);
  if (top !== undefined && continuing.length === 1)
    return { kind: 'elect', elected: top, by: 'only_one_left' };
  if (top !== undefined && 2 * most > denominator) {
    return { kind: 'elect', elected: top, by: 'absolute_majority' };
  }
  if (most === fewest) return { kind: 'lots', among: continuing };
  if (firstOnly && top !== undefined && second === undefined) {
    return { kind: 'elect', elected: top, by: 'plurality_first_only' };
  }
  return { kind: 'eliminate', eliminated: continuing.filter((id) => votesOf(id) === fewest) };
};

/** Lots as a preferential result states them, also where none are needed. */
export interface PreferentialLots extends Lots {
  readonly needed: boolean;
}
