import * as z from 'zod/mini';
import type { Account, OfficerRole } from '#shared/desk/account.ts';
import { type ElectionDefinition, NEVER_COUNTING, type Station } from '#shared/election/definition.ts';
import { AddressId } from '#shared/election/identifiers.ts';
import { sha256Hex } from '#shared/hash.ts';

/** Officers who do not exist, for every place of an election: whoever tries the portal can be any of them. */

const SURNAMES = [
  ...[
    'Chan 陳',
    'Leung 梁',
    'Cheung 張',
    'Lau 劉',
    'Wong 黃',
    'Ng 吳',
    'Ho 何',
    'Lam 林',
    'Kwok 郭',
    'Tsang 曾',
  ],
  ...[
    'Yip 葉',
    'Tam 譚',
    'Mak 麥',
    'Fung 馮',
    'Chow 周',
    'Yeung 楊',
    'Poon 潘',
    'Siu 蕭',
    'Lo 羅',
    'Kwan 關',
  ],
];
const GIVEN = [
  ...['Wing-yan 詠欣', 'Ka-ho 家豪', 'Mei-ling 美玲', 'Chi-keung 志強', 'Siu-fong 小芳', 'Kin-man 健文'],
  ...['Yuk-lin 玉蓮', 'Wai-shing 偉成', 'Hoi-yan 愷恩', 'Tsz-chun 子俊', 'Lai-wah 麗華', 'Kwok-wai 國威'],
  ...['Pui-shan 佩珊', 'Ming-fai 明輝', 'Suk-yee 淑儀', 'Hon-wing 漢榮', 'Yan-yi 欣怡', 'Chun-kit 俊傑'],
];

const pick = (from: readonly string[], number: number): readonly string[] =>
  (from[number % from.length] ?? '').split(' ');

/** Always the same invented name for an account. */
const inventedName = (number: number): string => {
  const [surname, surnameHan] = pick(SURNAMES, number);
  const [given, givenHan] = pick(GIVEN, Math.floor(number / SURNAMES.length));
  return `${surname} ${given} ${surnameHan}${givenHan}`;
};

type Place = Partial<Pick<Account, 'elections' | 'constituencies' | 'stations'>>;

/** Whether an id could be one of these; whoever else acts is not looked for among them. */
export const isDemonstrationId = (id: string): boolean => /-([12]|[0-9a-f]{4,8})$/.test(id);

/** No subscriber's number begins with 0 in Hong Kong, and no mail reaches `.invalid`. */
const account = (name: string, role: OfficerRole, place: Place = {}): Account => {
  const number = Number.parseInt(sha256Hex(new TextEncoder().encode(name)).slice(0, 8), 16);
  const id = z.safeParse(AddressId, name).success ? name : `${role}-${number.toString(16).padStart(8, '0')}`;
  return {
    id,
    name: inventedName(number),
    role,
    constituencies: [],
    stations: [],
    email: `${number.toString(16)}@open-returns.invalid`,
    phone: `+852 0${String(number % 1000).padStart(3, '0')} ${String(number % 9973).padStart(4, '0')}`,
    active: true,
    revision: 1,
    ...place,
  };
};

/** Those who are not of one constituency; two of who may need a second person. */
export const PORTAL_ACCOUNTS: readonly Account[] = [
  account('chief-1', 'chief_electoral_officer'),
  account('chief-2', 'chief_electoral_officer'),
  account('commission-1', 'commission'),
  account('commission-2', 'commission'),
  account('observer-1', 'observer'),
];

/** Two Returning Officers of a constituency and two assistants: one acts, the other confirms. */
export const constituencyAccounts = (election: string, constituency: string): readonly Account[] => {
  const place = { elections: [election], constituencies: [constituency] };
  const at = `${election}.${constituency}`;
  return [
    account(`${at}.ro-1`, 'returning_officer', place),
    account(`${at}.ro-2`, 'returning_officer', place),
    account(`${at}.aro-1`, 'assistant_returning_officer', place),
    account(`${at}.aro-2`, 'assistant_returning_officer', place),
  ];
};

export const isCounting = ({ kind, countedAt }: Station): boolean =>
  countedAt === undefined && !NEVER_COUNTING.has(kind);

/** The Presiding Officer of a counting station and a second officer, for the second entry. */
export const stationAccounts = (election: string, { id, constituency }: Station): readonly Account[] => {
  const place = { elections: [election], constituencies: [constituency], stations: [id] };
  const at = `${election}.${constituency}.${id}`;
  return [
    account(`${at}.po-1`, 'presiding_officer', place),
    account(`${at}.po-2`, 'presiding_officer', place),
  ];
};

/** Everybody of an election. */
export const electionAccounts = ({
  id,
  constituencies,
  stations,
}: ElectionDefinition): readonly Account[] => [
  ...constituencies.flatMap((one) => constituencyAccounts(id, one.id)),
  ...stations.filter(isCounting).flatMap((station) => stationAccounts(id, station)),
];
