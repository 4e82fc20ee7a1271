import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Filing } from '#shared/advertisements/filing.ts';
import { inspectionPeriod } from '#shared/calendar/deadlines.ts';
import { HONG_KONG_HOLIDAYS } from '#shared/calendar/holidays.ts';
import { LANGUAGES, type Language } from '#shared/election/text.ts';
import type { PageKind, PageView } from '#shared/publication/page-views.ts';
import { viewsOfFilings } from '../support/advertisement-views.ts';
import {
  ACCOUNT,
  accountOpened,
  aFile,
  aFiled,
  anInspection,
  annexTwo,
  aSubmission,
  foundIn,
} from '../support/filings.ts';
import { HOSTILE_NAMES } from '../support/views.ts';
import { builtSite, descriptionOf, readText } from './built-site.ts';

let site: Awaited<ReturnType<typeof builtSite>>;
beforeAll(async () => {
  site = await builtSite();
}, 180_000);

const KINDS: ReadonlySet<PageKind> = new Set([
  'advertisements',
  'advertiser',
  'advertisement',
  'check-file',
  'inspection-ended',
]);

const ENDED: Filing = { kind: 'inspection-ended', endedOn: '2017-09-09' };
const BANNER = 'HKI-01-0003-1';
const POSTER = 'HKI-01-0002-1';
const REMOVED = 'HKI-01-0001-1';

/** Names that no submission may have, and names that it may: none does anything on a page. */
const hostile = (): readonly Filing[] => {
  const [script = {}, turned = {}, formula = {}, , long = {}, quoted = {}] = HOSTILE_NAMES;
  const file = aFile(`${turned.en}.jpg`);
  const archive = aFile('"><img src=x>.zip');
  const first = aSubmission(1, '2016-08-15T11:02:47+08:00', [
    aFiled({
      adType: script,
      manner: quoted,
      size: '=cmd|"/C calc"!A0',
      producerOrPrinterName: long,
      producerOrPrinterAddress: formula,
      inWords: { en: `${script.en}\n\n${turned.en}` },
      files: [file, archive],
      permissions: [aFile(`${quoted.en}.jpg`)],
      jointWith: [{ constituency: 'LC1', name: script }],
      links: ['https://example.org/"><script>alert(1)</script>'],
      realTime: true,
    }),
  ]);
  const bad = foundIn(archive, {
    format: 'zip',
    inner: [{ ...foundIn(archive), name: '</bdi><script>alert(1)</script>.txt' }].map(
      ({ scans: _, inner: __, ...one }) => one,
    ),
  });
  return [
    accountOpened({ name: script }),
    first,
    anInspection(1, [foundIn(file, { findings: [{ code: 'location' }] }), bad]),
    { kind: 'platform-address', account: ACCOUNT, number: 1, address: 'https://example.org/<script>' },
    {
      kind: 'removal',
      account: ACCOUNT,
      of: 'HKI-01-0001-1',
      by: 'court',
      removedOn: '2016-08-18',
      reason: script.en ?? '',
    },
  ];
};

const STORIES: Readonly<Record<string, () => readonly Filing[]>> = {
  'annex II': annexTwo,
  'one account, nothing filed': () => [accountOpened({ contestant: undefined })],
  'before anybody looked into the files': () => annexTwo().slice(0, 2),
  'hostile texts': hostile,
  'inspection ended': () => [...annexTwo(), ENDED],
};

const viewsOf = (name: string, language: Language): readonly PageView[] =>
  viewsOfFilings(STORIES[name]?.())
    .all(language)
    .filter(({ kind }) => KINDS.has(kind));

