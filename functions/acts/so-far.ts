import type { ElectionDefinition } from '#shared/election/definition.ts';
import type { SoFar } from '#shared/recount/accept-report.ts';
import { inOrder, knownFold } from '#shared/recount/known-fold.ts';
import { constituencyOf, tally } from '#shared/recount/tally.ts';
import type { Records } from '../ports.ts';
import { readableActs } from './stored-acts.ts';

/** What a constituency's reports add up to: for advice to a sender only, so it may be a second old. */
export type SoFarReader = (
  definition: ElectionDefinition,
  constituency: string,
  now: Date,
) => Promise<SoFar | undefined>;

const FRESH_MS = 1000;
/** Few reports are added up anew every time: it costs nothing, and there each one changes much. */
const FEW_REPORTS = 30;

export const soFarReader = (records: Records): SoFarReader => {
  const known = new Map<string, { readonly at: number; readonly soFar: SoFar }>();
  return async (definition, id, now) => {
    const name = `${definition.id}/${id}`;
    const last = known.get(name);
    const fresh = last !== undefined && Math.abs(now.getTime() - last.at) < FRESH_MS;
    if (fresh && last.soFar.stationsReported > FEW_REPORTS) return last.soFar;
    const constituency = constituencyOf(definition, id);
    if (!constituency) return undefined;
    const acts = readableActs(await records.list(definition.id, id, 'report#'));
    const fold = knownFold(definition, inOrder(acts));
    const soFar = tally(fold, constituency, fold.constituencies.get(id));
    known.set(name, { at: now.getTime(), soFar });
    return soFar;
  };
};
