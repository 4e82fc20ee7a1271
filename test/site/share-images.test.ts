import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { FONTS } from '#functions/drawing-files.ts';
import { installedPictures } from '#functions/local/installed-pictures.ts';
import { LANGUAGES, type Language } from '#shared/election/text.ts';
import type { PageView } from '#shared/publication/page-views.ts';
import type { ConstituencyResult, ElectionHead } from '#shared/recount/results.ts';
import { cut, linesOf, sizeFor, widthOf } from '../../site/models/text-fit.ts';
import { fontTables } from '../support/font-tables.ts';
import {
  aContestant,
  aHead,
  allConstituencies,
  appendixThree,
  firstPastThePost,
  HOSTILE_NAMES,
  hongKongIsland,
  newTerritoriesWest,
  nominationStage,
  popVote,
} from '../support/views.ts';
import { builtSite } from './built-site.ts';

let render: (view: PageView) => Promise<string>;
beforeAll(async () => {
  ({ render } = await builtSite());
}, 120_000);

const pictures = installedPictures();
const draw = (svg: string): Promise<Uint8Array> => pictures.draw(new TextEncoder().encode(svg));

const card = (
  result: ConstituencyResult,
  language: Language = 'en',
  changes: Partial<ElectionHead> = {},
): Promise<string> => {
  const { status, stationsReported, stationsExpected } = result;
  const head = aHead({ status, stationsReported, stationsExpected, ...changes });
  return render({ kind: 'share-constituency', path: '/share.png', language, head, result });
};
const electionCard = (language: Language, results = allConstituencies()): Promise<string> => {
  const head = aHead();
  return render({
    kind: 'share-election',
    path: '/share.png',
    language,
    head,
    results: { ...head, constituencies: results, progress: [] },
  });
};

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (mark) => {
    const known: Record<string, string> = {
      '&amp;': '&',
      '&lt;': '<',
      '&gt;': '>',
      '&quot;': '"',
      '&#39;': "'",
    };
    return known[mark] ?? mark;
  });
interface Said {
  readonly text: string;
  readonly x: number;
  readonly end: number;
}
/** Every text of a drawing with the place that it takes. */
const saidBy = (svg: string): readonly Said[] => {
  const groups = [...svg.matchAll(/<g font-size="([\d.]+)">/g)].map(({ index, 1: size }) => ({
    index,
    size,
  }));
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(
    ({ index, 1: attributes = '', 2: raw = '' }) => {
      const own = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
      const size = Number(own('font-size') ?? groups.findLast((group) => group.index < index)?.size ?? 26);
      const text = unescaped(raw);
      const width = widthOf(text, { size, bold: own('class') === 'bold' });
      const at = Number(own('x'));
      const anchor = own('text-anchor');
      if (anchor === 'end') return { text, x: at - width, end: at };
      return { text, x: at, end: anchor === 'middle' ? at : at + width };
    },
  );
};
const textOf = (svg: string): string =>
  saidBy(svg)
    .map(({ text }) => text)
    .join(' | ');

const longName = {
  en: 'The islands, bays, harbours and outlying communities of the Western Approaches, and whatever lies beyond them',
  'zh-Hant':
    '香港島及所有離島、海灣、港口與西面水域以外偏遠社區暨其他未有列明之地方功能界別及超級區議會第二選區，以及其他',
};
const thirty = (status: 'declared' | 'counting' = 'counting'): ConstituencyResult => ({
  ...hongKongIsland({ status, reported: 90 }),
  contestants: Array.from({ length: 30 }, (_, index) =>
    aContestant(String(index + 1), {
      votes: 30_000 - index * 777,
      seats: index < 2 ? 7 : 0,
      name: HOSTILE_NAMES[index % HOSTILE_NAMES.length] ?? {},
    }),
  ),
});
const counting = newTerritoriesWest({ status: 'counting', reported: 121 });
const before = newTerritoriesWest({ status: 'embargo', reported: 0 });

