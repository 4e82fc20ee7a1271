import * as format from '../../../words/format.ts';

type Figures = Readonly<Record<string, string | number>>;

const n = (value: string | number | undefined): string => format.count(Number(value ?? 0));
const share = (part: string | number | undefined, whole: string | number | undefined): string =>
  format.shareOf(Number(part ?? 0), Number(whole ?? 0));

const grounds = {
  unmarked: 'unmarked',
  not_stamp: 'not marked with the chop',
  spoilt: 'spoilt',
  tendered: 'tendered',
  unused: 'unused',
  overvote_list: 'more than one list',
  overvote_candidate: 'too many candidates',
  not_arabic: 'not in Arabic numerals',
  multiple_first: 'more than one first choice',
  no_first: 'no first choice',
  identifying_mark: 'could identify the voter',
  intention_unclear: 'intention not clear',
  mutilated: 'substantially mutilated',
  uncertain: 'void for uncertainty',
};

/** The station report, from the empty form to what the public sees. */
export const report = {
  title: 'Station report',
  count: (count: number): string =>
    count === 1 ? 'first count' : count === 2 ? 'recount' : `recount ${count - 1}`,
  revision: (revision: number): string => `correction ${revision - 1}`,
  attempt: (attempt: number): string => `typed anew, ${attempt}`,
  votesTitle: 'Votes for each list',
  candidatesTitle: 'Votes for each candidate',
  choicesTitle: 'Answers',
  rankingsTitle: 'Rankings',
  papersTitle: 'Papers counted',
  accountTitle: 'Ballot paper account',
  explainTitle: (count: number): string =>
    count === 1 ? 'One thing to explain' : `${count} things to explain`,
  votesHint: 'In the order of the ballot paper. Type as on the form; commas and spaces are understood.',
  severalHint: (seats: number): string => `Each paper may carry up to ${seats} votes.`,
  rankingsHint:
    'One line for each ranking as written on the papers, with the numbers of the ballot paper: “3 1”. Write “-” for a rank left out, “2=4” for a rank given twice. Rows copied from a spreadsheet can be pasted.',
  rankingOrder: 'Ranking as written',
  rankingPapers: 'Papers',
  rankingRow: (row: number): string => `Row ${row}`,
  addRow: 'Add a row',
  removeRow: (row: number): string => `Remove row ${row}`,
  choices: { support: 'Support', oppose: 'Oppose', abstain: 'Abstain' },
  grounds,
  validVotes: 'Valid votes',
  validPapers: 'Valid papers',
  invalid: (ground: string): string => `Invalid: ${ground}`,
  rejected: (ground: string): string => `Questionable, rejected: ${ground}`,
  accepted: 'Questionable, accepted as valid',
  acceptedHint: 'They are among the valid votes already.',
  allPapers: 'All papers counted here',
  heads: {
    supplied: 'Supplied',
    unissued: 'Unissued',
    unused: 'Unused',
    spoilt: 'Spoilt',
    tendered: 'Tendered',
  },
  estimated: 'Estimated in the box',
  estimatedHow: 'supplied − unissued − unused − spoilt',
  within: (found: number, estimated: number): string => {
    const fewer = estimated - found;
    return fewer === 0
      ? `${n(found)} papers found, exactly as estimated (A4).`
      : `${n(found)} papers found: ${n(fewer)} fewer than estimated. Within the account (A4).`;
  },
  beyond: (found: number, estimated: number): string =>
    `${n(found)} papers found: ${n(found - estimated)} more than estimated (A4).`,
  withFeeders: (names: string): string =>
    `Papers of ${names} are counted here; their accounts are not on this form.`,
  sum: {
    lists: 'Sum of lists',
    candidates: 'Sum of votes',
    rankings: 'Papers with a first choice',
    answers: 'Papers answered',
    valid: 'Valid votes',
    papers: 'Valid papers',
    difference: 'Difference',
    none: 'No difference',
  },
  sumSaid: (sum: number): string => `Sum of lists: ${n(sum)}.`,
  sumSaidDiffers: (sum: number, valid: number): string =>
    `Sum of lists: ${n(sum)}. Valid votes: ${n(valid)}. Difference: ${n(Math.abs(valid - sum))}.`,
  enterHint: 'Enter goes to the next field.',
  check: 'Check answers',
  reasonLabel: 'Why is the report corrected?',
  reasonHint: 'The reason is published with the corrected report.',
  explanationHint: 'A reason is stored and shown with the report. It does not stop you sending.',
  sumAdvice: 'Look at the paper form again. Do not change a figure just to make the sum fit.',
  /** What blocks: one sentence for a code, the same in the summary and at the field. */
  errors: {
    'figure-missing': (_: Figures, field: string): string =>
      `Type the figure for ${field}: 0 if there is none`,
    'figure-unclear': ({ typed }: Figures, field: string): string =>
      `“${typed}” for ${field} is not a figure`,
    'figure-too-great': (_: Figures, field: string): string => `The figure for ${field} is too great`,
    'reason-missing': (): string => 'Say why the report is corrected',
    'rankings-missing': (): string => 'Add at least one row of rankings; “0” papers if there are none',
    'ranking-unclear': ({ row }: Figures): string => `Row ${row} has no ranking`,
    'ranking-stranger': ({ row, found }: Figures): string =>
      `Row ${row}: nobody on the ballot paper has the number “${found}”`,
    'sum-differs': ({ sum, value, difference }: Figures): string =>
      `The lists add up to ${n(sum)}, but valid votes is ${n(value)}: a difference of ${n(difference)} (A6)`,
    'sum-A2': ({ issued }: Figures): string =>
      `More papers are unissued than were supplied: supplied − unissued is ${n(issued)} (A2)`,
    'sum-A3': ({ estimatedInBox }: Figures): string =>
      `The account leaves ${n(estimatedInBox)} papers for the box: supplied − unissued − unused − spoilt (A3)`,
    'sum-A6': ({ valid, votes, votesPerPaper }: Figures): string =>
      `${n(valid)} valid papers cannot carry ${n(votes)} votes: each carries at least 1 and at most ${n(votesPerPaper)} (A6)`,
    'ballot-differs': (): string =>
      'The candidate list has changed since this form was opened. Load it again',
  } as Readonly<Record<string, (figures: Figures, field: string) => string>>,
  otherError: (code: string): string => `This form cannot be sent as it is (${code})`,
  /** What is asked about. */
  warnings: {
    A4: ({ papersInBox, estimatedInBox }: Figures): string =>
      `${n(papersInBox)} papers were found, but by the account only ${n(estimatedInBox)} should be in the box (A4)`,
    A7: ({ found, recorded }: Figures): string =>
      `${n(found)} tendered papers were found, but ${n(recorded)} were recorded when issued (A7)`,
    'papers-over-electors': ({ papers, electors }: Figures): string =>
      `${n(papers)} papers were counted, but only ${n(electors)} electors are assigned here`,
    'rejected-share': ({ rejected, papers, limit }: Figures): string =>
      `${n(rejected)} of ${n(papers)} papers are not valid, more than ${limit} in a hundred`,
    outlier: ({ number, votes, valid, constituencyVotes, constituencyValid }: Figures): string =>
      number === undefined
        ? 'A share of the votes differs much from the rest of the constituency'
        : `Number ${number} has ${n(votes)} of the ${n(valid)} votes here (${share(votes, valid)}), but ${share(constituencyVotes, constituencyValid)} in the constituency so far`,
  } as Readonly<Record<string, (figures: Figures) => string>>,
  asWellAs: '; ',
  why: (sentence: string): string => `Why? ${sentence}`,
  hints: {
    swapped: (field: string, typed: number, meant: number): string =>
      `Two swapped digits in ${field} (${n(typed)} for ${n(meant)}) would account for it.`,
    missing: (field: string, typed: number, meant: number): string =>
      `A missing digit in ${field} (${n(typed)} for ${n(meant)}) would account for it.`,
    doubled: (field: string, typed: number, meant: number): string =>
      `A digit typed twice in ${field} (${n(typed)} for ${n(meant)}) would account for it.`,
    slipped: (field: string): string => `From ${field} on, every figure may stand one row too low.`,
    'sum-in-list': (field: string): string =>
      `${field} is as great as all others together: the sum may stand in its row, and a row be left out.`,
  },
  list: (number: string): string => `list ${number}`,
  candidate: (number: string): string => `candidate ${number}`,
  moved: {
    title: 'The candidate list has changed',
    words:
      'Your figures stayed with the contestants you typed them for. Compare these rows with the paper form:',
    row: (name: string, before: string, now: string): string =>
      before === now
        ? `${name}: number ${now}, in another place`
        : `${name}: was number ${before}, is number ${now}`,
    gone: (number: string): string =>
      `Number ${number} is no longer on the list. Its figure will not be sent.`,
    added: (name: string, number: string): string => `${name}, number ${number}, is new on the list.`,
    done: 'I have compared these rows',
  },
  sentBack: (role: string, time: string): string => `Sent back by the ${role.toLowerCase()} on ${time}:`,
  takeEarlier: 'Fill in what I typed before',
  earlierTaken: 'Your earlier figures are filled in. Change what was wrong.',
  secondEntry:
    'Type this form from the paper, by yourself. Another officer has typed it too; the two are compared when yours is in.',
  checkTitle: 'Check your answers',
  checkLead: (station: string): string => `Compare with the paper form of ${station}, line by line.`,
  send: (station: string): string => `Send report of ${station}`,
  noExplanation: 'No explanation given',
  unexplained: (count: number): string =>
    count === 1
      ? 'Shown with the report, without an explanation'
      : `${count} things are shown with the report, without an explanation`,
  explainLater:
    'To explain, take your form back, fill in what you typed before, and send it again with the explanation.',
  sentTitle: 'The report is in',
  waitingTitle: 'The report is kept on this device',
  refusedTitle: 'The report was not taken',
  waitingWords: (time: string): string =>
    `Kept on this device ${time}. Will be sent once, as soon as there is a network.`,
  waitingSignIn: 'It will be sent as soon as you are signed in again.',
  keepOpen: 'You can close this page. Open the desk again and sign in, and it is sent.',
  sendNow: 'Try to send now',
  takeBack: 'Change the form',
  alreadyIn: (time: string): string => `The same form was taken already, on ${time}. Nothing was added.`,
  acceptedAt: (time: string): string => `Accepted on ${time}.`,
  hash: 'Hash of the form',
  refusedWords: 'Nothing is lost: your figures are on this device, and below.',
  yours: 'You typed',
  theirs: 'Stands there',
  field: 'Figure',
  nothingDiffers: 'Your figures and those that stand are the same.',
  stateTitle: (station: string): string => `Report of ${station}`,
  states: {
    waiting: 'Nothing has been typed yet.',
    entered: 'Typed once. Another officer must type the form too.',
    differing: 'The two forms differ. Somebody who typed neither settles it from the paper.',
    to_confirm: 'Typed and checked. It waits for the confirmation that makes it public.',
    sent_back: 'Sent back to the station: the form is typed anew.',
    public: 'Public.',
  },
  publicNow: (time: string): string => `The public sees this report since ${time}.`,
  publicNot: 'The public does not see this report yet.',
  missingTitle: 'What is still missing',
  nothingMissing: 'Nothing is missing.',
  missing: {
    entry: 'the form, typed',
    second_entry: 'the form, typed by a second officer',
    resolution: 'the difference, settled from the paper',
    result_told: 'the result, told to those present at the station',
    resume: 'the count, taken up again',
    confirmation: 'the confirmation',
    recount: 'the recount that was allowed',
    stations: 'other stations',
    misplaced: 'the misplaced papers',
    lots: 'the drawing of lots',
    declaration: 'the declaration',
    second_person: 'a second officer’s word',
    statement: 'the sums of questionable papers and accounts',
    notices: 'notices',
  },
  heldBy: (what: string, roles: string): string => `${what} (${roles})`,
  or: ' or ',
  stepsTitle: 'Steps at the station',
  stepsHint: 'Each step tells the constituency that this station is at work.',
  steps: {
    poll_closed: 'Poll closed',
    boxes_open: 'Boxes opened',
    feeders_verified: 'Incoming boxes verified',
    mixed: 'Papers mixed',
    sorted: 'Papers sorted',
    decided: 'Questionable papers decided',
    counted: 'Papers counted',
    verified: 'Account verified',
    result_told: 'Result told, no recount asked for',
  },
  stepTold: 'told',
  tell: (step: string): string => `Tell: ${step}`,
  correct: 'Correct this report',
  takeEntryBack: 'Take my form back',
  takeEntryBackTitle: 'Take the form back?',
  takeEntryBackWhy: 'Why is it typed anew?',
  toForm: 'Fill in the report',
  toRecount: 'Report the recount',
  toResolve: 'Settle the difference',
  resolveTitle: 'Settle the difference',
  resolveLead: 'Two officers typed these figures differently. Read the paper form and say what it says.',
  resolveChoice: (field: string): string => `The paper form says for ${field}:`,
  another: 'another figure',
  anotherFigure: 'The paper form says',
  resolveMissing: (field: string): string => `Say what the paper form says for ${field}`,
  resolveSend: 'Settle these figures',
  resolved: 'The difference is settled.',
  ranking: (order: string): string => `ranking ${order}`,
  emptyStays: 'left empty',
  notHere: 'This station is not among those you report for.',
};
