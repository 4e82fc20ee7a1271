import { deadlineOf } from '../calendar/deadlines.ts';
import type { HolidayCalendar } from '../calendar/holidays.ts';
import { hongKongDayOf, isInTime } from '../calendar/hong-kong-time.ts';
import type { ElectionDefinition } from '../election/definition.ts';
import { type InputProblem, oneProblem, type Problems, shownValue } from '../election/input-problem.ts';
import { identityNumberIn } from '../identity-numbers.ts';
import { type AccountRegister, type FiledAdvertisement, replaceable } from './account-register.ts';
import { checkFile } from './check-file.ts';
import type { Advertisement, UploadedFile } from './particulars.ts';
import { filesOf, type Submission, type SubmissionItem } from './submission.ts';

/** So many files go up as one; more go up as a second submission. */
export const MAX_FILES = 100;

export interface Filing {
  readonly definition: Pick<ElectionDefinition, 'pollOpensAt' | 'constituencies'>;
  readonly calendar: HolidayCalendar;
  /** What its account has filed so far. */
  readonly register: AccountRegister;
  readonly now: string;
}

/** One file above the limit, or of a kind that is not on the list, refuses all of it [D-2]. */
const checkOffered = (file: UploadedFile, path: string): Problems =>
  checkFile(file).problems.map(({ code, ...figures }) => ({
    code: code === 'empty-file' ? 'file-empty' : `file-${code}`,
    path: code === 'too-large' || code === 'empty-file' ? `${path}.bytes` : `${path}.name`,
    value: shownValue(file.name),
    figures: { name: file.name, ...figures },
  }));

/** Where the files of an item stand in it, in the order of `filesOf`. */
const filePaths = (item: SubmissionItem, path: string): readonly string[] => {
  const each = (list: readonly unknown[] | undefined, at: string, then = ''): readonly string[] =>
    (list ?? []).map((_, index) => `${path}.${at}[${index}]${then}`);
  switch (item.kind) {
    case 'advertisement': {
      const { files, permissions, consents } = item.advertisement;
      return [
        ...each(files, 'advertisement.files'),
        ...each(permissions, 'advertisement.permissions'),
        ...each(consents, 'advertisement.consents', '.file'),
      ];
    }
    case 'correction':
      return [...each(item.numberAdded, 'numberAdded'), ...each(item.permissions, 'permissions')];
    case 'revocation':
      return [`${path}.notice`];
    case 'printing-declaration':
      return [`${path}.declaration`];
    case 'replacement':
      return [`${path}.file`];
  }
};

const checkFiles = (item: SubmissionItem, path: string): Problems => {
  const paths = filePaths(item, path);
  return filesOf({ items: [item] }).flatMap((file, index) => checkOffered(file, paths[index] ?? path));
};

/** A copy is uploaded, or the address of a message of which no copy can be made [2016 ¶8.50]. */
const checkCopies = ({ files, links = [], realTime }: Advertisement, path: string): Problems => {
  if (files.length > 0 && links.length === 0) return [];
  if (links.length > 0 && realTime !== true)
    return oneProblem('links-need-real-time', `${path}.links`, links.length);
  return files.length + links.length > 0 ? [] : oneProblem('copy-needed', `${path}.files`, 0);
};

const checkDays = (
  {
    publishedOn,
    producedOn,
  }: { readonly publishedOn?: string | undefined; readonly producedOn?: string | undefined },
  path: string,
): Problems =>
  publishedOn !== undefined && producedOn !== undefined && producedOn > publishedOn
    ? oneProblem('produced-later', `${path}.producedOn`, producedOn, { publishedOn })
    : [];

