import { dayTime } from '../../../words/format.ts';

/** What every form of an act says. */
export const actForm = {
  next: 'Continue',
  check: 'Check your answers',
  follows: 'What follows',
  backTo: (name: string): string => `To ${name}`,
  takenAt: (at: string): string => `Taken by the server on ${dayTime('en', at)}.`,
  already: (at: string): string =>
    `The same was recorded already, on ${dayTime('en', at)}. Nothing was added.`,
  notSent: 'Nothing was sent.',
  meanwhile: {
    title: 'Recorded by a colleague meanwhile',
    came: 'It came after you began to type, and it stays.',
    decide: 'Send yours only if it says something else; it is then recorded beside it.',
    yours: 'Your answers',
    stopped: 'Nothing was sent: a colleague recorded something about the same. Compare both, then decide',
    discard: 'Discard my answers',
  },
  stillKept: 'What you typed is kept on this device.',
  date: 'Day',
  dateHint: 'Year, month, day: 2016-09-05',
  time: 'Time in Hong Kong',
  timeHint: 'In 24 hours: 02:40',
  notMoment: 'Give a day such as 2016-09-05 and a time such as 02:40.',
  notFigure: 'This is not a figure. Type digits only; commas and spaces are understood.',
  tooLong: (limit: number): string => `Write at most ${limit} characters.`,
  unit: (list: boolean, number: string): string => `${list ? 'List' : 'Candidate'} ${number}`,
  comma: ', ',
  station: 'Counting station',
  stationHint: 'The code of the station, such as B0301.',
  stationMissing: 'Say which counting station.',
  stationUnknown: (code: string): string =>
    `No counting station of this constituency has the code “${code}”.`,
};
