/** The first screen: where this officer acts. */
export const home = {
  title: 'Your places',
  lead: 'Choose the constituency or the station that you work for.',
  empty: 'No election is set up for your account yet.',
  emptyWhat:
    'Your account is bound to a place. Ask the chief electoral officer if you expected to see one here.',
  closes: (time: string): string => `The poll closes on ${time}.`,
  closed: (time: string): string => `The poll closed on ${time}.`,
  double: 'Two officers type each report.',
  progress: 'Progress and acts',
  stations: 'Stations',
  report: (station: string): string => `Report of ${station}`,
  advertisements: 'Central Platform: election advertisements',
  platforms: 'For whom do you act?',
  noPlatform: 'Your account is bound to no candidate or list. Ask the chief electoral officer.',
};
