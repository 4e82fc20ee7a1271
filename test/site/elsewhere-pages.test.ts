import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '#shared/election/text.ts';
import type { PageView } from '#shared/publication/page-views.ts';
import type { ConstituencyResult } from '#shared/recount/results.ts';
import {
  aHead,
  allConstituencies,
  appendixThree,
  firstPastThePost,
  HOSTILE_NAMES,
  hongKongIsland,
  newTerritoriesWest,
  nominationStage,
  popVote,
  views,
} from '../support/views.ts';
import { builtSite, descriptionOf, readText } from './built-site.ts';

/** Pages that stand elsewhere: in frames of other websites, and on the screens of a hall. */
let site: Awaited<ReturnType<typeof builtSite>>;
beforeAll(async () => {
  site = await builtSite();
}, 120_000);

const uncontested = (): ConstituencyResult => ({
  ...hongKongIsland({ status: 'none', reported: 0 }),
  status: 'uncontested',
  contested: false,
});

const results: Readonly<Record<string, () => ConstituencyResult>> = {
  'declared list PR': () => newTerritoriesWest(),
  'counting list PR': () => newTerritoriesWest({ status: 'counting', reported: 121 }),
  'early list PR': () => newTerritoriesWest({ status: 'counting', reported: 12 }),
  'list PR without reports': () => hongKongIsland({ status: 'none', reported: 0 }),
  embargo: () => hongKongIsland({ status: 'embargo', reported: 0 }),
  'block vote': () => firstPastThePost([1204, 3310, 2805, 2200, 455], 3, { valid: 4600 }),
  preferential: () => appendixThree(),
  'preferential while counting': () => appendixThree({ status: 'all', declaration: null }),
  'net support': () => popVote(),
  nomination: () => nominationStage(),
  uncontested,
};
const early = ['early list PR', 'list PR without reports', 'embargo'];
const undeclared = [...early, 'counting list PR', 'preferential while counting', 'nomination'];

const viewsOf = (language: Language, result: ConstituencyResult): readonly PageView[] => {
  const all = views(language, aHead({ status: result.status }));
  return [
    all.embedConstituency(result),
    ...(['embed-seats', 'embed-progress', 'hall'] as const).map((kind) => all.elsewhere(kind, [result])),
  ];
};

/** What is found where nothing should be: a page is too long to be shown whole. */
const found = (html: string, pattern: RegExp): string | undefined => pattern.exec(html)?.[0];

