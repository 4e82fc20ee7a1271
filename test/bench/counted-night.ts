import { fileURLToPath, pathToFileURL } from 'node:url';
import { astroPages } from '#functions/adapters/astro-pages.ts';
import { legco2012 } from '#functions/elections/legco-2012.ts';
import { buildSite } from '#functions/local/build-site.ts';
import type { Pages } from '#functions/publishing/pages.ts';
import { excerptsOf, type PlannedPage, planPages } from '#shared/publication/page-plan.ts';
import { publishVersion } from '#shared/publication/publish-version.ts';
import { type Act, actPlace } from '#shared/recount/act.ts';
import { appendBatch, nextBatch, startBuild } from '#shared/recount/ledger-build.ts';
import { must } from '#shared/result.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const ELECTION_2012 = 'legco-2012';

/** Shown on the page about verifying; its value changes nothing here. */
const SOME_VERIFIER_KEY = 'open-returns.bench/legco-2012+00000000+AQ==';

/** Everything that was accepted in the night of 2012: the definition, then every report. */
export const nightsActs = (): readonly Act[] => {
  const { definition, reports } = legco2012();
  const common = { election: definition.id, acceptedAt: definition.pollClosesAt } as const;
  return [
    { ...common, type: 'definition', role: 'chief_electoral_officer', revision: 1, body: definition },
    ...reports.map(
      (body): Act => ({
        ...common,
        type: 'report',
        role: 'presiding_officer',
        correction: false,
        body,
        warnings: [],
      }),
    ),
  ];
};

/** Every page of the night in every language, as the publisher plans it. */
export const plannedPages = (): readonly PlannedPage[] => {
  const acts = nightsActs();
  const build = startBuild(ELECTION_2012);
  const orderedAt = must(acts[0], 'there is a definition').acceptedAt;
  const plan = { version: 1, orderedAt, pollClosed: true, places: acts.map(actPlace) };
  appendBatch(build, nextBatch(build, plan, acts));
  const published = must(publishVersion(build), 'a defined election can be published');
  return planPages({
    published,
    witnesses: [],
    verifierKey: SOME_VERIFIER_KEY,
    excerpts: excerptsOf(published),
  });
};

/** Where the built site is; it is built first if it is missing or older than its sources. */
export const builtSite = async (): Promise<string> => {
  if (!(await buildSite(ROOT, (line) => process.stderr.write(`${line}\n`)))) {
    throw new Error('The site could not be built');
  }
  return `${ROOT}site/dist`;
};

export const sitePages = async (): Promise<Pages> =>
  astroPages(pathToFileURL(`${await builtSite()}/server/entry.mjs`));
