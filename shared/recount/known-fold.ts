import type { ElectionDefinition } from '../election/definition.ts';
import type { Act } from './act.ts';
import { applyOfficersEntry } from './apply-officers-entry.ts';
import { type ElectionFold, expectedStations, startConstituency, startFold } from './election-fold.ts';
import { isHeld } from './order.ts';

/** A state as the ledger would give it, were these acts all it held: with the poll closed, or before, without what is held until then. */
export const knownFold = (
  definition: ElectionDefinition,
  acts: readonly Act[],
  closed = true,
): ElectionFold => {
  const fold = startFold(definition.id);
  fold.definition = definition;
  for (const [id, stations] of expectedStations(definition)) fold.expected.set(id, stations);
  for (const { id } of definition.constituencies) fold.constituencies.set(id, startConstituency(id));
  const { id: election, pollClosesAt } = definition;
  applyOfficersEntry(fold, { type: 'batch', election, version: 1, orderedAt: pollClosesAt });
  if (closed) applyOfficersEntry(fold, { type: 'poll-closed', election, pollClosesAt });
  for (const act of acts) {
    if (act.type !== 'definition' && (closed || !isHeld(act, definition))) applyOfficersEntry(fold, act);
  }
  return fold;
};

/** Acts in the order in which they were accepted. */
export const inOrder = (acts: readonly Act[]): readonly Act[] =>
  [...acts].sort((a, b) => (a.acceptedAt < b.acceptedAt ? -1 : a.acceptedAt > b.acceptedAt ? 1 : 0));
