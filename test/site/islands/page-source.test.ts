import { describe, expect, test } from 'vitest';
import { makeDelta } from '#functions/publishing/make-delta.ts';
import { bakeName, deltaName } from '#shared/publication/page-delta.ts';
import { pageSource } from '../../../site/islands/page-source.ts';

const bake = (version: number) => `<html data-version="${version}"><p>${version * 100} votes</p></html>`;

/** A site whose page was baked several times, the first of them kept by the browser. */
const site = (versions: readonly number[]) => {
  const asked: string[] = [];
  const bakes = versions.map(bake);
  const newest = bakes.at(-1) ?? '';
  const files = new Map(
    bakes
      .slice(1)
      .map((after, index) => [
        `/p/${deltaName(bakeName(bakes[index] ?? ''))}`,
        JSON.stringify(makeDelta(bakes[index] ?? '', after)),
      ]),
  );
  const after = Object.fromEntries(
    bakes.slice(1).map((to, index) => [bakeName(bakes[index] ?? ''), bakeName(to)]),
  );
  files.set('/p/bakes.json', JSON.stringify({ newest: bakeName(newest), after }));
  files.set('/p/', newest);
  const kept = { page: bakes[0] ?? '' };
  const fetch = async (address: string, { cache }: RequestInit): Promise<Response> => {
    asked.push(cache === 'force-cache' ? 'kept' : address);
    if (cache === 'force-cache') return new Response(kept.page);
    const file = files.get(address);
    return file === undefined ? new Response('', { status: 404 }) : new Response(file);
  };
  return { source: pageSource(fetch, '/p/'), asked, files, kept };
};

describe('the newest bake of a page', () => {
  test('is put together from what the browser has kept and small deltas, never fetched whole', async () => {
    const { source, asked } = site([1, 2, 5]);
    expect(await source.newest()).toBe(bake(5));
    expect(asked).toEqual([
      'kept',
      '/p/bakes.json',
      `/p/${deltaName(bakeName(bake(1)))}`,
      `/p/${deltaName(bakeName(bake(2)))}`,
    ]);
  });

  test('is what the browser has where nothing was baked since', async () => {
    const { source, asked } = site([3]);
    expect(await source.newest()).toBe(bake(3));
    expect(asked).toEqual(['kept', '/p/bakes.json']);
  });

  test.each([
    [
      'no delta leads on',
      (here: ReturnType<typeof site>) => here.files.delete(`/p/${deltaName(bakeName(bake(1)))}`),
    ],
    ['there is no list of bakes', (here: ReturnType<typeof site>) => here.files.delete('/p/bakes.json')],
    ['the browser kept nothing', (here: ReturnType<typeof site>) => Object.assign(here.kept, { page: '' })],
    [
      'a delta leads astray',
      (here: ReturnType<typeof site>) =>
        here.files.set(
          `/p/${deltaName(bakeName(bake(1)))}`,
          JSON.stringify({ sum: 1, steps: [1, '<p>9</p>'] }),
        ),
    ],
  ])('is fetched whole where %s', async (_, spoil) => {
    const here = site([1, 2]);
    spoil(here);
    expect(await here.source.newest()).toBe(bake(2));
    expect(here.asked.at(-1)).toBe('/p/');
  });
});
