import type { Filing } from '#shared/advertisements/filing.ts';
import type { Language } from '#shared/election/text.ts';
import { planPages } from '#shared/publication/page-plan.ts';
import type { PageKind, PageView } from '#shared/publication/page-views.ts';
import { must } from '#shared/result.ts';
import { aConstituency, aDefinition, aList, aStation, definitionAct } from './builders.ts';
import { annexTwo, filed } from './filings.ts';
import { ledgerOf, published } from './ledger.ts';

/** The list of annex II, as its election defines it. */
const DEFINITION = aDefinition({
  constituencies: [
    aConstituency({
      id: 'LC1',
      name: { en: 'Hong Kong Island', 'zh-Hant': '香港島', 'zh-Hans': '香港岛' },
      contestants: [
        aList('1', 2, {
          name: { en: 'Chan Tai Man', 'zh-Hant': '陳大文' },
          candidates: [
            { id: '1a', name: { en: 'Chan Tai Man', 'zh-Hant': '陳大文' } },
            { id: '1b', name: { en: 'Lee Siu Ming', 'zh-Hant': '李小明' } },
          ],
        }),
        aList('2', 1),
      ],
    }),
  ],
  stations: [aStation('A')],
});

export type ViewOf<Kind extends PageKind> = Extract<PageView, { kind: Kind }>;

/** Pages of an election on whose platform this was filed, exactly as a publisher bakes them. */
export const viewsOfFilings = (filings: readonly Filing[] = annexTwo()) => {
  const facts = {
    published: published(
      ledgerOf([definitionAct(DEFINITION, { acceptedAt: '2016-07-01T00:00:00Z' })], filed(filings)),
    ),
    witnesses: [],
    verifierKey: 'open-returns/legco-2016+b3d1e2f7+AUvSmJX9xk0b9vGkQ0v5y6m2v2pA8m2L',
    excerpts: {},
  };
  const pages = planPages(facts);
  const all = (language: Language): readonly PageView[] =>
    pages.map(({ view }) => view()).filter((view) => view.language === language);
  const of = <Kind extends PageKind>(language: Language, kind: Kind, at = ''): ViewOf<Kind> =>
    must(
      all(language).find((view): view is ViewOf<Kind> => view.kind === kind && view.path.includes(at)),
      `${kind} ${at} is planned`,
    );
  return { all, of, published: facts.published };
};
