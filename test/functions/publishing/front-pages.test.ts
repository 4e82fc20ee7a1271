import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { memoryObjectStore } from '#functions/adapters/local/memory-object-store.ts';
import type { ObjectStore, Signer } from '#functions/ports.ts';
import { PAGE_PARTS } from '#functions/publishing/bake-pages.ts';
import { frontPages } from '#functions/publishing/front-pages.ts';
import { publishingJobs } from '#functions/publishing/sweep.ts';
import { LANGUAGES, languagePath } from '#shared/election/text.ts';
import type { PageView } from '#shared/publication/page-views.ts';
import { dataPaths } from '#shared/publication/paths.ts';
import { signIn, type TestApi, testApi } from '../../support/api.ts';
import { aDefinition, aReport } from '../../support/builders.ts';
import { SIGNERS } from '../../support/simulation-world.ts';

const account = signIn();
afterAll(account.remove);

const asynchronous = ({ sign, ...signer }: typeof SIGNERS.real): Signer => ({
  ...signer,
  sign: async (message) => sign(message),
});

const LISTS = LANGUAGES.map((language) => `${languagePath(language)}/index.html`);
const NOT_FOUND = [
  '404/index.html',
  ...LANGUAGES.map((language) => `${languagePath(language)}/404/index.html`),
];

/** Pages that are their view. */
const pages = {
  build: 1,
  render: async (view: PageView) => new TextEncoder().encode(JSON.stringify(view)),
};

let api: TestApi;
let files: ObjectStore;
beforeEach(() => {
  api = testApi(account);
  files = memoryObjectStore();
});

const jobs = (origin?: string) =>
  publishingJobs({
    origin,
    records: api.records,
    files,
    pages,
    clock: { now: () => new Date('2016-09-05T00:00:00Z') },
    signers: { real: asynchronous(SIGNERS.real), test: asynchronous(SIGNERS.test) },
  });

const shown = async (key: string): Promise<PageView> =>
  JSON.parse(new TextDecoder().decode((await files.get(key))?.bytes)) as PageView;
const electionsOn = async (key: string) => {
  const view = await shown(key);
  return view.kind === 'elections' || view.kind === 'not-found' ? view.elections : [];
};

test('with nothing published, the lists and the pages for what is not found stand all the same', async () => {
  await jobs().sweep();
  expect((await shown('index.html')).kind).toBe('choose-language');
  for (const key of [...LISTS, ...NOT_FOUND]) expect(await electionsOn(key)).toEqual([]);
});

test('what is not found is told with the facts of the list, and where the constituencies are', async () => {
  const definition = aDefinition();
  await jobs().sweep();
  await api.define(definition);
  const running = jobs();
  await running.sweep();
  await api.report(aReport());
  await running.publish(definition.id);
  await running.bake(definition.id, 'explanations');
  const constituencies = definition.constituencies.map(({ id, name }) => ({ id, name }));
  for (const key of [...LISTS, ...NOT_FOUND])
    expect(await electionsOn(key)).toMatchObject([
      { election: definition.id, version: 2, status: 'counting', stationsReported: 1, constituencies },
    ]);
});

test('a publisher that sees an older pointer takes neither page back', async () => {
  const definition = aDefinition();
  await api.define(definition);
  const running = jobs();
  await running.sweep();
  const before = await files.get(dataPaths.latest(definition.id));
  await api.report(aReport());
  await running.sweep();
  const late: ObjectStore = {
    ...files,
    get: async (key) => (key === dataPaths.latest(definition.id) ? before : files.get(key)),
  };
  await frontPages({ records: api.records, files: late, pages }).publish();
  for (const key of [...LISTS, ...NOT_FOUND])
    expect(await electionsOn(key)).toMatchObject([{ version: 2, status: 'counting' }]);
});

describe('what search engines ask for', () => {
  const ORIGIN = 'https://returns.example.hk';
  const textAt = async (key: string): Promise<string | undefined> => {
    const object = await files.get(key);
    return object ? new TextDecoder().decode(object.bytes) : undefined;
  };

  test('without an address of the site’s own is a word of welcome, and nothing that needs one', async () => {
    await api.define(aDefinition());
    await jobs().sweep();
    expect(await textAt('robots.txt')).toBe('User-agent: *\nAllow: /\n');
    expect(await textAt('sitemap.xml')).toBeUndefined();
    expect(await textAt('sitemaps/legco-2016.xml')).toBeUndefined();
    expect(await shown('en/legco-2016/index.html')).not.toHaveProperty('origin');
  });

  test('leads to the pages of every election that is no test, and moves forward with them', async () => {
    await api.define(aDefinition());
    await api.define(aDefinition({ id: 'rehearsal', test: true }));
    const running = jobs(ORIGIN);
    await running.sweep();
    const index = await textAt('sitemap.xml');
    expect(index).toContain(`<loc>${ORIGIN}/sitemaps/legco-2016.xml</loc>`);
    expect(index).toContain(`<loc>${ORIGIN}/sitemaps/_front.xml</loc>`);
    expect(index).not.toContain('rehearsal');
    expect(await textAt('sitemaps/rehearsal.xml')).toBeUndefined();
    expect(await textAt('robots.txt')).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`);
    expect(await textAt('sitemaps/_front.xml')).toContain(`<loc>${ORIGIN}/zh-hans/</loc>`);
    expect(await shown('en/legco-2016/index.html')).toMatchObject({ origin: ORIGIN });
    expect(await shown('en/index.html')).toMatchObject({ origin: ORIGIN });

    const before = (await textAt('sitemaps/legco-2016.xml')) ?? '';
    expect(before).toContain(`<loc>${ORIGIN}/en/legco-2016/constituencies/LC1/</loc>`);
    expect(before).not.toMatch(/embed|hall|desk|404/);
    await api.report(aReport());
    await running.publish('legco-2016');
    for (const part of PAGE_PARTS) await running.bake('legco-2016', part);
    const after = await textAt('sitemaps/legco-2016.xml');
    const changedAt = /constituencies\/LC1\/<\/loc><lastmod>([^<]+)</.exec(after ?? '')?.[1];
    expect(await shown('en/legco-2016/constituencies/LC1/index.html')).toMatchObject({
      head: { version: 2, asOf: changedAt },
    });
  });
});
