import type { Role } from '../election/acts.ts';

/** Who takes which step of a count: the first is the one whose task it is, the others may help out. */
export const COUNTING: readonly Role[] = [
  'presiding_officer',
  'assistant_returning_officer',
  'returning_officer',
];
export const CONFIRMING: readonly Role[] = ['assistant_returning_officer', 'returning_officer'];
export const RETURNING: readonly Role[] = ['returning_officer'];
