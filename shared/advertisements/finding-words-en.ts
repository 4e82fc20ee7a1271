import type { Sentence } from '../election/problem-words-sentence.ts';
import type { NameProblem } from './file-names.ts';
import type { Advice } from './file-rules.ts';
import type { FindingCode, Part } from './findings.ts';

/** Everything that can be said of a file, before it is uploaded and after it was looked into. */
export type ToldCode = FindingCode | NameProblem;

/** What was found, and what to do now. `{file}` is the name of the file. */
export interface FindingWords {
  readonly found: Sentence;
  readonly remedy: Sentence;
}

export interface FindingDictionary {
  readonly findings: Readonly<Record<ToldCode, FindingWords>>;
  readonly advice: Readonly<Record<Advice, string>>;
  readonly parts: Readonly<Record<Part, string>>;
  /** Around the place of a finding. */
  readonly page: string;
  readonly where: string;
  readonly list: string;
}

const RENAME = 'Give the file a plain name, such as leaflet-1.pdf, and choose it again.';
const SAVE_PLAIN =
  'Remove it in the program that made the file, or save the document as PDF, and file the new copy.';
const MAKE_AGAIN =
  'Open it in the program that made it, save it again, check that it opens, and file the new copy.';
const PACK_AGAIN = 'Pack the files anew with the ordinary tool of your computer, or file them one by one.';
const PRINT_PDF = 'Print the document to a new PDF (“Save as PDF” in the print dialogue), and file that.';

