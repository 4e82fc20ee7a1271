import { formatOfName } from '#shared/advertisements/file-rules.ts';
import { MEDIA } from '#shared/advertisements/particulars.ts';
import { hongKongDayOf } from '#shared/calendar/hong-kong-time.ts';
import { roleWords } from '#shared/election/role-words.ts';
import { type Language, type Text, textIn } from '#shared/election/text.ts';
import { MEDIUM_WORDS } from '#shared/publication/advertisement-words.ts';
import { visibleText } from '#shared/publication/plain-text.ts';
import type { AccountResult, AdvertisementResult, FileResult } from '#shared/recount/register-results.ts';
import { bytes } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { type ShownName, shownName } from './names.ts';

/** An advertisement and whose it is. */
export interface Filed {
  readonly account: AccountResult;
  readonly ad: AdvertisementResult;
}

/** All advertisements of the register, the one published last first; of one day, the one received last [D-5]. */
export const allFiled = (accounts: readonly AccountResult[]): readonly Filed[] =>
  accounts
    .flatMap((account) => account.advertisements.map((ad) => ({ account, ad })))
    .sort((a, b) => {
      if (a.ad.publishedOn !== b.ad.publishedOn) return a.ad.publishedOn < b.ad.publishedOn ? 1 : -1;
      return Date.parse(b.ad.receivedAt) - Date.parse(a.ad.receivedAt) || (a.ad.id < b.ad.id ? 1 : -1);
    });

export const isRevoked = ({ consents }: Pick<AdvertisementResult, 'consents'>): boolean =>
  consents.some(({ revoked }) => revoked !== null);

/** What the state strip counts. */
export const totals = (advertisements: readonly AdvertisementResult[]) => {
  const consents = advertisements.flatMap((ad) => ad.consents);
  return {
    advertisements: advertisements.length,
    consents: consents.length,
    corrections: advertisements.reduce((sum, { corrections }) => sum + corrections.length, 0),
    revoked: consents.filter(({ revoked }) => revoked !== null).length,
    removed: advertisements.filter(({ removal }) => removal !== null).length,
  };
};

/** A list has several names on it; a candidate stands alone. */
export const numberOf = ({ contestant, candidates }: AccountResult, words: Words): string | null => {
  const w = words.advertisements;
  if (!contestant) return null;
  return candidates.length > 1 ? w.list(contestant.number) : w.number(contestant.number);
};

/** The names in list order; before nomination, the name that the account was opened with. */
export const namesOf = ({ candidates, name }: AccountResult, language: Language): readonly ShownName[] =>
  (candidates.length > 0 ? candidates : [name]).map((one) => shownName(one, language));

/** What stands between two names, as the language before it has it. */
export const betweenNames = (before: ShownName, language: Language): string =>
  (before.lang ?? language) === 'en' ? ', ' : '、';

export const typeOf = ({ adType }: Pick<AdvertisementResult, 'adType'>, language: Language): ShownName =>
  shownName(adType, language);

/** Size and manner of publication, as far as they are given. */
export const sizeAndManner = (
  { size, manner }: { readonly size?: string | undefined; readonly manner?: Text | undefined },
  language: Language,
): readonly ShownName[] => [
  ...(size === undefined ? [] : [{ text: visibleText(size), lang: undefined }]),
  ...(manner === undefined ? [] : [shownName(manner, language)]),
];

/** Who had it removed. */
export const removedBy = (
  { by }: NonNullable<AdvertisementResult['removal']>,
  { words, language }: { readonly words: Words; readonly language: Language },
): string => (by === 'court' ? words.advertisements.court : roleWords(by, language));

/** The days on which it was corrected. */
export const correctedOn = ({ receivedAt }: { readonly receivedAt: string }): string =>
  hongKongDayOf(receivedAt);

/** What has become of a file, in words. */
export const stateWords = ({ state, inspection }: FileResult, words: Words): string => {
  const w = words.advertisements;
  if (state !== 'public' || inspection === null) return w.states[state];
  if (inspection.verdict === 'held') return w.confirmed;
  return inspection.findings.length > 0 ? w.withNotes : w.states.public;
};

/** `JPEG，1.2 MB`: by its contents, or, before anybody looked, by its name. */
export const formatAndSize = ({ name, bytes: size, inspection }: FileResult, words: Words): string => {
  const format = inspection ? inspection.format : formatOfName(name);
  return [...(format === null ? [] : [format.toUpperCase()]), bytes(size)].join(words.advertisements.between);
};

/** `9f2c41ab…07de` */
export const shortHash = (sha256: string): string => `${sha256.slice(0, 8)}…${sha256.slice(-4)}`;

/** Every text in every language that a reader may look for, beyond what the row shows. */
export const searchWords = ({ account, ad }: Filed): string => {
  const texts = [account.name, ...account.candidates, ad.adType, ad.manner, ad.producerOrPrinterName];
  const words = [
    ...texts.flatMap((text) => Object.values(text ?? {})),
    ad.id,
    ad.reference,
    ...ad.files.map(({ name }) => name),
  ];
  return visibleText([...new Set(words)].join(' '))
    .slice(0, 600)
    .toWellFormed();
};

export interface Choice {
  readonly id: string;
  readonly name: ShownName;
}

/** Constituencies in which somebody has an account. */
export const constituencyChoices = (
  accounts: readonly AccountResult[],
  language: Language,
): readonly Choice[] => [
  ...new Map(
    accounts.flatMap(({ constituency }) =>
      constituency
        ? [[constituency.id, { id: constituency.id, name: shownName(constituency.name, language) }]]
        : [],
    ),
  ).values(),
];

/** `1 陳大文`, in the page's own language as far as the name has it. */
export const advertiserName = (account: AccountResult, language: Language): ShownName => {
  const { text, lang } = shownName(account.candidates[0] ?? account.name, language);
  return { text: account.contestant ? `${account.contestant.number} ${text}` : text, lang };
};

export const advertiserChoices = (
  accounts: readonly AccountResult[],
  language: Language,
): readonly Choice[] =>
  accounts.map((account) => ({ id: account.account, name: advertiserName(account, language) }));

/** Kinds of advertisement that were filed. */
export const mediumChoices = (filed: readonly Filed[], language: Language): readonly Choice[] => {
  const used = new Set(filed.map(({ ad }) => ad.medium));
  return MEDIA.filter((medium) => used.has(medium)).map((medium) => ({
    id: medium,
    name: { text: MEDIUM_WORDS[medium][language], lang: undefined },
  }));
};

/** Prose in the page's language, else in the one it was given in. */
export const proseOf = (prose: AdvertisementResult['inWords'], language: Language) => {
  if (!prose) return null;
  const { text, lang } = textIn(prose, language);
  return { text: visibleText(text), lang: lang === language ? undefined : lang };
};
