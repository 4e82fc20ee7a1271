import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type UploadFolder, uploadFolder } from '#functions/local/stores/s3-subset/upload-folder.ts';

let data: string;
let uploads: UploadFolder;
const open = (): UploadFolder =>
  uploadFolder({ folder: join(data, 'quarantine'), unfinishedFolder: join(data, 'unfinished') });

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'open-returns-uploads-'));
  for (const name of ['quarantine', 'unfinished']) mkdirSync(join(data, name));
  uploads = open();
});
afterEach(() => rmSync(data, { recursive: true }));

const known = { size: 4, sha256: 'sum', contentType: 'text/plain' };
const written = async (content: string) => {
  const upload = uploads.begin();
  upload.bytes.end(content);
  await finished(upload.bytes);
  return upload;
};
const keep = async (key: string, content = 'file') => (await written(content)).keep(key, known);

describe('a folder of uploads', () => {
  test('keeps versions in the order in which they came, also within one millisecond, and over a start', async () => {
    const kept = [];
    for (let n = 0; n < 20; n += 1) kept.push(await keep('e/a/1.pdf', `${n}`));
    expect(await open().versions('e/a/1.pdf')).toEqual(kept);
    expect(await text(uploads.open('e/a/1.pdf', kept[7]?.id ?? ''))).toBe('7');
    expect(readdirSync(join(data, 'unfinished'))).toEqual([]);
  });

  test('shows nothing of what was given up', async () => {
    const upload = await written('file');
    await upload.abandon();
    expect(readdirSync(join(data, 'unfinished'))).toEqual([]);
    expect(await uploads.keys('')).toEqual([]);
  });

  test('leaves nothing of what is given up before its file is open', async () => {
    for (let round = 0; round < 20; round += 1)
      await Promise.all(Array.from({ length: 20 }, () => uploads.begin().abandon()));
    expect(readdirSync(join(data, 'unfinished'))).toEqual([]);
  });

  test('shows no version whose bytes a crash kept from their place, and takes the next one', async () => {
    const { id } = await keep('e/a/1.pdf');
    rmSync(join(data, 'quarantine/e/a/1.pdf', `%${id}.bytes`));
    expect([await uploads.versions('e/a/1.pdf'), await uploads.keys('')]).toEqual([[], []]);
    const next = await keep('e/a/1.pdf');
    expect(await uploads.versions('e/a/1.pdf')).toEqual([next]);
  });

  test('finds keys by their beginning, and tells a key from the folder of others', async () => {
    for (const key of ['e/a', 'e/a/1.pdf', 'e/a/10.pdf', 'e/ab/1.pdf', 'f/a/1.pdf']) await keep(key);
    expect(await uploads.keys('')).toEqual(['e/a', 'e/a/1.pdf', 'e/a/10.pdf', 'e/ab/1.pdf', 'f/a/1.pdf']);
    expect(await uploads.keys('e/a/1')).toEqual(['e/a/1.pdf', 'e/a/10.pdf']);
    expect(await uploads.keys('e/a')).toEqual(['e/a', 'e/a/1.pdf', 'e/a/10.pdf', 'e/ab/1.pdf']);
    expect(await uploads.versions('e/a')).toHaveLength(1);
  });

  test('takes away one version, and leaves those beside it', async () => {
    const [first, second] = [await keep('e/a/1.pdf'), await keep('e/a/1.pdf')];
    await keep('e/a/2.pdf');
    await uploads.remove('e/a/1.pdf', first.id);
    await uploads.remove('e/a/1.pdf', first.id);
    expect(await uploads.versions('e/a/1.pdf')).toEqual([second]);
    await uploads.remove('e/a/1.pdf', second.id);
    expect(readdirSync(join(data, 'quarantine/e/a'))).toEqual(['2.pdf']);
  });

  test('lets go of what arrived before, and of nothing later', async () => {
    const old = await keep('e/a/1.pdf');
    await uploads.expire(new Date(Date.parse(old.arrivedAt)));
    expect(await uploads.keys('')).toEqual(['e/a/1.pdf']);
    await uploads.expire(new Date(Date.parse(old.arrivedAt) + 1));
    expect(await uploads.keys('')).toEqual([]);
  });
});
