import { type Act, actPlace } from '#shared/recount/act.ts';
import type { NightStep } from './night-plan.ts';

const TYPES: Readonly<Record<string, Act['type']>> = {
  reports: 'report',
  corrections: 'report',
  recounts: 'recount',
  lots: 'lots',
  declarations: 'declaration',
  notices: 'notice',
};

/** `candidates/2a/events` is an event of candidate `2a`. */
export const candidateIn = (resource: string): string | null => {
  const candidate = /^candidates\/([^/]+)\/events$/.exec(resource)?.[1];
  return candidate === undefined ? null : decodeURIComponent(candidate);
};

/** Which kind of act a resource takes. Throws for one that no night has. */
export const actKind = (resource: string): { readonly type: Act['type']; readonly candidate?: string } => {
  const candidate = candidateIn(resource);
  if (candidate !== null) return { type: 'event', candidate };
  const type = TYPES[resource];
  if (type === undefined) throw new RangeError(`No night has acts at ${resource}`);
  return { type };
};

/** Where the act of a step is kept once it is accepted. */
export const stepPlace = ({ resource, body }: Pick<NightStep, 'resource' | 'body'>) =>
  // What a place is made of stands in the body, which acceptance parses.
  actPlace({ ...actKind(resource), body } as Act);
