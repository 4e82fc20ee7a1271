import type { Role } from '../election/acts.ts';

/**
 * What an access token may be used for. Each route names one scope; API Gateway asks for it, and the function asks again, beside the role:
 * a token that leaks from a screen that only reads can then do nothing else.
 */
export const SCOPES = [
  /** Look at the desk: progress, accounts of one's place, the trail. */
  'read',
  /** Report the count of a station, and what is asked for there, such as a recount. */
  'report',
  /** Confirm what somebody else entered, or send it back. */
  'confirm',
  /** Lots, misplaced papers, declarations, corrections, candidates' events, adjournment. */
  'decide',
  /** Post notices and statements. */
  'notice',
  /** Define elections. */
  'define',
  /** Manage the accounts of officers. */
  'account',
  /** File election advertisements for one's own account. */
  'advertise',
  /** Open accounts of the Central Platform, remove what must go, and enter weather days. */
  'platform',
  /** End one's own sessions everywhere. */
  'sign-out',
] as const;
export type Scope = (typeof SCOPES)[number];

/** The resource server that the scopes belong to. */
export const SCOPE_SERVER = 'open-returns';

/** A scope as tokens and API Gateway write it: `open-returns/report`. */
export const scopeName = (scope: Scope): string => `${SCOPE_SERVER}/${scope}`;

/** Which role gets which scopes at sign-in; nobody gets others. */
export const SCOPES_OF_ROLE: Readonly<Record<Role, readonly Scope[]>> = {
  public: [],
  candidate: ['read', 'advertise', 'sign-out'],
  presiding_officer: ['read', 'report', 'notice', 'sign-out'],
  assistant_returning_officer: ['read', 'report', 'confirm', 'notice', 'sign-out'],
  returning_officer: ['read', 'report', 'confirm', 'decide', 'notice', 'sign-out'],
  chief_electoral_officer: ['read', 'notice', 'define', 'account', 'platform', 'sign-out'],
  commission: ['read', 'decide', 'notice', 'platform', 'sign-out'],
  observer: ['read', 'sign-out'],
};

/** The scope claim of a role's token: names separated by spaces. */
export const scopeClaim = (role: Role): string => SCOPES_OF_ROLE[role].map(scopeName).join(' ');
