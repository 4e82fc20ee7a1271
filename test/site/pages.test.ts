import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '#shared/election/text.ts';
import type { PageView } from '#shared/publication/page-views.ts';
import type { ConstituencyResult } from '#shared/recount/results.ts';
import {
  aHead,
  appendixThree,
  firstPastThePost,
  HOSTILE_NAMES,
  hongKongIsland,
  listed,
  newTerritoriesWest,
  nominationStage,
  popVote,
  someStations,
  views,
} from '../support/views.ts';
import { builtSite, descriptionOf, readText } from './built-site.ts';

let site: Awaited<ReturnType<typeof builtSite>>;
beforeAll(async () => {
  site = await builtSite();
}, 120_000);

/** Results that a page must show: every system and the odd cases. */
const results: Readonly<Record<string, () => ConstituencyResult>> = {
  'declared list PR': () => newTerritoriesWest(),
  'counting list PR': () => newTerritoriesWest({ status: 'counting', reported: 121 }),
  'early list PR': () => newTerritoriesWest({ status: 'counting', reported: 12 }),
  'list PR without reports': () => hongKongIsland({ status: 'none', reported: 0 }),
  embargo: () => hongKongIsland({ status: 'embargo', reported: 0 }),
  'lots pending': () => lotsPending(),
  'first past the post': () => firstPastThePost([1204, 3310, 2805], 1),
  'block vote': () => firstPastThePost([1204, 3310, 2805, 2200, 455], 3, { valid: 4600 }),
  'declared with its statement': () => stated(),
  preferential: () => appendixThree(),
  'preferential while counting': () => appendixThree({ status: 'all', declaration: null }),
  'net support': () => popVote(),
  nomination: () => nominationStage(),
  'nobody voted': () =>
    firstPastThePost([0, 0], 1, { status: 'all', declaration: null, lastSeat: null, seatOrder: [] }),
};

/** Questionable papers and accounts, stated a second time. */
const stated = (): ConstituencyResult => ({
  ...newTerritoriesWest(),
  statement: {
    number: 2,
    reason: 'a row was left out',
    at: '2012-09-10T10:00:00+08:00',
    entry: 600,
    questionable: {
      grounds: {
        identifying_mark: { accepted: 1, rejected: 12 },
        intention_unclear: { accepted: 1204, rejected: 310 },
        mutilated: { accepted: 0, rejected: 3 },
        uncertain: { accepted: 0, rejected: 0 },
      },
      objections: { acceptance_objected: 2, rejection_objected: 4 },
    },
    accounts: { places: 164, accounted: 163, supplied: 600_000, unissued: 90_000, spoilt: 21 },
  },
});

const lotsPending = (): ConstituencyResult => {
  const result = newTerritoriesWest({ status: 'lots' });
  return {
    ...result,
    contestants: result.contestants.map((one) =>
      one.id === '1' || one.id === '14'
        ? { ...one, votes: 33_777, remainder: '33777', seats: 0, elected: [] }
        : one,
    ),
    seatOrder: result.seatOrder.slice(0, 8),
    lots: { needed: true, among: ['1', '14'], places: 1, rounds: [] },
    lastSeat: { contestant: '2', figure: '33777', next: '14', nextFigure: '33777', gap: '0' },
  };
};

const everyView = (language: Language): readonly (readonly [string, PageView])[] => {
  const all = views(language);
  return [
    ['choose-language', all.chooseLanguage()],
    ['desk', all.desk()],
    ['not-found', all.notFound()],
    ['elections', all.elections([aHead(), aHead({ election: 'rehearsal', test: true })])],
    ['election', all.election()],
    ['notices', all.notices()],
    ['notices, none', all.notices([])],
    ...['e-1', 'e-2', 'e-3', 's-A-1', 'c-LC1-1', 'c-LC1-2', 'c-LC1-3', 'c-LC1-4', 'c-LC1-5'].map(
      (id): [string, PageView] => [`notice ${id}`, all.notice(id)],
    ),
    ['open data', all.openData()],
    ['verify', all.verify()],
    ...Object.entries(results).flatMap(([name, result]): [string, PageView][] => [
      [`constituency, ${name}`, all.constituency(result())],
      [`how, ${name}`, all.how(result())],
      [`station, ${name}`, all.station(result())],
    ]),
  ];
};

