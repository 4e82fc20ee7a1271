import type { ElectionHead } from '../recount/results.ts';

/** Nothing of the count: pages of registers change with what was posted or filed, and not with reports. */
export const headWithoutCount = (
  head: ElectionHead,
  { version, asOf }: Pick<ElectionHead, 'version' | 'asOf'>,
): ElectionHead => ({
  ...head,
  version,
  asOf,
  status: 'none',
  stationsReported: 0,
  stationsExpected: 0,
});
