/** Addresses of the API and of the desk's own screens; nothing else spells them. */

const part = encodeURIComponent;
const election = (id: string): string => `/api/elections/${part(id)}`;

export const apiPaths = {
  home: () => '/api/desk',
  progress: (of: string, constituency: string) => `${election(of)}/desk/${part(constituency)}`,
  form: (of: string, constituency: string) => `${election(of)}/desk/${part(constituency)}/form`,
  station: (of: string, constituency: string, station: string) =>
    `${election(of)}/desk/${part(constituency)}/stations/${part(station)}`,
  decisions: (of: string, constituency: string) => `${election(of)}/desk/${part(constituency)}/decisions`,
  audit: (of: string, query: Readonly<Record<string, string>>) =>
    `${election(of)}/audit?${new URLSearchParams(query)}`,
  notices: (of: string) => `${election(of)}/notices/drafts`,
  /** Acts of an election: `entries`, `steps`, `confirmations` … */
  act: (of: string, name: string) => `${election(of)}/${name}`,
} as const;

export const screens = {
  home: () => '#/',
  constituency: (of: string, constituency: string) => `#/${part(of)}/${part(constituency)}`,
  station: (of: string, constituency: string, station: string) =>
    `#/${part(of)}/${part(constituency)}/stations/${part(station)}`,
  report: (of: string, constituency: string, station: string) =>
    `#/${part(of)}/${part(constituency)}/stations/${part(station)}/report`,
  /** The form itself, also where the state of the report would come first. */
  typeReport: (of: string, constituency: string, station: string) =>
    `#/${part(of)}/${part(constituency)}/stations/${part(station)}/report/type`,
  checkReport: (of: string, constituency: string, station: string) =>
    `#/${part(of)}/${part(constituency)}/stations/${part(station)}/report/check`,
  sentReport: (of: string, constituency: string, station: string) =>
    `#/${part(of)}/${part(constituency)}/stations/${part(station)}/report/sent`,
  decisions: (of: string, constituency: string) => `#/${part(of)}/${part(constituency)}/decisions`,
  placeDecisions: (of: string, constituency: string, station: string) =>
    `#/${part(of)}/${part(constituency)}/stations/${part(station)}/decisions`,
  /** Without a constituency: the whole election. */
  audit: (of: string, constituency?: string) =>
    constituency === undefined ? `#/${part(of)}/audit` : `#/${part(of)}/${part(constituency)}/audit`,
  resolve: (of: string, constituency: string, station: string) =>
    `#/${part(of)}/${part(constituency)}/stations/${part(station)}/resolve`,
  confirm: (of: string, constituency: string, station: string) =>
    `#/${part(of)}/${part(constituency)}/stations/${part(station)}/confirm`,
  sendBack: (of: string, constituency: string, station: string) =>
    `#/${part(of)}/${part(constituency)}/stations/${part(station)}/send-back`,
  /** Without a constituency: the whole election. */
  notices: (of: string, constituency?: string) =>
    constituency === undefined ? `#/${part(of)}/notices` : `#/${part(of)}/${part(constituency)}/notices`,
  acts: (of: string, constituency: string) => `#/${part(of)}/${part(constituency)}/acts`,
  /** Accounts of the Central Platform, for officers. */
  allPlatforms: (of: string) => `#/${part(of)}/platform`,
  /** One account of the Central Platform. */
  platform: (of: string, platform: string) => `#/${part(of)}/platform/${part(platform)}`,
} as const;
