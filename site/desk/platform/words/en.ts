import { longDate } from '../../../words/format.ts';
import { officers } from './officers-en.ts';
import type { Wholes } from './wholes.ts';

const plural = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;
/** `In Chinese` inside a sentence. */
const small = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
const comma = (list: readonly string[]): string => list.join(', ');

/** `1 minute 40 seconds` */
const duration = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return [
    ...(minutes > 0 ? [`${minutes} min`] : []),
    ...(rest > 0 || minutes === 0 ? [`${rest} s`] : []),
  ].join(' ');
};

const particulars = {
  adType: 'Type of advertisement',
  publishedOn: 'Date of publication',
  producedOn: 'Date of printing or production',
  producerOrPrinterName: 'Name of printer or producer',
  producerOrPrinterAddress: 'Address of printer or producer',
  size: 'Size',
  manner: 'Manner of publication',
  copiesProduced: 'Copies printed or produced',
  copiesPublished: 'Copies published',
};

/** The Central Platform in English. Its shape is what the other two languages fill. */
export const en = {
  owner: (name: string, number: string, list: boolean): string =>
    `${name} · ${list ? 'List' : 'No.'} ${number}`,
  steps: {
    title: 'Steps',
    done: 'Done:',
    names: {
      particulars: 'Particulars',
      files: 'Files and documents',
      check: 'Check',
      receipt: 'Receipt',
    },
  },
  submit: {
    title: 'Submit election advertisements',
    lead: 'One submission may hold any number of advertisements. Leave empty what does not apply.',
    advertisement: (number: number): string => `Advertisement ${number}`,
    addItem: 'Add another advertisement',
    removeItem: (number: number): string => `Remove advertisement ${number}`,
    itemTitles: {
      advertisement: 'Election advertisement',
      correction: 'Correction of particulars',
      revocation: 'Revocation of a consent',
      'printing-declaration': 'Statutory declaration of printing details',
      replacement: 'Replacement of a file',
    },
    itemLeads: {
      advertisement: '',
      correction:
        'Give only what was wrong, with what is right. The original stays, and the correction is shown beside it. A new copy may come with it only because the allotted number or letter was added.',
      revocation:
        'Upload the notice by which the consent was revoked, and stop publishing what shows that support. The advertisement stays in the register, with the revocation beside it.',
      'printing-declaration':
        'Upload the statutory declaration of the printing details that were left out by oversight. It is due within 7 days after publication.',
      replacement: 'Upload the same advertisement or document without what was found in it.',
    },
    pair: (name: string, tongue: string): string => `${name}, ${small(tongue)}`,
    tongues: { zh: 'In Chinese', en: 'In English' },
    fields: {
      kind: 'What is it?',
      adType: particulars.adType,
      publishedOn: particulars.publishedOn,
      producedOn: particulars.producedOn,
      producer: particulars.producerOrPrinterName,
      address: particulars.producerOrPrinterAddress,
      size: particulars.size,
      manner: particulars.manner,
      copiesProduced: particulars.copiesProduced,
      copiesPublished: particulars.copiesPublished,
      inWords: 'The same in words',
      revokedOn: 'Date of revocation',
    },
    particulars,
    kindNames: {
      leaflet: 'Pamphlet or leaflet',
      poster: 'Poster',
      letter: 'Letter to electors',
      press: 'Newspaper advertisement',
      banner: 'Banner',
      board: 'Board',
      video: 'Video',
      audio: 'Sound recording',
      website: 'Website',
      post: 'Post on social media',
      message: 'Electronic message',
      object: 'Badge, clothing or other object',
      other: 'Something else',
    },
    kindMissing: 'Say what the advertisement is.',
    adTypeMissing: 'Name the type of advertisement, in Chinese or English.',
    publishedMissing: 'Give the date of publication.',
    revokedMissing: 'Give the date on which the consent was revoked.',
    dayHint: 'Day, month, year: 14-08-2016',
    notDay: 'This is no date. Give one such as 14-08-2016.',
    madeLater: 'This date is after the date of publication. Correct one of the two.',
    sizeHint: 'For example A4, or 1m x 2.5m',
    inWordsHint:
      'What a picture shows or a recording says, for people who cannot see or hear it. It may stay empty.',
    realTime: 'Is it an interactive or real-time message of which no copy can be made?',
    realTimeHint:
      'Only then may a link to an open platform take the place of files. Everybody must be able to open it without signing in.',
    realTimeNo: 'No, I upload a copy',
    realTimeYes: 'Yes, I give the link',
    links: 'Links',
    linksHint: 'One address a line, beginning with https://',
    linksMissing: 'Give the link.',
    notLink: (link: string): string => `“${link}” is not a web address. Begin with https://`,
    joint: (number: number): string => `Advertised together with, ${number}`,
    jointConstituency: 'Constituency',
    jointName: (tongue: string): string => `Name of the candidate or list, ${small(tongue)}`,
    jointHint: 'Published together with candidates of others? Each of them files it too.',
    addJoint: 'Name another candidate or list',
    earlierMaker: 'Named before',
    chooseMaker: 'Choose a printer or producer',
    correctionReason: 'Why, if you wish to say so',
    consentOf: 'Consent:',
    replaces: 'Replaces:',
    published: (day: string): string => `Published ${day}`,
    deadline: 'Due',
    dueDay: (day: string): string => `${longDate('en', `${day}T00:00:00+08:00`)}, 23:59`,
    left: (minutes: number): string => {
      const days = Math.floor(minutes / 1440);
      const hours = Math.floor((minutes % 1440) / 60);
      return days > 0
        ? `, ${plural(days, 'day', 'days')} ${hours} h left`
        : `, ${hours} h ${minutes % 60} min left`;
    },
    over: '. This time is over: the receipt will say that it came after the deadline.',
    howComputed: 'How this is computed',
    toFiles: 'Continue: files',
    saveDraft: 'Save draft',
    kept: 'What you type is kept on this device until it is submitted.',
    filesTitle: (kind: string): string =>
      kind === 'advertisement' ? 'Submit election advertisements' : 'Files and documents',
    noDraft: {
      title: 'There is no such draft on this device',
      words:
        'It was submitted, left, or begun on another device. What has been uploaded stands on your first page.',
    },
  },
  upload: {
    files: 'Files',
    whichFiles:
      'Copies of the advertisement, permissions that you obtained, and documents of consent. Say for each what it is.',
    choose: (several: boolean): string => (several ? 'Choose files' : 'Choose a file'),
    orDrop: 'or drop them here',
    limit: (bytes: string, formats: readonly string[]): string =>
      `Each file at most ${bytes} bytes. ${comma(formats)}; also packed as ZIP or GZ.`,
    uses: {
      copy: 'Copy',
      permission: 'Permission',
      consent: 'Consent of support',
      'number-added': 'Copy with the number added',
      notice: 'Notice of revocation',
      declaration: 'Statutory declaration',
      replacement: 'New file',
    },
    useOf: (name: string): string => `What ${name} is`,
    capacityOf: (name: string): string => `Capacity in which ${name} is given`,
    capacityUnset: 'Capacity not stated',
    capacities: {
      personal: 'Personal, without a title',
      title: 'Title only',
      title_and_organisation: 'Title and organisation',
      organisation: 'Organisation',
    },
    kindAndBytes: (kind: string, bytes: string): string => `${kind}, ${bytes} bytes`,
    bytes: (bytes: string): string => `${bytes} bytes`,
    progressOf: (name: string): string => `Upload of ${name}`,
    barred: 'Cannot be taken: ',
    reading: (done: string, all: string): string => `Reading, ${done} of ${all} bytes`,
    gone: 'This device does not have the file any more, or it was changed. Choose it again above.',
    waiting: 'Waits',
    cut: 'The network was lost. It is sent again from its beginning.',
    paused: 'Paused. It will be sent from its beginning.',
    sending: (done: string, all: string): string => `Sent ${done} of ${all} bytes.`,
    wentOn: ' The network was lost; it was begun anew.',
    sent: 'Uploaded.',
    notKept: 'This device cannot keep the file: do not close this page before it is uploaded.',
    pause: 'Pause',
    resume: 'Go on',
    cancel: 'Cancel',
    remove: 'Remove',
    whole: (of: Wholes, seconds: number | null): string => {
      const { files, sent, sending, waiting, gone, percent } = of;
      const parts = [
        `${sent} sent`,
        ...(sending > 0 ? [`${sending} on its way`] : []),
        ...(waiting > 0 ? [`${waiting} ${waiting === 1 ? 'waits' : 'wait'}`] : []),
        ...(gone > 0 ? [`${gone} to be chosen again`] : []),
      ];
      return `${plural(files, 'file', 'files')}: ${parts.join(', ')}. ${percent}%${seconds === null ? '' : `, about ${duration(seconds)} left`}.`;
    },
    waitsFor: {
      offline: 'There is no connection. It goes on by itself when the network is back.',
      'signed-out': 'Your session has ended. Sign in again, and it goes on where it was.',
      failed: 'The server did not answer as it should. It is tried again.',
    },
    copyMissing: {
      advertisement: 'Choose at least one copy of each advertisement.',
      correction: 'Choose a file.',
      revocation: 'Choose the notice of revocation.',
      'printing-declaration': 'Choose the statutory declaration.',
      replacement: 'Choose the new file.',
    },
    removeFirst: (name: string, why: string): string => `Remove ${name}: ${why}`,
    chooseAgain: (name: string): string => `Choose ${name} again.`,
    isPaused: (name: string): string => `${name} is paused: go on with it, or remove it.`,
    notThere: (name: string): string => `${name} is not uploaded yet: wait until it is.`,
    notYet: 'The particulars are not with the server yet. Try again in a moment.',
    mask: 'Mask identity-card numbers first. ',
    maskWhy:
      'Permissions and consents are open to public inspection. If a number is found after a file was received, it is held back until you confirm or replace it.',
    toCheck: 'Continue: check',
    whenReceived:
      'It counts as received when its last byte has arrived; inspection afterwards does not change that.',
  },
  check: {
    title: 'Check before you submit',
    files: (count: number): string => plural(count, 'file', 'files'),
    detailsMissing: (names: readonly string[]): string =>
      `Printed matter must state this, and it is missing: ${comma(names)}.`,
    declareUntil: (day: string): string =>
      `You can submit all the same. If it was left out by oversight, a statutory declaration can be filed until ${day}.`,
    follows: [
      'Files and particulars are inspected, and become public in the register, usually within a minute. They stay until the period of public inspection ends.',
      'Nothing of it can be taken back. What is wrong can be corrected beside the original.',
    ],
    submit: 'Submit',
    filesFirst: 'Not every file is uploaded yet. Look at the files',
  },
  receipt: {
    title: 'We have received your submission',
    unknown: 'There is no such receipt',
    reference: 'Receipt number',
    received: 'Received',
    receivedInTime: 'Received, in time',
    receivedLate: 'Received, after the deadline',
    inTime: 'in time',
    late: 'after the deadline',
    receivedAt: 'Received at',
    at: (date: string, time: string): string => `${date}, ${time}`,
    zones: (utc: string): string => `Hong Kong time; UTC ${utc}`,
    due: 'Due',
    noDeadline: 'No deadline runs for this.',
    by: 'Submitted by',
    owner: (place: string, owner: string): string => `${place}, ${owner}`,
    comma: ', ',
    copies: (count: string): string => `${count} copies`,
    ledger: 'Ledger',
    notOrdered: 'Not in the ledger yet',
    soonOrdered: 'Usually within a minute',
    entry: (number: string): string => `Entry ${number}`,
    ordered: 'Ordered and signed',
    files: (count: number): string => plural(count, 'file', 'files'),
    noFiles: 'No files',
    file: 'File',
    bytes: 'Bytes',
    inspection: 'Inspection',
    detailsMissing: (id: string, names: readonly string[]): string =>
      `${id} lacks printing details: ${comma(names)}. A statutory declaration can be filed within 7 days after publication.`,
    sentTo: (email: string, mobile: string): string =>
      `The receipt was sent to ${email} and to the mobile number ${mobile}. It is sent again at each change of state.`,
    save: 'Save the signed receipt',
    print: 'Print',
    another: 'Submit another',
    verify: {
      before: 'How to verify: choose the file on the page ',
      link: 'Check a file',
      after:
        '; the browser computes its hash and compares it with the ledger. The file does not leave your device.',
    },
    signed: 'The signed text',
    signedWhat: 'These lines and the key below prove to anybody what was received, and when.',
    key: 'Key:',
  },
  states: {
    waiting: 'Being inspected, usually within 1 minute',
    clean: 'Nothing found',
    public: 'Public',
    held: 'Held: please confirm or replace',
    refused: 'Refused: please replace',
    replaced: 'Replaced',
    removed: 'Removed',
  },
  own: {
    title: 'My submissions',
    facts: (place: string, owner: string, id: string): string => `${place} · ${owner} · ${id}`,
    begin: 'Submit election advertisements',
    submissions: 'Received',
    noSubmissions: 'Nothing has been submitted yet.',
    advertisements: 'Advertisements',
    advertisementsWhat: 'Open one to correct it, to add the allotted number, or to revoke a consent.',
    corrected: (count: number): string => plural(count, 'correction', 'corrections'),
    revoked: 'a consent was revoked',
    removed: (day: string): string => `Removed ${day}`,
    deadlines: 'Deadlines',
    correctionsUntil: 'Particulars can be corrected until',
    addresses: 'Own platform',
    addressesWhat:
      'If you publish copies on a platform of your own, its address must be here at least 3 working days before the first advertisement is published.',
    noAddress: 'No address was given.',
    addressGiven: (time: string): string => `received ${time}`,
    usableFrom: (day: string): string => `Advertisements may be published there from ${day}.`,
    giveAddress: 'Give an address',
    public: 'What the public sees',
    ownPage: 'Your public page',
    register: 'Register of election advertisements',
    checkFile: 'Check a file',
  },
  attention: {
    title: (count: number): string => (count === 1 ? '1 file waits for you' : `${count} files wait for you`),
    what: 'They were received; the public cannot see them yet.',
    replace: 'Replace the file',
    confirm: 'Confirm it',
    confirmAsk: (name: string): string =>
      `Have you looked at ${name}, and may the public see it as it is? This cannot be taken back.`,
    confirmYes: 'Yes, make it public',
    confirmNo: 'No',
    confirmed: (name: string): string => `${name} was confirmed and becomes public.`,
  },
  unfinished: {
    title: 'Not submitted yet',
    goOn: (name: string): string => `Go on: ${name}`,
    several: (count: number): string => plural(count, 'item', 'items'),
    saved: (time: string): string => `saved on this device ${time}`,
    elsewhere: (time: string): string => `begun elsewhere ${time}`,
    arrived: (here: number, all: number): string => `${here} of ${plural(all, 'file', 'files')} uploaded.`,
    missing: 'Missing:',
    takeOver: 'Go on here',
    leave: 'Delete the draft',
    what: 'What was uploaded and not submitted is deleted after a week.',
  },
  ad: {
    title: (id: string): string => `Advertisement ${id}`,
    unknown: 'There is no such advertisement',
    original: 'Original',
    correction: (time: string): string => `Correction of ${time}`,
    lacks: (names: readonly string[]): string =>
      `Printing details are missing: ${comma(names)}. File a correction or a statutory declaration.`,
    consents: 'Consents',
    revoke: 'Revoke this consent',
    revokedOn: (day: string): string => `Revoked ${day}:`,
    actions: 'What you can do',
    correct: 'Correct particulars, or add the allotted number',
    correctionsClosed: (day: string): string => `Particulars could be corrected until ${day}.`,
    declare: 'File a statutory declaration of printing details',
    newContent: 'Changed content is a new advertisement with a deadline of its own: submit it as one.',
    publicPage: 'Public page',
    remove: 'Remove from public view',
  },
  address: {
    title: 'Address of your own platform',
    lead: [
      'Everybody must be able to open it without signing in. The address becomes public.',
      'Three full working days must lie between today and the first advertisement that you publish there.',
    ],
    field: 'Web address',
    hint: 'For example https://www.example.hk/election',
    missing: 'Give the web address.',
    wrong: 'This is not a web address. Begin with https://',
    follows:
      'The address and the time at which it was received become public. An earlier address stays beside it.',
    button: 'Give this address',
    sent: 'The address was received',
    sentWords: 'It stands in the public register within a minute.',
  },
  officers,
};
