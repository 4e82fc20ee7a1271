/** What is checked of an election, in the order in which it is told. The page loads nothing else of what checks. */
export const CHECKS = ['signature', 'entries', 'seen', 'rules', 'count', 'files'] as const;
export type Check = (typeof CHECKS)[number];
/** `unknown` where it was not reached. */
export type CheckState = 'ok' | 'fails' | 'unknown';
