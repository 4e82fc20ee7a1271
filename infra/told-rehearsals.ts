import type { PortalFunction } from './portal-function.ts';
import type { Settings } from './settings.ts';

/** Tells the function that plays rehearsal nights which ones there are. */
export const tellRehearsals = (
  { declared, lambda }: PortalFunction,
  { rehearsals }: Pick<Settings, 'rehearsals'>,
): void => {
  if (!declared.access.records.includes('rehearse')) return;
  lambda.addEnvironment('REHEARSALS', JSON.stringify(rehearsals));
};
