import { standingNames } from '../election/check-definition.ts';
import { type ElectionDefinition, placesOf } from '../election/definition.ts';
import type { Notice, NoticeValue, Prose } from '../election/notice.ts';
import type { Text } from '../election/text.ts';
import type { FieldKind } from './notice-rules.ts';
import type { NoticeField, NoticeType, Told } from './notice-type.ts';

/** A person, body or place that a notice names. */
export interface ShownName {
  /** Where the definition knows it. */
  readonly id: string | null;
  /** The number of its list or candidate. */
  readonly number: string | null;
  readonly name: Text;
  readonly telephone: string | null;
  readonly figure: number | null;
}

/** One prescribed content, with every id put into names. */
export interface ShownContent {
  readonly field: string;
  readonly kind: FieldKind;
  readonly label: Told;
  readonly line: string | null;
  readonly figure: number | null;
  readonly prose: Prose | null;
  readonly choice: Told | null;
  readonly names: readonly ShownName[];
}

type Names = ReadonlyMap<string, Pick<ShownName, 'number' | 'name'>>;

const candidatesOf = (definition: ElectionDefinition, constituency: string | undefined): Names =>
  new Map(
    definition.constituencies
      .filter(({ id }) => constituency === undefined || id === constituency)
      .flatMap((found) =>
        found.contestants.flatMap((contestant) =>
          standingNames(contestant, found).map(
            ({ id, name }) => [id, { number: contestant.number, name }] as const,
          ),
        ),
      ),
  );

const namesOf = (
  kind: FieldKind,
  definition: ElectionDefinition,
  constituency: string | undefined,
): Names => {
  if (kind === 'candidates') return candidatesOf(definition, constituency);
  const { stations, constituencies } = placesOf(definition);
  const places = kind === 'stations' ? stations : constituencies;
  return new Map([...places].map(([id, { name }]) => [id, { number: null, name }]));
};

const shownNames = (
  field: NoticeField,
  value: readonly (string | { name: Text; telephone?: string | undefined; number?: number | undefined })[],
  { definition, constituency }: { definition: ElectionDefinition; constituency: string | undefined },
): readonly ShownName[] => {
  const known = namesOf(field.kind, definition, constituency);
  return value.map((entry) => {
    if (typeof entry === 'string') {
      const { number = null, name = { en: entry } } = known.get(entry) ?? {};
      return { id: entry, number, name, telephone: null, figure: null };
    }
    const { name, telephone = null, number: figure = null } = entry;
    return { id: null, number: null, name, telephone, figure };
  });
};

const shown = (
  field: NoticeField,
  value: NoticeValue,
  place: { definition: ElectionDefinition; constituency: string | undefined },
): ShownContent => ({
  field: field.id,
  kind: field.kind,
  label: field.label,
  line: typeof value === 'string' && field.kind !== 'choice' ? value : null,
  figure: typeof value === 'number' ? value : null,
  prose: typeof value === 'object' && !Array.isArray(value) ? value : null,
  choice: (typeof value === 'string' && field.choices?.[value]) || null,
  names: Array.isArray(value) ? shownNames(field, value, place) : [],
});

/** The prescribed contents of a notice as they are shown, in the order of its fields. */
export const shownContents = (
  { fields }: Pick<NoticeType, 'fields'>,
  { contents, constituency }: Pick<Notice, 'contents' | 'constituency'>,
  definition: ElectionDefinition,
): readonly ShownContent[] =>
  fields.flatMap((field) => {
    const value = contents && Object.hasOwn(contents, field.id) ? contents[field.id] : undefined;
    return value === undefined ? [] : [shown(field, value, { definition, constituency })];
  });