const CASES: readonly (readonly [string, (language: Language) => Promise<string>])[] = [
  ['before the close of poll', (language) => card(before, language)],
  [
    'while few reports are in',
    (language) => card(newTerritoriesWest({ status: 'counting', reported: 12 }), language),
  ],
  ['in mid-count of a test election', (language) => card(counting, language, { test: true })],
  ['declared', (language) => card(newTerritoriesWest(), language)],
  ['of two candidates', (language) => card(firstPastThePost([2411, 2398], 1), language)],
  ['of six candidates', (language) => card(firstPastThePost([2411, 2398, 80, 70, 60, 0], 3), language)],
  ['with rounds', (language) => card(appendixThree(), language)],
  ['of a referendum', (language) => card(popVote(), language)],
  ['of nominations', (language) => card(nominationStage(), language)],
  [
    'with a very long name',
    (language) => card({ ...counting, name: longName }, language, { test: true, title: longName }),
  ],
  ['with thirty contestants of hostile names', (language) => card(thirty(), language)],
  ['of an election', (language) => electionCard(language)],
  [
    'of an election with many constituencies',
    (language) =>
      electionCard(
        language,
        Array.from({ length: 35 }, (_, index) => ({ ...counting, id: `C${index}`, name: longName })),
      ),
  ],
];

