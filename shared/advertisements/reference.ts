import * as z from 'zod/mini';
import { AddressId } from '../election/identifiers.ts';

/** An account of the platform: constituency and number, as they stand in every reference: `HKI-01`. */
const ACCOUNT = /^[A-Z][A-Z0-9]{0,7}-[A-Z0-9]{1,6}$/;
export const PlatformAccountId = AddressId.check(
  z.refine((id) => ACCOUNT.test(id), { error: 'not-an-identifier' }),
);

const SYMBOLS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** ISO 7064, MOD 37,36: catches every single wrong character and almost every exchange of neighbours. */
export const checkCharacter = (text: string): string => {
  const values = [...text].map((symbol) => SYMBOLS.indexOf(symbol)).filter((value) => value >= 0);
  const product = values.reduce((sum, value) => (((sum + value) % 36 || 36) * 2) % 37, 36);
  return SYMBOLS.charAt((37 - product) % 36);
};

const four = (number: number): string => String(number).padStart(4, '0');

export interface FilingNumber {
  readonly account: string;
  /** The n-th filing of its account, from 1. */
  readonly number: number;
}

/** `EA-16-HKI-01-0007-K`: what a receipt is called, read out on the telephone, and typed again. */
export const referenceOf = (pollingDay: string, { account, number }: FilingNumber): string => {
  const body = `EA-${pollingDay.slice(2, 4)}-${account}-${four(number)}`;
  return `${body}-${checkCharacter(body)}`;
};

const REFERENCE = /^EA-\d{2}-([A-Z][A-Z0-9]{0,7}-[A-Z0-9]{1,6})-(\d{4,6})-([0-9A-Z])$/;

/** Reads a reference as somebody typed it; null where its check character says that something is wrong. */
export const readReference = (typed: string): FilingNumber | null => {
  const text = typed
    .normalize('NFKC')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/\s/g, '')
    .toUpperCase();
  const [, account, number, check] = REFERENCE.exec(text) ?? [];
  if (account === undefined || checkCharacter(text.slice(0, -2)) !== check) return null;
  return { account, number: Number(number) };
};

const AD = /^([A-Z][A-Z0-9]{0,7}-[A-Z0-9]{1,6})-(\d{4,6})-([1-9]\d?)$/;

/** `HKI-01-0007-2`: the second item of a filing; part of its page's address. */
export const AdvertisementId = z
  .string()
  .check(z.refine((id) => AD.test(id), { error: 'not-an-identifier' }));

export const advertisementId = ({ account, number }: FilingNumber, item: number): string =>
  `${account}-${four(number)}-${item}`;

/** `HKI-01-0007-2-c1`: the first consent of that item. */
export const ConsentId = z.string().check(
  z.refine((id) => AD.test(id.replace(/-c[1-9]\d?$/, '')) && /-c[1-9]\d?$/.test(id), {
    error: 'not-an-identifier',
  }),
);

export const consentId = (advertisement: string, consent: number): string => `${advertisement}-c${consent}`;
