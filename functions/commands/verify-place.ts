import type { Source } from '#shared/verification/source.ts';
import { folderSource } from './verify-folder.ts';
import { webSource } from './verify-web.ts';

/** Whether a place is an address; otherwise it is a folder. */
export const isAddress = (place: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(place);

/** Published files at an address or in a folder; throws `CannotVerify` where there can be none. */
export const openPlace = async (place: string, election?: string): Promise<Source> =>
  isAddress(place) ? webSource(place) : folderSource(place, election);
