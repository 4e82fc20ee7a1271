import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { publicObjects } from '#functions/local/stores/public-folder.ts';
import { metadataLogPath } from '#functions/local/stores/s3-subset/metadata-log.ts';
import { type ObjectFolder, objectFolder } from '#functions/local/stores/s3-subset/object-folder.ts';
import { newFolder } from '../../../contracts/running-stores.ts';

let data: string;
let objects: ObjectFolder;

const open = (): ObjectFolder => {
  mkdirSync(join(data, 'unfinished'), { recursive: true });
  mkdirSync(join(data, 'public'), { recursive: true });
  return objectFolder({ folder: join(data, 'public'), unfinishedFolder: join(data, 'unfinished') });
};
const write = (key: string, text: string, version: number): string =>
  objects.write(key, {
    bytes: Buffer.from(text),
    contentType: 'application/json',
    cacheControl: `max-age=${version}`,
    user: { version: String(version) },
    crc32: `crc of ${text}`,
  });
const pathOf = (key: string): string => join(data, 'public', key);

beforeEach(async () => {
  data = await newFolder();
  objects = open();
});
afterEach(() => rmSync(data, { recursive: true }));

describe('a crash between metadata and bytes', () => {
  test('before a replacement, the object is still wholly the old one', async () => {
    const etag = write('latest.json', 'one', 1);
    write('latest.json', 'two', 2);
    writeFileSync(pathOf('latest.json'), 'one'); // as if the second rename never happened
    const whole = { etag, user: { version: '1' }, cacheControl: 'max-age=1', crc32: 'crc of one' };
    expect(open().read('latest.json')).toMatchObject(whole);
    expect(publicObjects(data)('latest.json')).toMatchObject({
      etag,
      version: 1,
      cacheControl: 'max-age=1',
    });
    objects = open();
    write('latest.json', 'three', 3);
    expect(open().read('latest.json')).toMatchObject({ user: { version: '3' }, crc32: 'crc of three' });
  });

  test('before a first write, nothing is there', async () => {
    write('latest.json', 'one', 1);
    rmSync(pathOf('latest.json'));
    expect(open().read('latest.json')).toBeNull();
    expect(open().keys('')).toEqual([]);
    expect(publicObjects(data)('latest.json')).toBeNull();
  });
});

describe('a person in the folder', () => {
  test('changed bytes are served as they are, under another ETag and without the old checksum', () => {
    const etag = write('results.json', '{"votes":1}', 4);
    writeFileSync(pathOf('results.json'), '{"votes":2}');
    const read = open().read('results.json');
    expect(String(read?.bytes)).toBe('{"votes":2}');
    expect(read).toMatchObject({ contentType: 'application/json', user: { version: '4' }, crc32: undefined });
    expect(read?.etag).not.toBe(etag);
  });

  test('a file put there by hand is an object, its type read from its name', () => {
    writeFileSync(pathOf('note.txt'), 'hello');
    expect(open().read('note.txt')).toMatchObject({ contentType: 'text/plain; charset=utf-8', user: {} });
    expect(open().keys('n')).toEqual(['note.txt']);
  });

  test('metadata that is cut short or foreign costs the metadata, never the bytes', () => {
    write('a.json', '{}', 1);
    const path = metadataLogPath(join(data, 'public'));
    const line = readFileSync(path, 'utf8');
    for (const text of [line.slice(0, 20), '', '[]\n', '["a.json",{"etag":1}]\n', '{}\n', 'null\n']) {
      writeFileSync(path, text);
      expect(open().read('a.json')).toMatchObject({ contentType: 'application/json', user: {} });
    }
  });

  test('a line that is damaged costs only its own object', async () => {
    write('a.json', '{}', 1);
    write('b.json', '{}', 2);
    const path = metadataLogPath(join(data, 'public'));
    writeFileSync(path, readFileSync(path, 'utf8').replace('"a.json"', 'a.json'));
    expect(publicObjects(data)('b.json')).toMatchObject({ version: 2 });
    expect(open().read('b.json')).toMatchObject({ user: { version: '2' } });
    expect(open().read('a.json')).toMatchObject({ user: {} });
  });
});

describe('a reader beside the writer', () => {
  test('sees each change, also after the log was written anew by another start', async () => {
    const read = publicObjects(data);
    expect(read('a.json')).toBeNull();
    for (const version of [1, 2, 3]) {
      write('a.json', `{"version":${version}}`, version);
      expect(read('a.json')).toMatchObject({ version, cacheControl: `max-age=${version}` });
    }
    objects = open();
    write('a.json', '{"version":4}', 4);
    expect(read('a.json')).toMatchObject({ version: 4 });
    objects.remove('a.json');
    expect(read('a.json')).toBeNull();
  });

  test('what no longer counts is dropped at the next start', () => {
    for (let version = 1; version <= 20; version += 1) write('a.json', `{"version":${version}}`, version);
    const lines = () => readFileSync(metadataLogPath(join(data, 'public')), 'utf8').split('\n').length - 1;
    expect(lines()).toBe(20);
    open();
    expect(lines()).toBe(2);
  });
});

describe('a file and a folder of one name', () => {
  test.each([[['a', 'a/b', 'a/b/c']], [['a/b/c', 'a/b', 'a']], [['a/b', 'a', 'a/b/c']]])(
    '%j live side by side',
    (keys) => {
      for (const key of keys) write(key, key, 1);
      for (const key of keys) expect(String(objects.read(key)?.bytes)).toBe(key);
      for (const key of keys) write(key, `${key} again`, 2);
      for (const key of keys) expect(String(objects.read(key)?.bytes)).toBe(`${key} again`);
      expect(objects.keys('')).toEqual(['a', 'a/b', 'a/b/c']);
      objects.remove('a/b');
      expect(objects.keys('')).toEqual(['a', 'a/b/c']);
      expect(objects.read('a/b')).toBeNull();
    },
  );
});
