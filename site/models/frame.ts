import { LANGUAGES, type Language } from '#shared/election/text.ts';
import { KEPT_OPEN, type PageKind, type PageView, pagePaths } from '#shared/publication/page-views.ts';
import type { CountStatus, ElectionHead } from '#shared/recount/results.ts';

/** The same page in another language: the address differs only in its first segment. */
export const pathIn = (view: Pick<PageView, 'path' | 'kind' | 'language'>, language: Language): string => {
  if (view.kind === 'choose-language' || view.kind === 'not-found') return pagePaths.elections(language);
  const own = `/${view.language.toLowerCase()}/`;
  return view.path.startsWith(own) ? `/${language.toLowerCase()}/${view.path.slice(own.length)}` : view.path;
};

export const alternates = (
  view: PageView,
): readonly { readonly language: Language; readonly path: string }[] =>
  LANGUAGES.map((language) => ({ language, path: pathIn(view, language) }));

/** What the script that keeps a page fresh reads from `<html>`. */
export interface LiveFacts {
  /** A constituency, or nothing for the whole election. */
  readonly subject?: string;
  readonly changed?: number | undefined;
  readonly state: CountStatus;
  readonly reported: number;
  readonly expected: number;
}

export const liveAttributes = (
  { kind, head }: { readonly kind: PageKind; readonly head: ElectionHead },
  facts: LiveFacts,
  asOf: string,
): Record<string, string | number | undefined> => ({
  'data-pointer': `/data/${head.election}/latest.json`,
  'data-subject': facts.subject,
  'data-changed': facts.changed,
  'data-bakes': KEPT_OPEN.has(kind) ? '' : undefined,
  'data-version': head.version,
  'data-as-of': asOf,
  'data-poll': 5000,
  'data-state': facts.state,
  'data-reports': facts.reported,
  'data-expected': facts.expected,
  'data-time-zone': head.timeZone,
});

const PROVISIONAL: ReadonlySet<CountStatus> = new Set(['counting', 'misplaced', 'all', 'recount', 'lots']);

/** There are figures, and nobody has declared them: a printed sheet says so, wherever it ends up. */
export const isProvisional = (status: CountStatus): boolean => PROVISIONAL.has(status);

/** How far a title says the count has come: `121/164` or the word of the state. */
export const titleState = (
  status: CountStatus,
  counts: { readonly stationsReported: number; readonly stationsExpected: number },
  label: string,
): string =>
  status === 'counting' || status === 'misplaced' || status === 'all'
    ? `${counts.stationsReported}/${counts.stationsExpected} `
    : status === 'none' || status === 'embargo'
      ? ''
      : `${label}: `;

/** Ledger entries as short as they can be written, `3, 12–175, 581`: first and last of each run. */
export const ranges = (entries: readonly number[]): readonly (readonly [number, number])[] => {
  const sorted = [...new Set(entries)].sort((a, b) => a - b);
  const found: [number, number][] = [];
  for (let index = 0; index < sorted.length; ) {
    const from = sorted[index] ?? 0;
    while (sorted[index + 1] === (sorted[index] ?? 0) + 1) index += 1;
    found.push([from, sorted[index] ?? from]);
    index += 1;
  }
  return found;
};
