import type { CandidateEvent } from '../election/acts.ts';
import type { Constituency, ElectionDefinition } from '../election/definition.ts';

/** When the Returning Officer was satisfied of a death or disqualification, as the rules divide time [2016 ¶2.28-2.30, ¶3.40-3.42]. */
export type CandidateStage = 'before_polling_day' | 'polling_day' | 'after_close';

const HONG_KONG_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The calendar day in Hong Kong, which has kept UTC+8 all year since 1979. */
const hongKongDay = (instant: string): string =>
  new Date(Date.parse(instant) + HONG_KONG_OFFSET_MS).toISOString().slice(0, 10);

export const candidateStage = (definition: ElectionDefinition, satisfiedAt: string): CandidateStage => {
  if (Date.parse(satisfiedAt) >= Date.parse(definition.pollClosesAt)) return 'after_close';
  return hongKongDay(satisfiedAt) < hongKongDay(definition.pollOpensAt)
    ? 'before_polling_day'
    : 'polling_day';
};

const hasLists = ({ kind }: Pick<Constituency, 'kind'>): boolean =>
  kind === 'geographical' || kind === 'dc_second';

/**
 * Whether an event ends the proceedings of its constituency: any death or disqualification on polling day
 * before the close, and in a traditional functional constituency already before polling day [2016 ¶2.29, ¶3.40-3.41].
 */
export const isTerminatedBy = (
  definition: ElectionDefinition,
  act: { readonly body: CandidateEvent },
): boolean => {
  const constituency = definition.constituencies.find(({ id }) => id === act.body.constituency);
  if (!constituency || act.body.event === 'withdrawn') return false;
  const stage = candidateStage(definition, act.body.satisfiedAt);
  if (stage === 'polling_day') return true;
  return stage === 'before_polling_day' && !hasLists(constituency);
};

/** Names struck off before polling day: nobody is added in their place [2016 ¶2.23, ¶2.28]. */
export const struckNames = (
  definition: ElectionDefinition,
  events: readonly { readonly candidate: string; readonly body: CandidateEvent }[],
): ReadonlySet<string> =>
  new Set(
    events
      .filter(({ body }) => candidateStage(definition, body.satisfiedAt) === 'before_polling_day')
      .map(({ candidate }) => candidate),
  );

/** Candidates who died or were disqualified after the close of poll: they keep their place until seats are given out. */
export const lostAfterClose = (
  definition: ElectionDefinition,
  events: readonly { readonly candidate: string; readonly body: CandidateEvent }[],
): ReadonlySet<string> =>
  new Set(
    events
      .filter(({ body }) => candidateStage(definition, body.satisfiedAt) === 'after_close')
      .map(({ candidate }) => candidate),
  );
