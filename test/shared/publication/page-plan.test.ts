import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '#shared/election/text.ts';
import { excerptsOf, planPages } from '#shared/publication/page-plan.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import { pageKey } from '#shared/publication/paths.ts';
import type { Act } from '#shared/recount/act.ts';
import { type LedgerBuild, startBuild } from '#shared/recount/ledger-build.ts';
import {
  aConstituency,
  aDefinition,
  aReport,
  aStation,
  definitionAct,
  minutes,
  officersAct,
  reportAct,
} from '../../support/builders.ts';
import { ledgerOf, order, published } from '../../support/ledger.ts';
import { aNotice, aNoticeAct, aResultNotice } from '../../support/notices.ts';

const two = aDefinition({
  constituencies: [aConstituency(), aConstituency({ id: 'LC2' })],
  stations: [
    aStation('A'),
    aStation('B'),
    aStation('S', { kind: 'small_polling', countedAt: 'A' }),
    aStation('A2', { constituency: 'LC2' }),
    aStation('B2', { constituency: 'LC2' }),
  ],
});
const A = reportAct(aReport());
const B = reportAct(aReport({ station: 'B' }));
const A2 = reportAct(aReport({ constituency: 'LC2', station: 'A2' }));
const B2 = reportAct(aReport({ constituency: 'LC2', station: 'B2' }));

const plan = (build: LedgerBuild) => {
  const version = published(build);
  return planPages({
    published: version,
    witnesses: [],
    verifierKey: 'key',
    excerpts: excerptsOf(version),
  });
};
const touched = (build: LedgerBuild) =>
  plan(build)
    .filter(({ version, path }) => version === build.fold.version && path.startsWith('/en/'))
    .map(({ path }) => path.replace('/en/legco-2016/', ''));

/** What says something of the whole election. */
const OF_EVERY_VERSION = ['', 'embed/seats/', 'embed/progress/', 'hall/', 'open-data/', 'alerts/', 'verify/'];

describe('the pages of notices', () => {
  const station = aNoticeAct(aNotice());
  const result = aNoticeAct(aResultNotice());
  const correction = aNoticeAct(aResultNotice({ number: 2, supersedes: 'c-LC1-1', reason: 'Misprinted.' }));
  const ofNotices = (paths: readonly string[]) =>
    paths.filter((path) => !OF_EVERY_VERSION.includes(path) && !path.startsWith('embed/'));

  test('lead to the tables of notices, which the pointer does not name', () => {
    const version = published(ledgerOf([definitionAct(two)], [station]));
    const planned = plan(ledgerOf([definitionAct(two)], [station])).filter(({ kind }) => kind === 'notices');
    expect(planned).toHaveLength(LANGUAGES.length);
    for (const { view } of planned)
      expect(view()).toMatchObject({
        files: {
          csv: version.index.files['notices.csv']?.path,
          json: expect.stringMatching(/^\/data\/legco-2016\/r\/\d+-[0-9a-f]{8}\/notices\.json$/),
        },
      });
  });

  test('touched by a notice of a station are the register, its page, its constituency and its station', () => {
    expect(ofNotices(touched(ledgerOf([definitionAct(two)], [A], [station])))).toEqual([
      'notices/',
      'notices/s-A-1/',
      'constituencies/LC1/',
      'stations/A/',
    ]);
  });

  test('touched by a correction are what it corrects and its neighbours, and no station', () => {
    const build = ledgerOf([definitionAct(two)], [A], [result], [station], [correction]);
    expect(ofNotices(touched(build)).sort()).toEqual([
      'constituencies/LC1/',
      'notices/',
      'notices/c-LC1-1/',
      'notices/c-LC1-2/',
      'notices/s-A-1/',
    ]);
  });

  test('are not touched by reports', () => {
    const build = ledgerOf([definitionAct(two)], [station], [A], [B], [A2]);
    expect(touched(build).filter((path) => path.startsWith('notices/'))).toEqual([]);
  });

  test('hold nothing that anything but their version changes', () => {
    const views = (build: LedgerBuild) =>
      new Map(
        plan(build)
          .filter(({ kind }) => kind === 'notices' || kind === 'notice')
          .map(({ path, version, view }) => [`${path} ${version}`, JSON.stringify(view())]),
      );
    const acts = [[definitionAct(two)], [station], [A], [result], [B, A2], [correction], [B2]];
    const seen = new Map<string, string>();
    for (let length = 1; length <= acts.length; length += 1) {
      for (const [page, value] of views(ledgerOf(...acts.slice(0, length)))) {
        expect(seen.get(page) ?? value, page).toBe(value);
        seen.set(page, value);
      }
    }
    expect(seen.size).toBeGreaterThan(12);
  });
});

