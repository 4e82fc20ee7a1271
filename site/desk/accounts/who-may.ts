import type { DeskSession } from '../sign-in/session.ts';

/** Roles that see accounts: all of them, or those of their own constituencies. */
const SEES: ReadonlySet<string> = new Set([
  'chief_electoral_officer',
  'commission',
  'returning_officer',
  'assistant_returning_officer',
]);

export const seesAccounts = ({ role }: DeskSession): boolean => SEES.has(role);

export const managesAccounts = ({ role }: DeskSession): boolean => role === 'chief_electoral_officer';
