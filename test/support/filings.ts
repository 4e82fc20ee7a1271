import type { Filing, FilingOf } from '#shared/advertisements/filing.ts';
import { type FileInspection, NOTHING_KNOWN } from '#shared/advertisements/inspection.ts';
import type { Advertisement, UploadedFile } from '#shared/advertisements/particulars.ts';
import { advertisementsIn, filesOf, type SubmissionItem } from '#shared/advertisements/submission.ts';
import { sha256Hex } from '#shared/hash.ts';
import type { FilingAct } from '#shared/recount/filing-act.ts';

export const ACCOUNT = 'HKI-01';

/** A file whose bytes are its name. */
export const aFile = (name: string, bytes = 1_204_117): UploadedFile => ({
  name,
  bytes,
  sha256: sha256Hex(new TextEncoder().encode(name)),
});

/** The first row of annex II [2016 App.5]. */
export const anAdvertisement = (changes: Partial<Advertisement> = {}): Advertisement => ({
  medium: 'printed',
  adType: { en: 'Pamphlets', 'zh-Hant': '小冊子' },
  publishedOn: '2016-08-14',
  producedOn: '2016-08-12',
  copiesProduced: 100,
  copiesPublished: 100,
  size: 'A4',
  manner: { en: 'Distributed on street', 'zh-Hant': '街頭派發' },
  producerOrPrinterName: { en: 'AA Printing Company', 'zh-Hant': 'AA 印刷公司' },
  producerOrPrinterAddress: { en: 'Address', 'zh-Hant': '地址' },
  files: [aFile('File1.jpg')],
  ...changes,
});

export const aFiled = (changes: Partial<Advertisement> = {}): SubmissionItem => ({
  kind: 'advertisement',
  advertisement: anAdvertisement(changes),
});

export const accountOpened = (changes: Partial<FilingOf<'account'>> = {}): FilingOf<'account'> => ({
  kind: 'account',
  account: ACCOUNT,
  revision: 1,
  constituency: 'LC1',
  name: { en: 'Chan Tai Man', 'zh-Hant': '陳大文' },
  contestant: '1',
  ...changes,
});

export const aSubmission = (
  number: number,
  receivedAt: string,
  items: readonly SubmissionItem[],
): FilingOf<'submission'> => ({
  kind: 'submission',
  account: ACCOUNT,
  number,
  receivedAt,
  files: filesOf({ items: [...items] }).map(({ sha256, bytes }) => ({ sha256, bytes })),
  advertisements: [...advertisementsIn({ items: [...items] })],
  content: { items: [...items] },
});

export const foundIn = (
  { sha256, bytes }: UploadedFile,
  changes: Partial<FileInspection> = {},
): FileInspection => ({
  sha256,
  bytes,
  format: 'jpeg',
  verdict: 'clean',
  findings: [],
  accessibility: NOTHING_KNOWN,
  scans: [{ engine: 'signatures', outcome: 'clean' }],
  inner: [],
  ...changes,
});

export const anInspection = (number: number, files: readonly FileInspection[]): FilingOf<'inspection'> => ({
  kind: 'inspection',
  account: ACCOUNT,
  number,
  files: files.map(({ sha256, verdict }) => ({ sha256, verdict })),
  content: {
    files: [...files],
    previews: files.map(({ verdict }) => (verdict === 'clean' ? { picture: true, text: null } : null)),
  },
});

/** Filings as they were accepted, one a minute from this time. */
export const filed = (filings: readonly Filing[], from = '2016-08-15T03:00:00.000Z'): readonly FilingAct[] =>
  filings.map((body, index) => ({
    type: 'filing',
    election: 'legco-2016',
    acceptedAt: new Date(Date.parse(from) + index * 60_000).toISOString(),
    role:
      body.kind === 'submission' || body.kind === 'confirmation' ? 'candidate' : 'chief_electoral_officer',
    sequence: index + 1,
    body,
    salt: sha256Hex(new TextEncoder().encode(`salt ${index}`)),
  }));

/** Annex II as it is printed: three advertisements, a number added, a consent taken back; and one that was removed [2016 App.5 annex II]. */
export const annexTwo = (): readonly Filing[] => {
  const removed = aFiled({ publishedOn: '2016-08-10', files: [aFile('Other.pdf')] });
  const poster = aFiled({
    adType: { en: 'Posters', 'zh-Hant': '海報' },
    publishedOn: '2016-08-12',
    producedOn: '2016-08-10',
    copiesProduced: 150,
    copiesPublished: 150,
    size: 'A3',
    manner: { en: 'Posted at lobby of a building', 'zh-Hant': '大廈大堂張貼' },
    producerOrPrinterName: { en: 'CC Printing Company', 'zh-Hant': 'CC 印刷公司' },
    files: [],
    links: ['http://www.XXX.com.hk/poster.jpg'],
    realTime: true,
    permissions: [aFile('Permission.jpg')],
    consents: [{ file: aFile('Consent1.jpg') }, { file: aFile('Consent2.jpg'), capacity: 'personal' }],
  });
  const banner = aFiled({
    medium: 'display',
    adType: { en: 'Banners', 'zh-Hant': '橫額' },
    publishedOn: '2016-08-13',
    producedOn: '2016-08-11',
    copiesProduced: 20,
    copiesPublished: 20,
    size: '1m x 2.5m',
    manner: { en: 'Hung on roadside railing', 'zh-Hant': '懸掛於路邊鐵欄' },
    producerOrPrinterName: { en: 'BB Producer', 'zh-Hant': 'BB 製作公司' },
    files: [aFile('File2.jpg', 3_801_002)],
    permissions: [aFile('Authorisation.jpg')],
  });
  const added: SubmissionItem = {
    kind: 'correction',
    of: 'HKI-01-0003-1',
    particulars: {},
    numberAdded: [aFile('File2 (Revised).jpg', 3_900_114)],
  };
  const revoked: SubmissionItem = {
    kind: 'revocation',
    consent: 'HKI-01-0002-1-c2',
    revokedOn: '2016-08-17',
    notice: aFile('Revocation.pdf'),
  };
  const all: readonly (readonly [string, readonly SubmissionItem[]])[] = [
    ['2016-08-11T16:55:00+08:00', [removed]],
    ['2016-08-16T18:20:00+08:00', [poster]],
    ['2016-08-15T09:40:00+08:00', [banner]],
    ['2016-08-15T09:44:00+08:00', [added]],
    ['2016-08-15T11:02:47+08:00', [aFiled()]],
    ['2016-08-17T10:05:00+08:00', [revoked]],
  ];
  return [
    accountOpened(),
    ...all.flatMap(([receivedAt, items], index): readonly Filing[] => [
      aSubmission(index + 1, receivedAt, items),
      anInspection(
        index + 1,
        filesOf({ items: [...items] }).map((file) => foundIn(file)),
      ),
    ]),
    {
      kind: 'removal',
      account: ACCOUNT,
      of: 'HKI-01-0001-1',
      by: 'chief_electoral_officer',
      removedOn: '2016-08-18',
      reason: 'The file has nothing to do with this list.',
    },
  ];
};
