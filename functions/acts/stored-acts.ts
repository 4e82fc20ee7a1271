import * as z from 'zod/mini';
import { canonicalJson } from '#shared/canonical-json.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { contentHash } from '#shared/hash.ts';
import { Act, type ActOf, actPlace, ELECTION_PARTITION } from '#shared/recount/act.ts';
import type { OrderedAct } from '#shared/recount/filing-act.ts';
import type { Records, StoredAct } from '../ports.ts';

/** What an act is identified by: its content as sent, without when and by whom it was accepted. */
export const actContent = (act: OrderedAct): unknown =>
  act.type === 'event' ? { candidate: act.candidate, ...act.body } : act.body;

/** An act as it is kept, with the account that did it. */
export const storedAct = (act: OrderedAct, by?: string): StoredAct => ({
  election: act.election,
  ...actPlace(act),
  sha256: contentHash(actContent(act)),
  body: canonicalJson(act),
  acceptedAt: act.acceptedAt,
  ...(by === undefined ? {} : { by }),
});

const MAX_REMEMBERED = 5000;

/** Reads what was accepted back. Records never change, so what was parsed once is not parsed again. */
export const rememberingReader = <S extends z.ZodMiniType>(
  schema: S,
): ((stored: StoredAct) => z.output<S>) => {
  const remembered = new Map<string, z.output<S>>();
  return ({ body }) => {
    const known = remembered.get(body);
    if (known) return known;
    const act = z.parse(schema, JSON.parse(body));
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(body, act);
    return act;
  };
};

export const readAct = rememberingReader(Act);

/** What is read back where it says that it stands; else null. */
export const readable = <T extends OrderedAct>(
  stored: StoredAct,
  read: (stored: StoredAct) => T,
): T | null => {
  try {
    const act = read(stored);
    const place = actPlace(act);
    const inPlace =
      act.election === stored.election && place.partition === stored.partition && place.key === stored.key;
    return inPlace ? act : null;
  } catch {
    return null;
  }
};

/** An act that stands where it says it stands; null where the stored text is none, which is its own station's trouble only [I12]. */
export const readableAct = (stored: StoredAct): Act | null => readable(stored, readAct);

export const readableActs = (stored: readonly StoredAct[]): readonly Act[] =>
  stored.map(readableAct).filter((act) => act !== null);

export const isReport = (act: Act): act is ActOf<'report'> => act.type === 'report';

/** Every revision of an election's definition, oldest first; none for an election nobody has defined. */
export const definitionRevisions = async (
  records: Records,
  election: string,
): Promise<readonly ActOf<'definition'>[]> => {
  const acts = readableActs(await records.list(election, ELECTION_PARTITION, { prefix: 'definition#' }));
  return acts.filter((act) => act.type === 'definition');
};

export type DefinitionReader = (election: string, now: Date) => Promise<ElectionDefinition | null>;

/** A report held against a definition one second old is harmless: what no longer fits is set aside when it is counted. */
const DEFINITION_FRESH_MS = 1000;

export const definitionReader = (records: Records): DefinitionReader => {
  const known = new Map<
    string,
    { readonly at: number; readonly definition: Promise<ElectionDefinition | null> }
  >();
  const read = async (election: string): Promise<ElectionDefinition | null> => {
    try {
      const definition = (await definitionRevisions(records, election)).at(-1)?.body ?? null;
      if (definition === null) known.delete(election);
      return definition;
    } catch (cause) {
      known.delete(election);
      throw cause;
    }
  };
  return (election, now) => {
    const cached = known.get(election);
    if (cached && Math.abs(now.getTime() - cached.at) < DEFINITION_FRESH_MS) return cached.definition;
    // Callers of one moment share one read: in a burst there are many.
    const definition = read(election);
    known.set(election, { at: now.getTime(), definition });
    return definition;
  };
};
