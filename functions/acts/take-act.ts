import type * as z from 'zod/mini';
import type { Warning } from '#shared/election/acts.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { type InputProblem, parseInput } from '#shared/election/input-problem.ts';
import type { StationReport } from '#shared/election/report.ts';
import { contentHash } from '#shared/hash.ts';
import type { Known } from '#shared/recount/accept-report.ts';
import { type Act, acceptedAfter, actPlace, REPORT_KEYS } from '#shared/recount/act.ts';
import type { Result } from '#shared/result.ts';
import { Refusal, refusal } from '../http/problem.ts';
import { maxRecordBytes, type Records, RecordTooLarge, type StoredAct } from '../ports.ts';
import { sharedRead } from './shared-read.ts';
import { actContent, readAct, readableActs, storedAct } from './stored-acts.ts';

/** What became of an act: written now, or written before with the same content. */
export interface ActOutcome {
  readonly outcome: 'accepted' | 'replayed';
  readonly place: string;
  readonly sha256: string;
  readonly acceptedAt: string;
  readonly warnings: readonly Warning[];
}

const outcomeOf = (outcome: ActOutcome['outcome'], act: Act): ActOutcome => {
  const { partition, key } = actPlace(act);
  return {
    outcome,
    place: `${partition}/${key}`,
    sha256: contentHash(actContent(act)),
    acceptedAt: act.acceptedAt,
    warnings: act.type === 'report' ? [...act.warnings, ...(act.advice ?? [])] : [],
  };
};

const conflict = (standing: StoredAct, sha256: string): Refusal =>
  refusal('conflict', '$', `${standing.partition}/${standing.key}`, {
    accepted: standing.sha256,
    sent: sha256,
    acceptedAt: standing.acceptedAt,
  });

export const parseBody = <S extends z.ZodMiniType>(schema: S, body: unknown): z.output<S> => {
  const parsed = parseInput(schema, body);
  if (!parsed.ok) throw new Refusal(parsed.problem);
  return parsed.value;
};

/** What stands at an act's place already: a replay of the same content, a conflict with another, or nothing. */
export interface ActPlace {
  readonly election: string;
  readonly partition: string;
  readonly key: string;
}

export const standingOutcome = async (
  records: Records,
  place: ActPlace,
  sha256: string,
): Promise<ActOutcome | null> => {
  const standing = await records.find(place.election, place.partition, place.key);
  if (!standing) return null;
  if (standing.sha256 !== sha256) throw conflict(standing, sha256);
  return outcomeOf('replayed', readAct(standing));
};

/** Writes a decided act by one conditional put, after all that was known, with who did it; the only place where acts are written. */
export const writeAct = async (
  records: Records,
  decided: Result<Act, readonly InputProblem[]>,
  { known, by }: { readonly known: readonly Act[]; readonly by: string },
): Promise<ActOutcome> => {
  if (!decided.ok) throw new Refusal(decided.problem);
  const act = { ...decided.value, acceptedAt: acceptedAfter(decided.value.acceptedAt, known) };
  const stored = storedAct(act, by);
  const written = await records.accept(stored).catch((error: unknown) => {
    if (!(error instanceof RecordTooLarge)) throw error;
    throw refusal('body-too-large', '$', null, { limit: maxRecordBytes });
  });
  if (written.kind === 'conflict') throw conflict(written.act, stored.sha256);
  if (written.kind === 'replayed') return outcomeOf('replayed', readAct(written.act));
  return outcomeOf('accepted', act);
};

/**
 * Writes a decided act. Where it was refused, what stands already is answered before what is wrong: somebody may have been faster with the same
 * content, and a replay stays one although the constituency has gone on since.
 */
export const settleAct = async (
  records: Records,
  decided: Result<Act, readonly InputProblem[]>,
  of: {
    readonly place: ActPlace;
    readonly sha256: string;
    readonly known: readonly Act[];
    readonly by: string;
  },
): Promise<ActOutcome> => {
  const standing = decided.ok ? null : await standingOutcome(records, of.place, of.sha256);
  return standing ?? writeAct(records, decided, of);
};

/** What is known about a constituency: its definition and every act accepted so far. */
export const gatherKnown = async (
  records: Records,
  definition: ElectionDefinition,
  constituency: string,
): Promise<Known> => {
  const acts = await records.list(definition.id, constituency);
  return { election: definition.id, definition, acts: readableActs(acts) };
};

/** Outcomes by place: what was accepted never changes, so a replay need not be looked up again. */
export interface OutcomeMemory {
  /** Decides once: who sends the same content again, also while it is being decided, gets the first one's outcome. */
  once(place: ActPlace, sha256: string, decide: () => Promise<ActOutcome>): Promise<ActOutcome>;
}

const MOST_REMEMBERED = 10_000;

export const outcomeMemory = (): OutcomeMemory => {
  const known = new Map<string, Promise<ActOutcome>>();
  const start = (name: string, decide: () => Promise<ActOutcome>): Promise<ActOutcome> => {
    if (known.size >= MOST_REMEMBERED) known.clear();
    const outcome = decide();
    known.set(name, outcome);
    return outcome.catch((cause: unknown) => {
      // What failed or was refused is decided anew: an outage ends, and what was missing may have come.
      if (known.get(name) === outcome) known.delete(name);
      throw cause;
    });
  };
  return {
    once: async ({ election, partition, key }, sha256, decide) => {
      const name = `${election}/${partition}/${key}/${sha256}`;
      const first = await known.get(name)?.catch(() => null);
      return first ? { ...first, outcome: 'replayed' } : start(name, decide);
    },
  };
};

export type StationReader = (definition: ElectionDefinition, report: StationReport) => Promise<Known>;

/** What a station's report is decided by: its own earlier reports, and what officers did in its constituency. */
export const stationReader = (records: Records): StationReader => {
  const officersActs = sharedRead(
    (election, constituency) => `${election}/${constituency}`,
    (election: string, constituency: string) => records.list(election, constituency, { below: REPORT_KEYS }),
  );
  return async (definition, { constituency, station, count, revision }) => {
    const isFirst = count === 1 && revision === 1;
    const ownKeys = { prefix: `${REPORT_KEYS}${station}#` };
    const acts = await Promise.all([
      isFirst ? [] : records.list(definition.id, constituency, ownKeys),
      officersActs(definition.id, constituency),
    ]);
    return { election: definition.id, definition, acts: readableActs(acts.flat()) };
  };
};

export const statusOfOutcome = ({ outcome }: ActOutcome): number => (outcome === 'accepted' ? 201 : 200);
