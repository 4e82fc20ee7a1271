import type { AuditChange } from '#shared/desk/audit-changes.ts';
import type { DeskWords } from '../words/load.ts';
import type { PlaceNames } from './place-names.ts';

/** The fields of an account that are shown, in the order of the form. */
export const FIELDS = [
  'id',
  'name',
  'role',
  'elections',
  'constituencies',
  'stations',
  'platforms',
  'email',
  'phone',
  'active',
] as const;
export type AccountField = (typeof FIELDS)[number];

const fieldOf = (path: string): AccountField | undefined => FIELDS.find((field) => path === `$.${field}`);

/** What a field is called. */
export const fieldWord = (path: string, { accounts }: DeskWords): string => {
  const field = fieldOf(path);
  return field ? accounts.fields[field] : path;
};

const named = (table: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(table, name) ? (table[name] ?? name) : name;

/** A value in words; nothing in a list of elections means all of them. */
export const valueWord = (
  path: string,
  value: AuditChange['before'] | undefined,
  { accounts, common }: DeskWords,
  places?: PlaceNames,
): string => {
  const field = fieldOf(path);
  if (value === null || value === undefined || value === '') {
    return field === 'elections' ? accounts.allElections : accounts.none;
  }
  if (field === 'role') return named(common.roles, String(value));
  if (field === 'active') return value === true ? accounts.open : accounts.closed;
  const ids = String(value);
  if (field === 'elections' && places) return ids.split(', ').map(places.election).join(accounts.comma);
  return ids;
};