const assetsOf = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(/(?:href|src)="(\/_astro\/[^"]+)"/g)].map((match) => match[1] ?? '')),
];

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(Object.keys(results))('%s is whole, plain HTML that obeys the strict policy', async (name) => {
    for (const view of viewsOf(language, results[name]?.() ?? hongKongIsland())) {
      const html = await site.render(view);
      expect(html).toContain(`<html lang="${language}"`);
      expect(html).toContain('<meta name="robots" content="noindex">');
      expect(html).toMatch(/<noscript><p[^>]*>\S/);
      expect(found(html, /\sstyle="|<style|\son[a-z]+="|<script(?![^>]*\ssrc="\/_astro\/)/)).toBeUndefined();
      expect(found(html, /undefined|NaN|\[object/)).toBeUndefined();
      expect(html).not.toContain('class="mast"');
      expect(descriptionOf(html)).toMatch(/^\S.{4,165}\S$/);
      expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test.each(undeclared)('nothing of "%s" speaks of a result before the declaration', async (name) => {
    for (const view of viewsOf(language, results[name]?.() ?? hongKongIsland())) {
      const html = await site.render(view);
      const text = `${readText(html)} ${descriptionOf(html)}`;
      expect(text).not.toMatch(
        /\b(won|winner|winners|elected|lost|defeated|safe|called|projected|leads|final|official results)\b/i,
      );
      expect(text).not.toMatch(/當選|勝出|落敗|篤定|大勝|最終|当选|胜出|落败|笃定|大胜|最终/);
      if (/\bahead\b|領先|领先|多於|多于/.test(text))
        expect(text).toMatch(/on the votes so far|以目前票數計算|以目前票数计算/i);
      expect(found(html, /class="(sq|mark) solid"/)).toBeUndefined();
    }
  });

  test.each(early)('no seat of "%s" is shown before half of the reports are in', async (name) => {
    for (const view of viewsOf(language, results[name]?.() ?? hongKongIsland())) {
      const html = await site.render(view);
      expect(found(html, /class="(mark|sq)[ "](?!open)/)).toBeUndefined();
    }
  });

  test('from half on they are hollow, after the declaration filled', async () => {
    const of = async (result: ConstituencyResult) => {
      const pages = viewsOf(language, result).filter(({ kind }) => kind !== 'embed-progress');
      return Promise.all(pages.map((view) => site.render(view)));
    };
    for (const html of await of(newTerritoriesWest({ status: 'counting', reported: 121 })))
      expect(html).toMatch(/class="(mark|sq)"/);
    for (const html of await of(newTerritoriesWest())) expect(html).toMatch(/class="(mark|sq) solid"/);
  });
});

describe('a frame', () => {
  test('weighs less than 20 kB with everything it loads, and its page less than 20 kB as it stands', async () => {
    for (const language of LANGUAGES) {
      const all = views(language);
      const pages = [
        ...Object.values(results).map((result) => all.embedConstituency(result())),
        all.elsewhere('embed-seats'),
        all.elsewhere('embed-progress'),
      ];
      for (const view of pages) {
        const html = await site.render(view);
        // The scripts import one more file.
        const shared = new Set(
          assetsOf(html).flatMap((path) =>
            [...readFileSync(`${site.client}${path}`, 'utf8').matchAll(/from"\.\/([\w.-]+\.js)"/g)].map(
              (match) => `/_astro/${match[1]}`,
            ),
          ),
        );
        const files = [...new Set([...assetsOf(html), ...shared])];
        const bytes = files.reduce(
          (sum, path) => sum + gzipSync(readFileSync(`${site.client}${path}`)).length,
          gzipSync(html).length,
        );
        expect(bytes, view.path).toBeLessThan(20_000);
        expect(Buffer.byteLength(html), view.path).toBeLessThan(20_000);
      }
    }
    expect(readFileSync(`${site.client}/embed.js`).length).toBeLessThan(2_000);
  });

  test('shows the first five and, in a fold, all; every way out leads to the full page in the whole window', async () => {
    const html = await site.render(
      views('en').embedConstituency(newTerritoriesWest({ status: 'counting', reported: 121 })),
    );
    expect(html).toContain('<summary>All 16 lists</summary>');
    const [first = '', all = ''] = [...html.matchAll(/<tbody>.*?<\/tbody>/gs)].map(([body]) => body);
    expect(first.match(/<tr>/g)).toHaveLength(5);
    expect(all.match(/<tr>/g)).toHaveLength(16);
    const text = readText(html);
    expect(text).toContain('provisional, not declared');
    expect(text).toContain('Figures as of 10 Sep 2012, 08:41, Hong Kong time');
    expect(text).toContain('121 / 164 reports');
    const links = [...html.replace(/<template[\s\S]*<\/template>/, '').matchAll(/<a ([^>]*)>/g)].map(
      (match) => match[1],
    );
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) {
      expect(link).toContain('target="_top"');
      expect(link).toMatch(/href="\/en\/legco-2012\/constituencies\/LC4\//);
    }
  });

  test('says seat by seat, in a table, what its squares show', async () => {
    const text = readText(
      await site.render(
        views('en', aHead({ status: 'counting' })).elsewhere('embed-seats', [
          newTerritoriesWest(),
          hongKongIsland({ status: 'counting', reported: 12 }),
        ]),
      ),
    );
    expect(text).toContain('9 of 9 seats shown');
    expect(text).toContain('0 of 7 seats shown');
    expect(text).toMatch(/New Territories West\s*Elected\s*1\s*郭家麒\s*list 7/);
    expect(text).toMatch(/Hong Kong Island\s*Too early to show seats/);
    expect(text).not.toContain('單仲偕');
  });

  test('is offered on the pages of a constituency and of an election, with the site’s own address where it is known', async () => {
    const view = views('zh-Hant').constituency(newTerritoriesWest());
    const page = await site.render(view);
    expect(page).toContain('https://PORTAL/zh-hant/legco-2012/embed/constituencies/LC4/');
    expect(page).toContain('請以本站網址取代https://PORTAL。');
    const known = await site.render({ ...view, origin: 'https://returns.example.hk' });
    expect(known).toContain('&lt;script async src=&quot;https://returns.example.hk/embed.js&quot;&gt;');
    expect(known).toContain(
      '&lt;open-returns-embed election=&quot;legco-2012&quot; constituency=&quot;LC4&quot; language=&quot;zh-hant&quot;&gt;',
    );
    expect(known).not.toContain('PORTAL');
    const election = await site.render({ ...views('en').election(), origin: 'https://returns.example.hk' });
    expect(election).toContain(
      'election=&quot;legco-2012&quot; show=&quot;seats&quot; language=&quot;en&quot;',
    );
    expect(election).toContain('src=&quot;https://returns.example.hk/en/legco-2012/embed/seats/&quot;');
    expect(election).toContain('href="/en/legco-2012/hall/"');
  });

  test('keeps names text, in the page and in what is copied', async () => {
    for (const name of HOSTILE_NAMES) {
      const result = { ...newTerritoriesWest(), name };
      const head = aHead({ title: name });
      for (const view of [
        views('en', head).embedConstituency(result),
        views('en', head).elsewhere('embed-seats', [result]),
        views('en', head).elsewhere('hall', [result]),
        views('en').constituency(result),
      ]) {
        const html = await site.render(view);
        expect(found(html, /<script>alert|<img|\u202e/)).toBeUndefined();
        expect([...html.matchAll(/<title>/g)]).toHaveLength(1);
      }
    }
  });
});

describe('a hall', () => {
  const rowsOf = (html: string, screen: string) =>
    [...html.matchAll(new RegExp(`<section data-screen="${screen}"[\\s\\S]*?</section>`, 'g'))].map(
      ([section]) => section.match(/<tr>/g)?.length,
    );

  test('has all screens in one page, the overview in sight, and no link', async () => {
    const html = await site.render(views('en').elsewhere('hall'));
    expect(html).not.toContain('<a ');
    const screens = [...html.matchAll(/<section data-screen="([^"]+)"[^>]*?( hidden)?>/g)];
    expect(screens.map(([, id, hidden]) => [id, hidden !== undefined])).toEqual([
      ['overview', false],
      ['progress', true],
      // Nineteen lists of New Territories East take two.
      ...['LC1', 'LC2', 'LC3', 'LC4', 'LC5', 'LC5', 'DC2'].map((id) => [id, true]),
    ]);
  });

  test('puts sixteen lists on a screen, in two columns, and what is more on the next one', async () => {
    const west = newTerritoriesWest();
    const [first] = west.contestants;
    const more = Array.from({ length: 6 }, (_, at) => ({
      ...first,
      id: `${17 + at}`,
      number: `${17 + at}`,
      votes: 12,
    }));
    const many = { ...west, contestants: [...west.contestants, ...more] } as ConstituencyResult;
    // A head of each table counts as a row: two tables of eight, and one of six.
    expect(rowsOf(await site.render(views('en').elsewhere('hall', [many])), 'LC4')).toEqual([18, 7]);
    expect(readText(await site.render(views('en').elsewhere('hall', [many])))).toContain('screen 2 of 2');
  });

  test('spreads many constituencies over several overviews', async () => {
    const many = Array.from({ length: 3 }, (_, at) =>
      allConstituencies().map((one) => ({ ...one, id: `${one.id}-${at}` })),
    ).flat();
    const html = await site.render(views('en').elsewhere('hall', many));
    expect(rowsOf(html, 'overview')).toEqual([9, 9, 3]);
  });

  test('says the margin of the last seat with its names', async () => {
    const counting = newTerritoriesWest({ status: 'counting', reported: 121 });
    const text = readText(await site.render(views('zh-Hant').elsewhere('hall', [counting])));
    expect(text).toMatch(/最後一席\s*以目前票數計算，名單1\s*梁志祥\s*餘票多於名單14\s*李永達/);
  });
});

describe('where a page is shared', () => {
  const metaOf = (html: string, property: string): string | undefined =>
    new RegExp(`<meta property="${property}" content="([^"]*)">`).exec(html)?.[1];
  const title = async (result: ConstituencyResult, language: Language = 'en') =>
    metaOf(await site.render(views(language).constituency(result)), 'og:title');

  test('its title says how far the count has come, in the words that stand over the seats', async () => {
    const election = '2012 Legislative Council General Election';
    expect(await title(newTerritoriesWest({ status: 'counting', reported: 12 }))).toBe(
      `New Territories West · Counting · 12 of 164 reports in · Too early to show seats: fewer than half of the reports are in · ${election}`,
    );
    expect(await title(newTerritoriesWest({ status: 'counting', reported: 121 }))).toBe(
      `New Territories West · Counting · 121 of 164 reports in · Seats on the votes so far · ${election}`,
    );
    expect(await title(newTerritoriesWest({ status: 'all' }))).toContain(
      'Seats on all votes counted, not declared',
    );
    expect(await title(newTerritoriesWest())).toBe(
      `New Territories West · Elected: 9 candidates · ${election}`,
    );
    expect(await title(newTerritoriesWest(), 'zh-Hans')).toContain('当选：9名候选人');
    expect(await title(hongKongIsland({ status: 'none', reported: 0 }))).toContain('· No reports yet ·');
    expect(await title(popVote({ status: 'counting', declaration: null }))).not.toContain('eats');
  });

  test('it names its languages, and with an origin the one address it has', async () => {
    const view = views('zh-Hant').constituency(newTerritoriesWest());
    const plain = await site.render(view);
    expect(metaOf(plain, 'og:locale')).toBe('zh_HK');
    expect(plain).not.toMatch(/rel="canonical"|og:url/);
    const html = await site.render({ ...view, origin: 'https://returns.example.hk' });
    const path = 'legco-2012/constituencies/LC4/';
    expect(html).toContain(`<link rel="canonical" href="https://returns.example.hk/zh-hant/${path}">`);
    for (const [language, at] of [
      ['en', 'en'],
      ['zh-Hant', 'zh-hant'],
      ['zh-Hans', 'zh-hans'],
    ])
      expect(html).toContain(
        `<link rel="alternate" hreflang="${language}" href="https://returns.example.hk/${at}/${path}">`,
      );
  });

  test('with an origin it names its picture, which is of the same version, and says in words what it shows', async () => {
    const view = views('en').constituency(newTerritoriesWest({ status: 'counting', reported: 121 }));
    const plain = await site.render(view);
    expect(plain).not.toContain('og:image');
    expect(plain).toContain('<meta name="twitter:card" content="summary">');
    const html = await site.render({ ...view, origin: 'https://returns.example.hk' });
    expect(metaOf(html, 'og:image')).toBe(
      'https://returns.example.hk/en/legco-2012/constituencies/LC4/share.png?v=581',
    );
    expect(metaOf(html, 'og:image:type')).toBe('image/png');
    expect([metaOf(html, 'og:image:width'), metaOf(html, 'og:image:height')]).toEqual(['1200', '630']);
    expect(metaOf(html, 'og:image:alt')).toMatch(
      /^New Territories West · 2012 Legislative Council General Election · Counting · 121 of 164 reports in · Seats on the votes so far · 7 郭家麒 \d\d,\d{3} .* · Figures as of 10 Sep 2012, 08:41, Hong Kong time$/,
    );
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image">');
  });

  test('the election has a picture of its own, and what explains a constituency has the one of the constituency', async () => {
    const all = views('zh-Hant');
    const origin = 'https://returns.example.hk';
    const imageOf = async (view: PageView) => metaOf(await site.render({ ...view, origin }), 'og:image');
    expect(await imageOf(all.election())).toBe(`${origin}/zh-hant/legco-2012/share.png?v=581`);
    expect(await imageOf(all.how(newTerritoriesWest()))).toBe(
      `${origin}/zh-hant/legco-2012/constituencies/LC4/share.png?v=581`,
    );
    expect(await imageOf(all.station(newTerritoriesWest()))).toBeUndefined();
  });

  test('a test election is not for search engines', async () => {
    const view = views('en', aHead({ test: true })).constituency(newTerritoriesWest());
    const html = await site.render({ ...view, origin: 'https://returns.example.hk' });
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).not.toContain('rel="canonical"');
    expect(metaOf(html, 'og:title')).toMatch(/^TEST · /);
    expect(metaOf(html, 'og:image:alt')).toMatch(/^TEST · /);
  });
});
