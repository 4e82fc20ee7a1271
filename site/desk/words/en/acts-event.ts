/** Death, disqualification and withdrawal of a candidate. */
export const event = {
  title: 'Death, disqualification or withdrawal',
  who: 'What happened to whom?',
  candidate: 'Candidate',
  candidateMissing: 'Say which candidate.',
  what: 'What happened',
  whatMissing: 'Say what happened.',
  events: { died: 'died', disqualified: 'was disqualified', withdrawn: 'withdrew' },
  about: {
    died: 'The Returning Officer is satisfied of the death.',
    disqualified: 'The Returning Officer is satisfied of it.',
    withdrawn: 'Only while nominations are open.',
  },
  when: 'When were you satisfied of it?',
  whenHint: 'What follows depends on this moment, not on when it happened or when you type it.',
  satisfiedAt: 'Satisfied on',
  satisfiedMissing: 'Give the day and the time at which you were satisfied of it.',
  reason: 'Note (optional)',
  reasonHint: 'Everyone can read this.',
  follows: {
    struck_off:
      'Before polling day: the name is struck off its list and nobody is added; the names below move up. If no more candidates remain than there are seats, no poll is needed: confirm that yourself.',
    terminated:
      'The proceedings of the whole constituency are terminated. No further report is taken, and there will be no result.',
    replaced:
      'After the close of poll: the count goes on, and the name keeps its place in it. If it wins a seat, the next name of the same list that won none takes it; a seat never passes to another list.',
    not_replaced:
      'After the close of poll: the count goes on. If this candidate wins, the seat stays unfilled and the election has failed to that extent; nobody moves up.',
    too_late: 'Nominations have closed: a withdrawal is no longer possible and will be refused.',
  },
};
