import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameIndex } from '#shared/name-index.ts';

test('finds every name of a list at its place, and no other, also where names share a slot', () => {
  const names = fc.uniqueArray(fc.oneof(fc.string(), fc.integer({ min: 0, max: 400 }).map(String)), {
    maxLength: 200,
  });
  fc.assert(
    fc.property(names, fc.array(fc.string()), (list, others) => {
      const { placeOf } = nameIndex(list);
      for (const name of [...list, ...others, '', ' ', 'constructor', '__proto__']) {
        const place = list.indexOf(name);
        expect(placeOf(name)).toBe(place < 0 ? undefined : place);
      }
    }),
  );
});
