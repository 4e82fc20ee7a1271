import type { CandidateEvent } from '../election/acts.ts';
import type { Constituency, ElectionDefinition } from '../election/definition.ts';

/** When the Returning Officer was satisfied of a death or disqualification, as the rules divide time [2016 ¶2.28-2.30, ¶3.40-3.42]. */
export type CandidateStage = 'before_polling_day' | 'polling_day' | 'after_close';

const HONG_KONG_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The calendar day in Hong Kong, which has kept UTC+8 all year since 1979. */
const hongKongDay = (instant: string): string =>
  new Date(Date.parse(instant) + HONG_KONG_OFFSET_MS).toISOString().slice(0, 10);

export const candidateStage = (
  definition: Pick<ElectionDefinition, 'pollOpensAt' | 'pollClosesAt'>,
  satisfiedAt: string,
): CandidateStage => {
  if (Date.parse(satisfiedAt) >= Date.parse(definition.pollClosesAt)) return 'after_close';
  return hongKongDay(satisfiedAt) < hongKongDay(definition.pollOpensAt)
    ? 'before_polling_day'
    : 'polling_day';
};

const hasLists = ({ kind }: Pick<Constituency, 'kind'>): boolean =>
  kind === 'geographical' || kind === 'dc_second';

/** What follows from an event, so that it can be said before it is recorded. */
export type EventConsequence =
  /** The name leaves its list; nobody is added [2016 ¶2.23, ¶4.36]. */
  | 'struck_off'
  /** The proceedings of the constituency end [2016 ¶2.29, ¶3.40-3.41]. */
  | 'terminated'
  /** The count goes on; the next name of the same list takes a seat that was won [2016 ¶2.30]. */
  | 'replaced'
  /** The count goes on; a seat that was won stays empty [2016 ¶3.42]. */
  | 'not_replaced'
  /** A withdrawal is only heard while nominations are open. */
  | 'too_late';

/** What an event would bring about in a constituency of this kind [2016 ¶2.28-2.30, ¶3.40-3.42]. */
export const eventConsequence = (
  definition: Pick<ElectionDefinition, 'pollOpensAt' | 'pollClosesAt'>,
  constituency: Pick<Constituency, 'kind'>,
  { event, satisfiedAt }: Pick<CandidateEvent, 'event' | 'satisfiedAt'>,
): EventConsequence => {
  const stage = candidateStage(definition, satisfiedAt);
  if (event === 'withdrawn') return stage === 'before_polling_day' ? 'struck_off' : 'too_late';
  if (stage === 'polling_day') return 'terminated';
  if (stage === 'after_close') return hasLists(constituency) ? 'replaced' : 'not_replaced';
  return hasLists(constituency) ? 'struck_off' : 'terminated';
};

/**
 * Whether an event ends the proceedings of its constituency: any death or disqualification on polling day
 * before the close, and in a traditional functional constituency already before polling day [2016 ¶2.29, ¶3.40-3.41].
 */
export const isTerminatedBy = (
  definition: ElectionDefinition,
  act: { readonly body: CandidateEvent },
): boolean => {
  const constituency = definition.constituencies.find(({ id }) => id === act.body.constituency);
  return constituency !== undefined && eventConsequence(definition, constituency, act.body) === 'terminated';
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
