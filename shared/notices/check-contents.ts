import * as z from 'zod/mini';
import { isDay } from '../calendar/day.ts';
import { standingNames } from '../election/check-definition.ts';
import { type ElectionDefinition, placesOf } from '../election/definition.ts';
import { Instant } from '../election/identifiers.ts';
import { oneProblem, type Problems } from '../election/input-problem.ts';
import type { Notice, NoticeValue } from '../election/notice.ts';
import type { FieldKind, FieldRule, NoticeRule } from './notice-rules.ts';

/** Where a field's ids are looked up. */
export interface ContentsPlace {
  readonly definition: ElectionDefinition;
  readonly constituency: string | undefined;
}

const wrongType = (path: string, expected: string): Problems =>
  oneProblem('wrong-type', path, null, { expected });

const isTime = (value: string): boolean => z.safeParse(Instant, value).success;

/** Digits, spaces, brackets, plus and hyphen: what can be dialled. */
const TELEPHONE = /^[0-9+][0-9 ()+-]{2,29}$/;

const idsOf = (kind: FieldKind, { definition, constituency }: ContentsPlace): ReadonlySet<string> => {
  if (kind === 'stations') return new Set(placesOf(definition).stations.keys());
  if (kind === 'constituencies') return new Set(placesOf(definition).constituencies.keys());
  const places = placesOf(definition).constituencies;
  const own = constituency === undefined ? [...places.values()] : [places.get(constituency)];
  return new Set(
    own.flatMap((found) =>
      found
        ? found.contestants.flatMap((contestant) => standingNames(contestant, found).map(({ id }) => id))
        : [],
    ),
  );
};

const UNKNOWN = {
  stations: 'unknown-station',
  constituencies: 'unknown-constituency',
  candidates: 'unknown-candidate',
} as const;

const checkIds = (
  kind: keyof typeof UNKNOWN,
  value: NoticeValue,
  path: string,
  place: ContentsPlace,
): Problems => {
  if (!Array.isArray(value)) return wrongType(path, 'array');
  const known = idsOf(kind, place);
  return value.flatMap((id, index) => {
    if (typeof id !== 'string') return wrongType(`${path}[${index}]`, 'string');
    return known.has(id) ? [] : oneProblem(UNKNOWN[kind], `${path}[${index}]`, id);
  });
};

const checkEntries = (kind: FieldKind, value: NoticeValue, path: string): Problems => {
  if (!Array.isArray(value)) return wrongType(path, 'array');
  return value.flatMap((entry, index): Problems => {
    const at = `${path}[${index}]`;
    if (typeof entry === 'string') return wrongType(at, 'object');
    const needed = kind === 'contacts' ? 'telephone' : kind === 'figures' ? 'number' : null;
    const others = (['telephone', 'number'] as const).filter(
      (name) => name !== needed && entry[name] !== undefined,
    );
    return [
      ...(needed !== null && entry[needed] === undefined
        ? oneProblem('missing-field', `${at}.${needed}`, null)
        : []),
      ...others.flatMap((name) => oneProblem('unknown-field', `${at}.${name}`, entry[name])),
    ];
  });
};

const checkLine = (field: FieldRule, value: string, path: string): Problems => {
  switch (field.kind) {
    case 'time':
      return isTime(value) ? [] : oneProblem('not-a-time', path, value);
    case 'day':
      return isDay(value) ? [] : oneProblem('not-a-day', path, value);
    case 'telephone':
      return TELEPHONE.test(value) ? [] : oneProblem('not-a-telephone', path, value);
    case 'choice':
      return field.allowed.includes(value)
        ? []
        : oneProblem('not-one-of', path, value, { allowed: field.allowed.join(', ') });
    default:
      return [];
  }
};

const checkValue = (field: FieldRule, value: NoticeValue, place: ContentsPlace): Problems => {
  const path = `$.contents.${field.id}`;
  const { kind } = field;
  switch (kind) {
    case 'number':
      return typeof value === 'number' ? [] : wrongType(path, 'int');
    case 'prose':
      return typeof value === 'object' && !Array.isArray(value) ? [] : wrongType(path, 'object');
    case 'candidates':
    case 'stations':
    case 'constituencies':
      return checkIds(kind, value, path, place);
    case 'names':
    case 'contacts':
    case 'figures':
      return checkEntries(kind, value, path);
    default:
      return typeof value === 'string' ? checkLine(field, value, path) : wrongType(path, 'string');
  }
};

const isMissing = ({ required }: FieldRule, value: NoticeValue | undefined): boolean =>
  required && (value === undefined || (Array.isArray(value) && value.length === 0));

/** Holds prescribed contents against the fields of their kind of notice; what is prescribed for no notice of this kind is refused. */
export const checkContents = (
  { fields }: Pick<NoticeRule, 'fields'>,
  contents: NonNullable<Notice['contents']>,
  place: ContentsPlace,
): Problems => {
  const known = new Set(fields.map(({ id }) => id));
  return [
    ...Object.keys(contents)
      .filter((id) => !known.has(id))
      .flatMap((id) => oneProblem('unknown-field', `$.contents.${id}`, null)),
    ...fields.flatMap((field): Problems => {
      const value = Object.hasOwn(contents, field.id) ? contents[field.id] : undefined;
      if (isMissing(field, value)) return oneProblem('missing-field', `$.contents.${field.id}`, null);
      return value === undefined ? [] : checkValue(field, value, place);
    }),
  ];
};
