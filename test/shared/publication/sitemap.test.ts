import { describe, expect, test } from 'vitest';
import { listedPages, robots, sitemap, sitemapIndex } from '#shared/publication/sitemap.ts';
import { strictXml } from '../../support/strict-xml.ts';

const ORIGIN = 'https://returns.example.hk';

describe('what search engines are led to', () => {
  test('is every page with its other languages and the time of what it shows', () => {
    const text = sitemap(ORIGIN, [{ path: '/en/e/', asOf: '2012-09-10T08:41:00+08:00' }]);
    expect(strictXml(text).name).toBe('urlset');
    expect(text).toContain(
      '<url><loc>https://returns.example.hk/en/e/</loc><lastmod>2012-09-10T08:41:00+08:00</lastmod>',
    );
    for (const [language, path] of [
      ['en', 'en'],
      ['zh-Hant', 'zh-hant'],
      ['zh-Hans', 'zh-hans'],
    ])
      expect(text).toContain(
        `<xhtml:link rel="alternate" hreflang="${language}" href="${ORIGIN}/${path}/e/"/>`,
      );
  });

  test('is never more than the format allows', () => {
    const many = Array.from({ length: 50_001 }, (_, at) => ({ path: `/en/e/${at}/`, asOf: undefined }));
    expect(sitemap(ORIGIN, many).match(/<url>/g)).toHaveLength(50_000);
  });

  test('is not what stands in frames, in halls, or leaves with the inspection', () => {
    const page = (kind: string, path: string) =>
      ({
        kind,
        path,
        version: 1,
        view: () => ({ kind, path, language: 'en', head: { asOf: 'T' } }),
      }) as never;
    const pages = [
      page('constituency', '/en/e/constituencies/LC1/'),
      page('embed-seats', '/en/e/embed/seats/'),
      page('hall', '/en/e/hall/'),
      page('advertisement', '/en/e/advertisements/1/'),
      page('notice', '/en/e/notices/n/'),
    ];
    expect(listedPages(pages)).toEqual([
      { path: '/en/e/constituencies/LC1/', asOf: 'T' },
      { path: '/en/e/notices/n/', asOf: 'T' },
    ]);
  });

  test('is found by an index, and the index by everybody', () => {
    const index = sitemapIndex(ORIGIN, [{ path: '/sitemaps/e.xml', asOf: 'T' }]);
    expect(strictXml(index).name).toBe('sitemapindex');
    expect(index).toContain('<loc>https://returns.example.hk/sitemaps/e.xml</loc><lastmod>T</lastmod>');
    expect(robots(ORIGIN)).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://returns.example.hk/sitemap.xml\n',
    );
    expect(robots(undefined)).toBe('User-agent: *\nAllow: /\n');
  });
});