export const FINDINGS_EN: FindingDictionary = {
  findings: {
    'name-empty': { found: 'The file has no name.', remedy: RENAME },
    'name-too-long': { found: 'The name of {file} is longer than 255 bytes.', remedy: RENAME },
    'name-control-character': {
      found: 'The name of {file} holds characters that cannot be shown.',
      remedy: RENAME,
    },
    'name-direction-mark': {
      found: 'The name of {file} holds hidden marks that change how it reads.',
      remedy: RENAME,
    },
    'name-separator': {
      found: 'The name of {file} holds one of the characters / \\ : * ? " < > |.',
      remedy: RENAME,
    },
    'name-reserved': { found: '{file} is a name that some computers keep for themselves.', remedy: RENAME },
    'name-dots': {
      found: 'The name of {file} begins with a dot, or ends with a dot or a space.',
      remedy: RENAME,
    },
    'empty-file': {
      found: '{file} is empty: it has no bytes.',
      remedy: 'Choose the file that has the contents.',
    },
    'too-large': {
      found: [
        '{file} has {bytes} bytes; a file may have {limit}.',
        '{file} is larger than 50,000,000 bytes.',
      ],
      remedy: 'Split it into several files, or save it with a smaller picture size, and file those.',
    },
    'not-on-the-list': {
      found:
        '{file} is not in a format that may be filed: RTF, DOC, DOCX, HTML, PDF, TXT, GIF, JPEG, TIFF, PNG, WAV, MP3, AVI, MPEG, ZIP or GZ.',
      remedy: '{advice}',
    },
    'not-as-named': {
      found: [
        'The name of {file} says {named}, but the contents are {found}.',
        'The name of {file} and its contents are of different formats.',
      ],
      remedy:
        'If the contents are right, give the file the ending of that format. Otherwise save it again in the format of its name.',
    },
    'unsafe-name': {
      found: 'The name of {file} holds hidden or forbidden characters.',
      remedy: 'Rename the file and pack the archive anew.',
    },
    unreadable: {
      found: [
        '{file} cannot be read as {format}: it is damaged, cut off, or not made to the standard.',
        '{file} cannot be read: it is damaged, cut off, or not made to the standard.',
      ],
      remedy: MAKE_AGAIN,
    },
    encrypted: {
      found: '{file} is encrypted or needs a password.',
      remedy: 'Save it without a password and file that copy: the public must be able to open it.',
    },
    'data-after-the-end': {
      found: [
        '{file} goes on for {bytes|byte|bytes} that belong to nothing in it.',
        '{file} holds bytes that belong to nothing in it.',
      ],
      remedy: MAKE_AGAIN,
    },
    'two-formats': {
      found: ['{file} is also a file of another format ({kind}).', '{file} is files of two formats in one.'],
      remedy: MAKE_AGAIN,
    },
    virus: {
      found: ['A virus scanner found {name} in {file}.', 'A virus scanner found a virus in {file}.'],
      remedy: 'Do not open it. Check the computer that it comes from, make the file anew, and file that.',
    },
    macros: { found: '{file} holds macros, which are computer instructions.', remedy: SAVE_PLAIN },
    'active-field': {
      found: [
        '{file} holds a field that fetches, runs or asks something ({field}).',
        '{file} holds a field that fetches, runs or asks something.',
      ],
      remedy:
        'In Word, select the field and press Ctrl+Shift+F9 to turn it into plain text, or save the document as PDF, and file the new copy.',
    },
    'active-control': {
      found: '{file} holds buttons, controls or add-ins that run on a computer.',
      remedy: SAVE_PLAIN,
    },
    'embedded-object': {
      found: '{file} holds an object or document of another program.',
      remedy: 'Paste the object as a picture instead, or save the document as PDF, and file the new copy.',
    },
    'outside-content': {
      found: '{file} fetches something from elsewhere when it is opened, such as a picture or a template.',
      remedy:
        'Insert pictures into the file itself, cut links to templates and other files, and file the new copy.',
    },
    script: {
      found: '{file} holds a script.',
      remedy: 'Remove all scripts, or save the document as PDF without scripts, and file the new copy.',
    },
    'acts-by-itself': {
      found: '{file} does something by itself when it is opened, shown or printed.',
      remedy: PRINT_PDF,
    },
    'acts-on-the-computer': {
      found: [
        '{file} holds an instruction that starts, opens, sends or loads something ({action}).',
        '{file} holds an instruction that starts, opens, sends or loads something.',
      ],
      remedy: PRINT_PDF,
    },
    'embedded-file': {
      found: 'Other files are attached inside {file}.',
      remedy: 'Remove the attachments and file them on their own, each in a format of the list.',
    },
    'embedded-media': {
      found: 'Sound, film or a three-dimensional model is embedded in {file}.',
      remedy: 'Remove it, and file the sound or film on its own as WAV, MP3, AVI or MPEG.',
    },
    'dynamic-form': {
      found: '{file} is a dynamic form (XFA), which a program builds when it is opened.',
      remedy: PRINT_PDF,
    },
    'dangerous-link': {
      found: [
        'A link in {file} leads to something that runs or lies on a computer ({scheme}).',
        'A link in {file} leads to something that runs or lies on a computer.',
      ],
      remedy: 'Link to web pages and e-mail addresses only, and file the new copy.',
    },
    'frame-or-form': {
      found: '{file} holds a frame, a form or an embedded object.',
      remedy: 'Save the page without them, or as PDF, and file the new copy.',
    },
    'old-word': {
      found: '{file} was written by a version of Word before 1997, in which macros cannot be told from text.',
      remedy: 'Save it as DOCX or PDF and file that.',
    },
    'archive-too-large': {
      found: [
        '{file} would unpack to more than it may: {bytes} bytes, where {limit} are allowed.',
        '{file} would unpack to more than it may.',
      ],
      remedy: 'File the contents in several smaller archives, or one by one.',
    },
    'archive-too-many': {
      found: ['{file} holds {count|file|files}; {limit} are allowed.', '{file} holds too many files.'],
      remedy: 'File the contents in several smaller archives.',
    },
    'archive-in-archive': {
      found: '{file} is an archive inside an archive.',
      remedy: 'Unpack the inner archive, and pack its files directly.',
    },
    'archive-path': { found: '{file} would be unpacked outside of its own folder.', remedy: PACK_AGAIN },
    'archive-link': { found: '{file} holds a link to another place instead of a file.', remedy: PACK_AGAIN },
    'archive-contradicts-itself': {
      found: 'The list of contents of {file} does not agree with what is in it.',
      remedy: PACK_AGAIN,
    },
    'archive-method': {
      found: '{file} is compressed in a way that not every computer can unpack.',
      remedy: PACK_AGAIN,
    },
    'archive-empty': {
      found: 'No file is in {file}.',
      remedy: 'Pack the files that belong into it, or file them one by one.',
    },
    'too-many-pixels': {
      found: ['{file} has {pixels} pixels; {limit} are allowed.', '{file} has too many pixels.'],
      remedy: 'Save the picture smaller: 300 dots an inch at A1 are enough to read everything.',
    },
    'too-many-pages': {
      found: [
        '{file} has {count|page or frame|pages or frames}; {limit} are allowed.',
        '{file} has too many pages or frames.',
      ],
      remedy: 'Split it into several files.',
    },
    'could-not-be-inspected': {
      found: '{file} could not be looked into: the inspection took too long, or failed.',
      remedy:
        'Save it in a simpler way, for example as a new PDF or a smaller picture, and file that. If it happens again, ask the Registration and Electoral Office.',
    },
    'could-not-be-scanned': {
      found: 'The virus scanner could not look into all of {file}.',
      remedy: 'Save it in a simpler way, without password or attachments, and file that.',
    },
    'identity-number': {
      found: [
        '{count|number|numbers} in {file} look like those of identity cards.',
        'A number in {file} looks like that of an identity card.',
      ],
      remedy:
        'Cover the numbers so that they are gone from the file, and replace it. If they are no identity-card numbers, confirm that.',
    },
    'changing-field': {
      found: [
        '{file} holds a field whose text changes by itself ({field}).',
        '{file} holds a field whose text changes by itself.',
      ],
      remedy:
        'In Word, select the field and press Ctrl+Shift+F9 to turn it into plain text, and replace the file. If it must stay, confirm it.',
    },
    'hidden-video': {
      found: 'A few seconds of film lie behind the photograph in {file}.',
      remedy: 'Save the photograph alone and replace the file, or confirm that the film may become public.',
    },
    'not-read-to-the-end': {
      found: '{file} is too long to be looked through to the end for identity-card numbers.',
      remedy: 'Check that none is in it, and confirm that, or split the file.',
    },
    location: {
      found: '{file} says where the picture was taken.',
      remedy: 'Nothing need be done. To keep the place private, file a copy without location data instead.',
    },
    'personal-folder': {
      found: '{file} names a folder of the computer that it was written on.',
      remedy:
        'Nothing need be done. Attach the document to the normal template if the name should not be public.',
    },
    'tracked-changes': {
      found: '{file} still shows what was changed in it.',
      remedy: 'Nothing need be done. Accept all changes first if they should not be public.',
    },
    comments: {
      found: '{file} holds comments.',
      remedy: 'Nothing need be done. Delete them first if they should not be public.',
    },
    'earlier-revisions': {
      found: [
        '{file} still holds {count|earlier version|earlier versions} of itself.',
        '{file} still holds earlier versions of itself.',
      ],
      remedy: 'Nothing need be done. Print it to a new PDF if they should not be public.',
    },
    'more-pictures': {
      found: [
        '{count|more picture lies|more pictures lie} behind the photograph in {file}.',
        'More pictures lie behind the photograph in {file}.',
      ],
      remedy: 'Nothing need be done. Save the photograph alone if they should not be public.',
    },
    'system-files': {
      found: [
        '{file} holds {count|file|files} that a computer added by itself.',
        '{file} holds files that a computer added by itself.',
      ],
      remedy: 'Nothing need be done.',
    },
  },
  advice: {
    video:
      'Convert the film to AVI or MPEG. If that is not practicable, give a link to an open platform where everybody can see it.',
    audio: 'Convert the sound to WAV or MP3.',
    image: 'Save the picture as PNG, JPEG, TIFF or GIF.',
    document: 'Save the document as PDF or DOCX without macros.',
    archive: 'Pack the files as ZIP, or file them one by one.',
    program: 'Programs and scripts cannot be filed.',
    other: 'Save it in one of these formats and file that.',
  },
  parts: {
    text: 'text',
    'hidden-text': 'hidden text',
    headers: 'headers and footers',
    notes: 'notes',
    comments: 'comments',
    'deleted-text': 'deleted text that is still in the file',
    metadata: 'properties of the file',
    settings: 'settings of the file',
    'earlier-revision': 'an earlier version that is still in the file',
    name: 'the name',
  },
  page: 'page {page}',
  where: '{sentence} Where: {places}.',
  list: ', ',
};
