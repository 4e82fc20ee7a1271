/** A verdict as the page shows it: facts and names only, the words are the page's. */
import { shownValue } from '#shared/election/input-problem.ts';
import { type Language, textIn } from '#shared/election/text.ts';
import type { VersionFiles } from '#shared/publication/version-files.ts';
import type { Finding, FindingKind } from '#shared/verification/finding.ts';
import { type Outcome, outcomeOf } from '#shared/verification/outcome.ts';
import type { Subject } from '#shared/verification/subject.ts';
import type { Verdict } from '#shared/verification/verify-election.ts';
import type { Check, CheckState } from './checks.ts';

/** A name in the language in which it is given. */
export interface ToldName {
  readonly text: string;
  readonly lang: Language;
}

export type FileKind =
  | 'checkpoint'
  | 'key'
  | 'heartbeat'
  | 'pointer'
  | 'tile'
  | 'bundle'
  | 'beside'
  | 'feed'
  | 'published';

export interface ToldFinding {
  readonly kind: FindingKind;
  readonly path: string;
  readonly file: FileKind;
  /** Which sentence says it: `said.{sentence}`. */
  readonly sentence: string;
  readonly fill: Readonly<Record<string, string | number>>;
  readonly constituency: ToldName | null;
  readonly contestant: { readonly number: string; readonly name: ToldName | null } | null;
  readonly station: { readonly id: string; readonly name: ToldName | null } | null;
  /** JSON path, or line and column. */
  readonly place: string | null;
  /** `null` where there is nothing at that place. */
  readonly actual: string | null;
  readonly expected: string | null;
  readonly at: number | null;
  readonly bytes: number | null;
  readonly expectedBytes: number | null;
  readonly detail: string;
}

export interface ToldVerdict {
  readonly outcome: Outcome;
  readonly version: number;
  readonly entries: number;
  readonly files: number;
  readonly bytesRead: number;
  readonly reports: number;
  readonly votes: number;
  readonly seats: number;
  readonly sizeSeen: number | null;
  /** Older than what was seen, which a copy may be. */
  readonly isOlder: boolean;
  readonly root: string;
  readonly mayBeMore: boolean;
  readonly checks: Readonly<Record<Check, CheckState>>;
  readonly places: readonly {
    readonly id: string;
    readonly name: ToldName;
    readonly votes: number;
    readonly isEqual: boolean;
  }[];
  readonly findings: readonly ToldFinding[];
  /** To be kept by the browser. */
  readonly remembered: string;
  /** Everything above and below in one JSON text, to be saved. */
  readonly report: string;
}

export const fileKind = (path: string): FileKind => {
  const name = path.slice(path.indexOf('/', 'data/'.length) + 1);
  if (name === 'log/checkpoint') return 'checkpoint';
  if (name === 'log/vkey') return 'key';
  if (name === 'latest.json') return 'pointer';
  if (name === 'heartbeat') return 'heartbeat';
  if (name.startsWith('log/tile/entries/')) return 'bundle';
  if (name.startsWith('log/tile/')) return 'tile';
  if (name.startsWith('log/')) return 'beside';
  return /feed\.([a-z-]+\.)?(atom|json)$/.test(name) ? 'feed' : 'published';
};

/** A value as a reader sees it; `null` where there is none. */
const shown = (value: unknown): string | null => {
  if (value === undefined) return null;
  if (typeof value === 'number') return value.toLocaleString('en');
  const text = shownValue(value);
  return typeof text === 'string' ? text : JSON.stringify(text);
};

const named = (text: Parameters<typeof textIn>[0], language: Language): ToldName => {
  const found = textIn(text, language);
  return { text: found.text, lang: found.lang };
};

const subjectNames = (published: VersionFiles | null, subject: Subject, language: Language) => {
  const results = published?.election.constituencies.map(({ result }) => result) ?? [];
  const at = results.find(({ id }) => id === subject.constituency);
  const stations = at
    ? (published?.stations.get(at.id) ?? [])
    : [...(published?.stations.values() ?? [])].flat();
  const station = stations.find(({ id }) => id === subject.station);
  const contestant = at?.contestants.find(({ id }) => id === subject.contestant);
  return {
    constituency: at ? named(at.name, language) : null,
    station:
      subject.station === undefined
        ? null
        : { id: subject.station, name: station ? named(station.name, language) : null },
    contestant:
      subject.contestant === undefined
        ? null
        : {
            number: contestant?.number ?? subject.contestant,
            name: contestant ? named(contestant.name, language) : null,
          },
  };
};

const sentenceOf = ({ kind, difference, entry, extent, path }: Finding): string => {
  if (extent) return `${kind}.${extent.of}`;
  if (kind !== 'differs') return kind;
  if (entry !== undefined) return 'differs-entry';
  if (!difference) return 'differs';
  const { form } = difference.place;
  if (form === 'json' || form === 'csv') return 'place';
  return form === 'byte' && fileKind(path) === 'tile' ? 'tile' : form;
};

