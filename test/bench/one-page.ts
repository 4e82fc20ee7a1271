import type { PageKind, PageView } from '#shared/publication/page-views.ts';
import { must } from '#shared/result.ts';
import { plannedPages, sitePages } from './counted-night.ts';
import { type Figure, spreadOfRuns } from './measure.ts';

const RUNS = { warmUp: 300, counted: 101 };

/** The kinds of page that a report touches, and how much is on them. */
const KINDS: readonly (readonly [PageKind, string])[] = [
  ['constituency', 'constituency'],
  ['how', 'how the seats were won'],
  ['station', 'station'],
  ['election', 'election'],
];

/** The plainest page with everything on it that the page's own figures come from. */
const plainPage = (view: PageView): string =>
  `<!doctype html><html lang="${view.language}"><title>${view.path}</title><pre>${JSON.stringify(view)}</pre></html>`;

const largest = (views: readonly PageView[]): PageView => {
  const sized = views.map((view) => ({ view, size: JSON.stringify(view).length }));
  return must(sized.sort((a, b) => b.size - a.size)[0], 'there is a page of every kind').view;
};

/** One page, rendered and not stored: of each kind the largest one of the 2012 election. */
export const onePage = async (): Promise<readonly Figure[]> => {
  const pages = await sitePages();
  const views = plannedPages()
    .map(({ view }) => view())
    .filter(({ language }) => language === 'zh-Hant');
  const figures: Figure[] = [];
  for (const [kind, words] of KINDS) {
    const view = largest(views.filter((one) => one.kind === kind));
    const measured = await spreadOfRuns(RUNS, () => pages.render(view));
    const plain = await spreadOfRuns(RUNS, () => plainPage(view));
    figures.push({
      name: `one page baked: ${words}, the largest`,
      unit: 'ms',
      measured,
      target: { relation: '<', value: 2 },
      yardstick: { what: 'JSON in a template string', value: plain.median },
    });
  }
  return figures;
};