describe('the picture for where a page is shared', () => {
  test.each(CASES)('%s keeps its text inside its margins, in every language', async (_, made) => {
    for (const language of LANGUAGES)
      for (const { text, x, end } of saidBy(await made(language))) {
        expect(x, text).toBeGreaterThanOrEqual(60);
        expect(end, text).toBeLessThanOrEqual(1137);
      }
  });

  test.each(CASES)(
    '%s is drawn in the size that networks show, small and without a font of the computer',
    async (_, made) => {
      const png = await draw(await made('zh-Hant'));
      expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
      expect(png.length).toBeLessThan(150_000);
    },
  );

  test('is the same, byte for byte, whenever it is drawn', async () => {
    const svg = await card(counting, 'zh-Hant');
    expect(await draw(svg)).toEqual(await draw(svg));
  });

  test('names nothing that would be fetched, whatever names hold', async () => {
    const svg = await card(thirty());
    expect(svg).not.toMatch(/href|url\(|<image|<script|<foreignObject|<!/i);
    expect(textOf(svg)).toContain('<script>');
    expect(textOf(svg)).toContain('‹U+202E›evil');
  });

  test('says the state in the words of the page, how far the count is, and as of when', async () => {
    expect(textOf(await card(counting))).toContain(
      'Counting | 121 of 164 reports in | Seats on the votes so far | Votes',
    );
    expect(textOf(await card(counting))).toContain('Figures as of 10 Sep 2012, 08:41, Hong Kong time');
    expect(textOf(await card(counting, 'zh-Hant'))).toContain(
      '點票進行中 | 已收到164份報告中的121份 | 以目前票數計算的議席 | 票數',
    );
    expect(textOf(await card(newTerritoriesWest(), 'zh-Hans'))).toContain('结果已宣布');
    expect(textOf(await card(newTerritoriesWest(), 'zh-Hans'))).toContain('当选：9名候选人');
  });

  test('shows no figure before the close of poll, and says why', async () => {
    const svg = await card(before);
    expect(textOf(svg)).toContain(
      'Before close of poll | No figure is published before the poll closes at 22:30.',
    );
    expect(svg).not.toMatch(/class="(provisional|declared|track|mark)/);
    expect(textOf(svg)).not.toContain('Votes');
  });

  test('shows votes and no seat before half of the reports', async () => {
    const svg = await card(newTerritoriesWest({ status: 'counting', reported: 12 }));
    expect(textOf(svg)).toContain('Too early to show seats: fewer than half of the reports are in');
    expect(svg).toContain('class="provisional"');
    expect(svg).not.toContain('class="mark');
  });

  test('has outlines until the declaration, and is filled after it', async () => {
    const marks = (svg: string) =>
      [...svg.matchAll(/class="mark( filled)?/g)].map(([, filled]) => filled !== undefined);
    expect(marks(await card(counting))).toEqual(Array(9).fill(false));
    expect(await card(counting)).not.toMatch(/<rect class="declared"/);
    expect(marks(await card(newTerritoriesWest()))).toEqual(Array(9).fill(true));
    expect(await card(newTerritoriesWest())).not.toMatch(/<rect class="provisional"/);
  });

  test('says how many lists there was no room for', async () => {
    expect(textOf(await card(thirty()))).toContain('18 more lists');
    expect(textOf(await card(firstPastThePost(Array(13).fill(9), 1)))).toContain('1 more candidate');
    expect(textOf(await electionCard('zh-Hant', Array(35).fill(counting)))).toContain('另有23個選區及界別');
  });

  test('of a test election says so over everything else', async () => {
    const pixels = async (svg: string) =>
      sharp(await draw(svg))
        .removeAlpha()
        .raw()
        .toBuffer();
    const [test, real] = [
      await pixels(await card(counting, 'en', { test: true })),
      await pixels(await card(counting)),
    ];
    expect([...test.subarray(0, 3)]).toEqual([0xfb, 0xeb, 0xcb]);
    expect([...real.subarray(0, 3)]).toEqual([0x17, 0x15, 0x0f]);
    expect(textOf(await card(counting, 'en', { test: true }))).toMatch(/^TEST \| Rehearsal\./);
  });

  test('differs with every character of a name', async () => {
    const named = async (name: string) =>
      draw(await card({ ...counting, name: { 'zh-Hant': name } }, 'zh-Hant'));
    const drawn = await Promise.all(['新界西', '新界東', '新界酉', '新畍西'].map(named));
    expect(new Set(drawn.map((png) => Buffer.from(png).toString('base64'))).size).toBe(4);
  });
});

describe('the faces of pictures', () => {
  const faces = FONTS.map(({ from }) => fontTables(new URL(`../../${from}`, import.meta.url)));

  test('have every character of the words and of the names, each language in its own', async () => {
    const own: Record<Language, number> = { en: 0, 'zh-Hant': 0, 'zh-Hans': 2 };
    for (const language of LANGUAGES)
      for (const [name, made] of CASES.filter(([kind]) => !/hostile/.test(kind))) {
        const missing = new Set(
          [...textOf(await made(language))].filter((one) => !faces[own[language]]?.has(one)),
        );
        expect([...missing], `${name} in ${language}`).toEqual([]);
      }
  });

  test('are as wide as text is taken to be', () => {
    const characters = [
      ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
      ...'選举·–−…（）：',
    ];
    for (const [index, face] of faces.entries())
      for (const one of characters)
        expect(widthOf(one, { size: 1000, bold: index % 2 === 1 }), one).toBeGreaterThanOrEqual(
          face.widthOf(one),
        );
  });

  test('are told by their own licence', () => {
    for (const family of ['hk', 'sc'])
      expect(
        readFileSync(
          new URL(`../../node_modules/@expo-google-fonts/noto-sans-${family}/LICENSE_FONT`, import.meta.url),
          'utf8',
        ),
      ).toContain('SIL OPEN FONT LICENSE');
  });

  test('come in the colours of the site', () => {
    const colours = (file: string) =>
      new Set(
        [
          ...readFileSync(new URL(`../../site/styles/${file}`, import.meta.url), 'utf8').matchAll(
            /#[0-9a-f]{3,6}\b/g,
          ),
        ].map(([colour]) => colour),
      );
    expect([...colours('share.css')].filter((colour) => !colours('tokens.css').has(colour))).toEqual([]);
  });
});

describe('text that is too long', () => {
  const face = { size: 20 };
  test('is made smaller first, and cut short at last', () => {
    expect(sizeFor('short', 500, { largest: 40, smallest: 20 })).toBe(40);
    const size = sizeFor('a rather long name', 200, { largest: 40, smallest: 20 });
    expect(size).toBeLessThan(40);
    expect(widthOf('a rather long name', { size })).toBeLessThanOrEqual(200);
    expect(sizeFor('w'.repeat(100), 200, { largest: 40, smallest: 20 })).toBe(20);
    expect(cut('W'.repeat(100), 200, face)).toMatch(/^W+\.\.\.$/);
    expect(cut('選'.repeat(100), 200, face)).toBe(`${'選'.repeat(9)}…`);
    expect(widthOf(cut('W'.repeat(100), 200, face), face)).toBeLessThanOrEqual(200);
  });

  test('never ends in half a character', () => {
    expect(cut('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 200, face)).toBe('👩‍👩‍👧‍👦...');
  });

  test('is broken after a word or a character, never before a mark', () => {
    expect(linesOf('one two three', 80, { ...face, most: 2 })).toEqual(['one two', 'three']);
    expect(linesOf('甲乙丙，丁戊', 65, { ...face, most: 3 })).toEqual(['甲乙', '丙，丁', '戊']);
    for (const line of linesOf(longName['zh-Hant'], 300, { ...face, most: 5 }))
      expect(widthOf(line, face)).toBeLessThanOrEqual(300);
  });
});
