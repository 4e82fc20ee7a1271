import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { popvote2017 } from '#functions/elections/popvote-2017.ts';
import { rehearsal2016 } from '#functions/elections/rehearsal-2016.ts';
import { parseInput } from '#shared/election/input-problem.ts';
import { Pointer } from '#shared/publication/read-pointer.ts';
import { WitnessFacts } from '#shared/publication/witness-facts.ts';
import { CountLeaf } from '#shared/recount/count-entry.ts';
import { SeenLedgers } from '#shared/verification/seen-ledgers.ts';
import { versionsOf } from '../../../support/open-data.ts';

type Parse = (input: unknown) => unknown;

/** The same modules with the page's schemas in the library's place, as the build makes them. */
const SOURCE = `
import { parseInput } from '#shared/election/input-problem.ts';
import { CountLeaf } from '#shared/recount/count-entry.ts';
import { Pointer } from '#shared/publication/read-pointer.ts';
import { SeenLedgers } from '#shared/verification/seen-ledgers.ts';
import { WitnessFacts } from '#shared/publication/witness-facts.ts';
export const small = Object.fromEntries(
  Object.entries({ CountLeaf, Pointer, SeenLedgers, WitnessFacts }).map(([name, schema]) => [name, (input) => parseInput(schema, input)]),
);
`;
const root = resolve(import.meta.dirname, '../../../..');
const folder = mkdtempSync(join(root, 'node_modules', '.small-schemas-'));
let small: Readonly<Record<string, Parse>>;

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: SOURCE, resolveDir: root, loader: 'ts' },
    alias: { 'zod/mini': resolve(root, 'site/islands/verify/small-schemas.ts') },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const file = join(folder, 'small.mjs');
  writeFileSync(file, outputFiles[0]?.contents ?? '');
  small = ((await import(pathToFileURL(file).href)) as { small: typeof small }).small;
});
afterAll(() => rmSync(folder, { recursive: true }));

const whole: Readonly<Record<string, Parse>> = {
  CountLeaf: (input) => parseInput(CountLeaf, input),
  Pointer: (input) => parseInput(Pointer, input),
  SeenLedgers: (input) => parseInput(SeenLedgers, input),
  WitnessFacts: (input) => parseInput(WitnessFacts, input),
};

/** The outcome as text: values in their order, or where and why each problem stands. */
const told = (parse: Parse | undefined, input: unknown): string => {
  const result = parse?.(input) as
    | { ok: true; value: unknown }
    | { ok: false; problem: readonly { code: string; path: string }[] };
  if (result.ok) return JSON.stringify(result.value);
  return result.problem.map(({ code, path }) => `${code} ${path}`).join('\n');
};

/** Where the two part, in a line: what they were given may fill pages. */
const same = (name: string, input: unknown): void => {
  const [one, other] = [told(small[name], input), told(whole[name], input)];
  if (one !== other) expect(one.slice(0, 300), name).toBe(other.slice(0, 300));
  expect(one === other, name).toBe(true);
};

const leaves: readonly unknown[] = [popvote2017(), rehearsal2016()].flatMap((script) =>
  versionsOf(script).build.entries.map(({ leaf, attachment }) =>
    JSON.parse(new TextDecoder().decode(attachment?.bytes ?? leaf)),
  ),
);

/** Every place in a value, by the steps that lead to it. */
const places = (value: unknown, steps: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [steps, ...Object.entries(value).flatMap(([key, member]) => places(member, [...steps, key]))]
    : [steps];

const changed = (value: unknown, steps: readonly string[], by: (member: unknown) => unknown): unknown => {
  const [step, ...rest] = steps;
  if (step === undefined) return by(value);
  const copy = structuredClone(value) as Record<string, unknown>;
  const next = changed(copy[step], rest, by);
  if (next === undefined) delete copy[step];
  else copy[step] = next;
  return copy;
};

const ODD = [
  null,
  undefined,
  '',
  'x',
  -1,
  1.5,
  100_000_000,
  true,
  [],
  {},
  { en: '' },
  ['a', 'a'],
  '2016-09-04T22:30:00+08:00',
  '\u0007',
];

describe('the schemas of the page that checks an election', () => {
  test('take every entry of the elections that come along, to the same value', () => {
    for (const leaf of leaves) same('CountLeaf', leaf);
  });

  test('refuse what the library refuses, at the same place and for the same reason', () => {
    const kinds = new Map(leaves.map((leaf) => [(leaf as { type: string }).type, leaf]));
    const cases = fc.nat(kinds.size + 39).chain((at) => {
      const leaf = [...kinds.values(), ...leaves][at];
      const all = places(leaf);
      return fc.tuple(
        fc.constant(at),
        fc.nat(Math.min(all.length, 400) - 1).map((index) => all[index] ?? []),
        fc.oneof(fc.constantFrom(...ODD), fc.string(), fc.integer()),
        fc.boolean(),
      );
    });
    fc.assert(
      fc.property(cases, ([at, steps, odd, isAdded]) => {
        const leaf = [...kinds.values(), ...leaves][at];
        const by = (member: unknown) =>
          isAdded && typeof member === 'object' && member !== null && !Array.isArray(member)
            ? { ...member, surplus: odd }
            : odd;
        same('CountLeaf', changed(leaf, steps, by));
      }),
      { numRuns: 1500 },
    );
  });

  test('read pointers, what was seen and what witnesses told alike', () => {
    const { pointer } = versionsOf(popvote2017()).all;
    const seen = {
      ledgers: [{ name: 'a/b', vkey: 'k', firstEntry: 'ff', size: 3, root: 'AAAA', note: 'n' }],
    };
    const facts = { election: 'e', test: true, witnesses: [{ name: 'w', vkey: 'k', cosigned: null }] };
    for (const [name, value] of [
      ['Pointer', pointer],
      ['SeenLedgers', seen],
      ['WitnessFacts', facts],
    ] as const)
      for (const steps of places(value))
        for (const odd of ODD)
          same(
            name,
            changed(value, steps, () => odd),
          );
  });
});
