import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { parseDefinition } from '#shared/election/check-definition.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';

/** Reads and parses one of the data files beside these modules; a file that does not fit is a fault of this program. */
export const scriptFile = <S extends z.ZodMiniType>(schema: S, name: string): z.output<S> => {
  const json: unknown = JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
  return z.parse(schema, json);
};

/** A definition that must hold: what is wrong with it is said, and nothing is loaded. */
export const soundDefinition = (input: unknown): ElectionDefinition => {
  const parsed = parseDefinition(input);
  if (parsed.ok) return parsed.value.definition;
  throw new Error(`The definition does not hold: ${JSON.stringify(parsed.problem.slice(0, 5))}`);
};
