/** A count that is put off, or goes on. */
export const adjournment = {
  title: 'Suspend or resume',
  what: 'What is decided?',
  state: 'The poll or count is',
  stateMissing: 'Say whether it is suspended or goes on.',
  states: { suspended: 'suspended', resumed: 'resumed from where it stood' },
  where: 'Where',
  whereMissing: 'Say where.',
  places: { whole: 'In the whole constituency', station: 'At one counting station' },
  why: 'Why?',
  ground: 'Ground',
  groundMissing: 'Say on which ground.',
  grounds: {
    severe_weather: 'Tropical cyclone or other severe weather',
    disorder_or_danger: 'Riot, open violence, or danger to public health or safety',
    material_irregularity: 'Material irregularity',
  },
  reason: 'In words',
  reasonHint: 'Everyone can read this, also when it is resumed.',
  reasonMissing: 'Say in words why.',
  follows: {
    suspended:
      'The public pages say so at once. Everything that was counted and reported stays as it is; no report is confirmed until it is resumed.',
    resumed: 'The public pages say so at once. The count goes on from where it stood.',
  },
  buttons: { suspended: 'Suspend', resumed: 'Resume' },
  sentTitle: { suspended: 'Suspended', resumed: 'Resumed' },
  sentWords: 'It is public within a minute, with ground and reason.',
};

/** A count that moves to another place. */
export const relocation = {
  title: 'Move a count',
  which: 'Which count moves, and why?',
  reason: 'Reason',
  reasonHint:
    'Everyone can read this. Reasons for which a poll or count is adjourned are no reasons to move.',
  reasonMissing: 'Give the reason.',
  place: 'Where does it move to?',
  placeHint: 'Give the place in every language you can; none is translated. At least one is needed.',
  placeIn: (language: string): string => `New place (${language})`,
  placeMissing: 'Give the new place in at least one language.',
  opensAt: 'Candidates may come from (optional)',
  opensHint: 'The Returning Officer tells the first candidate of every list this place and time.',
  follows: [
    'The station keeps its code and everything it has reported. Its public page says where the count is now.',
    'Boxes, containers, papers counted or not, unissued and tendered papers, accounts and statements move together.',
  ],
  button: 'Direct the move',
  sentTitle: 'The move is recorded',
  sentWords: 'It is public within a minute. A notice draft waits to be posted.',
};
