import type * as z from 'zod/mini';

/** An object as JSON text gives it: nothing in it is inherited. */
export const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Every element is right; a hole is looked at too, which `every` passes over. */
export const isListOf = (value: unknown, isRight: (element: unknown) => boolean): value is unknown[] => {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!isRight(value[index])) return false;
  return true;
};

/**
 * The same schema with a quick look before it, for what comes by the million: what is surely right is taken as it
 * stands, all else goes the schema's own way and is told the same problems. `isRight` may know less than the schema, never more.
 */
export const quickly = <S extends z.ZodMiniType>(schema: S, isRight: (value: unknown) => boolean): S => {
  const { run } = schema._zod;
  schema._zod.run = (payload, context) => (isRight(payload.value) ? payload : run(payload, context));
  return schema;
};
