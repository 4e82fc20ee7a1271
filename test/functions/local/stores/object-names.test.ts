import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldersOfPrefix, keyOfNames, namesOfKey } from '#functions/local/stores/s3-subset/object-names.ts';

const nasty = fc.constantFrom(
  '/',
  '.',
  '..',
  '%',
  '%2',
  '2F',
  'file',
  '%-',
  '%file',
  'index.html',
  'con',
  '\\',
  '\0',
  ' ',
  '香',
  '🗳',
  'a',
  'A',
  'x'.repeat(199),
);
const aKey = fc.oneof(
  fc.array(nasty, { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ minLength: 1, unit: 'grapheme' }),
);

describe('object names', () => {
  test('an ordinary key is its own path', () => {
    const key = 'data/legco-2012/r/12-0a1b2c3d/constituencies/LC1.json';
    expect(namesOfKey(key)).toEqual(key.split('/'));
    expect(namesOfKey('zh-hant/立法會/香港島.html')).toEqual(['zh-hant', '立法會', '香港島.html']);
  });

  test.each([
    ['en/legco-2012/', ['en', 'legco-2012', '%index.html']],
    ['../x', ['%2E%2E', 'x']],
    ['a//b', ['a', '%empty', 'b']],
    ['100%', ['100%25']],
    ['nul.json', ['%6Eul.json']],
  ])('%s is kept as %j', (key, names) => {
    expect(namesOfKey(key)).toEqual(names);
  });

  test('every key comes back from its names', () => {
    fc.assert(
      fc.property(aKey, (key) => {
        expect(keyOfNames(namesOfKey(key))).toBe(key);
      }),
      { numRuns: 2000 },
    );
  });

  test('an object beside a folder has the same key', () => {
    fc.assert(
      fc.property(aKey, (key) => {
        const names = namesOfKey(key);
        expect(keyOfNames([...names.slice(0, -1), `${names.at(-1)}%file`])).toBe(key);
      }),
    );
  });

  test('no name climbs, hides a separator or is too long for a file system', () => {
    fc.assert(
      fc.property(aKey, (key) => {
        for (const name of namesOfKey(key)) {
          expect(['', '.', '..']).not.toContain(name);
          expect(name).not.toMatch(/[/\\\0]/);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(202);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a key with a prefix lies in the folders of the prefix', () => {
    fc.assert(
      fc.property(aKey, aKey, (prefix, rest) => {
        const folders = foldersOfPrefix(prefix);
        expect(namesOfKey(prefix + rest).slice(0, folders.length)).toEqual(folders);
      }),
      { numRuns: 2000 },
    );
  });
});
