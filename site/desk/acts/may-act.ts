import type { ProgressView } from '#shared/desk/desk-views.ts';
import type { Role } from '#shared/election/acts.ts';

export const ACT_NAMES = [
  'station-recount',
  'recount',
  'lots',
  'declaration',
  'event',
  'ending',
  'correction',
  'adjournment',
  'relocation',
] as const;
export type ActName = (typeof ACT_NAMES)[number];

/** Why an act cannot be done now; each has its own words. */
export type Bar =
  | 'role'
  | 'declared'
  | 'not_declared'
  | 'poll_open'
  | 'no_tie'
  | 'not_ready'
  | 'terminated'
  | 'proposed';

/** Who may do it at all: as the routes of the API say. */
export const BY: Readonly<Record<ActName, readonly Role[]>> = {
  'station-recount': ['presiding_officer', 'assistant_returning_officer', 'returning_officer'],
  recount: ['returning_officer'],
  lots: ['returning_officer'],
  declaration: ['returning_officer'],
  event: ['returning_officer'],
  ending: ['returning_officer'],
  correction: ['returning_officer'],
  adjournment: ['returning_officer'],
  relocation: ['commission'],
};

type View = Pick<ProgressView, 'declaration' | 'pollClosed' | 'lots' | 'ready' | 'proposals' | 'public'>;

const PROPOSED: Readonly<Partial<Record<ActName, string>>> = {
  lots: 'lots',
  declaration: 'declaration',
  ending: 'declaration',
  event: 'event',
  correction: 'correction',
};

const isProposed = (act: ActName, { proposals }: View): boolean =>
  proposals.some(({ state, act: { type } }) => state === 'open' && type === PROPOSED[act]);

const ofCount = (act: ActName, { lots, ready, pollClosed }: View): Bar | null => {
  switch (act) {
    case 'station-recount':
    case 'recount':
      return pollClosed ? null : 'poll_open';
    case 'lots':
      return lots.needed ? null : 'no_tie';
    case 'declaration':
      return ready === null ? 'not_ready' : null;
    default:
      return null;
  }
};

/** Why this officer cannot do the act now; null where it can be done. */
export const barOf = (act: ActName, role: Role, view: View): Bar | null => {
  if (!BY[act].includes(role)) return 'role';
  if (act === 'correction') {
    if (view.declaration === null) return 'not_declared';
  } else {
    if (view.declaration !== null) return 'declared';
    if (view.public.status === 'terminated' && act !== 'ending') return 'terminated';
  }
  return isProposed(act, view) ? 'proposed' : ofCount(act, view);
};
