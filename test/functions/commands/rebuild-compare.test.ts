import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { compareWith, comparisonLines, isEqual } from '#functions/commands/rebuild-compare.ts';

const key = 'data/x/r/3-00000000/results.json';

/** A folder with one file of a version. */
const rebuilt = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'rebuilt-'));
  mkdirSync(join(folder, 'data/x/r/3-00000000'), { recursive: true });
  writeFileSync(join(folder, key), '{}');
  return folder;
};

/** A site that answers every file alike. */
const site = async (status: number, text: string): Promise<string> => {
  const server = createServer((_, response) => response.writeHead(status).end(text));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

describe('a rebuilt folder against a site', () => {
  test('that has the same file is equal', async () => {
    const comparison = await compareWith(rebuilt(), await site(200, '{}'));
    expect([comparison.same, isEqual(comparison)]).toEqual([1, true]);
  });

  test('that has another file is not', async () => {
    expect(await compareWith(rebuilt(), await site(200, '[]'))).toMatchObject({ differing: [key] });
  });

  test('that lacks a version passed it over', async () => {
    expect(await compareWith(rebuilt(), await site(404, ''))).toMatchObject({ same: 0, passedOver: [key] });
  });

  test('with pictures of pages, which are not made again, is equal', async () => {
    const published = rebuilt();
    const pictures = ['baked/x-images.json', 'en/x/constituencies/LC1/share.png', 'zh-hant/x/share.png'];
    for (const picture of pictures) {
      mkdirSync(dirname(join(published, picture)), { recursive: true });
      writeFileSync(join(published, picture), 'drawn');
    }
    const comparison = await compareWith(rebuilt(), published);
    expect([comparison.pictures, comparison.lost, isEqual(comparison)]).toEqual([pictures, [], true]);
    expect(comparisonLines('there', comparison).at(-1)).toMatch(/^ {2}3 are pictures/);
  });

  test.each([429, 503, 302])('that answers %i was not compared, whatever it holds', async (status) => {
    await expect(compareWith(rebuilt(), await site(status, ''))).rejects.toThrow(
      /^Nothing was compared to its end: data\/x\/\S+ is answered with status \d{3}\.$/,
    );
  });
});
