import type { CorrectedParticulars } from '../advertisements/particulars.ts';
import { LANGUAGES, type Text } from '../election/text.ts';
import type {
  AccountResult,
  AdvertisementResult,
  FileResult,
  RegisterResult,
} from '../recount/register-results.ts';
import type { ElectionHead } from '../recount/results.ts';
import { advertisementFeed } from './advertisement-feeds.ts';
import { type CsvRow, csvFile } from './formats/csv.ts';
import { feedFiles, type TextFile } from './formats/feed-formats.ts';
import { advertisementFeedName } from './paths.ts';

/** Columns of `advertisements.csv`: one row a file or link of an advertisement; a correction is a row of its own below it. */
export const ADVERTISEMENTS_COLUMNS = [
  'advertisement',
  'row',
  'account',
  'constituency',
  'contestant_number',
  'name_en',
  'name_zh',
  'medium',
  'type_en',
  'type_zh',
  'published_on',
  'produced_on',
  'copies_produced',
  'copies_published',
  'size',
  'manner_en',
  'manner_zh',
  'producer_en',
  'producer_zh',
  'address_en',
  'address_zh',
  'reference',
  'received_at',
  'due',
  'in_time',
  'file_kind',
  'file',
  'bytes',
  'sha256',
  'state',
  'path',
  'link',
  'revoked_on',
  'removed_on',
  'removal_reason',
  'entry',
  'test',
] as const;

const zh = (text: Text | undefined): string | null => text?.['zh-Hant'] ?? text?.['zh-Hans'] ?? null;
const en = (text: Text | undefined): string | null => text?.en ?? null;
const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/** What a row is about: a copy, a document that belongs to it, or an address. */
interface Item {
  readonly kind: 'copy' | 'permission' | 'consent' | 'revocation' | 'declaration' | 'link' | 'none';
  readonly file?: FileResult;
  readonly link?: string;
  readonly revokedOn?: string;
}

const files = (kind: Item['kind'], list: readonly FileResult[]): readonly Item[] =>
  list.map((file) => ({ kind, file }));

const itemsOf = (ad: AdvertisementResult): readonly Item[] => {
  const items: readonly Item[] = [
    ...files('copy', ad.files),
    ...ad.links.map((link): Item => ({ kind: 'link', link })),
    ...files('permission', ad.permissions),
    ...ad.consents.flatMap(({ file, revoked }): readonly Item[] => [
      { kind: 'consent', file, ...(revoked ? { revokedOn: revoked.revokedOn } : {}) },
      ...(revoked ? files('revocation', [revoked.notice]) : []),
    ]),
    ...files(
      'declaration',
      ad.declarations.map(({ declaration }) => declaration),
    ),
  ];
  return items.length > 0 ? items : [{ kind: 'none' }];
};

const particularsCells = (of: CorrectedParticulars): CsvRow => [
  en(of.adType),
  zh(of.adType),
  of.publishedOn ?? null,
  of.producedOn ?? null,
  of.copiesProduced ?? null,
  of.copiesPublished ?? null,
  of.size ?? null,
  en(of.manner),
  zh(of.manner),
  en(of.producerOrPrinterName),
  zh(of.producerOrPrinterName),
  en(of.producerOrPrinterAddress),
  zh(of.producerOrPrinterAddress),
];

const itemCells = ({ kind, file, link, revokedOn }: Item, ad: AdvertisementResult): CsvRow => [
  kind,
  file?.name ?? null,
  file?.bytes ?? null,
  file?.sha256 ?? null,
  file?.state ?? null,
  file?.path ?? null,
  link ?? null,
  revokedOn ?? null,
  ad.removal?.removedOn ?? null,
  ad.removal?.reason ?? null,
];

const rowsOf = (account: AccountResult, ad: AdvertisementResult): readonly CsvRow[] => {
  const whose = [
    account.account,
    account.constituency?.id ?? null,
    account.contestant?.number ?? null,
    en(account.name),
    zh(account.name),
    ad.medium,
  ];
  const original = itemsOf(ad).map(
    (item): CsvRow => [
      ad.id,
      'original',
      ...whose,
      ...particularsCells(ad),
      ad.reference,
      ad.receivedAt,
      ad.due.due,
      yesNo(ad.inTime),
      ...itemCells(item, ad),
      ad.entry,
    ],
  );
  const corrections = ad.corrections.flatMap((correction): readonly CsvRow[] => {
    const items = [...files('copy', correction.numberAdded), ...files('permission', correction.permissions)];
    return (items.length > 0 ? items : [{ kind: 'none' } as const]).map((item) => [
      ad.id,
      'correction',
      ...whose,
      ...particularsCells(correction.particulars),
      correction.reference,
      correction.receivedAt,
      null,
      null,
      ...itemCells(item, ad),
      correction.entry,
    ]);
  });
  return [...original, ...corrections];
};

/** An election on whose platform nobody has an account has no register: files and pages begin with the first. */
export const hasRegister = ({ since }: Pick<RegisterResult, 'since'>): boolean => since !== null;

/** The register's files: data as JSON and CSV, and its feeds in each language. Once inspection has ended they hold the hashes, and nothing else [2016 ¶8.57]. */
export const advertisementFiles = (head: ElectionHead, register: RegisterResult): readonly TextFile[] => {
  if (!hasRegister(register)) return [];
  const { election, test } = head;
  const { version, asOf, endedOn, accounts, hashes, outages, storms } = register;
  const told = endedOn === null ? { accounts, outages, storms } : { hashes };
  return [
    {
      name: 'advertisements.json',
      contentType: 'application/json; charset=utf-8',
      text: `${JSON.stringify({ election, test, version, asOf, endedOn, ...told })}\n`,
    },
    {
      name: 'advertisement-hashes.json',
      contentType: 'application/json; charset=utf-8',
      text: `${JSON.stringify({ election, test, version, asOf, hashes })}\n`,
    },
    {
      name: 'advertisements.csv',
      contentType: 'text/csv; charset=utf-8',
      text: csvFile(
        ADVERTISEMENTS_COLUMNS,
        accounts.flatMap((account) =>
          account.advertisements.flatMap((ad) => rowsOf(account, ad).map((row) => [...row, String(test)])),
        ),
      ),
    },
    ...feedFiles(
      LANGUAGES.map((language) => advertisementFeed(head, register, language)),
      advertisementFeedName,
    ),
  ];
};