describe.each(LANGUAGES)('every page in %s', (language) => {
  test.each(everyView(language))(
    '%s is whole, plain HTML that obeys the strict policy',
    async (_name, view) => {
      const html = await site.render(view);
      expect(html.startsWith('<!DOCTYPE html>') || html.startsWith('<!doctype html>')).toBe(true);
      expect(html).toContain(`<html lang="${language}"`);
      expect(html).not.toMatch(/\sstyle="/);
      expect(html).not.toMatch(/<style/);
      expect(html).not.toMatch(
        /<script(?![^>]*\ssrc="\/_astro\/)(?! type="application\/ld\+json">[^<]*<\/script>)/,
      );
      expect(html).not.toMatch(/\son[a-z]+="/);
      expect(html).not.toMatch(/undefined|NaN|\[object/);
      expect(descriptionOf(html)).toMatch(/^\S.{8,165}\S$/);
      const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map((match) => Number(match[1]));
      expect(levels[0]).toBe(1);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      for (const [index, level] of levels.entries())
        expect(level - (levels[index - 1] ?? level)).toBeLessThanOrEqual(1);
    },
  );

  test.each(everyView(language))('%s links only to addresses that a site can have', async (_name, view) => {
    const html = await site.render(view);
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]));
    expect(ids.size).toBe([...html.matchAll(/\sid="/g)].length);
    for (const [, href = ''] of html.matchAll(/<a [^>]*href="([^"]*)"/g)) {
      expect(href).toMatch(
        /^(\/$|\/(en|zh-hant|zh-hans)\/([a-zA-Z0-9./_-]*\/)?(\?constituency=[A-Za-z0-9._-]+)?(#[A-Za-z0-9._-]+)?$|\/data\/|\/openapi\.json$|\/schemas\/(columns\.csv|licence\.txt)$|#[a-z-]+$|\.\.\/\.\.\/stations\/[A-Za-z0-9._-]+\/$)/,
      );
      if (href.startsWith('#') && href !== '#changes') expect(ids).toContain(href.slice(1));
    }
    for (const other of LANGUAGES) expect(html).toContain(`hreflang="${other}"`);
  });

  test.each([
    'embargo',
    'list PR without reports',
    'counting list PR',
    'early list PR',
    'lots pending',
    'preferential while counting',
    'nobody voted',
    'nomination',
  ])('nothing on the pages of "%s" speaks of a result before the declaration', async (name) => {
    const result = results[name]?.() ?? hongKongIsland();
    const head = aHead({ status: result.status });
    const all = views(language, head);
    const told: string[] = [];
    for (const view of [
      all.constituency(result),
      all.how(result),
      all.station(result),
      all.election([result]),
    ]) {
      const html = await site.render(view);
      told.push(readText(html), descriptionOf(html));
    }
    for (const text of told) {
      expect(text).not.toMatch(
        /\b(won|winner|winners|elected|lost|defeated|safe|called|projected|leads|final|official results)\b/i,
      );
      expect(text).not.toMatch(/當選|勝出|落敗|篤定|大勝|最終|当选|胜出|落败|笃定|大胜|最终/);
      const ahead = {
        en: [/\bahead\b/, /on the votes so far/i],
        'zh-Hant': [/領先/, /以目前票數計算/],
        'zh-Hans': [/领先/, /以目前票数计算/],
      }[language];
      if (ahead[0]?.test(text)) expect(text).toMatch(ahead[1] as RegExp);
    }
  });

  test('names stay text, isolated and in their own language, whatever they contain', async () => {
    const island = hongKongIsland();
    const result: ConstituencyResult = {
      ...island,
      name: HOSTILE_NAMES[0] ?? {},
      contestants: island.contestants.map((one, index) => ({
        ...one,
        name: HOSTILE_NAMES[index % HOSTILE_NAMES.length] ?? {},
        affiliation: HOSTILE_NAMES[(index + 2) % HOSTILE_NAMES.length] ?? {},
        candidates: one.candidates.map((candidate, place) => ({
          ...candidate,
          name: HOSTILE_NAMES[(index + place) % HOSTILE_NAMES.length] ?? {},
        })),
      })),
      stations: island.stations.map((station, index) => ({
        ...station,
        name: HOSTILE_NAMES[index % HOSTILE_NAMES.length] ?? {},
      })),
    };
    const all = views(language);
    for (const view of [
      all.constituency(result),
      all.how(result),
      all.election([result]),
      all.station(result),
    ]) {
      const html = await site.render(view);
      expect(html).not.toContain('<script>alert');
      expect(html).not.toContain('<img');
      expect(html).not.toContain('\u202e');
      expect(html).toContain('&lt;script&gt;');
      expect([...html.matchAll(/<title>/g)]).toHaveLength(1);
    }
    const html = await site.render(all.constituency(result));
    expect(html).toContain('‹U+202E›');
    if (language !== 'en') expect(html).toMatch(/<bdi class="b" lang="en">=HYPERLINK/);
  });
});

describe('weight', () => {
  const gzipped = (text: string): number => gzipSync(text).length;
  const assetsOf = (html: string): readonly string[] => [
    ...new Set([...html.matchAll(/(?:href|src)="(\/_astro\/[^"]+)"/g)].map((match) => match[1] ?? '')),
  ];

  test.each(LANGUAGES)(
    'the first view of every page in %s stays far below 60 kB and five requests',
    async (language) => {
      for (const [name, view] of everyView(language)) {
        const html = await site.render(view);
        const assets = assetsOf(html);
        const bytes =
          gzipped(html) +
          assets.reduce((sum, path) => sum + gzipped(readFileSync(`${site.client}${path}`, 'utf8')), 0);
        expect(bytes, name).toBeLessThan(30_000);
        // The page itself, its assets, and the pointer that the script asks for.
        expect(assets.length + 2, name).toBeLessThanOrEqual(5);
        expect(assets.filter((path) => path.endsWith('.css'))).toHaveLength(1);
      }
    },
  );

  test('the one style sheet weighs at most 8 kB, and a page of 600 stations and 22 lists at most 30 kB', async () => {
    const [sheet = ''] = readdirSync(`${site.client}/_astro`).filter((name) => name.endsWith('.css'));
    expect(gzipped(readFileSync(`${site.client}/_astro/${sheet}`, 'utf8'))).toBeLessThan(8_000);
    const west = newTerritoriesWest();
    const [first] = west.contestants;
    const many: ConstituencyResult = {
      ...west,
      stationsExpected: 600,
      stationsReported: 600,
      stations: someStations(600, 600, west.valid),
      contestants: [
        ...west.contestants,
        ...Array.from(
          { length: 6 },
          (_, index) =>
            ({
              ...first,
              id: `${17 + index}`,
              number: `${17 + index}`,
              votes: 12,
            }) as ConstituencyResult['contestants'][number],
        ),
      ],
    };
    expect(gzipped(await site.render(views('en').constituency(many)))).toBeLessThan(30_000);
  });
});

describe('what a page says', () => {
  test('the declared seats stand in the order in which they fell', async () => {
    const text = readText(await site.render(views('zh-Hant').constituency(newTerritoriesWest())));
    const names = ['郭家麒', '陳偉業', '梁耀忠', '譚耀宗', '李卓人', '田北辰', '陳恒鑌', '麥美娟', '梁志祥'];
    const start = text.indexOf('當選，按取得議席的次序');
    const positions = names.map((name) => text.indexOf(name, start));
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    expect(text).toContain(
      '九名候選人當選，分屬九份名單。一份名單達到選票基數；其餘八席憑餘票取得，最後一席相差 985 票。',
    );
  });

  test('the sums of questionable papers and accounts, once they are stated', async () => {
    const text = readText(await site.render(views('en').constituency(stated())));
    expect(text).toContain('Questionable papers and ballot paper accounts');
    expect(text).toMatch(/intention not clear\s*1,204\s*310/);
    expect(text).toMatch(/Total\s*1,205\s*325/);
    expect(text).toMatch(/rejection objected to\s*4/);
    expect(text).toMatch(/issued \(supplied less unissued\)\s*510,000/);
    expect(text).toContain('from the accounts of 163 of 164 counting places');
    expect(text).toContain('This is statement 2; it takes the place of the one before. “a row was left out”');
    expect(readText(await site.render(views('zh-Hant').constituency(newTerritoriesWest())))).not.toContain(
      '問題選票及選票結算',
    );
  });

  test('a station whose account is not published has its papers not counted in total, and says where the sums are', async () => {
    const kept = {
      account: {},
      questionable: { accepted: null, rejected: {} },
      accountsWithheld: { questionableRejected: 1005 },
      flags: [{ code: 'A4', fields: ['$.account.supplied'], figures: {}, explanation: 'one too many' }],
    };
    const html = await site.render(views('en').station(newTerritoriesWest(), kept));
    const text = readText(html);
    expect(text).toMatch(/unmarked\s*3/);
    expect(text).toMatch(/questionable, rejected\s*1,005\s*together\s*1,009/);
    expect(text).toContain(
      'of a single counting place are not published. The sums of the whole constituency are',
    );
    expect(text).toMatch(/More papers found than the account shows.*one too many/s);
    expect(html).not.toContain('#statement');
    expect(await site.render(views('en').station(stated(), kept))).toMatch(
      /href="[^"]*LC4\/#statement">See these sums/,
    );
    const open = readText(await site.render(views('en').station(newTerritoriesWest())));
    expect(open).toMatch(/supplied\s*3,000/);
    expect(open).not.toContain('single counting place');
  });

  test('a change of what is not published is told without figures', async () => {
    const result = newTerritoriesWest();
    const change = {
      version: 9,
      at: result.asOf,
      constituency: result.id,
      station: 'S07',
      field: 'withheld',
    };
    const told = {
      ...change,
      old: null,
      new: null,
      reason: 'mistyped',
      role: 'presiding_officer',
      entry: 700,
    };
    const changes: ConstituencyResult['changes'] = [{ ...told, role: 'presiding_officer' }];
    const text = readText(await site.render(views('en').constituency({ ...result, changes })));
    expect(text).toMatch(/Station S07.*figures that are not published\s*“mistyped”/s);
  });

  test('the arithmetic of Hong Kong Island is told with its fraction', async () => {
    const text = readText(await site.render(views('en').how(hongKongIsland())));
    expect(text).toContain('330,766 ÷ 7 = 47,252 and 2/7');
    expect(text).toContain('70,475 = 1 × 47,252 + 23,223');
    expect(text).toContain('The next remainder is 4,113 votes smaller.');
    expect(text).toContain('Sum check: 1 seat by quota + 6 by remainder = 7 seats.');
  });

  test('an election in mid-count shows seats only where half of the reports are in', async () => {
    const mid = [
      newTerritoriesWest({ status: 'counting', reported: 121 }),
      hongKongIsland({ status: 'counting', reported: 12 }),
    ];
    const text = readText(await site.render(views('en', aHead({ status: 'counting' })).election(mid)));
    expect(text).toContain('Seats on the votes so far');
    expect(text).toContain('Too early to show seats: fewer than half of the reports are in');
    expect(text).not.toContain('單仲偕');
  });

  test('before half of the reports the ladder stays closed, and the seats column says so', async () => {
    const html = await site.render(
      views('en').constituency(newTerritoriesWest({ status: 'counting', reported: 12 })),
    );
    expect(html).toContain('<summary>Show the arithmetic on the votes so far</summary>');
    expect(html).toContain('not shown yet');
  });

  test('a correction keeps the old figure struck through with its reason', async () => {
    const island = hongKongIsland({ status: 'corrected' });
    const change = {
      version: 590,
      at: '2012-09-12T10:15:00+08:00',
      constituency: 'LC1',
      station: 'S07',
      field: 'votes.9',
      old: 110,
      new: 101,
      reason: 'digits swapped',
      role: 'returning_officer',
      entry: 590,
    } as const;
    const html = await site.render(views('en').constituency({ ...island, changes: [change] }));
    expect(html).toMatch(/<s>.*110<\/s>/);
    expect(readText(html)).toContain(
      'Station S07, list 9: 110, now 101 (12 Sep, 10:15: “digits swapped”). The declared seats stand.',
    );
  });

  test('a test election says so at the top and in the title', async () => {
    const html = await site.render(views('en', aHead({ test: true })).constituency(hongKongIsland()));
    expect(html).toContain('<title>TEST · ');
    expect(descriptionOf(html)).toMatch(/^TEST · /);
    expect(html).toContain(
      'Rehearsal. People and figures are invented, or replayed from an earlier election.',
    );
  });

  test('every printed sheet says which election, how sure, as of when and which version', async () => {
    const sheetLine = async (view: PageView) =>
      readText(`<main ${/class="runner"[\s\S]*?<\/p>/.exec(await site.render(view))?.[0]}`);
    const west = newTerritoriesWest({ status: 'counting', reported: 121 });
    const counting = await sheetLine(
      views('en', aHead({ status: 'counting', test: true })).constituency(west),
    );
    expect(counting).toMatch(/TEST.*New Territories West · Counting · provisional, not declared ·/);
    expect(counting).toMatch(/Figures as of \(Hong Kong time\).*\d{4}, \d\d:\d\d.*Version 581/);
    expect(await sheetLine(views('en').constituency(newTerritoriesWest()))).not.toContain('provisional');
  });

  test('where no poll is held, those who stand are named without columns for votes', async () => {
    const island: ConstituencyResult = {
      ...hongKongIsland({ status: 'none', reported: 0 }),
      status: 'uncontested',
      contested: false,
    };
    const html = await site.render(views('zh-Hant').constituency(island));
    expect(html).not.toContain('class="votes"');
    expect(readText(html)).toContain('單仲偕');
    expect(await site.render(views('en').constituency({ ...island, contestants: [] }))).not.toContain(
      'id="votes"',
    );
  });

  test('the title tells how far the count has come', async () => {
    const head = aHead({ status: 'counting' });
    expect(
      await site.render(
        views('en', head).constituency(newTerritoriesWest({ status: 'counting', reported: 121 })),
      ),
    ).toContain('<title>121/164 New Territories West');
    expect(await site.render(views('en').constituency(newTerritoriesWest()))).toContain(
      '<title>Declared: New Territories West',
    );
  });

  test('a page is described by the sentence that leads it, and a station by its report', async () => {
    const all = views('en');
    const west = newTerritoriesWest();
    const html = await site.render(all.constituency(west));
    expect(descriptionOf(html)).toMatch(/^Nine candidates are elected, from nine lists\./);
    expect(readText(html)).toContain(descriptionOf(html));
    expect(descriptionOf(await site.render(all.station(west)))).toMatch(
      /^Report of .+, New Territories West: 3,071 valid votes\.$/,
    );
    const counting = newTerritoriesWest({ status: 'counting', reported: 121 });
    expect(descriptionOf(await site.render(all.station(counting)))).toContain('provisional, not declared');
    expect(
      descriptionOf(await site.render(all.station(west, { status: 'waiting', valid: null, votes: null }))),
    ).toBe('No report of this station has been published.');
  });

  test('what is not found leads on to every constituency by addresses that hold anywhere', async () => {
    const html = await site.render(
      views('zh-Hant').notFound([listed(aHead()), listed(aHead({ election: 'rehearsal', test: true }))]),
    );
    expect(html).toContain('href="/zh-hant/legco-2012/constituencies/LC4/"');
    expect(html).toContain('href="/zh-hant/rehearsal/constituencies/LC4/"');
    expect(readText(html)).toMatch(/2012年立法會換屆選舉.*2012年9月9日.*結果已宣布.*新界西/);
    const addresses = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((match) => match[1] ?? '');
    for (const address of addresses) expect(address).toMatch(/^(\/[^/]|\/$|#main$|data:,$)/);
  });

  test('what is not found before anything is published still leads to the list', async () => {
    const html = await site.render(views('en').notFound([]));
    expect(readText(html)).toContain('No election is published yet.');
    expect(html).toContain('<a href="/en/">All elections</a>');
  });

  test('no page claims an origin for itself or its other languages; feeds are named by their paths', async () => {
    for (const [name, view] of everyView('en'))
      expect(await site.render(view), name).not.toMatch(
        /rel="canonical"|rel="alternate"(?! type="application\/(atom|feed)\+)/,
      );
  });

  test('pages carry what keeps them fresh', async () => {
    const html = await site.render(views('en').constituency(newTerritoriesWest()));
    expect(html).toContain('data-pointer="/data/legco-2012/latest.json"');
    expect(html).toContain('data-subject="LC4"');
    expect(html).toContain('data-changed="581"');
    expect(html).toContain('data-version="581"');
    const keys = [...html.matchAll(/data-live="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
