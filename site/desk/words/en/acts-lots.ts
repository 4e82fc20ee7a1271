/** Lots: balls drawn by hand, typed here. */
export const lots = {
  title: 'Lots',
  round: (round: number): string => `Round ${round} of drawing`,
  members: (list: boolean, number: number): string => `${number} ${list ? 'lists' : 'candidates'}`,
  tie: (members: string, places: number): string =>
    `${members} are tied for ${places === 1 ? 'one place' : `${places} places`}. Each draws once, in the order of the ballot paper.`,
  redraw: (members: string, places: number): string =>
    `${members} drew equal numbers for ${places === 1 ? 'one place' : `${places} places`}. Only they draw again.`,
  procedure: [
    'Ten balls numbered 1 to 10 lie in an opaque bag.',
    'Each candidate, or somebody for the list, draws one ball. The Returning Officer draws for those who are absent.',
    'Type the number. The ball goes back into the bag before the next one is drawn.',
    'The higher number wins; 10 is the highest. Equal numbers that do not fit draw again.',
  ],
  ballNumber: 'Number on the ball',
  ballMissing: (member: string): string => `Type the number on the ball of ${member}.`,
  ballWrong: (member: string): string =>
    `The balls are numbered 1 to 10: look again at the ball of ${member}.`,
  drawnBy: 'Drawn by',
  handMissing: (member: string): string => `Say whose hand drew for ${member}.`,
  hands: {
    self: 'the candidate',
    representative: 'a representative',
    returning_officer: 'the Returning Officer',
  },
  handOf: (drawnBy: string): string =>
    ({
      self: 'the candidate',
      representative: 'a representative',
      returning_officer: 'the Returning Officer',
    })[drawnBy] ?? drawnBy,
  who: 'For',
  ball: 'Ball',
  gives: 'Gives',
  fates: { in: 'a place', again: 'draws again', out: 'no place' },
  again: 'Equal numbers: those named draw again. Continue to the next round.',
  follows:
    'Every ball of every round becomes public: its number, whose it was, and who drew it. Lots are not drawn twice.',
};
