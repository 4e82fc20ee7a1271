import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { Account } from '#shared/desk/account.ts';
import { leavesOf } from '#shared/desk/audit-changes.ts';
import { DeskRecord } from '#shared/desk/desk-record.ts';
import { jsonPath } from '#shared/election/input-problem.ts';
import { LANGUAGES, type Language } from '#shared/election/text.ts';
import { NOTICE_TYPES } from '#shared/notices/notice-table.ts';
import { Act } from '#shared/recount/act.ts';
import { fieldName } from '../../../../site/desk/trail/field-name.ts';
import { loadWords } from '../../../../site/desk/words/load.ts';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** A field of a schema: where it stands, with an id or code where a record has one. */
interface Field {
  readonly steps: readonly PropertyKey[];
  readonly names: readonly string[];
}

const fieldsOf = (schema: Schema, { steps, names }: Field): readonly Field[] => {
  const { properties = {}, additionalProperties, items, anyOf = [], oneOf = [] } = schema;
  const under = (one: Schema, step: PropertyKey, name?: string) =>
    fieldsOf(one, { steps: [...steps, step], names: name === undefined ? names : [...names, name] });
  const within = [
    ...[...anyOf, ...oneOf].flatMap((one) => fieldsOf(one, { steps, names })),
    ...Object.entries(properties).flatMap(([name, one]) => under(one, name, name)),
    ...(typeof additionalProperties === 'object' ? under(additionalProperties, 'X7') : []),
    ...(items ? under(items, 0) : []),
  ];
  return within.length > 0 ? within : [{ steps, names }];
};

/** What is around the body of an act or record is no change: who, when and what kind stand in columns of their own. */
const bodies = (schema: z.ZodType | z.core.$ZodType): readonly Field[] => {
  const json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input', reused: 'inline' }) as Schema;
  return (json.oneOf ?? json.anyOf ?? []).flatMap(({ properties = {} }) =>
    fieldsOf(properties['body'] ?? {}, { steps: [], names: [] }),
  );
};

const every = (): readonly Field[] => {
  const account = z.toJSONSchema(Account, { unrepresentable: 'any', io: 'input' }) as Schema;
  return [...bodies(Act), ...bodies(DeskRecord), ...fieldsOf(account, { steps: [], names: [] })];
};

describe.each(LANGUAGES)('the audit trail in %s', (language: Language) => {
  test('has a word for every field that an act, a record or an account can have', async () => {
    const words = await loadWords(language);
    const fields = every();
    expect(fields.length).toBeGreaterThan(200);
    const nameless = fields.flatMap(({ names }) =>
      names.filter((name) => !Object.hasOwn(words.trail.names, name)),
    );
    expect([...new Set(nameless)]).toEqual([]);
    const raw = fields
      .map(({ steps }) => jsonPath(steps))
      .filter((path) => /[a-z][A-Z]|_|\$|\[/.test(fieldName(path, words, language).replaceAll('SHA', '')));
    expect([...new Set(raw)]).toEqual([]);
  });

  test('calls the prescribed contents of a notice as its form does', async () => {
    const words = await loadWords(language);
    for (const { fields } of NOTICE_TYPES)
      for (const { id, label } of fields)
        expect(fieldName(jsonPath(['contents', id]), words, language)).toBe(label[language]);
  });

  test('tells rows from one on, and leaves ids as they are', async () => {
    const words = await loadWords(language);
    const { names } = words.trail;
    const [path] = [...leavesOf({ draws: [{ contestant: '7' }] }).keys()];
    expect(fieldName(path ?? '', words, language)).toBe(`${names.draws} · 1 · ${names.contestant}`);
    expect(fieldName('$.contestants["1"].name.en', words, language)).toBe(
      `${names.contestants} · 1 · ${names.name} · ${names.en}`,
    );
  });
});
