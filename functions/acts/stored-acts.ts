import * as z from 'zod/mini';
import { canonicalJson } from '#shared/canonical-json.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { contentHash } from '#shared/hash.ts';
import { Act, type ActOf, actPlace, ELECTION_PARTITION } from '#shared/recount/act.ts';
import type { Records, StoredAct } from '../ports.ts';

/** What an act is identified by: its content as sent, without when and by whom it was accepted. */
export const actContent = (act: Act): unknown =>
  act.type === 'event' ? { candidate: act.candidate, ...act.body } : act.body;

export const storedAct = (act: Act): StoredAct => ({
  election: act.election,
  ...actPlace(act),
  sha256: contentHash(actContent(act)),
  body: canonicalJson(act),
  acceptedAt: act.acceptedAt,
});

const MAX_REMEMBERED = 5000;
const remembered = new Map<string, Act>();

/** Reads an act back. Records never change, so what was parsed once is not parsed again. */
export const readAct = (stored: StoredAct): Act => {
  const known = remembered.get(stored.body);
  if (known) return known;
  const act = z.parse(Act, JSON.parse(stored.body));
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(stored.body, act);
  return act;
};

export const isReport = (act: Act): act is ActOf<'report'> => act.type === 'report';

/** The definition in force and its revision, or null for an election nobody has defined. */
export const currentDefinition = async (
  records: Records,
  election: string,
): Promise<ActOf<'definition'> | null> => {
  const last = (await records.list(election, ELECTION_PARTITION, 'definition#')).at(-1);
  if (!last) return null;
  const act = readAct(last);
  return act.type === 'definition' ? act : null;
};

export type DefinitionReader = (election: string, now: Date) => Promise<ElectionDefinition | null>;

/** A report held against a definition one second old is harmless: what no longer fits is set aside when it is counted. */
const DEFINITION_FRESH_MS = 1000;

export const definitionReader = (records: Records): DefinitionReader => {
  const known = new Map<string, { readonly at: number; readonly definition: ElectionDefinition | null }>();
  return async (election, now) => {
    const cached = known.get(election);
    if (cached?.definition && Math.abs(now.getTime() - cached.at) < DEFINITION_FRESH_MS) {
      return cached.definition;
    }
    const definition = (await currentDefinition(records, election))?.body ?? null;
    known.set(election, { at: now.getTime(), definition });
    return definition;
  };
};
