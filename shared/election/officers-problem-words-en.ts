import type { ProblemWords } from './problem-words-en.ts';

/** English words for what only acts of officers, definitions and accounts can get wrong; its keys are the list of codes that all languages must have. */
export const OFFICERS_PROBLEMS_EN = {
  'conflict-of-acts': {
    problem: [
      'Another content was accepted for {value} on {acceptedAt:time} Hong Kong time: its hash is {accepted}, and that of the content sent is {sent}.',
      'Another content has been accepted for {value}.',
      'Another content has been accepted here.',
    ],
    remedy:
      'Check what was accepted, which stands; if something is still to be added, send it as a new act under its own number.',
  },
  'not-found': {
    problem: ['There is nothing at this address: {value}.', 'There is nothing at this address.'],
    remedy: 'Check the address; the interface is described at /openapi.json.',
  },
  'method-not-allowed': {
    problem: ['This address does not take the method {value}.', 'This address does not take this method.'],
    remedy: ['Use {allowed:list}.', 'Use the method that is described at /openapi.json.'],
  },
  'no-language': {
    problem: 'The text in {field} is not given in any language.',
    remedy: 'Give it in at least one language, under “en”, “zh-Hant” or “zh-Hans”.',
  },
  'not-a-day': {
    problem: [
      'The value {value} in {field} is not a day of the calendar.',
      'What is given in {field} is not a day of the calendar.',
    ],
    remedy: 'Give a day like “2016-09-04”.',
  },
  'not-a-telephone': {
    problem: [
      'The value {value} in {field} is not a telephone number.',
      'What is given in {field} is not a telephone number.',
    ],
    remedy: 'Give digits, with spaces, brackets, hyphens or a plus sign if need be.',
  },
  'identity-number': {
    problem: 'The text in {field} contains an identity-card number. Such numbers are never published.',
    remedy: 'Remove the number and send the notice again.',
  },
  contested: {
    problem: [
      'A poll is held in {value}: nobody is elected there without one.',
      'A poll is held here: nobody is elected without one.',
    ],
    remedy: 'Post the result once it is declared.',
  },
  'notice-about': {
    problem: [
      'A notice of the kind {type} cannot be given for this part of an election.',
      'This notice does not fit this part of an election.',
    ],
    remedy: ['Give it for one of these: {allowed:list}.', 'Give the constituency or station it is for.'],
  },
  'notice-fact-only': {
    problem: [
      'A notice of the kind {type} goes to those concerned only: that it was given is published, not what it says.',
      'This notice goes to those concerned only: that it was given is published, not what it says.',
    ],
    remedy: 'Leave out its title, text, contents and attachment.',
  },
  'notice-number': {
    problem: [
      '{value:number} is not the next number of these notices.',
      'This is not the next number of these notices.',
    ],
    remedy: [
      'Look at the notices that stand, and use number {expected} if yours is not among them.',
      'Look at the notices that stand, and use the next number.',
    ],
  },
  'notice-changed': {
    problem: [
      'A later revision of notice {value} only adds to it: what was posted stands as it is.',
      'A later revision only adds to a notice: what was posted stands as it is.',
    ],
    remedy: 'Post a new notice that supersedes it, with the reason.',
  },
  'notice-unknown': {
    problem: [
      'There is no notice {value} of this kind that this one could supersede.',
      'There is no notice of this kind that this one could supersede.',
    ],
    remedy: 'Name a notice of the same kind, for the same place.',
  },
  'notice-superseded': {
    problem: [
      'Notice {value} is superseded already by notice {by}.',
      'Notice {value} is superseded already.',
      'The notice named is superseded already.',
    ],
    remedy: ['Supersede notice {by} instead.', 'Supersede the newest notice instead.'],
  },
  'posted-later': {
    problem: [
      'The notice says that it was posted at {value}, which is still to come.',
      'The notice says that it was posted at a time still to come.',
    ],
    remedy: 'Give the time at which it was really posted, and send it afterwards.',
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
  'rehearsal-not-test': {
    problem: [
      'The identifier {id} begins as one of a rehearsal, so the election must be marked as a test.',
      'The identifier begins as one of a rehearsal, so the election must be marked as a test.',
    ],
    remedy:
      'Mark the election as a test (true), or choose an identifier that does not begin with rehearsal-.',
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
  'event-too-late': {
    problem: [
      'The event comes too late for this election: {value} in {field}.',
      'The event comes too late for this election.',
    ],
    remedy:
      'Check when the Returning Officer was satisfied of it; candidates can withdraw only while nominations are open.',
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
  'own-account': {
    problem: [
      'You cannot close your own account {value} or take its role away.',
      'You cannot close your own account or take its role away.',
    ],
    remedy: 'Ask another Chief Electoral Officer’s account to do it.',
  },
  'file-unreadable': {
    problem: ['The file cannot be read: {value}.', 'The file cannot be read.'],
    remedy: 'Check that it exists, that it may be read and that it is JSON in UTF-8.',
  },
} as const satisfies Readonly<Record<string, ProblemWords>>;

export type OfficersProblemCode = keyof typeof OFFICERS_PROBLEMS_EN;
