import { screens } from '../paths.ts';
import type { ActName } from './may-act.ts';

const part = encodeURIComponent;

/** Addresses of the screens of acts; nothing else spells them. */
export const actScreens = {
  overview: (of: string, constituency: string) => `${screens.constituency(of, constituency)}/acts`,
  act: (of: string, constituency: string, name: Exclude<ActName, 'station-recount'>) =>
    `${actScreens.overview(of, constituency)}/${name}`,
  stations: (of: string, constituency: string) => `${actScreens.overview(of, constituency)}/stations`,
  stationRecount: (of: string, constituency: string, station: string) =>
    `${actScreens.stations(of, constituency)}/${part(station)}/recount`,
  proposal: (of: string, constituency: string, number: number) =>
    `${actScreens.overview(of, constituency)}/proposals/${number}`,
} as const;

/** Where the link to an act leads. */
export const startOf = (of: string, constituency: string, name: ActName): string =>
  name === 'station-recount' ? actScreens.stations(of, constituency) : actScreens.act(of, constituency, name);
