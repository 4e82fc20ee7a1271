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
  'no-language': {
    problem: 'The text in {field} is not given in any language.',
    remedy: 'Give it in at least one language, under “en”, “zh-Hant” or “zh-Hans”.',
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
  'not-unique': {
    problem: [
      'The value {value} in {field} is used already in {first:path}.',
      'The value {value} in {field} is used more than once.',
      'The value in {field} is used more than once.',
    ],
    remedy: 'Remove one of the two, or give each a value of its own.',
  },
  'list-without-names': {
    problem: 'The list has no candidates: {field}.',
    remedy: 'Give the candidates of the list in their order.',
  },
  'one-candidate-only': {
    problem: [
      'Under {system:system} a contestant is one candidate, but {field} has {value:number}.',
      'A contestant is one candidate here, but several are given in {field}.',
    ],
    remedy: 'Enter each candidate as a separate contestant.',
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
  'unknown-candidate': {
    problem: [
      'The constituency has no candidate {value}, who is named in {field}.',
      'The candidate in {field} is not known in this constituency.',
    ],
    remedy: [
      'Use the identifier of a candidate of this constituency, such as {allowed:list}.',
      'Use the identifier of a candidate of this constituency.',
    ],
  },
  'counted-at-loop': {
    problem: [
      'Following {value} in {field}, the papers go round in a circle: {chain}.',
      'Following {field}, the papers go round in a circle.',
    ],
    remedy: 'Let the chain end at a station that counts votes.',
  },
  'counted-at-non-counting': {
    problem: [
      'The papers sent to {value} in {field} end at station “{station}” ({kind:station}), where votes are never counted.',
      'The papers sent to {value} in {field} end where votes are never counted.',
      'The papers end where votes are never counted: {field}.',
    ],
    remedy: 'Name a station that counts votes, such as a main counting station.',
  },
  'counted-at-elsewhere': {
    problem: [
      'The papers sent to {value} in {field} would be counted in another constituency, “{constituency}”.',
      'The papers would be counted in another constituency: {field}.',
    ],
    remedy: 'Name a station that counts the votes of the same constituency.',
  },
  'not-in-edition': {
    problem: [
      'The kind {value} in {field} does not exist in the {edition} edition of the rules.',
      'The kind in {field} does not exist in this edition of the rules.',
    ],
    remedy: 'Choose another kind, or correct the edition.',
  },
  'closes-before-it-opens': {
    problem: [
      'The close of poll, {value}, is not after its opening, {pollOpensAt}.',
      'The close of poll is not after its opening: {field}.',
    ],
    remedy: 'Give a close of poll that is later than the opening.',
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
  'conflict-of-acts': {
    problem: [
      'Another content was accepted for {value} on {acceptedAt:time} Hong Kong time: its hash is {accepted}, and that of the content sent is {sent}.',
      'Another content has been accepted for {value}.',
      'Another content has been accepted here.',
    ],
    remedy:
      'Check what was accepted, which stands; if something is still to be added, send it as a new act under its own number.',
  },
  'not-a-central-line': {
    problem: [
      'Station {value} ({kind:station}) does not count misplaced ballot papers.',
      'The station does not count misplaced ballot papers: {field}.',
    ],
    remedy: 'Report them for the Central Counting Station of the constituency.',
  },
  'counted-removed': {
    problem: [
      'The definition leaves out {value}, for which votes have been reported: {field}.',
      'The definition leaves out something for which votes have been reported: {field}.',
    ],
    remedy: 'Put it back and send the definition again.',
  },
  'counted-changed': {
    problem: [
      'Votes have been reported for {value}, and the definition changes what they mean: {field}.',
      'Votes have been reported, and the definition changes what they mean: {field}.',
    ],
    remedy: 'Leave its kind, voting system, seats, contestants and place of counting as they were.',
  },
  'test-mark-changed': {
    problem: [
      'The mark of a test election cannot be changed to {value} once the election is defined: {field}.',
      'The mark of a test election cannot be changed once the election is defined.',
    ],
    remedy: 'Leave the mark as it was, or define a new election with another identifier.',
  },
  'poll-has-closed': {
    problem: [
      'The close of poll cannot be moved to {value}, because the poll closed on {pollClosesAt:time} Hong Kong time.',
      'The close of poll cannot be moved, because the poll has closed.',
    ],
    remedy: ['Leave the close of poll as it was: {pollClosesAt}.', 'Leave the close of poll as it was.'],
  },
  'election-id-differs': {
    problem: [
      'The definition is of election {value}, but the address names “{expected}”.',
      'The definition and the address name different elections.',
    ],
    remedy: 'Name the same election in both.',
  },
  'election-unknown': {
    problem: ['There is no election {value}.', 'There is no such election.'],
    remedy:
      'Check the identifier in the address; an election exists once the Chief Electoral Officer has sent its definition.',
  },
  'definition-raced': {
    problem: 'Another revision of the definition was accepted while this one was on its way.',
    remedy: 'Make the change in the definition now in force, and send it again.',
  },
  'lots-not-needed': {
    problem: [
      'The count, as it stands, does not call for the drawing of lots that was sent ({value}).',
      'The count, as it stands, does not call for a drawing of lots.',
    ],
    remedy: 'Enter lots only when all reports are in and the count shows a tie for the seats that are left.',
  },
  'lots-group': {
    problem: [
      'Contestant {value} in {field} has no ball to draw at this point.',
      'A draw is for a contestant who has no ball to draw at this point: {field}.',
    ],
    remedy: [
      'Enter one ball for each contestant who has still to draw in this round: {expected:list}.',
      'Enter one ball for each contestant in the tie, and no others.',
    ],
  },
  'lots-number': {
    problem: [
      'There is no ball with the number {value}, given in {field}.',
      'The number of the ball is not valid: {field}.',
    ],
    remedy: 'Enter the number on the ball that was drawn, from 1 to 10.',
  },
  'lots-incomplete': {
    problem: [
      'The round of drawing is not complete; still to draw: {missing:list}.',
      'The round of drawing is not complete.',
    ],
    remedy: 'Enter one ball for every contestant who draws in this round, and send the whole round again.',
  },
  'lots-superfluous': {
    problem: [
      'The draws go on after the tie is decided, with {value} in {field}.',
      'The draws go on after the tie is decided: {field}.',
    ],
    remedy: 'Remove the draws that are not needed.',
  },
  'not-complete': {
    problem: [
      'The count is not complete; reports, recounts or lots are still to come for {missing:list}.',
      'The count is not complete.',
    ],
    remedy: 'Wait for what is missing, and send this again.',
  },
  'elected-differs': {
    problem: [
      'The names sent ({sent:list}) are not those that the count gives ({computed:list}).',
      'The names sent are not those that the count gives ({computed:list}).',
      'The names sent ({sent:list}) cannot be declared elected.',
      'The names sent are not those that the count gives.',
    ],
    remedy:
      'Send exactly the candidates that the count gives, and none for an election that failed or was terminated.',
  },
  'already-declared': {
    problem: [
      'The result of constituency {value} has been declared already.',
      'The result of the constituency has been declared already.',
    ],
    remedy: 'Do not declare it again; changes after a declaration are corrections that give a reason.',
  },
  'before-close': {
    problem: [
      'This cannot be done before the poll closes on {pollClosesAt:time} Hong Kong time.',
      'This cannot be done before the poll closes.',
    ],
    remedy: 'Send it again after the close of poll.',
  },
  'recount-barred': {
    problem: [
      'The estimated number of misplaced papers ({estimate}) is less than the smallest difference of remaining votes ({gap}), so this recount cannot be allowed.',
      'The estimated number of misplaced papers is less than the smallest difference of remaining votes, so this recount cannot be allowed.',
    ],
    remedy:
      'Record the request as refused; a recount that does not wait for the misplaced papers may be asked for instead.',
  },
  'recount-station-required': {
    problem: 'The recount is of one station, and no station is named: {field}.',
    remedy: 'Name the station whose papers are to be counted again.',
  },
  'recount-requester': {
    problem:
      'Counting agents can ask for a recount at their counting station only, not of the constituency or its misplaced papers.',
    remedy: 'Record the request of a candidate or an election agent.',
  },
  'ballot-differs': {
    problem: 'The form was made from another candidate list than the one in force.',
    remedy:
      'Load the form again and compare every row with the paper: rows may have moved. What you typed is kept.',
  },
  'act-number': {
    problem: [
      'This has the number {value:number}, but the next one is {expected}.',
      'This does not have the next number: {field}.',
    ],
    remedy: ['Send it with the number {expected}.', 'Number such acts 1, 2, 3 and so on.'],
  },
  'suspended-already': {
    problem: 'It is suspended already.',
    remedy: 'Resume it first, or leave it as it is.',
  },
  'not-suspended': {
    problem: 'It is not suspended, so it cannot be resumed.',
    remedy: 'Suspend it first, or leave it as it is.',
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
  'recount-number': {
    problem: [
      'The request has the number {value:number}, but the next one is {expected}.',
      'The request does not have the next number: {field}.',
    ],
    remedy: [
      'Send it with the number {expected}.',
      'Number the requests of a constituency 1, 2, 3 and so on.',
    ],
  },
  'event-too-late': {
    problem: [
      'The event comes too late for this election: {value} in {field}.',
      'The event comes too late for this election.',
    ],
    remedy:
      'Check when the Returning Officer was satisfied of it; candidates can withdraw only while nominations are open.',
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
  'not-an-email': {
    problem: [
      '{value} in {field} is not an e-mail address.',
      'What is given in {field} is not an e-mail address.',
    ],
    remedy: 'Give one address, such as officer@example.hk.',
  },
  'not-a-phone': {
    problem: [
      '{value} in {field} is not a telephone number.',
      'What is given in {field} is not a telephone number.',
    ],
    remedy:
      'Give a number in digits, with spaces if you like and with + before a country code, or leave it out.',
  },
  'account-unknown': {
    problem: ['There is no account {value}.', 'There is no such account.'],
    remedy: 'Check the identifier; the Chief Electoral Officer makes accounts.',
  },
  'account-id-differs': {
    problem: [
      'The content is of account {value}, but the address names “{expected}”.',
      'The content and the address name different accounts.',
    ],
    remedy: 'Name the same account in both.',
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
  'own-account': {
    problem: [
      'You cannot close your own account {value} or take its role away.',
      'You cannot close your own account or take its role away.',
    ],
    remedy: 'Ask another Chief Electoral Officer’s account to do it.',
  },
  'not-found': {
    problem: ['There is nothing at this address: {value}.', 'There is nothing at this address.'],
    remedy: 'Check the address; the interface is described at /openapi.json.',
  },
  'method-not-allowed': {
    problem: ['This address does not take the method {value}.', 'This address does not take this method.'],
    remedy: ['Use {allowed:list}.', 'Use the method that is described at /openapi.json.'],
  },
  internal: {
    problem: 'The request could not be carried out because of a fault on our side.',
    remedy: 'Send the same request again in a moment; sending it twice does no harm.',
  },
  busy: {
    problem: 'The service has more requests than it can take at the moment.',
    remedy: 'Wait a few seconds and send the same request again; sending it twice does no harm.',
  },
  'file-unreadable': {
    problem: ['The file cannot be read: {value}.', 'The file cannot be read.'],
    remedy: 'Check that it exists, that it may be read and that it is JSON in UTF-8.',
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
