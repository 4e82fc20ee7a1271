import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { NewObject, RemovableObjects } from '#functions/ports.ts';

const anObject = (text: string): NewObject => ({
  bytes: new TextEncoder().encode(text),
  contentType: 'application/json',
  cacheControl: 'public, max-age=1',
});
const aFolder = (): string => `test-${randomUUID()}`;
const textOf = (object: { bytes: Uint8Array } | null): string | null =>
  object === null ? null : new TextDecoder().decode(object.bytes);

export const hostileKeys = [
  '../../x',
  '/../x',
  '%2e%2e/%2E%2E/x',
  '..',
  '.',
  'a/./b',
  'a//b',
  'a/',
  '/',
  '//',
  '/absolute',
  '香港島/立法會 2012.json',
  '🗳️/emoji',
  'a\\..\\b',
  'x\u0001y',
  'nul',
  'CON.json',
  'ends in a dot.',
  'percent%/100%25',
  `${'長'.repeat(100)}/x`,
  `${'s'.repeat(300)}/${'t'.repeat(300)}`,
  'a+b&c=d?e#f',
  'p',
  'p/q',
  'p/q/r',
  'p/q/',
  'p%file',
  '%index.html',
  'p/index.html',
  'quotes\'"<>|*:',
];

export const objectStoreContract = (name: string, open: () => RemovableObjects): void => {
  describe(`object store: ${name}`, () => {
    test('what was written is read back, with its type and without a version', async () => {
      const key = `${aFolder()}/results.json`;
      expect(await open().putIfAbsent(key, anObject('{"a":1}'))).toBe('written');
      const found = await open().get(key);
      expect(textOf(found)).toBe('{"a":1}');
      expect(found).toMatchObject({ contentType: 'application/json', version: 0 });
      const { bytes: _, ...known } = found ?? { bytes: null };
      expect(await open().head(key)).toEqual(known);
    });

    test('an object of no bytes is an object', async () => {
      const key = aFolder();
      await open().putIfAbsent(key, anObject(''));
      expect((await open().get(key))?.bytes).toHaveLength(0);
    });

    test('what was never written is null', async () => {
      expect(await open().get(aFolder())).toBeNull();
      expect(await open().head(aFolder())).toBeNull();
      expect(await open().list(aFolder())).toEqual([]);
    });

    test('an immutable object stays as it was first written', async () => {
      const key = aFolder();
      await open().putIfAbsent(key, anObject('first'));
      expect(await open().putIfAbsent(key, anObject('second'))).toBe('exists');
      expect(textOf(await open().get(key))).toBe('first');
    });

    test('of thirty racing first writes one is written', async () => {
      const key = aFolder();
      const outcomes = await Promise.all(
        Array.from({ length: 30 }, (_, n) => open().putIfAbsent(key, anObject(String(n)))),
      );
      expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1);
      expect(textOf(await open().get(key))).toBe(String(outcomes.indexOf('written')));
    });

    test('a pointer moves forward and never back', async () => {
      const key = `${aFolder()}/latest.json`;
      const put = (version: number, text: string) => open().putForward(key, { ...anObject(text), version });
      expect(await put(1, 'one')).toBe('written');
      expect(await put(2, 'two')).toBe('written');
      expect(await put(5, 'five')).toBe('written');
      expect(await put(4, 'four')).toBe('stale');
      expect(await open().get(key)).toMatchObject({ version: 5 });
      expect(textOf(await open().get(key))).toBe('five');
    });

    test('the same version with the same bytes is written, with other bytes stale', async () => {
      const key = aFolder();
      const put = (text: string) => open().putForward(key, { ...anObject(text), version: 3 });
      expect(await put('three')).toBe('written');
      expect(await put('three')).toBe('written');
      expect(await put('3')).toBe('stale');
      expect(textOf(await open().get(key))).toBe('three');
    });

    test('of racing versions the highest stands at the end', async () => {
      const key = aFolder();
      const versions = [3, 1, 4, 6, 5, 2];
      const outcomes = await Promise.all(
        versions.map((version) => open().putForward(key, { ...anObject(`v${version}`), version })),
      );
      expect(outcomes[3]).toBe('written');
      expect(textOf(await open().get(key))).toBe('v6');
    });

    test('an object is replaced by who has read it, keeps its version, and by nobody else', async () => {
      const key = `${aFolder()}/checkpoint`;
      const put = (text: string, version: number) => open().putForward(key, { ...anObject(text), version });
      const etag = async () => (await open().head(key))?.etag ?? '';
      const replace = (text: string, of: string) =>
        open().replace(key, { ...anObject(text), version: 7 }, of);
      expect(await replace('nothing there', '"x"')).toBe('lost');
      await put('seven', 7);
      const read = await etag();
      expect(await replace('seven, cosigned', read)).toBe('written');
      expect(await replace('seven, cosigned by another', read)).toBe('lost');
      expect(textOf(await open().get(key))).toBe('seven, cosigned');
      expect(await open().get(key)).toMatchObject({ version: 7, contentType: 'application/json' });
      // The publisher that moved it there finds it moved, and takes nothing away.
      expect(await put('seven', 7)).toBe('stale');
      expect(textOf(await open().get(key))).toBe('seven, cosigned');
      const late = await etag();
      expect(await put('eight', 8)).toBe('written');
      expect(await replace('seven, cosigned again', late)).toBe('lost');
      expect(textOf(await open().get(key))).toBe('eight');
    });

    test('of twenty that replace what they have read one does', async () => {
      const key = aFolder();
      await open().putForward(key, { ...anObject('0'), version: 1 });
      const { etag = '' } = (await open().head(key)) ?? {};
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          open().replace(key, { ...anObject(`${n} more`), version: 1 }, etag),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1);
      expect(textOf(await open().get(key))).toBe(`${outcomes.indexOf('written')} more`);
    });

    test('a list holds the keys with the prefix, sorted by their bytes', async () => {
      const folder = aFolder();
      const keys = ['b', 'a/2', 'a/10', 'a', '香/島', 'ａ', 'a/', '🗳'];
      for (const key of keys) await open().putIfAbsent(`${folder}/${key}`, anObject(key));
      const all = ['a', 'a/', 'a/10', 'a/2', 'b', '香/島', 'ａ', '🗳'].map((key) => `${folder}/${key}`);
      expect(await open().list(`${folder}/`)).toEqual(all);
      expect(await open().list(`${folder}/a/`)).toEqual(all.slice(1, 4));
      expect(await open().list(`${folder}/a/1`)).toEqual([`${folder}/a/10`]);
    });

    test('what is removed is gone, may be removed again and written anew', async () => {
      const key = `${aFolder()}/x`;
      await open().putIfAbsent(key, anObject('first'));
      await open().remove(key);
      await open().remove(key);
      expect([await open().get(key), await open().list(key)]).toEqual([null, []]);
      expect(await open().putIfAbsent(key, anObject('second'))).toBe('written');
      expect(textOf(await open().get(key))).toBe('second');
    });

    test('hostile keys are only names: each is kept apart, found and listed', async () => {
      const folder = aFolder();
      for (const key of hostileKeys)
        expect(await open().putIfAbsent(`${folder}/${key}`, anObject(key)), key).toBe('written');
      for (const key of hostileKeys) expect(textOf(await open().get(`${folder}/${key}`)), key).toBe(key);
      expect(new Set(await open().list(`${folder}/`))).toEqual(
        new Set(hostileKeys.map((key) => `${folder}/${key}`)),
      );
    });
  });
};
