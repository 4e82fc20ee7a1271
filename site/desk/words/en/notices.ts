import type { NoticeType } from '#shared/notices/notice-type.ts';
import type { DraftFor } from '#shared/recount/notice-drafts.ts';
import { noticesEn } from '../../../words/notices-en.ts';

const madeFrom: Readonly<Record<DraftFor, string>> = {
  relocation: 'Made from the move of a count.',
  result: 'Made from the declaration.',
  correction: 'Made from a correction after the declaration.',
  uncontested: 'Made because nobody contests the seats.',
  failed: 'Made because seats stay empty.',
  terminated: 'Made from the end of the proceedings.',
  struck: 'Made from what happened to a candidate.',
};

const gazetteLead: Readonly<Record<NoticeType['gazette'], string>> = {
  required: 'The Gazette must carry this notice. Where its number is not known yet, add it later.',
  soon: 'The Gazette carries this notice as soon as practicable. Its number can be added later.',
  may: 'This notice may stand in the Gazette.',
  none: '',
  follows: '',
};

const fileWhat: Readonly<Record<NoticeType['attachment'], string>> = {
  required: 'A plan or map belongs to this notice.',
  expected: 'A plan or map usually belongs to this notice.',
  optional: 'A file that belongs to this notice.',
};

/** Posting notices. `register` are the words of the public register: what is previewed reads as it will there. */
export const notices = {
  register: noticesEn,
  link: 'Notices',
  wholeLink: 'Notices of the whole election',
  overview: {
    title: 'Notices',
    name: (constituency: string | null): string =>
      constituency === null ? 'Notices of the election' : `Notices of ${constituency}`,
    wholeElection: 'The whole election',
    register: 'Public register of notices',
    publicPage: (id: string): string => `Public page of notice ${id}`,
    drafts: 'Waiting to be posted',
    noDrafts: 'No act waits for its notice.',
    draft: (name: string): string => `${name}: check and post`,
    madeFrom,
    by: (roles: readonly string[]): string => `Posted by: ${roles.join(', ').toLowerCase()}`,
    owed: 'Owed and not posted',
    nothingOwed: 'You owe nothing that was not posted.',
    owedByOthers: (count: number, late: number): string =>
      `Owed by other officers: ${count}${late > 0 ? `, ${late} late` : ''}`,
    late: 'Late',
    stations: (count: number): string => `${count} stations`,
    posted: 'Posted',
    nothingPosted: 'Nothing was posted yet.',
    postedRange: (first: number, last: number, all: string): string =>
      `Notices ${first} to ${last} of ${all}, newest first`,
    newer: 'Newer notices',
    older: 'Older notices',
    pages: 'Pages of notices',
    supersede: (id: string): string => `Supersede ${id}`,
    add: (id: string): string => `Add to ${id}`,
    supersededBy: (id: string): string => `superseded by ${id}`,
    supersedesWhich: (id: string): string => `supersedes ${id}`,
    wasInTime: 'in time',
    wasLate: 'after the last day',
    kinds: 'Post another notice',
    noKinds: 'Your role posts no notice here.',
    otherRole: (name: string, roles: readonly string[]): string =>
      `You cannot post this notice. “${name}” is posted by: ${roles.join(', ').toLowerCase()}.`,
    notHere: 'You cannot post this notice here: it belongs to another place than yours.',
    unknown: 'There is no such kind of notice.',
    unknownNotice: 'There is no such notice.',
    draftGone: 'This draft does not wait any more: its notice was posted, or the act changed.',
    alreadySuperseded: (by: string): string =>
      `This notice was superseded by ${by}. Supersede or add to that one.`,
  },
  form: {
    optional: (label: string): string => `${label} (if any)`,
    missing: (label: string): string => `Fill in: ${label}.`,
    place: 'The notice belongs to',
    placeTitle: 'Which place is it about?',
    placeMissing: 'Choose the place that the notice is about.',
    reason: 'Reason',
    reasonHint: 'It becomes public, beside both notices.',
    reasonTitle: (id: string): string => `Why does it supersede ${id}?`,
    contentsLead: 'What the rules prescribe. Fields marked “if any” may stay empty.',
    mayStayEmpty: 'This list may stay empty.',
    addRow: 'Add another',
    telephone: 'Telephone',
    figure: 'Number',
    chooseAll: 'Choose all',
    chooseNone: 'Choose none',
    notDay: 'Type a day such as 2016-09-04.',
    fileWhat,
    fileStays:
      'PDF, PNG or JPEG. The file stays on this device: only its name, size, type and SHA-256 are sent and become public.',
    fileRefused: 'This file cannot be used. Choose a PDF, PNG or JPEG of at most 200 MB.',
    fileAway: 'Take the file out',
    fileChoose: 'Choose a file from this device',
    fileOther: 'Choose another file',
    fileShown: (): string => 'chosen',
    titleField: 'Title',
    text: 'Text',
    wordsTitle: 'What the notice says',
    wordsLead:
      'Give the text in at least one language. Nothing is translated: readers of another language see the text you give.',
    postedTitle: 'Where and when was it posted?',
    postedPlace: 'Place where it was posted',
    postedPlaceMissing: 'Say where it was posted, in at least one language.',
    postedAt: 'Posted at',
    postedAtHint: 'Hong Kong time, as it really was.',
    postedAtMissing: 'Give the date and time at which it was posted.',
    reallyPosted:
      'Post the notice at its legal place first, then say here where and when. The copy on the web never replaces it.',
    atLegalPlace: 'It was posted at the legal place',
    now: 'It was posted now',
    gazetteNumber: 'Gazette number',
    gazetteDate: 'Date of the Gazette',
    gazetteHalf: 'Give both the number and the date, or neither.',
    gazetteLead,
    preview: 'What the public will read',
    supersedes: (id: string): string => `Supersedes ${id}`,
    consequences:
      'The notice enters the public ledger at once and stays there. What is wrong can only be set right by another notice that supersedes it.',
    send: 'Post the notice',
    sentTitle: 'The notice is posted',
    already: (when: string): string => `The same notice was posted already, on ${when}. Nothing was added.`,
    addedAlready: 'A colleague added this first. What you typed for it is not sent:',
    takenAt: (when: string): string => `The server took it on ${when}.`,
    itsNumber: (id: string): string => `Its number is ${id}`,
    publicSoon: 'It stands in the public register and in the feeds within a minute.',
    draftTitle: 'Draft of a notice',
    supersedeTitle: (id: string): string => `Supersede notice ${id}`,
    addTitle: (id: string): string => `Add to notice ${id}`,
    addLead:
      'Add what was not known before. What the notice said stays; to change that, supersede the notice.',
    addReason: 'What is added, and why',
    addReasonHint: 'It becomes public, beside the revision.',
    addConsequences:
      'A new revision of the notice enters the public ledger. Nothing of it can be taken back.',
    addSend: 'Add to the notice',
  },
};

export type NoticesWords = typeof notices;
