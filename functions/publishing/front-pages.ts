import * as z from 'zod/mini';
import { LANGUAGES, type Language, Text } from '#shared/election/text.ts';
import { atOrigin, type PlannedPage } from '#shared/publication/page-plan.ts';
import { type ListedElection, pagePaths } from '#shared/publication/page-views.ts';
import { dataPaths } from '#shared/publication/paths.ts';
import { readPointer } from '#shared/publication/read-pointer.ts';
import type { ElectionHead } from '#shared/recount/results.ts';
import type { ObjectStore, Records } from '../ports.ts';
import { objectVersion, putPage } from './bake-pages.ts';
import { inParallel } from './in-parallel.ts';
import type { Pages } from './pages.ts';
import { putFrontSitemaps } from './sitemaps.ts';

/** The pages above all elections: language choice, the officers' desk, list of elections, and what is not found. */
export interface FrontPages {
  publish(): Promise<void>;
}

export interface FrontPagePorts {
  readonly records: Records;
  readonly files: ObjectStore;
  readonly pages: Pages;
  /** The site's own address, where it knows one. */
  readonly origin?: string | undefined;
}

const ListedFields = z.object({
  election: z.string(),
  version: z.int(),
  constituencies: z.array(z.object({ id: z.string(), name: Text })),
});

/** An election as it is listed, read from its published results so that no list runs ahead of them. */
const readListed = async (files: ObjectStore, path: string): Promise<ListedElection | null> => {
  const object = await files.get(path.slice(1));
  if (!object) return null;
  const { progress: _progress, ...results } = JSON.parse(new TextDecoder().decode(object.bytes));
  const { constituencies } = z.parse(ListedFields, results);
  return { ...(results as ElectionHead), constituencies };
};

const chooseLanguage: PlannedPage = {
  kind: 'choose-language',
  path: pagePaths.chooseLanguage(),
  version: 0,
  view: () => ({ kind: 'choose-language', path: pagePaths.chooseLanguage(), language: 'en' }),
};

/** The desk's pages hold no value: what officers see comes from the API. */
const desks: readonly PlannedPage[] = LANGUAGES.map((language) => ({
  kind: 'desk',
  path: pagePaths.desk(language),
  version: 0,
  view: () => ({ kind: 'desk', path: pagePaths.desk(language), language }),
}));

/** Every pointer only moves forward, so their sum does: it orders the lists' own versions. */
const versionOf = (elections: readonly ListedElection[]): number =>
  elections.reduce((sum, election) => sum + election.version, 0);

const plannedLists = (elections: readonly ListedElection[]): readonly PlannedPage[] => {
  const version = versionOf(elections);
  const newestFirst = [...elections].sort(
    (a, b) => Date.parse(b.pollOpensAt) - Date.parse(a.pollOpensAt) || (a.election < b.election ? -1 : 1),
  );
  const page = (kind: 'elections' | 'not-found', path: string, language: Language): PlannedPage => ({
    kind,
    path,
    version,
    view: () => ({ kind, path, language, elections: newestFirst }),
  });
  return [
    // The edge knows one page for what is not found; a local reader gets the one of the language.
    page('not-found', '/404/', 'en'),
    ...LANGUAGES.flatMap((language) => [
      page('elections', pagePaths.elections(language), language),
      page('not-found', pagePaths.notFound(language), language),
    ]),
  ];
};

/** Bakes the front pages from what is published; does nothing while no pointer has moved. */
export const frontPages = (ports: FrontPagePorts): FrontPages => {
  const known = new Map<string, { readonly path: string; readonly listed: ListedElection }>();
  let shown: string | null = null;

  const current = async (election: string): Promise<ListedElection | null> => {
    const object = await ports.files.get(dataPaths.latest(election));
    const path = object && readPointer(object.bytes)?.files['results.json']?.path;
    if (!path) return null;
    const before = known.get(election);
    if (before?.path === path) return before.listed;
    const listed = await readListed(ports.files, path);
    if (listed) known.set(election, { path, listed });
    return listed;
  };

  return {
    publish: async () => {
      const elections = await ports.records.elections();
      const found = (await Promise.all(elections.map(current))).filter((listed) => listed !== null);
      const now = found.map(({ election, version }) => `${election}@${version}`).join();
      if (now === shown) return;
      const pages = shown === null ? [chooseLanguage, ...desks, ...plannedLists(found)] : plannedLists(found);
      await inParallel(pages.map(atOrigin(ports.origin)), (page) => putPage(ports, page));
      await putFrontSitemaps(ports, found, objectVersion(versionOf(found), ports.pages.build));
      shown = now;
    },
  };
};