/** Nobody meant to publish a number of this kind; files are looked through once they are here [2016 App.5 ¶19]. */
const checkTexts = (value: unknown, path: string): Problems => {
  if (typeof value === 'string') {
    return identityNumberIn(value) === null ? [] : oneProblem('identity-number', path, null);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(
    ([key, inner]): Problems =>
      key === 'sha256' ? [] : checkTexts(inner, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`),
  );
};

const checkJoint = ({ definition }: Filing, { jointWith = [] }: Advertisement, path: string): Problems =>
  jointWith.flatMap(({ constituency }, index) =>
    definition.constituencies.some(({ id }) => id === constituency)
      ? []
      : oneProblem('unknown-constituency', `${path}.jointWith[${index}].constituency`, constituency),
  );

const targetOf = ({ register }: Filing, of: string, path: string): FiledAdvertisement | InputProblem => {
  const found = register.advertisements.get(of);
  if (!found) return { code: 'advertisement-unknown', path: `${path}.of`, value: of };
  if (found.removal) return { code: 'advertisement-removed', path: `${path}.of`, value: of };
  return found;
};

/** Corrections end two working days after polling day; the original stays as it is [2016 ¶8.52]. */
const checkCorrectionsOpen = ({ definition, calendar, now }: Filing, path: string): Problems => {
  const { due } = deadlineOf('advertisement_corrections', hongKongDayOf(definition.pollOpensAt), calendar);
  return isInTime(now, due) ? [] : oneProblem('corrections-closed', path, now, { due });
};

const checkCorrection = (
  filing: Filing,
  item: Extract<SubmissionItem, { kind: 'correction' }>,
  path: string,
): Problems => {
  const target = targetOf(filing, item.of, path);
  if ('code' in target) return [target];
  const corrects = Object.keys(item.particulars).length > 0 || item.numberAdded || item.permissions;
  const { publishedOn, producedOn } = { ...target.advertisement, ...item.particulars };
  return [
    ...checkCorrectionsOpen(filing, path),
    ...(corrects ? [] : oneProblem('nothing-corrected', `${path}.particulars`, null)),
    ...checkDays({ publishedOn, producedOn }, `${path}.particulars`),
  ];
};

const checkRevocation = (
  { register }: Filing,
  { consent }: Extract<SubmissionItem, { kind: 'revocation' }>,
  path: string,
): Problems => {
  const found = register.consents.get(consent);
  if (!found) return oneProblem('consent-unknown', `${path}.consent`, consent);
  return found.revocation ? oneProblem('revoked-already', `${path}.consent`, consent) : [];
};

const checkReplacement = (
  filing: Filing,
  { of, refused }: Extract<SubmissionItem, { kind: 'replacement' }>,
  path: string,
): Problems => {
  const target = targetOf(filing, of, path);
  if ('code' in target) return [target];
  const file = replaceable(target, refused)?.file;
  if (!file) return oneProblem('file-unknown', `${path}.refused`, refused);
  // What was found clean is what the public has seen: another content is another advertisement.
  return file.inspection === null || file.inspection.verdict === 'clean'
    ? oneProblem('not-refused', `${path}.refused`, file.name)
    : [];
};

const checkItem = (filing: Filing, item: SubmissionItem, path: string): Problems => {
  switch (item.kind) {
    case 'advertisement': {
      const { advertisement } = item;
      const own = `${path}.advertisement`;
      return [
        ...checkCopies(advertisement, own),
        ...checkDays(advertisement, own),
        ...checkJoint(filing, advertisement, own),
      ];
    }
    case 'correction':
      return checkCorrection(filing, item, path);
    case 'revocation':
      return checkRevocation(filing, item, path);
    case 'printing-declaration': {
      const target = targetOf(filing, item.of, path);
      return 'code' in target ? [target] : [];
    }
    case 'replacement':
      return checkReplacement(filing, item, path);
  }
};

/** Whether a submission can be taken, whole; every problem names its field. One file above the limit refuses all of it [D-2]. */
export const checkSubmission = (filing: Filing, { items }: Submission): Problems => {
  const count = filesOf({ items }).length;
  if (count > MAX_FILES) return oneProblem('too-long', '$.items', count, { limit: MAX_FILES });
  return items.flatMap((item, index) => {
    const path = `$.items[${index}]`;
    return [...checkFiles(item, path), ...checkItem(filing, item, path), ...checkTexts(item, path)];
  });
};

/** Printed matter names its printer, address, date and number of copies; what is missing can be declared within 7 days [2016 ¶8.58, ¶8.60]. */
export const PRINTING_DETAILS = [
  'producerOrPrinterName',
  'producerOrPrinterAddress',
  'producedOn',
  'copiesProduced',
] as const satisfies readonly (keyof Advertisement)[];

export const missingPrintingDetails = (
  advertisement: Advertisement,
): readonly (typeof PRINTING_DETAILS)[number][] =>
  advertisement.medium === 'printed'
    ? PRINTING_DETAILS.filter((name) => advertisement[name] === undefined)
    : [];
