/** Words of the page on which anybody checks a file. What stands in braces is filled by the script. */
export const checkFileEn = {
  title: 'Is this the file that was received?',
  link: 'Check a file',
  lead: 'Choose a file: your browser computes its SHA-256 and compares it with those on record. The file does not leave your device.',
  choose: 'Choose files',
  drop: 'or drop them here',
  look: 'Reference or SHA-256',
  lookHint: (example: string): string => `as on the receipt, ${example}, or 64 characters`,
  lookUp: 'Look it up',
  cancel: 'Cancel',
  working: '{name}: {done} of {all} computed',
  answers: 'Answers',
  match: 'Yes. This is the file that was received.',
  matchOf: 'That is the SHA-256 of a file that was received.',
  matchReference: 'This reference is on record, with these files.',
  hash: 'SHA-256',
  reference: 'Reference',
  receivedAt: 'Received',
  entry: 'Ledger entry',
  size: 'Bytes',
  see: 'What this candidate or list has filed',
  noMatch: 'No such file is on record.',
  noMatchWhy: [
    'One changed byte gives another hash: the file may have been opened and saved again.',
    'It may have been filed with the Returning Officer on paper or disc, or published on a candidate’s own platform.',
    'It may belong to another election, or was never filed.',
  ],
  badReference:
    'That is no reference: its last character does not fit the others. Compare it with the receipt, character by character.',
  noReference:
    'The reference is well formed, but nothing on record has it. What was just received is on record within a minute.',
  notUnderstood: 'That is neither a reference nor a SHA-256.',
  failed: 'The list of hashes could not be read. Check the connection and try again.',
  unreadable: 'The file could not be read on this device.',
  cancelled: 'Cancelled: this file was not checked.',
  without: 'Without this page',
  withoutWords:
    'Any computer can compute the SHA-256 of a file. Then look for it in the column sha256 of the register, or in the list of hashes.',
  systems: { linux: 'Linux', mac: 'macOS', windows: 'Windows' },
  csv: 'Register as CSV',
  hashes: 'All hashes as JSON',
  means: 'What the answer tells you',
  meansWords: [
    'The same SHA-256 means the same bytes: nobody can make another file that has it.',
    'The time is that at which the last byte arrived, before anybody looked into the file.',
    'It tells nothing of what the file says: not whether it is true, and not whether it is lawful.',
  ],
};

export type CheckFileWords = typeof checkFileEn;