describe.each(LANGUAGES)('every page of the register in %s', (language) => {
  test.each(Object.keys(STORIES))(
    'of "%s" is whole, plain HTML that obeys the strict policy',
    async (name) => {
      for (const view of viewsOf(name, language)) {
        const html = await site.render(view);
        expect(html).toContain(`<html lang="${language}"`);
        expect(html).not.toMatch(/\sstyle="|<style|\son[a-z]+="|undefined|NaN|\[object/);
        expect(html).not.toMatch(/<script(?![^>]*\ssrc="\/_astro\/)/);
        expect(descriptionOf(html)).toMatch(/^\S.{8,165}\S$/);
        const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map((match) => Number(match[1]));
        expect(levels.filter((level) => level === 1)).toHaveLength(1);
        for (const [index, level] of levels.entries())
          expect(level - (levels[index - 1] ?? level)).toBeLessThanOrEqual(1);
        const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
        expect(new Set(ids).size).toBe(ids.length);
        for (const [, href = ''] of html.matchAll(/<a [^>]*href="([^"]*)"/g)) {
          expect(href).toMatch(
            /^(\/$|\/(en|zh-hant|zh-hans)\/|\/data\/|\/files\/|#[a-z-]+|https?:\/\/[^\s"<>]+)/,
          );
          if (href.startsWith('#')) expect(ids).toContain(href.slice(1));
        }
        for (const other of LANGUAGES) expect(html).toContain(`hreflang="${other}"`);
      }
    },
  );

  test('leads from one to the other: no link of the register goes nowhere', async () => {
    const all = viewsOfFilings().all(language);
    const known = new Set(all.map(({ path }) => path));
    const register = `/${language.toLowerCase()}/legco-2016/advertisements/`;
    for (const view of all.filter(({ kind }) => KINDS.has(kind))) {
      for (const [, href = ''] of (await site.render(view)).matchAll(/<a [^>]*href="([^"#?]*)/g))
        if (href.startsWith(register)) expect(known).toContain(href);
    }
  });

  test('keeps the words of others text: nothing of them becomes markup, or turns the page around', async () => {
    for (const view of viewsOf('hostile texts', language)) {
      const html = await site.render(view);
      expect(html).not.toMatch(/<script>|<img src=x|\u202e|\u2067/);
      if (view.kind === 'advertisement') {
        expect(html).toContain('&lt;script&gt;');
        expect(html).toContain('‹U+202E›');
      }
    }
  });

  test('says where the register is on the pages of its election, and only there', async () => {
    const views = viewsOfFilings();
    const href = `href="/${language.toLowerCase()}/legco-2016/advertisements/"`;
    for (const kind of ['election', 'constituency', 'notices', 'open-data', 'verify'] as const) {
      const view = views.of(language, kind);
      expect(await site.render(view)).toContain(href);
      const { hasAdvertisements: _, ...without } = view;
      expect(await site.render(without as PageView)).not.toContain('/advertisements/');
    }
    expect(await site.render(views.of(language, 'constituency'))).toContain(
      '/advertisements/?constituency=LC1"',
    );
  });
});

describe('the page of a candidate or list', () => {
  const rowsOf = async (language: Language, filings: readonly Filing[] = annexTwo()) => {
    const html = await site.render(viewsOfFilings(filings).of(language, 'advertiser'));
    const table =
      /<table class="annex">[\s\S]*?<\/table>/
        .exec(html)?.[0]
        .replace(/<span class="nb">([^<]*)<\/span>/g, '$1') ?? '';
    return [...table.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) => readText(`<main>${row}`).trim());
  };

  test('has the columns and rows of annex II, a correction directly under its original', async () => {
    const [head, first, second, correction, third, stub] = await rowsOf('zh-Hant');
    expect(head).toMatch(/發布日期 +類別及發布方式 +製作數量 +發布數量 +製作人或印刷人 +檔案 +收到時間/);
    expect(first).toMatch(
      /^項目 1 14-08-2016 小冊子 A4 ， 街頭派發 100 100 AA 印刷公司 地址 12-08-2016印刷 File1\.jpg JPEG，1\.2 MB · 檢查無異常 [0-9a-f]{8}…[0-9a-f]{4} [0-9a-f]{64} 15-08-2016 11:02 限期15-08-2016 準時$/,
    );
    expect(second).toMatch(
      /項目 2 13-08-2016 橫額.*懸掛於路邊鐵欄 20 20 BB 製作公司 地址 11-08-2016製作 File2\.jpg.*准許 ?Authorisation\.jpg 15-08-2016 09:40/,
    );
    expect(correction).toMatch(
      /^更正 15-08-2016 加上獲編配的號碼 File2 \(Revised\)\.jpg .* 15-08-2016 09:44$/,
    );
    expect(third).toMatch(
      /項目 3 12-08-2016 海報.*有同意書已撤銷 150 150 CC 印刷公司.*連結（公開平台） http:\/\/www\.XXX\.com\.hk\/poster\.jpg 准許 ?Permission\.jpg 16-08-2016 18:20 限期15-08-2016 ，限期後收到/,
    );
    expect(stub).toMatch(
      /項目 4 10-08-2016 已移除 18-08-2016，由總選舉事務主任移除 小冊子 理由：「The file has nothing to do with this list\.」 ?檔案已不供下載；其雜湊值及收到時間保留於記錄冊。/,
    );
    expect(stub).not.toContain('AA 印刷公司');
  });

  test('tells why copies were due on a day only where something moved it', async () => {
    const [, first, second] = await rowsOf('en');
    expect(first).toContain('due 15-08-2016');
    expect(first).not.toContain('working day');
    expect(second).toContain('published Saturday 13-08-2016; the next working day is Monday 15-08-2016');
  });

  test('says how many there are, and lists each consent with what became of it', async () => {
    const text = readText(await site.render(viewsOfFilings().of('en', 'advertiser')));
    expect(text).toContain(
      '4 advertisements, 2 consents of support 1 correction, 1 consent revoked, 1 removed',
    );
    expect(text).toMatch(/Consent1\.jpg.*Posters valid/);
    expect(text).toMatch(/Consent2\.jpg.*Consent revoked on 17-08-2016.*Revocation\.pdf/);
    expect(text).toContain('List 1 · Chan Tai Man , Lee Siu Ming');
  });

  test.each([
    ['en', 'Open to inspection until 9 Sep 2017 How it is computed', 'returns are due'],
    ['zh-Hant', '供查閱至 2017年9月9日 如何計算', '首個周年日'],
    ['zh-Hans', '供查阅至 2017年9月9日 如何计算', '首个周年日'],
  ] as const)(
    'says in %s until when it can be inspected once the last event is known, and how that comes about',
    async (language, strip, way) => {
      const view = viewsOfFilings().of(language, 'advertiser');
      const before = readText(await site.render(view));
      expect(before).not.toContain('2017');
      const text = readText(
        await site.render({
          ...view,
          inspection: inspectionPeriod(['2016-09-09'], HONG_KONG_HOLIDAYS),
        }),
      );
      expect(text).toContain(strip);
      expect(text.toLowerCase()).toContain(way);
      expect(text).toContain('08-11-2016');
    },
  );

  test('repeats of a correction only what was corrected', async () => {
    const corrected = aSubmission(7, '2016-08-18T10:00:00+08:00', [
      {
        kind: 'correction',
        of: 'HKI-01-0005-1',
        particulars: { copiesPublished: 80, size: 'A5' },
        reason: 'Counted again.',
      },
    ]);
    const rows = await rowsOf('en', [...annexTwo(), corrected]);
    expect(rows[2]).toBe('Correction 18-08-2016 A5 “Counted again.” 80 18-08-2016 10:00');
  });
});

describe('a file', () => {
  const told = async (verdict: 'clean' | 'held' | 'refused' | null, ...more: readonly Filing[]) => {
    const file = aFile('Leaflet.pdf');
    const format = {
      format: 'pdf',
      accessibility: { language: 'zh-HK', textLayer: false, tagged: true, imagesWithoutText: 2, pages: 3 },
    } as const;
    const found =
      verdict === 'clean' ? [] : [{ code: verdict === 'held' ? 'identity-number' : 'script' } as const];
    const views = viewsOfFilings([
      accountOpened(),
      aSubmission(1, '2016-08-15T11:02:47+08:00', [aFiled({ files: [file] })]),
      ...(verdict === null
        ? []
        : [anInspection(1, [foundIn(file, { ...format, verdict, findings: found })])]),
      ...more,
    ]);
    const html = await site.render(views.of('en', 'advertisement'));
    return { html, text: readText(html), file };
  };

  test('that is public is a download, with its report and a picture that says what it shows', async () => {
    const { html, text, file } = await told('clean');
    const at = `/files/legco-2016/EA-16-HKI-01-0001-7/${file.sha256}`;
    expect(html.replace(/EA-16-HKI-01-0001-[0-9A-Z]/g, 'EA-16-HKI-01-0001-7')).toContain(
      `href="${at}/Leaflet.pdf" download`,
    );
    expect(html).toMatch(
      /<img class="preview" src="\/files\/[^"]+\/preview\.png" alt="No text version of this advertisement was provided\." width="480" height="360" loading="lazy"/,
    );
    expect(text).toContain('inspected, nothing found');
    expect(text).toContain(`PDF, 1,204,117 bytes SHA-256 ${file.sha256}`);
    expect(text).toMatch(
      /3 pages declares its language: zh-HK is a picture of text only is tagged 2 pictures without a description/,
    );
    expect(text).toContain('known patterns: nothing found');
  });

  test.each([
    [null, 'waits for inspection'],
    ['held', 'held: the candidate has yet to confirm or replace it'],
    ['refused', 'refused by inspection, not public'],
  ] as const)('with verdict %s is told, and not to be had', async (verdict, words) => {
    const { html, text, file } = await told(verdict);
    expect(text).toContain(words);
    expect(text).toContain(file.sha256);
    expect(html).not.toContain('/files/');
  });

  test('that was held and confirmed says so; what was found stands beside it', async () => {
    const { sha256 } = aFile('Leaflet.pdf');
    const { html, text } = await told('held', { kind: 'confirmation', account: ACCOUNT, number: 1, sha256 });
    expect(text).toMatch(/public, confirmed by the candidate after inspection.*Leaflet\.pdf.*identity/);
    expect(html).toContain('/Leaflet.pdf" download');
    expect(html).not.toContain('preview.png');
  });
});

describe('the page of an advertisement', () => {
  const textOf = async (id: string, language: Language = 'en') =>
    readText(await site.render(viewsOfFilings().of(language, 'advertisement', id)));

  test('has its particulars, the way to its deadline, and what became of it with ledger entries', async () => {
    const text = await textOf(BANNER);
    expect(text).toContain(
      'Published Saturday 13-08-2016; that day does not count. Sunday 14-08-2016: not a working day.',
    );
    expect(text).toMatch(
      /What became of it 15-08-2016 09:40:00 Received · EA-16-HKI-01-0003-. · entry \d+ 15-08-2016 09:44:00 Correction received · EA-16-HKI-01-0004-. · entry \d+/,
    );
  });

  test('of a real-time message names its address in the place of a copy', async () => {
    const text = await textOf(POSTER);
    expect(text).toContain('http://www.XXX.com.hk/poster.jpg An interactive or real-time message');
    expect(text).toContain('No file was filed.');
  });

  test('that was removed says when, by whom and why, keeps particulars and hashes, and offers no file', async () => {
    const html = await site.render(viewsOfFilings().of('en', 'advertisement', REMOVED));
    const text = readText(html);
    expect(text).toMatch(
      /Removed · 18-08-2016, by the Chief Electoral Officer Reason: “The file has nothing to do with this list\.”/,
    );
    expect(text).toContain('AA Printing Company');
    expect(text).toContain(aFile('Other.pdf').sha256);
    expect(html).not.toContain('/files/');
  });

  test('shows what candidates say of a picture, and uses it as its text', async () => {
    const filings = [
      accountOpened(),
      aSubmission(1, '2016-08-15T11:02:47+08:00', [
        aFiled({ inWords: { 'zh-Hant': '一名女子在街上派發單張。' } }),
      ]),
      anInspection(1, [foundIn(aFile('File1.jpg'))]),
    ];
    const html = await site.render(viewsOfFilings(filings).of('en', 'advertisement'));
    expect(html).toMatch(/alt="一名女子在街上派發單張。"/);
    expect(html).toMatch(/<div class="said" lang="zh-Hant" dir="auto"><p>一名女子/);
  });

  test('of printed matter names the details it lacks, and whether they were declared in time', async () => {
    const { producerOrPrinterName: _, ...particulars } = (
      aFiled() as Extract<ReturnType<typeof aFiled>, { kind: 'advertisement' }>
    ).advertisement;
    const filings = (at: string): readonly Filing[] => [
      accountOpened(),
      aSubmission(1, '2016-08-15T11:02:47+08:00', [{ kind: 'advertisement', advertisement: particulars }]),
      ...(at === ''
        ? []
        : [
            aSubmission(2, at, [
              { kind: 'printing-declaration', of: 'HKI-01-0001-1', declaration: aFile('Declaration.pdf') },
            ]),
          ]),
    ];
    const text = async (at: string) =>
      readText(await site.render(viewsOfFilings(filings(at)).of('en', 'advertisement')));
    expect(await text('')).toContain(
      'Printing details that are missing: Name of producer or printer. No statutory declaration',
    );
    // The seventh day is a Sunday: the Monday after it is in time too [G-2].
    expect(await text('2016-08-22T23:59:59+08:00')).toContain('Declared in time');
    expect(await text('2016-08-23T00:00:00+08:00')).toContain('Declared late');
  });
});

describe('once inspection by the public has ended', () => {
  const views = () => viewsOfFilings([...annexTwo(), ENDED]);

  test.each(LANGUAGES)(
    'every address of the register says so in %s, with the hashes that stay',
    async (language) => {
      const ended = views()
        .all(language)
        .filter(({ kind }) => kind === 'inspection-ended');
      expect(ended).toHaveLength(5);
      for (const view of ended) {
        const text = readText(await site.render(view));
        expect(text).toContain('09-09-2017');
        expect(text).not.toMatch(/File1|AA 印刷|Printing Company/);
      }
      const all = readText(await site.render(views().of(language, 'inspection-ended', '/of/')));
      expect(all).toContain(aFile('File1.jpg').sha256);
    },
  );

  test('the register itself says so, and shows nothing of what was there', async () => {
    const html = await site.render(views().of('en', 'advertisements'));
    expect(readText(html)).toContain('Inspection by the public has ended');
    expect(html).not.toMatch(/Pamphlets|<form/);
    expect(html).toContain('advertisement-hashes.json');
  });
});

describe('weight', () => {
  const assetsOf = (html: string) => [
    ...new Set([...html.matchAll(/(?:href|src)="(\/_astro\/[^"]+)"/g)].map((match) => match[1] ?? '')),
  ];

  test('every page of annex II opens with less than 30 kB and five requests', async () => {
    for (const view of viewsOf('annex II', 'zh-Hant')) {
      const html = await site.render(view);
      const assets = assetsOf(html);
      const sizes = assets.map((path) => gzipSync(readFileSync(`${site.client}${path}`)).length);
      expect(gzipSync(html).length + sizes.reduce((sum, size) => sum + size, 0), view.path).toBeLessThan(
        30_000,
      );
      expect(assets.length + 2).toBeLessThanOrEqual(5);
    }
  });

  test('a register of 2,000 advertisements is baked within a second, and weighs less than 150 kB', async () => {
    const many = (number: number) =>
      aSubmission(
        number,
        new Date(Date.parse('2016-08-15T00:00:00Z') + number * 60_000).toISOString(),
        Array.from({ length: 50 }, (_, at) =>
          aFiled({ size: `A${at % 9}`, publishedOn: `2016-08-${String(1 + (at % 14)).padStart(2, '0')}` }),
        ),
      );
    const view = viewsOfFilings([accountOpened(), ...Array.from({ length: 40 }, (_, at) => many(at + 1))]).of(
      'en',
      'advertisements',
    );
    await site.render(view);
    const before = performance.now();
    const html = await site.render(view);
    expect(performance.now() - before).toBeLessThan(1000);
    expect([...html.matchAll(/<tr[^>]* data-words=/g)]).toHaveLength(2000);
    expect(gzipSync(html).length).toBeLessThan(150_000);
    expect(html).toContain('href="#page-40"');
  });
});
