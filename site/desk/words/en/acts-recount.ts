/** Requests for recounts, with the three tests that differ. */
export const recount = {
  title: 'Request for a recount',
  stationTitle: (station: string): string => `Request for a recount at ${station}`,
  chooseStation: 'Where is the recount asked for?',
  chooseStationHint: 'Choose the counting station.',
  kind: 'Which request is it?',
  kindLabel: 'The request',
  kindHint: 'Candidates and election agents may ask here; counting agents ask at their counting station.',
  kindMissing: 'Say which request it is.',
  kinds: {
    now: 'Request A: recount all counting stations now, without waiting for the misplaced papers',
    after:
      'Request B: recount stations and misplaced papers together, after the misplaced papers are counted',
    misplaced: 'Recount the misplaced papers',
  },
  kindOther: 'Recount the constituency',
  tests: {
    now: 'The Returning Officer allows it if it is reasonable in the circumstances.',
    after:
      'Not accepted where the estimated number of misplaced papers is smaller than the smallest difference between the remaining votes of any two lists.',
    misplaced: 'The Returning Officer must comply unless the request is unreasonable.',
  },
  testOther: 'The Returning Officer must comply unless the request is unreasonable.',
  testStation:
    'The Presiding Officer must comply unless the request is unreasonable. Those present must have had a fair chance to ask.',
  scopes: { station: 'one station', constituency: 'whole constituency', misplaced: 'misplaced papers' },
  who: 'Who asked?',
  requestedBy: 'Asked for by',
  requestedByMissing: 'Say who asked.',
  requesters: {
    candidate: 'a candidate',
    election_agent: 'an election agent',
    counting_agent: 'a counting agent',
    returning_officer: 'the Returning Officer',
  },
  contestant: 'For which list or candidate?',
  contestantHint: 'Leave it unless the request was made for one of them.',
  estimate: 'The estimated number of misplaced papers',
  estimateLabel: 'Number that was told to candidates and agents',
  estimateKnown: (estimate: string): string =>
    `The ballot paper accounts give ${estimate}. Leave the field empty if that was told.`,
  estimateUnknown: 'The ballot paper accounts do not give it yet.',
  estimateMissing: 'Give the number that was told to candidates and agents.',
  test: {
    title: 'The test for request B',
    estimate: 'Estimated misplaced papers (m)',
    smallest: 'Smallest difference of remaining votes between any two lists',
    deciding: 'Difference that decides the last seat',
    none: 'none',
    upperBound:
      'm adds up, station by station, how many papers the accounts expected in the box beyond those found there. It is an upper bound: papers that were carried off are in it too.',
    result: {
      passed: 'm is not smaller than the smallest difference: the request can be accepted.',
      barred: 'm is smaller than the smallest difference: the request is not accepted.',
      unknown: 'Without an estimate the test says nothing.',
    },
    limit:
      'The test has a limit: misplaced papers raise the quota too, so even fewer of them than the smallest difference can move the last seat. No seat is decided before the misplaced papers are counted.',
  },
  decide: 'What was decided?',
  decision: 'The request is',
  decisionMissing: 'Say what was decided.',
  allowed: 'allowed',
  refused: 'refused',
  reason: 'Why? (optional)',
  reasonRefused: 'Why was it refused?',
  reasonHint: 'Everyone can read this. Do not name voters.',
  reasonMissing: 'Say why the request was refused.',
  follows: {
    now: 'All counting stations recount and report again. The figures shown stay those of the earlier count until then.',
    after:
      'Once the misplaced papers are counted, stations and misplaced papers are recounted and reported again.',
    misplaced: 'The misplaced papers are recounted and reported again.',
  },
  followsStation:
    'The station recounts and reports again as its next count. Its earlier figures stay shown until then.',
  followsRefused: 'Request, decision and reason become public. The count goes on as it stands.',
  button: 'Record the decision',
  sentTitle: 'The decision is recorded',
  sentWords: 'It is public within a minute, with who asked and what was decided.',
};
