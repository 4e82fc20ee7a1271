import * as z from 'zod/mini';
import { LANGUAGES, type Language } from '#shared/election/text.ts';
import type { PlannedPage } from '#shared/publication/page-plan.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import { dataPaths } from '#shared/publication/paths.ts';
import { readPointer } from '#shared/publication/read-pointer.ts';
import type { ElectionHead } from '#shared/recount/results.ts';
import type { ObjectStore, Records } from '../ports.ts';
import { putPage } from './bake-pages.ts';
import { inParallel } from './in-parallel.ts';
import type { Pages } from './pages.ts';

/** The pages above all elections: language choice, list of elections, and what is not found. */
export interface FrontPages {
  publish(): Promise<void>;
}

export interface FrontPagePorts {
  readonly records: Records;
  readonly files: ObjectStore;
  readonly pages: Pages;
}

const HeadFields = z.object({ election: z.string(), version: z.int() });

/** The head of an election's results, read from the published file so that the list never runs ahead of it. */
const readHead = async (files: ObjectStore, path: string): Promise<ElectionHead | null> => {
  const object = await files.get(path.slice(1));
  if (!object) return null;
  const {
    constituencies: _constituencies,
    progress: _progress,
    ...head
  } = JSON.parse(new TextDecoder().decode(object.bytes));
  z.parse(HeadFields, head);
  return head as ElectionHead;
};

const plannedFront = (heads: readonly ElectionHead[]): readonly PlannedPage[] => {
  // Every pointer only moves forward, so their sum does: it orders the list's own versions.
  const version = heads.reduce((sum, head) => sum + head.version, 0);
  const newestFirst = [...heads].sort((a, b) => (a.pollOpensAt < b.pollOpensAt ? 1 : -1));
  return LANGUAGES.map((language): PlannedPage => {
    const path = pagePaths.elections(language);
    return {
      kind: 'elections',
      path,
      version,
      view: () => ({ kind: 'elections', path, language, elections: newestFirst }),
    };
  });
};

const notFoundPage = (path: string, language: Language): PlannedPage => ({
  kind: 'not-found',
  path,
  version: 0,
  view: () => ({ kind: 'not-found', path, language }),
});

const fixedPages = (): readonly PlannedPage[] => [
  {
    kind: 'choose-language',
    path: pagePaths.chooseLanguage(),
    version: 0,
    view: () => ({ kind: 'choose-language', path: pagePaths.chooseLanguage(), language: 'en' }),
  },
  // The edge knows one page for what is not found; a local reader gets the one of the language.
  notFoundPage('/404/', 'en'),
  ...LANGUAGES.map((language) => notFoundPage(pagePaths.notFound(language), language)),
];

/** Bakes the front pages from what is published; does nothing while no pointer has moved. */
export const frontPages = (ports: FrontPagePorts): FrontPages => {
  const heads = new Map<string, { readonly path: string; readonly head: ElectionHead }>();
  let shown = '';
  let fixed = false;

  const currentHead = async (election: string): Promise<ElectionHead | null> => {
    const object = await ports.files.get(dataPaths.latest(election));
    const path = object && readPointer(object.bytes)?.files['results.json']?.path;
    if (!path) return null;
    const known = heads.get(election);
    if (known?.path === path) return known.head;
    const head = await readHead(ports.files, path);
    if (head) heads.set(election, { path, head });
    return head;
  };

  return {
    publish: async () => {
      const elections = await ports.records.elections();
      const found = (await Promise.all(elections.map(currentHead))).filter((head) => head !== null);
      const now = found.map(({ election, version }) => `${election}@${version}`).join();
      if (!fixed) await inParallel(fixedPages(), (page) => putPage(ports, page));
      fixed = true;
      if (now === shown) return;
      await inParallel(plannedFront(found), (page) => putPage(ports, page));
      shown = now;
    },
  };
};