const placeOf = ({ difference }: Finding) => {
  const place = difference?.place;
  if (place?.form === 'json')
    return { place: place.path, actual: shown(place.actual), expected: shown(place.expected) };
  if (place?.form === 'csv')
    return {
      place: `${place.line} / ${place.column}`,
      actual: shown(place.actual),
      expected: shown(place.expected),
    };
  return { place: null, actual: null, expected: null };
};

export const tellFinding = (
  finding: Finding,
  published: VersionFiles | null,
  language: Language,
): ToldFinding => {
  const { kind, path, difference, entry, extent, message } = finding;
  const place = difference?.place;
  const subject: Subject = place && 'subject' in place ? place.subject : {};
  return {
    kind,
    path,
    file: fileKind(path),
    sentence: sentenceOf(finding),
    fill: {
      ...(entry === undefined ? {} : { entry }),
      ...(extent ? { now: extent.now, before: extent.before } : {}),
      ...(difference
        ? { at: difference.at, bytes: difference.bytes, expectedBytes: difference.expectedBytes }
        : {}),
    },
    ...subjectNames(published, subject, language),
    ...placeOf(finding),
    at: difference?.at ?? null,
    bytes: difference?.bytes ?? null,
    expectedBytes: difference?.expectedBytes ?? null,
    detail: message,
  };
};

const isOfLog = ({ path }: Finding): boolean => /^data\/[^/]+\/log\/(tile|entry|body)\//.test(path);

/** Whether entries that were signed before are not there any more, or others stand in their place. */
const isOfHistory = ({ extent }: Finding): boolean => extent !== undefined && extent.of !== 'versions';

const stateOf = (isReached: boolean, isBad: boolean): CheckState => {
  if (isBad) return 'fails';
  return isReached ? 'ok' : 'unknown';
};

/** Which of the checks were reached, and which hold. */
export const checksOf = ({ findings, published, root }: Pick<Verdict, 'findings' | 'published' | 'root'>) => {
  const any = (test: (finding: Finding) => boolean): boolean => findings.some(test);
  const kinds = new Set(findings.map(({ kind }) => kind));
  const isOpened = root !== null;
  const isRecounted = published !== null;
  const isOfFiles = (finding: Finding): boolean =>
    !isOfLog(finding) &&
    (['differs', 'missing', 'unaccounted', 'unreadable'].includes(finding.kind) ||
      (finding.kind === 'rolled-back' && !isOfHistory(finding)));
  return {
    signature: stateOf(isOpened, kinds.has('signature')),
    entries: stateOf(
      isRecounted,
      any((finding) => isOfLog(finding) && finding.kind !== 'entry'),
    ),
    seen: stateOf(isOpened && !kinds.has('signature'), any(isOfHistory)),
    rules: stateOf(isRecounted, kinds.has('entry')),
    count: stateOf(isRecounted && !kinds.has('entry'), false),
    files: stateOf(isRecounted, any(isOfFiles)),
  } satisfies Record<Check, CheckState>;
};

/** Whether any finding is about the file of a constituency, or about a place of it in another. */
const concerns = (id: string, { path, difference }: Finding): boolean => {
  const place = difference?.place;
  return (
    path.endsWith(`/constituencies/${id}.json`) ||
    (place !== undefined && 'subject' in place && place.subject.constituency === id)
  );
};

export interface TellingFacts {
  readonly language: Language;
  readonly bytesRead: number;
  /** What the browser knew before. */
  readonly rememberedBefore: string;
  readonly isCopy: boolean;
}

export const tellVerdict = (verdict: Verdict, facts: TellingFacts): ToldVerdict => {
  const { findings, published, seen, sizeSeen, isOlder } = verdict;
  const { language, bytesRead, rememberedBefore } = facts;
  const results = published?.election.constituencies.map(({ result }) => result) ?? [];
  const told = findings.map((finding) => tellFinding(finding, published, language));
  const sum = (of: (result: (typeof results)[number]) => number): number =>
    results.reduce((total, result) => total + of(result), 0);
  const { published: _published, seen: _seen, ...plain } = verdict;
  const report = {
    program: 'Open Returns',
    outcome: outcomeOf(findings),
    ...plain,
    fromCopy: facts.isCopy,
    bytesRead,
    seenBefore: JSON.parse(rememberedBefore),
  };
  return {
    outcome: outcomeOf(findings),
    version: verdict.versions,
    entries: verdict.entries,
    files: verdict.filesCompared,
    bytesRead,
    reports: sum(({ stationsReported }) => stationsReported),
    votes: sum(({ valid }) => valid),
    seats: sum((result) => result.seats),
    sizeSeen,
    isOlder,
    root: verdict.root ?? '',
    mayBeMore: verdict.stoppedEarly && findings.length > 0,
    checks: checksOf(verdict),
    places: results.map((result) => ({
      id: result.id,
      name: named(result.name, language),
      votes: result.valid,
      isEqual: !findings.some((finding) => concerns(result.id, finding)),
    })),
    findings: told,
    remembered: JSON.stringify(seen),
    report: `${JSON.stringify(report, null, 1)}\n`,
  };
};
