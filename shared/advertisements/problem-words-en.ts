import type { ProblemWords } from '../election/problem-words-en.ts';

/** English words for what only filings on the Central Platform can get wrong; its keys are the codes that all languages must have. */
export const PLATFORM_PROBLEMS_EN = {
  'file-empty': {
    problem: 'The file {name} is empty.',
    remedy: 'Choose the file again, or another one that holds something.',
  },
  'file-too-large': {
    problem:
      'The file {name} has {bytes} bytes; at most {limit} are taken. None of this submission was taken.',
    remedy: 'Divide the file into several, or compress it, and submit everything again.',
  },
  'file-not-on-the-list': {
    problem: 'The file {name} is not of a permitted format.',
    remedy:
      'Use RTF, DOC, DOCX, HTML, PDF, TXT, GIF, JPEG, TIFF, PNG, WAV, MP3, AVI or MPEG; ZIP and GZ may hold them.',
  },
  'file-name-empty': {
    problem: 'A file has no name.',
    remedy: 'Give it a name with the ending of its format.',
  },
  'file-name-too-long': {
    problem: 'The name {name} is too long.',
    remedy: 'Rename the file with at most 255 bytes, about 80 Chinese characters.',
  },
  'file-name-control-character': {
    problem: 'The name of a file holds a character that cannot be seen: {value}.',
    remedy: 'Rename the file with letters, figures and spaces.',
  },
  'file-name-direction-mark': {
    problem: 'The name of a file holds a mark that hides how it reads: {value}.',
    remedy: 'Rename the file: type its name anew.',
  },
  'file-name-separator': {
    problem: 'The name {name} holds a character that names of files cannot have.',
    remedy: 'Rename the file without / \\ : * ? " < > and |.',
  },
  'file-name-reserved': {
    problem: 'The name {name} cannot be saved on some computers.',
    remedy: 'Rename the file, such as by adding a word.',
  },
  'file-name-dots': {
    problem: 'The name {name} begins or ends with a dot or a space.',
    remedy: 'Rename the file without it.',
  },
  'copy-needed': {
    problem: 'An advertisement has neither a file nor a link: {field}.',
    remedy: 'Add a copy of it; of a real-time message on an open platform, its address.',
  },
  'links-need-real-time': {
    problem: 'A link is given in {field} in the place of a copy.',
    remedy:
      'Upload a copy. Only of interactive or real-time messages, of which no copy can be made, the address is enough: then say that it is one.',
  },
  'not-a-web-address': {
    problem: [
      '{value} in {field} is not the address of a page.',
      'What is given in {field} is not the address of a page.',
    ],
    remedy: 'Give an address that begins with http:// or https://, without a name or password in it.',
  },
  'produced-later': {
    problem: 'The day of production in {field} is {value}, after the day of publication, {publishedOn}.',
    remedy: 'Correct one of the two days.',
  },
  'advertisement-unknown': {
    problem: 'This account has filed no advertisement {value}.',
    remedy: 'Choose one of those that your account has filed.',
  },
  'advertisement-removed': {
    problem: 'The advertisement {value} has been removed; nothing can be filed about it any more.',
    remedy: 'Ask the Chief Electoral Officer if you think that this is wrong.',
  },
  'corrections-closed': {
    problem: 'Particulars could be corrected until {due}, the second working day after polling day.',
    remedy:
      'The original stays as it was filed. Write to the Chief Electoral Officer if something in it is wrong.',
  },
  'nothing-corrected': {
    problem: 'The correction in {field} changes nothing.',
    remedy: 'Give the particulars that were wrong, with what is right.',
  },
  'consent-unknown': {
    problem: 'This account has filed no consent {value}.',
    remedy: 'Choose one of those that your account has filed.',
  },
  'revoked-already': {
    problem: 'The consent {value} has been revoked already.',
    remedy: 'Nothing needs to be done.',
  },
  'file-unknown': {
    problem: 'There is no such file to be replaced or confirmed.',
    remedy: 'Look at the submission again: what became of the file is shown there.',
  },
  'not-refused': {
    problem: 'The file {value} was not refused: another one cannot take its place.',
    remedy: 'A changed content is a new advertisement: file it as one.',
  },
  'not-held': {
    problem: 'The file {value} is not held back.',
    remedy: 'Look at the submission again: what became of the file is shown there.',
  },
  'files-missing': {
    problem: 'Of {expected} files, {missing} are not here yet: {names}.',
    remedy: 'Send them; what has arrived is kept for seven days. Then submit again.',
  },
  'submission-unknown': {
    problem: 'This account has announced no submission {value}.',
    remedy: 'Start the submission again; nothing of it was received.',
  },
  'platform-account-unknown': {
    problem: 'There is no open account {value} on the Central Platform.',
    remedy: 'Check its name, or apply for an account to the Chief Electoral Officer.',
  },
  'constituency-stays': {
    problem: 'The account is for {expected}; its constituency cannot become {value}.',
    remedy: 'Open another account for the other constituency.',
  },
  'applied-later': {
    problem: 'The day of the application, {value}, is still to come.',
    remedy: 'Give the day on which the application came in.',
  },
} as const satisfies Readonly<Record<string, ProblemWords>>;

export type PlatformProblem = keyof typeof PLATFORM_PROBLEMS_EN;
