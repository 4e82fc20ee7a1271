import type { ComponentType } from 'preact';
import type { Route, ScreenProps } from '../routes.ts';

const BELOW = '{election}/{constituency}/acts';

type Load = () => Promise<ComponentType<ScreenProps>>;

/** A form has its own address for each page, so that Back goes page by page. */
const withPages = (pattern: string, load: Load): readonly Route[] => [
  { pattern: `${BELOW}/${pattern}`, load },
  { pattern: `${BELOW}/${pattern}/{page}`, load },
];

const screens = () => import('./act-screens.tsx');

/** The screens of part 3, the chain: acts of a constituency beyond its stations' reports. */
export const ACT_ROUTES: readonly Route[] = [
  { pattern: BELOW, load: async () => (await import('./overview/Overview.tsx')).Overview },
  {
    pattern: `${BELOW}/stations`,
    load: async () => (await import('./recount/ChooseStation.tsx')).ChooseStation,
  },
  ...withPages(
    'stations/{station}/recount',
    async () => (await import('./recount/StationRecount.tsx')).StationRecount,
  ),
  ...withPages('proposals/{number}', async () => (await import('./proposal/Proposal.tsx')).Proposal),
  ...withPages('recount', async () => (await screens()).Recount),
  ...withPages('lots', async () => (await screens()).Lots),
  ...withPages('declaration', async () => (await screens()).Declaration),
  ...withPages('ending', async () => (await screens()).Ending),
  ...withPages('event', async () => (await screens()).CandidateEvents),
  ...withPages('correction', async () => (await screens()).Correction),
  ...withPages('adjournment', async () => (await screens()).Adjournment),
  ...withPages('relocation', async () => (await screens()).Relocation),
];
