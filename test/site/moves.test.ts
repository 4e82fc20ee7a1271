import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '#shared/election/text.ts';
import { movesOf } from '../../site/models/moves.ts';
import { newTerritoriesWest, views } from '../support/views.ts';
import { builtSite, readText } from './built-site.ts';

let site: Awaited<ReturnType<typeof builtSite>>;
beforeAll(async () => {
  site = await builtSite();
}, 120_000);

const adjourned = (number: number, state: 'suspended' | 'resumed', station: string | null) => ({
  number,
  state,
  ground: 'severe_weather' as const,
  reason: '<img src=x onerror=alert(1)>',
  station,
  at: '2012-09-10T01:00:00+08:00',
  entry: number + 20,
});
const result = () => ({
  ...newTerritoriesWest({ status: 'counting', reported: 12 }),
  adjournments: [
    adjourned(1, 'suspended', null),
    adjourned(2, 'suspended', 'X1'),
    adjourned(3, 'resumed', null),
  ],
  relocations: [
    {
      station: 'X1',
      number: 1,
      to: { en: 'Town “Hall” <b>', 'zh-Hant': '大會堂' },
      opensAt: '2012-09-10T02:00:00+08:00',
      reason: 'A burst water main',
      at: '2012-09-10T01:05:00+08:00',
      entry: 30,
    },
  ],
});

describe('what officers did to a count besides counting', () => {
  test('the last word on each place stands; a station is told what concerns it', () => {
    expect(movesOf(result()).standing.map(({ number }) => number)).toEqual([3, 2]);
    expect(movesOf(result(), 'X2').standing.map(({ number }) => number)).toEqual([3]);
    expect(movesOf(result(), 'X2').relocations).toEqual([]);
    expect(movesOf(result(), 'X1').relocations).toHaveLength(1);
  });

  test.each(LANGUAGES)(
    'is told on the constituency’s page in %s, and hostile text stays text',
    async (language) => {
      const html = await site.render(views(language).constituency(result()));
      const text = readText(html);
      expect(text).toMatch(
        {
          en: /was suspended and goes on again/,
          'zh-Hant': /曾經暫停，現已恢復/,
          'zh-Hans': /曾经暂停，现已恢复/,
        }[language],
      );
      expect(text).toMatch(
        {
          en: /station X1 is suspended/,
          'zh-Hant': /點票站X1的點票已暫停/,
          'zh-Hans': /点票站X1的点票已暂停/,
        }[language],
      );
      expect(text).toContain(language === 'en' ? 'has moved to Town “Hall” <b>' : '大會堂');
      expect(html).not.toContain('<img src=x');
    },
  );

  test.each(LANGUAGES)('a declaration names the second officer in %s', async (language) => {
    const declared = newTerritoriesWest();
    const html = await site.render(
      views(language).constituency({
        ...declared,
        declaration: declared.declaration && {
          ...declared.declaration,
          confirmedBy: 'assistant_returning_officer',
        },
      }),
    );
    expect(readText(html)).toMatch(/second officer: assistant|（助理選舉主任）|（助理选举主任）/);
  });
});
