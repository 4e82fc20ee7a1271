import { fileURLToPath, pathToFileURL } from 'node:url';
import { astroPages } from '#functions/adapters/astro-pages.ts';
import { buildSite } from '#functions/local/build-site.ts';
import { legco2012 } from '#functions/local/elections/legco-2012.ts';
import type { Pages } from '#functions/publishing/pages.ts';
import { excerptsOf, type PlannedPage, planPages } from '#shared/publication/page-plan.ts';
import { type PublishedVersion, publishVersion } from '#shared/publication/version-files.ts';
import type { Act } from '#shared/recount/act.ts';
import { actPlace } from '#shared/recount/act.ts';
import { appendBatch, type LedgerBuild, nextBatch, startBuild } from '#shared/recount/ledger-build.ts';
import { must } from '#shared/result.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Shown on the page about verifying; its value changes nothing here. */
export const SOME_VERIFIER_KEY = 'open-returns.local/legco-2012+00000000+AQ==';

/** The 2012 election with every report in its ledger: one batch that defines it, one that brings the reports. */
export const countedNight = (): { readonly build: LedgerBuild; readonly published: PublishedVersion } => {
  const { definition, reports } = legco2012();
  const build = startBuild(definition.id);
  const append = (acts: readonly Act[], orderedAt: string, pollClosed: boolean): void => {
    const version = build.fold.version + 1;
    const plan = { version, orderedAt, pollClosed, places: acts.map(actPlace) };
    appendBatch(build, nextBatch(build, plan, acts));
  };
  const common = { election: definition.id, acceptedAt: definition.pollOpensAt } as const;
  append(
    [{ ...common, type: 'definition', role: 'chief_electoral_officer', revision: 1, body: definition }],
    definition.pollOpensAt,
    false,
  );
  append(
    reports.map(
      (body): Act => ({
        ...common,
        type: 'report',
        role: 'presiding_officer',
        correction: false,
        body,
        warnings: [],
      }),
    ),
    definition.pollClosesAt,
    true,
  );
  return { build, published: must(publishVersion(build), 'a defined election can be published') };
};

/** Every page of the night in every language, as the publisher plans it. */
export const plannedPages = ({ build, published }: ReturnType<typeof countedNight>): readonly PlannedPage[] =>
  planPages({
    published,
    verifierKey: SOME_VERIFIER_KEY,
    actVersions: new Map([...build.fold.constituencies].map(([id, { actVersion }]) => [id, actVersion])),
    excerpts: excerptsOf(published),
  });

/** Where the built site is; it is built first if it is missing or older than its sources. */
export const builtSite = async (): Promise<string> => {
  if (!(await buildSite(ROOT, (line) => process.stderr.write(`${line}\n`)))) {
    throw new Error('The site could not be built');
  }
  return `${ROOT}site/dist`;
};

export const sitePages = async (): Promise<Pages> =>
  astroPages(pathToFileURL(`${await builtSite()}/server/entry.mjs`));
