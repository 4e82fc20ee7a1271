import * as format from '../../../words/format.ts';

const n = format.count;

/** `a, b or c` */
const oneOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

/** The progress of a constituency: what is in, what waits, whom to phone. */
export const progress = {
  facts: (seats: number, reports: number): string =>
    `${seats === 1 ? '1 seat' : `${n(seats)} seats`} · ${reports === 1 ? '1 report' : `${n(reports)} reports`} expected`,
  upToDate: (time: string): string => `Up to date ${time}`,
  late: (time: string): string =>
    `These are the figures of ${time}. The server has not answered since; the count may have gone on.`,
  lost: (time: string): string =>
    `There is no connection. These are the figures of ${time}; the count may have gone on.`,
  signedOut: (time: string): string =>
    `You are signed out. These are the figures of ${time}; they change no more until you sign in.`,
  tryNow: 'Try now',
  hall: 'Projector view',
  leaveHall: 'Leave the projector view',
  wall: {
    page: (page: number, of: number): string => `Page ${page} of ${of}`,
    pause: (seconds: number): string => `Turns every ${seconds} seconds · Pause`,
    goOn: 'Paused · Go on',
    keys: 'Space: pause or go on. Arrow keys: turn a page.',
  },
  counters: 'Stations by state. A button shows these stations only; pressed again, all of them.',
  kinds: {
    confirmed: { name: 'Confirmed', what: 'public' },
    entered: { name: 'Entered', what: 'to confirm' },
    differing: { name: 'Differing', what: 'two entries disagree' },
    flagged: { name: 'Flagged', what: 'warnings to read' },
    silent: { name: 'Silent', what: '' },
    waiting: { name: 'Waiting', what: 'no report yet' },
  },
  silentFor: (minutes: number): string => `over ${minutes} min`,
  summary: (counts: {
    readonly confirmed: number;
    readonly all: number;
    readonly differing: number;
    readonly flagged: number;
    readonly silent: number;
  }): string =>
    `${n(counts.confirmed)} of ${n(counts.all)} confirmed, ${n(counts.differing)} differing, ${n(counts.flagged)} flagged, ${n(counts.silent)} silent.`,
  needs: 'Needs someone now',
  needsNobody: 'Nobody needs to be phoned, and nothing waits to be read or settled.',
  listed: 'Stations found',
  listedNone: 'No station is like this now.',
  foundNone: (typed: string): string => `No station has “${typed}” in its code or name.`,
  shown: (count: number, all: number): string =>
    count === 1 ? `1 of ${n(all)} stations.` : `${n(count)} of ${n(all)} stations.`,
  showMore: (left: number): string => `Show ${n(left)} more`,
  showAll: 'Show all stations',
  columns: { station: 'Station', what: 'What', waiting: 'Waiting', who: 'Who', act: 'Act' },
  longAgo: 'over a day',
  waitingSince: (time: string): string => `waiting ${time}`,
  whats: {
    differ: (fields: number): string =>
      fields === 1 ? 'Two entries differ in 1 field' : `Two entries differ in ${n(fields)} fields`,
    flags: (codes: readonly string[], unexplained: number): string =>
      `${codes.join(', ')}: ${unexplained === 0 ? 'explained' : 'not explained'}`,
    heard: (time: string): string => `Last sign of life ${time}`,
    heardStep: (time: string, step: string): string => `${step}, last sign of life ${time}`,
    neverHeard: (time: string): string => `Nothing heard since the close of poll, ${time}`,
    public: 'Public',
    sentBack: 'Sent back, to be typed anew',
    recounting: 'Recounting',
    suspended: 'Suspended',
  },
  /** What a station waits for, where a few words must do. */
  waitsFor: {
    entry: 'The form, typed',
    second_entry: 'The second entry',
    resolution: 'The difference, settled',
    result_told: 'The result, told at the station',
    resume: 'The count, taken up again',
    confirmation: 'The confirmation',
    recount: 'The recount',
    stations: 'Other stations',
    misplaced: 'The misplaced papers',
    lots: 'The lots',
    declaration: 'The declaration',
    second_person: 'A second officer',
    statement: 'The sums of questionable papers and accounts',
    notices: 'Notices',
  },
  you: 'you',
  third: 'a third officer',
  noPhone: 'no number known',
  oneOf,
  roles: {
    public: 'public',
    candidate: 'candidate',
    presiding_officer: 'presiding officer',
    assistant_returning_officer: 'assistant returning officer',
    returning_officer: 'returning officer',
    chief_electoral_officer: 'chief electoral officer',
    commission: 'commission',
    observer: 'observer',
  },
  acts: { resolve: 'Resolve', read: 'Read', phone: 'Phone', open: 'Open' },
  /** For who hears the button only: what it is about. */
  actOn: (act: string, station: string): string => `${act} ${station}`,
  all: 'All stations',
  find: 'Find',
  findHint: 'code or name',
  district: (confirmed: number, all: number): string => `${n(confirmed)} of ${n(all)} confirmed`,
  central: 'Central Counting Station',
  misplacedPapers: 'Misplaced papers',
  publicNow: 'What the public sees now',
  statuses: {
    embargo: 'Before close of poll',
    none: 'No reports yet',
    counting: 'Counting, provisional',
    misplaced: 'Misplaced papers to come',
    all: 'All reports in, not declared',
    recount: 'Recount',
    lots: 'Lots to be drawn',
    declared: 'Declared',
    corrected: 'Corrected after declaration',
    uncontested: 'Uncontested',
    failed: 'Election failed',
    terminated: 'Proceedings terminated',
  },
  figures: {
    figure: 'Figure',
    now: 'Public now',
    after: 'After',
    state: 'State',
    reports: 'Reports in',
    reportsOf: (reports: number, expected: number): string => `${n(reports)} / ${n(expected)}`,
    valid: 'Valid votes',
    rejected: 'Papers not counted',
    quota: 'Quota',
    lastSeat: (seat: number): string => `Seat ${seat}, on the votes so far`,
    lastSeatBy: (contestant: string, gap: string): string => `${contestant} by ${gap}`,
    seatsOf: (contestant: string): string => `Seats of ${contestant}, on the votes so far`,
    list: (number: string): string => `list ${number}`,
    candidate: (number: string): string => `candidate ${number}`,
    none: '–',
    noneWords: 'none yet',
  },
  publicPage: 'Public page',
  next: 'What comes next',
  nextNothing: 'Nothing is missing here.',
  nextDeclared: (time: string): string => `Declared on ${time}. Nothing is missing.`,
  nextSteps: {
    entry: 'The form is typed',
    second_entry: 'A second officer types the form',
    resolution: 'The difference is settled from the paper',
    result_told: 'The result is told to those present at the station',
    resume: 'The count is taken up again',
    confirmation: 'The report is confirmed, and with that public',
    recount: 'The recount that was allowed is reported',
    stations: 'Every station is confirmed',
    misplaced: 'The misplaced papers are added',
    lots: 'Lots are drawn',
    declaration: 'The result is proposed for declaration',
    second_person: 'A second officer confirms the declaration',
    statement: 'The sums of questionable papers and accounts are published',
    notices: 'These notices are posted:',
  },
  by: (roles: string): string => `by: ${roles}`,
  stillMissing: (count: number): string =>
    count === 1 ? '1 station is missing:' : `${n(count)} stations are missing:`,
  andMore: (count: number): string => `and ${n(count)} more`,
  toActs: 'Acts of this constituency',
  notes: 'Suspended, moved, recounting',
  note: {
    suspendedAll: (time: string, ground: string): string =>
      `The whole count is suspended since ${time}: ${ground}.`,
    suspended: 'The count is suspended here:',
    relocated: 'Moved to another place:',
    recounting: 'A recount is allowed and not reported yet:',
    to: 'to',
  },
  grounds: {
    severe_weather: 'severe weather',
    disorder_or_danger: 'disorder or danger',
    material_irregularity: 'a material irregularity',
  },
  ifConfirmed: (station: string): string => `If you confirm ${station}`,
  enteredTwice: 'entered twice, equal',
  enteredOnce: 'entered once',
  settled: 'entered twice, difference settled',
  noWarning: 'no warning',
  warnings: (count: number): string => (count === 1 ? '1 warning' : `${n(count)} warnings`),
  confirm: (station: string): string => `Confirm ${station}`,
  seeReport: 'See the report',
  /** Reading one station's report, and confirming it. */
  station: {
    title: (station: string): string => `Station ${station}`,
    settled: 'The report that waits',
    standing: 'The report that is public',
    entries: 'Who typed it',
    entry: (role: string, time: string, own: boolean): string =>
      own ? `${role}, ${time} (you)` : `${role}, ${time}`,
    hidden: 'Figures are shown when nothing independent is left to type.',
    differences: 'Where the two entries differ',
    differencesWere: 'Where the two entries differed before this was settled',
    one: 'One entry',
    other: 'The other',
    figure: 'Figure',
    here: 'This report',
    publicNow: 'Public now',
    validVotes: 'Valid votes, added up',
    explanation: (text: string): string => `The station says: “${text}”`,
    toForm: 'Form and steps of this station',
    sendBack: 'Send back',
    suspended: 'The count is suspended here.',
    relocated: 'The count was moved to:',
    recounting:
      'A recount is allowed. The public sees the figures of the count before, until it is reported.',
    cannotOwn: 'You typed this report: another officer confirms it.',
  },
  confirming: {
    title: (station: string): string => `Confirm the report of ${station}?`,
    lead: 'With your confirmation this becomes public within seconds, and part of the ledger for good. A mistake can then only be corrected, with a reason that is published too.',
    becomes: (accounts: boolean): readonly string[] => [
      accounts
        ? 'the votes, papers and account below, as the report of this station'
        : 'the votes and papers below, as the report of this station',
      'each warning, and what the station says to it',
      'that an officer of your role confirmed it; no name',
    ],
    keptBack:
      'Account and questionable papers stay private: only how many of these papers were rejected is told, and after the declaration the sums of the constituency.',
    not: 'Nothing can be confirmed here now.',
    back: 'Back without confirming',
    done: (station: string): string => `${station} is confirmed`,
    doneWords: (time: string): string => `Confirmed on ${time}. The public sees this report in a moment.`,
    hash: 'Hash of the report',
    again: 'What stands here has changed. It was loaded again: look at it and decide anew.',
    toProgress: 'To the progress of the constituency',
  },
  sendingBack: {
    title: (station: string): string => `Send the report of ${station} back?`,
    lead: 'Nothing of it becomes public. Both entries are put aside, and the form is typed anew at the station.',
    reason: 'Why is it sent back?',
    reasonHint: 'The officers of the station read this. It is not public.',
    missing: 'Say why the report is sent back',
    send: (station: string): string => `Send ${station} back`,
    done: (station: string): string => `${station} is sent back`,
    doneWords: 'The station sees your reason, and types the form anew.',
    not: 'Nothing can be sent back here now.',
  },
};
