import type { Sentence } from './problem-words-sentence.ts';

/** What is wrong, and what to do now. */
export interface ProblemWords {
  readonly problem: Sentence;
  readonly remedy: Sentence;
}

/** English words for every problem code; its keys are the list of codes that all languages must have. */
export const PROBLEMS_EN = {
  'missing-field': {
    problem: 'A required value is missing: {field}.',
    remedy: 'Add it and send the request again.',
  },
  'wrong-type': {
    problem: [
      'The value {value} in {field} is not {expected:type}.',
      'Nothing is given in {field}, where {expected:type} is needed.',
      'The value {value} in {field}, or the name it stands under, is not of an allowed kind.',
      'What is given in {field} is not of an allowed kind.',
    ],
    remedy: [
      'Give {expected:type} here.',
      'Use the names and kinds of value that the published schema allows here.',
    ],
  },
  'not-a-whole-number': {
    problem: ['The value {value} in {field} is not a whole number.', 'A whole number is needed in {field}.'],
    remedy: 'Give a whole number, without a decimal point and without quotation marks.',
  },
  'too-great': {
    problem: ['The value {value} in {field} is too great.', 'The value in {field} is too great.'],
    remedy: ['Give a number of at most {limit}.', 'Give a smaller number.'],
  },
  'too-small': {
    problem: ['The value {value} in {field} is too small.', 'The value in {field} is too small.'],
    remedy: ['Give a number of at least {limit}.', 'Give a greater number.'],
  },
  'too-long': {
    problem: ['The value in {field} is too long: {value}.', 'The value in {field} is too long.'],
    remedy: [
      'Keep text to at most {limit|character|characters}, or a list to at most {limit|entry|entries}.',
      'Shorten it.',
    ],
  },
  'too-short': {
    problem: [
      'The value in {field} is empty or too short: {value}.',
      'The value in {field} is empty or too short.',
    ],
    remedy: [
      'Give text of at least {limit|character|characters}, or a list of at least {limit|entry|entries}.',
      'Give more.',
    ],
  },
  'not-one-of': {
    problem: [
      'The value {value} in {field} is not one of those allowed.',
      'Nothing is given in {field}, where one of a few values is needed.',
    ],
    remedy: ['Use one of these: {allowed:list}.', 'Use one of the values that the published schema names.'],
  },
  'unknown-field': {
    problem: [
      'The request has an unknown entry with the value {value}: {field}.',
      'The request has an unknown entry: {field}.',
    ],
    remedy: 'Remove it or correct its spelling; only the names in the published schema are accepted.',
  },
  'control-character': {
    problem: [
      'The text {value} in {field} contains a control character or a damaged character.',
      'The text in {field} contains a control character or a damaged character.',
    ],
    remedy: 'Remove the characters shown in square brackets and send the text again.',
  },
  'ill-formed-text': {
    problem: [
      'The text {value} in {field} contains half a character.',
      'The text in {field} contains half a character.',
    ],
    remedy: 'Type the text afresh and send it as valid Unicode.',
  },
  'blank-text': {
    problem: 'The text in {field} has no visible character.',
    remedy: 'Give at least one visible character.',
  },
  'not-a-time': {
    problem: [
      'The value {value} in {field} is not a date and time.',
      'A date and time is needed in {field}.',
    ],
    remedy: 'Give date, time and offset, for example 2016-09-04T22:30:00+08:00.',
  },
  'not-an-identifier': {
    problem: ['The value {value} in {field} cannot be an identifier.', 'An identifier is needed in {field}.'],
    remedy:
      'Use 1 to 64 letters, digits, dots, hyphens or underscores, beginning with a letter or digit and without two dots in a row; for contestants and candidates, up to 100 characters of any text without control characters.',
  },
  'reason-required': {
    problem: 'A reason is required here and none is given: {field}.',
    remedy: 'Say why, in at most 1,000 characters, and send it again.',
  },
  'reserved-name': {
    problem: ['The name {value} in {field} is reserved.', 'The name in {field} is reserved.'],
    remedy: 'Use another name.',
  },
  'unknown-station': {
    problem: [
      'The election has no station {value}, which is named in {field}.',
      'The station in {field} is not known.',
    ],
    remedy: 'Use the identifier of a station in the election’s definition.',
  },
  'unknown-constituency': {
    problem: [
      'The election has no constituency {value}, which is named in {field}.',
      'The constituency in {field} is not known.',
    ],
    remedy: 'Use the identifier of a constituency in the election’s definition.',
  },
  'unknown-contestant': {
    problem: [
      'The constituency has no contestant {value}, who is named in {field}.',
      'The contestant in {field} is not known in this constituency.',
    ],
    remedy: [
      'Use the identifier of a contestant of this constituency, such as {allowed:list}.',
      'Use the identifier of a contestant of this constituency.',
    ],
  },
  'not-in-system': {
    problem: [
      'A report under {system:system} does not have {field}.',
      'The voting system of this constituency does not have {field}.',
    ],
    remedy: ['Remove it, and give the votes in “{expected}”.', 'Remove it.'],
  },
  'votes-missing': {
    problem: [
      'The report gives no votes under {system:system}: {field} is missing.',
      'The report gives no votes: {field} is missing.',
    ],
    remedy: 'Add the votes in this field and send the report again.',
  },
  'papers-missing': {
    problem: [
      'With {seats|seat|seats} to fill, the number of valid papers does not follow from the votes, and {field} is missing.',
      'The number of valid papers is missing: {field}.',
    ],
    remedy: 'Add the number of valid papers.',
  },
  'station-of-another-constituency': {
    problem: [
      'Station {value} belongs to constituency “{constituency}”, not to the one that the report names.',
      'The station belongs to another constituency than the one that the report names: {field}.',
    ],
    remedy: 'Correct the station or the constituency of the report.',
  },
  'counted-elsewhere': {
    problem: [
      'Station {value} ({kind:station}) does not report votes, because its papers are counted at station “{countedAt}”.',
      'Station {value} ({kind:station}) does not count votes.',
      'Station {value} does not count votes.',
      'The station does not count votes: {field}.',
    ],
    remedy: [
      'Include its papers in the report of station “{countedAt}”.',
      'Include its papers in the report of the station where they are counted.',
    ],
  },
  uncontested: {
    problem: [
      'Constituency {value} is uncontested: no more people stand than there are seats ({seats}).',
      'Constituency {value} is uncontested.',
      'The constituency is uncontested.',
    ],
    remedy: 'Send nothing for this constituency; no poll is held in it.',
  },
  'revision-missing': {
    problem: [
      'Revision {value:number} cannot be taken before revision {expected}, which has not been received.',
      'The revision before this one has not been received.',
    ],
    remedy: ['Send revision {expected} first.', 'Send the earlier revision first.'],
  },
  'count-missing': {
    problem: [
      'Count {value:number} cannot be taken before count {expected}, which has not been received.',
      'The count before this one has not been received.',
    ],
    remedy: ['Send the report of count {expected} first.', 'Send the report of the earlier count first.'],
  },
  declared: {
    problem: [
      'The result of constituency {value} has been declared.',
      'The result of the constituency has been declared.',
    ],
    remedy:
      'Ask the Returning Officer for a correction of the report, with a reason; nothing else is taken after a declaration.',
  },
  'not-declared': {
    problem: [
      'The result of constituency {value} has not been declared, so there is nothing to correct.',
      'The result of the constituency has not been declared, so there is nothing to correct.',
    ],
    remedy: 'Send the figures as the next revision of the station’s report.',
  },
  terminated: {
    problem: [
      'The proceedings for constituency {value} have been terminated.',
      'The proceedings for the constituency have been terminated.',
    ],
    remedy: 'Send nothing more for this constituency; the notice of termination gives the reason.',
  },
  conflict: {
    problem: [
      'Other figures were accepted for {value} on {acceptedAt:time} Hong Kong time: their hash is {accepted}, and that of the figures sent is {sent}.',
      'Other figures have been accepted for {value}.',
      'Other figures have been accepted for this report.',
    ],
    remedy: 'Send the corrected figures as the next revision, with a reason.',
  },
  'not-a-central-line': {
    problem: [
      'Station {value} ({kind:station}) does not count misplaced ballot papers.',
      'The station does not count misplaced ballot papers: {field}.',
    ],
    remedy: 'Report them for the Central Counting Station of the constituency.',
  },
  'election-unknown': {
    problem: ['There is no election {value}.', 'There is no such election.'],
    remedy:
      'Check the identifier in the address; an election exists once the Chief Electoral Officer has sent its definition.',
  },
  'ballot-differs': {
    problem: 'The form was made from another candidate list than the one in force.',
    remedy:
      'Load the form again and compare every row with the paper: rows may have moved. What you typed is kept.',
  },
  'entries-required': {
    problem: 'This election asks for two independent entries of every report.',
    remedy:
      'Send the form to the resource “entries”, as the officers’ desk does; a second officer enters it too, and a third confirms it.',
  },
  'second-person-required': {
    problem: 'In this election such an act needs a second officer.',
    remedy: 'Propose it through the resource “proposals”; another officer seconds it.',
  },
  'malformed-json': {
    problem: 'The body of the request is not valid JSON.',
    remedy: 'Check brackets, commas and quotation marks, and send it again as UTF-8.',
  },
  'body-missing': {
    problem: 'The request has no body.',
    remedy: 'Send the content as JSON in the body of the request.',
  },
  'body-too-large': {
    problem: [
      'The body of the request is too large: {value:number} bytes.',
      'The body of the request is too large.',
    ],
    remedy: [
      'Send at most {limit|byte|bytes} at a time, in several requests.',
      'Send less at a time, in several requests.',
    ],
  },
  'too-many-reports': {
    problem: ['The request has too many reports: {value:number}.', 'The request has too many reports.'],
    remedy: ['Send at most {limit|report|reports} at a time.', 'Send fewer reports at a time.'],
  },
  'unsupported-media-type': {
    problem: 'The request does not say that its body is JSON.',
    remedy: 'Send the header “Content-Type: application/json”.',
  },
  'no-token': {
    problem: 'The request is not signed in.',
    remedy: 'Sign in, and send the header “Authorization: Bearer” with your token.',
  },
  'token-invalid': {
    problem: 'The sign-in token is not valid for this service.',
    remedy: 'Sign in again and use the new token.',
  },
  'token-expired': {
    problem: 'The sign-in token has expired.',
    remedy: 'Sign in again and send the same request with the new token.',
  },
  'wrong-role': {
    problem: ['This cannot be done in the role {value:role}.', 'This account has no role that may do this.'],
    remedy: [
      'Ask someone with one of these roles: {allowed:roles}.',
      'Use an account that has a role for it.',
    ],
  },
  'wrong-scope': {
    problem: [
      'The sign-in token was not issued for this: it lacks {value}.',
      'The sign-in token was not issued for this.',
    ],
    remedy:
      'Sign out, sign in again and use the new token; if that does not help, ask the Chief Electoral Officer to check the role of this account.',
  },
  'outside-scope': {
    problem: [
      'This account is not responsible for {value}.',
      'This account is not responsible for this place.',
    ],
    remedy: [
      'Act only for {own:list}.',
      'Ask the Chief Electoral Officer to have the account assigned to it.',
    ],
  },
  'account-closed': {
    problem: 'This account has been closed.',
    remedy: 'Ask the Chief Electoral Officer whether it should be opened again.',
  },
  'account-changed': {
    problem: 'The role of this account has changed since you signed in.',
    remedy: 'Sign in again and use the new token.',
  },
  'signed-out': {
    problem: 'This account has been signed out everywhere.',
    remedy: 'Sign in again and send the same request with the new token.',
  },
  internal: {
    problem: 'The request could not be carried out because of a fault on our side.',
    remedy: 'Send the same request again in a moment; sending it twice does no harm.',
  },
  busy: {
    problem: 'The service has more requests than it can take at the moment.',
    remedy: 'Wait a few seconds and send the same request again; sending it twice does no harm.',
  },
} as const satisfies Readonly<Record<string, ProblemWords>>;

export type ProblemCode = keyof typeof PROBLEMS_EN;

/** For a code that this version has no words for. */
export const UNKNOWN_PROBLEM_EN: ProblemWords = {
  problem: [
    'The value {value} in {field} was refused for the reason “{code}”.',
    'The request was refused for the reason “{code}”: {field}.',
    'The request was refused.',
  ],
  remedy: 'Compare what was sent with the published schema, correct it and send it again.',
};
