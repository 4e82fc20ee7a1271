import type { Finding } from './finding.ts';

/** `unknown` where files could not be read and nothing else is wrong: then nothing is known either way. */
export type Outcome = 'holds' | 'fails' | 'unknown';

export const outcomeOf = (findings: readonly Finding[]): Outcome => {
  if (findings.length === 0) return 'holds';
  return findings.every(({ kind }) => kind === 'unreadable') ? 'unknown' : 'fails';
};
