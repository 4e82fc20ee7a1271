import type { ProblemWords } from '../election/problem-words-en.ts';

/** English words for problems of the officers' desk; its keys are the list of codes that all languages must have. */
export const DESK_PROBLEMS_EN = {
  'attempt-differs': {
    problem: [
      'This form was sent back meanwhile; what counts now is attempt {expected}.',
      'This form was sent back meanwhile.',
    ],
    remedy:
      'Open the station again: your figures are kept. Compare them with the paper form and send them anew.',
  },
  'public-already': {
    problem: ['The report of {value} is confirmed and public.', 'This report is confirmed and public.'],
    remedy: 'To change a figure, send the next revision with a reason.',
  },
  'same-person': {
    problem: 'This needs another person than the one who typed or proposed it.',
    remedy: 'Ask a colleague to sign in with an account of their own and do it.',
  },
  'entered-by-you': {
    problem: [
      'You have entered the form of {value} already, with other figures.',
      'You have entered this form already, with other figures.',
    ],
    remedy:
      'If the earlier figures were mistyped, take your entry back with a reason and type the form again.',
  },
  'entries-complete': {
    problem: [
      'The form of {value} has been entered as often as this election asks for ({wanted}).',
      'This form has been entered as often as this election asks for.',
    ],
    remedy:
      'Nothing more is to be typed. If you think that the entry is wrong, tell the Assistant Returning Officer, who can send it back.',
  },
  'nothing-differs': {
    problem: ['There are no two differing entries for {value}.', 'There are no two differing entries here.'],
    remedy: 'Open the station again to see how far its form has come.',
  },
  'resolution-differs': {
    problem: [
      'Both entries agree on {agreed} in {field}, but {value:number} was sent.',
      'Both entries agree on the figure in {field}, but another one was sent.',
    ],
    remedy:
      'Only the fields that differ are to be decided. If both entries are wrong, the form must be sent back and typed anew.',
  },
  'nothing-entered': {
    problem: [
      'Nothing is entered for {value} that could be taken back.',
      'Nothing is entered here that could be taken back.',
    ],
    remedy: 'Open the station again to see how far its form has come.',
  },
  'not-your-entry': {
    problem: ['The entry for {value} was typed by somebody else.', 'This entry was typed by somebody else.'],
    remedy:
      'Only who typed it can take it back; an Assistant Returning Officer or Returning Officer can send it back.',
  },
  'result-not-told': {
    problem: [
      'The station {value} has not said that the result was told to those present.',
      'The station has not said that the result was told to those present.',
    ],
    remedy:
      'The Presiding Officer tells the result to the candidates and agents present, deals with requests for a recount, and then marks this step; the report can be confirmed after that.',
  },
  suspended: {
    problem: ['The count of {value} is suspended.', 'The count is suspended.'],
    remedy: 'It can be confirmed once the Returning Officer has resumed the count.',
  },
  'nothing-to-confirm': {
    problem: ['Nothing of {value} is ready to be confirmed.', 'Nothing here is ready to be confirmed.'],
    remedy: 'Open the station again: it says which step is missing and who holds it.',
  },
  'seen-differs': {
    problem: 'What you saw is no longer what stands here.',
    remedy: 'Load the page again, look at the figures as they are now, and decide anew.',
  },
  'desk-raced': {
    problem: 'Somebody else did something here at the same moment.',
    remedy: 'Load the page again and look at what stands there now; your figures are kept.',
  },
  'sum-differs': {
    problem: [
      'The votes add up to {sum}, but valid votes is {value:number}: a difference of {difference} (A6).',
      'The votes do not add up to the number of valid votes (A6).',
    ],
    remedy: 'Look at the paper form again. Do not change a figure just to make the sum fit.',
  },
  'sum-A1': {
    problem: [
      'Papers supplied is {supplied}, but {openingStock} were shown at the opening (A1).',
      'Papers supplied is not the stock shown at the opening (A1).',
    ],
    remedy:
      'Look at the paper form again. If the form itself says so, leave the account empty and explain it.',
  },
  'sum-A2': {
    problem: [
      'More papers are unissued than were supplied: supplied less unissued is {issued} (A2).',
      'More papers are unissued than were supplied (A2).',
    ],
    remedy:
      'Look at the paper form again. If the form itself says so, leave the account empty and explain it.',
  },
  'sum-A3': {
    problem: [
      'The account leaves {estimatedInBox} papers for the box, which cannot be (A3).',
      'The account leaves fewer papers for the box than none (A3).',
    ],
    remedy:
      'Look at the paper form again. If the form itself says so, leave the account empty and explain it.',
  },
  'sum-A5': {
    problem: [
      '{papersInBox} papers were in the box, but {papersCounted} are reported (A5).',
      'The papers in the box are not the papers reported (A5).',
    ],
    remedy: 'Look at the paper form again. Do not change a figure just to make the sum fit.',
  },
  'sum-A6': {
    problem: [
      '{valid} valid papers cannot carry {votes} votes: each carries at least one and at most {votesPerPaper} (A6).',
      'The number of valid papers does not fit the votes (A6).',
    ],
    remedy: 'Look at the paper form again. Do not change a figure just to make the sum fit.',
  },
  'proposal-open': {
    problem: [
      'Proposal {value:number} of this kind still waits for a second officer.',
      'A proposal of this kind still waits for a second officer.',
    ],
    remedy: 'Let it be decided first: seconded, or refused with a reason.',
  },
  'proposal-decided': {
    problem: ['Proposal {value:number} has been decided already.', 'This proposal has been decided already.'],
    remedy: 'Load the page again to see what was decided.',
  },
  'no-such-proposal': {
    problem: ['There is no proposal {value:number} here.', 'There is no such proposal here.'],
    remedy: 'Load the page again to see which proposals there are.',
  },
  'counted-for-missing': {
    problem: 'The paper was accepted, but it is not said for whom it counts.',
    remedy: 'Choose the list or candidates for whom the paper counts.',
  },
  'counted-for-none': {
    problem: [
      'A rejected paper counts for nobody, but {value} was sent.',
      'A rejected paper counts for nobody.',
    ],
    remedy: 'Leave the choice empty, or change the final decision to accepted if that is what was decided.',
  },
  'counted-for-many': {
    problem: [
      'One paper can count for {limit} at most, but {value:number} were sent.',
      'One paper cannot count for so many.',
    ],
    remedy: 'Choose only those for whom this one paper counts.',
  },
  'preliminary-missing': {
    problem: 'The preliminary decision is missing.',
    remedy: 'Say what was announced before the paper was inspected: accept or reject.',
  },
  'preliminary-unannounced': {
    problem: 'The rules of this election announce no preliminary decision.',
    remedy: 'Leave the preliminary decision out.',
  },
  'objection-differs': {
    problem: 'The objection does not fit the final decision.',
    remedy:
      'Of an accepted paper only the acceptance can be objected to, of a rejected one only the rejection. Check both with the paper record.',
  },
  'decider-differs': {
    problem: [
      'Questionable papers of this place are not decided by the role {value:role}.',
      'Questionable papers of this place are not decided by this role.',
    ],
    remedy: ['Here they are decided by: {allowed:roles}.', 'Say who decided the paper.'],
  },
  'decisions-final': {
    problem: [
      'The report of {value} is public; its decisions can no longer be mended.',
      'The report is public; its decisions can no longer be mended.',
    ],
    remedy: 'The decisions are final. Only an election petition can reopen them.',
  },
  'no-such-decision': {
    problem: [
      'There is no row {value:number} that stands and could be mended.',
      'There is no such row that stands and could be mended.',
    ],
    remedy: 'Load the page again: the row may have been mended already.',
  },
  'statement-differs': {
    problem: 'The sums that were sent are not those of the decision record and the reports.',
    remedy: 'Load the page again, look at the sums as they are now, and publish those.',
  },
  'cursor-unknown': {
    problem: 'The place to go on from is not known.',
    remedy: 'Start again from the first page.',
  },
} as const satisfies Readonly<Record<string, ProblemWords>>;

export type DeskProblemCode = keyof typeof DESK_PROBLEMS_EN;
