import type { ElectionDefinition } from '#shared/election/definition.ts';
import { REPORT_KEYS } from '#shared/recount/act.ts';
import { inOrder, knownFold } from '#shared/recount/known-fold.ts';
import type { SoFar } from '#shared/recount/outlier.ts';
import { constituencyOf, tally } from '#shared/recount/tally.ts';
import type { Records } from '../ports.ts';
import { sharedRead } from './shared-read.ts';
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
  const nameOf = (definition: ElectionDefinition, id: string): string => `${definition.id}/${id}`;
  const readNow = async (now: Date, definition: ElectionDefinition, id: string) => {
    const constituency = constituencyOf(definition, id);
    if (!constituency) return undefined;
    const acts = readableActs(await records.list(definition.id, id, { prefix: REPORT_KEYS }));
    const fold = knownFold(definition, inOrder(acts));
    const soFar = tally(fold, constituency, fold.constituencies.get(id));
    known.set(nameOf(definition, id), { at: now.getTime(), soFar });
    return soFar;
  };
  const addUp = sharedRead(
    (_, definition: ElectionDefinition, id: string) => nameOf(definition, id),
    readNow,
  );
  return async (definition, id, now) => {
    const last = known.get(nameOf(definition, id));
    const fresh = last !== undefined && Math.abs(now.getTime() - last.at) < FRESH_MS;
    return fresh && last.soFar.stationsReported > FEW_REPORTS ? last.soFar : addUp(now, definition, id);
  };
};
