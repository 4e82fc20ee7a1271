import type { AdvertisementResult, FileResult } from '#shared/recount/register-results.ts';

/** Every file of an advertisement and of what was filed about it. */
export const filesOfAdvertisement = ({
  files,
  permissions,
  consents,
  corrections,
  declarations,
}: AdvertisementResult): readonly FileResult[] => [
  ...files,
  ...permissions,
  ...consents.flatMap(({ file, revoked }) => [file, ...(revoked ? [revoked.notice] : [])]),
  ...corrections.flatMap((one) => [...one.numberAdded, ...one.permissions]),
  ...declarations.map(({ declaration }) => declaration),
];

/** What waits for its candidate: nobody sees it before it is confirmed or replaced. */
export const isStopped = ({ state }: Pick<FileResult, 'state'>): boolean =>
  state === 'held' || state === 'refused';