describe('the pages of a version', () => {
  test('are every page in every language, each at its own address', () => {
    const paths = plan(ledgerOf([definitionAct(two)])).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toHaveLength(LANGUAGES.length * (1 + OF_EVERY_VERSION.length + 2 * 3 + 5));
    for (const path of paths) expect(path).toMatch(/^\/(en|zh-hant|zh-hans)\/legco-2016\/(.+\/)?$/);
  });

  test('name themselves as their view does', () => {
    for (const { path, view } of plan(ledgerOf([definitionAct(two), A]))) {
      const value = view();
      expect(value.path).toBe(path);
      expect(path.startsWith(`/${value.language.toLowerCase()}/`)).toBe(true);
    }
  });

  test('are all new with the definition', () => {
    const build = ledgerOf([definitionAct(two)]);
    expect(touched(build)).toHaveLength(19);
  });

  test('know what last changed their constituency where they change whenever it does', () => {
    const build = ledgerOf([definitionAct(two)], [A], [A2, B2]);
    const { constituencies } = published(build).pointer;
    const known = plan(build).flatMap(({ path, view }) => {
      const value = view();
      return path.startsWith('/en/') && 'changed' in value ? [[path.slice(15), value.changed]] : [];
    });
    const { LC1: one, LC2: other } = constituencies ?? {};
    expect(one).toBeGreaterThan(1);
    expect(Object.fromEntries(known)).toEqual({
      'constituencies/LC1/': one,
      'embed/constituencies/LC1/': one,
      'constituencies/LC1/how/': one,
      'stations/A/': undefined,
      'stations/B/': undefined,
      'stations/S/': undefined,
      'constituencies/LC2/': other,
      'embed/constituencies/LC2/': other,
      'constituencies/LC2/how/': other,
      'stations/A2/': other,
      'stations/B2/': other,
    });
  });

  test('touched by one report are its station, its constituency and the election', () => {
    expect(touched(ledgerOf([definitionAct(two)], [A]))).toEqual([
      ...OF_EVERY_VERSION,
      'constituencies/LC1/',
      'embed/constituencies/LC1/',
      'constituencies/LC1/how/',
      'stations/A/',
    ]);
  });

  test('touched by the last report are all stations of the constituency: their shares can be compared now', () => {
    const pages = touched(ledgerOf([definitionAct(two)], [A], [B]));
    expect(pages.filter((path) => path.startsWith('stations/'))).toEqual([
      'stations/A/',
      'stations/B/',
      'stations/S/',
    ]);
  });

  test('touched by a declaration are all of its constituency and none of another', () => {
    const act = officersAct(
      { type: 'declaration', body: { constituency: 'LC1', outcome: 'terminated', elected: [] } },
      5,
    );
    const pages = touched(ledgerOf([definitionAct(two), A, A2], [act]));
    expect(pages).toEqual(expect.arrayContaining(['stations/A/', 'stations/B/', 'constituencies/LC1/']));
    expect(pages.join()).not.toMatch(/LC2|A2/);
  });

  test('never change without a new version: a page baked once is what a rebuild would bake', () => {
    const acts: readonly Act[] = [
      A,
      B,
      A2,
      B2,
      reportAct(aReport({ revision: 2, reason: 'x', votes: { '1': 1, '2': 9 } }), 2),
      officersAct(
        {
          type: 'recount',
          body: {
            constituency: 'LC1',
            number: 1,
            scope: 'constituency',
            requestedBy: 'candidate',
            decision: 'allowed',
          },
        },
        3,
      ),
      officersAct(
        {
          type: 'event',
          candidate: '1a',
          body: { constituency: 'LC2', event: 'died', satisfiedAt: minutes(1) },
        },
        3,
      ),
      officersAct(
        { type: 'declaration', body: { constituency: 'LC2', outcome: 'elected', elected: ['1b', '2a'] } },
        4,
      ),
      definitionAct({ ...two, title: { en: 'Renamed' } }, { revision: 2, acceptedAt: minutes(4) }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray([...acts], { minLength: 1 }), (some) => {
        const build = startBuild('legco-2016');
        order(build, [definitionAct(two)], -10);
        const baked = new Map<string, { version: number; view: string }>();
        const bake = () => {
          for (const { path, version, view } of plan(build)) {
            const now = { version, view: JSON.stringify(view()) };
            const before = baked.get(path);
            if (before && before.version === version)
              expect(now.view, `${path} at version ${version}`).toBe(before.view);
            if (before) expect(version).toBeGreaterThanOrEqual(before.version);
            baked.set(path, now);
          }
        };
        bake();
        order(build, [], 0);
        bake();
        some.forEach((act, index) => {
          order(build, [act], 10 * (index + 1));
          bake();
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('a station’s page', () => {
  const stationView = (build: LedgerBuild, id: string) => {
    const view = plan(build)
      .find(({ path }) => path === pagePaths.station('en', 'legco-2016', id))
      ?.view();
    if (view?.kind !== 'station') throw new Error(`${id} has a page`);
    return view;
  };

  test('shows the warnings it was accepted with, and how many reports were in then', () => {
    const warning = { code: 'rejected-share', fields: ['$.invalid'], figures: { rejected: 9 } };
    const build = ledgerOf([definitionAct(two)], [reportAct(aReport(), 1, { warnings: [warning] })], [A2]);
    const { station, head } = stationView(build, 'A');
    expect(station.flags).toEqual([warning]);
    expect(head).toMatchObject({ version: 2, stationsReported: 1, status: 'counting' });
    expect(stationView(build, 'B').head).toMatchObject({ version: 1, stationsReported: 0, status: 'none' });
  });

  test('shows what the station said to an odd share, without the figures of others, before all reports are in', () => {
    const explained = aReport({ explanations: { outlier: 'their own village' } });
    const build = ledgerOf([definitionAct(two)], [reportAct(explained, 1)], [A2]);
    expect(stationView(build, 'A').station.flags).toEqual([
      { code: 'outlier', fields: ['$.votes'], figures: {}, explanation: 'their own village' },
    ]);
  });

  test('compares shares only when all reports are in', () => {
    const build = ledgerOf([definitionAct(two)], [A]);
    expect(stationView(build, 'A').result).toMatchObject({
      valid: 0,
      contestants: [{ votes: 0, share: null }, {}, {}],
    });
    order(build, [B], 20);
    expect(stationView(build, 'A').result).toMatchObject({
      valid: 32,
      contestants: [{ votes: 20, share: '62.50' }, {}, {}],
    });
  });
});

describe('page addresses', () => {
  test('end in a slash, and the object behind one is its index.html', () => {
    expect(pagePaths.chooseLanguage()).toBe('/');
    expect(pageKey('/')).toBe('index.html');
    expect(pagePaths.notFound('zh-Hant')).toBe('/zh-hant/404/');
    expect(pageKey(pagePaths.elections('en'))).toBe('en/index.html');
  });
});
