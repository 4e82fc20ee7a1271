import { describe, expect, test } from 'vitest';
import type { Filing } from '#shared/advertisements/filing.ts';
import { LANGUAGES } from '#shared/election/text.ts';
import { planPages } from '#shared/publication/page-plan.ts';
import { advertisementFeedName, FIXED_FILES } from '#shared/publication/paths.ts';
import { aConstituency, aDefinition, aList, aStation, definitionAct } from '../../support/builders.ts';
import { accountOpened, aFiled, annexTwo, aSubmission, filed } from '../../support/filings.ts';
import { fileText, ledgerOf, published } from '../../support/ledger.ts';
import { atomProblems, jsonFeedProblems } from '../../support/strict-feeds.ts';
import { elements, strictXml, textOf } from '../../support/strict-xml.ts';

const HOSTILE = '</p><script>alert(1)</script>&amp; ]]> \u202e=cmd|" /C calc"!A0';

const definition = aDefinition({
  constituencies: [aConstituency({ id: 'LC1', contestants: [aList('1', 2), aList('2', 1)] })],
  stations: [aStation('A')],
});

const versionOf = (filings: readonly Filing[]) =>
  published(ledgerOf([definitionAct(definition, { acceptedAt: '2016-07-01T00:00:00Z' })], filed(filings)));

const atomOf = (filings: readonly Filing[], language: (typeof LANGUAGES)[number]) =>
  strictXml(fileText(versionOf(filings), advertisementFeedName(language, 'atom')));

describe.each(LANGUAGES)('the feed of advertisements in %s', (language) => {
  test('is valid in both formats, whatever was filed', () => {
    const hostile = aSubmission(1, '2016-08-15T09:00:00+08:00', [
      aFiled({ adType: { en: HOSTILE }, manner: { en: HOSTILE }, producerOrPrinterName: { en: HOSTILE } }),
    ]);
    for (const filings of [
      [accountOpened()],
      annexTwo(),
      [accountOpened({ name: { en: HOSTILE } }), hostile],
    ]) {
      const version = versionOf(filings);
      expect(atomProblems(fileText(version, advertisementFeedName(language, 'atom')))).toEqual([]);
      expect(jsonFeedProblems(fileText(version, advertisementFeedName(language, 'json')))).toEqual([]);
    }
  });

  test('leads to a page of this language, and says where it stands itself', () => {
    const feed = atomOf(annexTwo(), language);
    const linksOf = (of: typeof feed) => elements(of, 'link').map(({ attributes }) => attributes['href']);
    const hrefs = [feed, ...elements(feed, 'entry')].flatMap(linksOf);
    expect(hrefs).toContain(`/data/legco-2016/${advertisementFeedName(language, 'atom')}`);
    expect(hrefs).toContain(`/${language.toLowerCase()}/legco-2016/advertisements/HKI-01-0002-1/`);
  });
});

describe('an entry of the feed', () => {
  const entries = () =>
    elements(atomOf(annexTwo(), 'en'), 'entry').map((entry) => textOf(entry).replace(/\s+/g, ' '));

  test('comes up again when something was filed about it, the last change first', () => {
    const [removed, revoked, ...others] = entries();
    expect(removed).toContain('Removed: Pamphlets');
    expect(revoked).toContain('Consent revoked on: 17-08-2016');
    expect(others.map((text) => /Pamphlets|Banners/.exec(text)?.[0])).toEqual(['Pamphlets', 'Banners']);
    expect(others[1]).toMatch(/Corrected: Banners.*Corrected on: 15-08-2016/);
  });

  test('of a removed advertisement keeps date and reason, and nothing of what it said', () => {
    const [removed] = entries();
    expect(removed).toContain('Reason: The file has nothing to do with this list.');
    expect(removed).not.toContain('AA Printing Company');
  });

  test('says when the copies came in, and whether in time', () => {
    expect(entries()[1]).toContain('Received: 16-08-2016 18:20:00, after the deadline');
    expect(entries()[2]).toContain('Received: 15-08-2016 11:02:47, in time');
  });

  test('leaves with all others when inspection by the public ends', () => {
    const ended: Filing = { kind: 'inspection-ended', endedOn: '2017-09-09' };
    const feed = fileText(versionOf([...annexTwo(), ended]), advertisementFeedName('en', 'atom'));
    expect(elements(strictXml(feed), 'entry')).toEqual([]);
    expect(feed).not.toContain('Pamphlets');
    expect(feed).toContain('<fh:complete/>');
  });
});

describe('the way to the register', () => {
  const facts = { witnesses: [], verifierKey: 'key', excerpts: {} };
  const pagesOf = (filings: readonly Filing[]) => planPages({ ...facts, published: versionOf(filings) });

  test('is on every page from the first account on, and all are baked again for it', () => {
    const without = pagesOf([]);
    expect(without.some(({ kind }) => kind === 'advertisements')).toBe(false);
    expect(without.every(({ view }) => !('hasAdvertisements' in view()))).toBe(true);
    const since = versionOf([accountOpened()]).advertisements.since ?? 0;
    expect(since).toBeGreaterThan(1);
    for (const page of pagesOf([accountOpened()])) {
      expect(page.view()).toMatchObject({ hasAdvertisements: true });
      expect(page.version).toBeGreaterThanOrEqual(since);
    }
  });

  test('stays where it is when more is filed: other pages are not baked for it', () => {
    const stationIn = (filings: readonly Filing[]) =>
      pagesOf(filings).find(({ kind }) => kind === 'station')?.version;
    expect(stationIn(annexTwo())).toBe(stationIn([accountOpened()]));
  });

  test('has fixed addresses for its feeds, and they are files of the version', () => {
    const { files } = versionOf(annexTwo()).index;
    for (const name of FIXED_FILES) expect(files[name]).toBeDefined();
  });
});
