import type { Role } from '#shared/election/acts.ts';

const roles: Readonly<Record<Role, string>> = {
  public: 'Public',
  candidate: 'Candidate',
  presiding_officer: 'Presiding officer',
  assistant_returning_officer: 'Assistant returning officer',
  returning_officer: 'Returning officer',
  chief_electoral_officer: 'Chief electoral officer',
  commission: 'Commission',
  observer: 'Observer',
};

/** Words that several screens share. */
export const common = {
  product: 'Officers’ desk',
  candidates: 'Candidates’ area',
  roles,
  /** What stands between two sentences, and between a label and its words. */
  space: ' ',
  after: ': ',
  error: (title: string): string => `Error: ${title}`,
  test: 'TEST',
  testWords: 'Rehearsal. Nothing here counts.',
  back: (to: string): string => `Back to ${to}`,
  cancel: 'Cancel',
  change: 'Change',
  loading: 'Loading …',
  failed: {
    offline: 'There is no connection. What you typed is kept on this device.',
    'signed-out': 'You are not signed in any more. Sign in again; what you typed is kept.',
    refused: 'This was refused.',
    failed: 'The server did not answer as it should. Try again in a minute.',
    again: 'Try again',
  },
  opensPublic: 'Public page',
};
