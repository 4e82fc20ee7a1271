import type { Constituency, ElectionDefinition } from '../election/definition.ts';
import type { ActOf } from './act.ts';
import type { MisplacedEntry } from './count-entry.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { estimateFrom, isEstimateDue } from './misplaced-papers.ts';
import { publishedParts, withheldParts } from './public-entry.ts';
import { roundsEntry } from './rounds-entry.ts';
import { constituencyOf } from './tally.ts';

type Report = ActOf<'report'>;

/** The revision that counts of each station: highest count, then highest revision. */
const currentOf = (reports: readonly Report[]): ReadonlyMap<string, Report> => {
  const latest = new Map<string, Report>();
  for (const report of reports) {
    const standing = latest.get(report.body.station);
    const later =
      !standing ||
      report.body.count > standing.body.count ||
      (report.body.count === standing.body.count && report.body.revision > standing.body.revision);
    if (later) latest.set(report.body.station, report);
  }
  return latest;
};

/** What the ledger is told of a constituency's reports beside the reports themselves. */
export interface Attesting {
  readonly definition: ElectionDefinition;
  /** Stations that owe a report, by constituency. */
  readonly expected: ReadonlyMap<string, readonly string[]>;
  /** Every report of a constituency that the fold takes, whole. */
  readonly reports: ReadonlyMap<string, readonly Report[]>;
}

/** Rounds for readers to re-add, where rankings stay private. */
export const attestedRounds = (attesting: Attesting, id: string): readonly LedgerEntry[] => {
  const { definition, reports } = attesting;
  const current = [...currentOf(reports.get(id) ?? []).values()];
  const published = publishedParts(definition);
  if (!current.some(({ body }) => withheldParts(body, published).rankings)) return [];
  return roundsEntry(definition, id, current);
};

const misplacedEntry = (
  { definition, expected, reports }: Attesting,
  constituency: Constituency,
): readonly MisplacedEntry[] => {
  const { id } = constituency;
  const current = currentOf(reports.get(id) ?? []);
  const stations = expected.get(id) ?? [];
  const bodyOf = (station: string) => current.get(station)?.body;
  const published = publishedParts(definition);
  const isKeptBack = stations.some((station) => {
    const body = bodyOf(station);
    return body !== undefined && withheldParts(body, published).accounts;
  });
  if (!isKeptBack || !isEstimateDue(definition, constituency, stations, (station) => current.has(station))) {
    return [];
  }
  const estimate = estimateFrom(definition, constituency, stations, bodyOf);
  return [{ type: 'misplaced-estimate', election: definition.id, constituency: id, estimate }];
};

/** The estimated misplaced papers of a constituency, where accounts stay private and every station has reported [2016 ¶5.79-5.80]. */
export const attestedEstimate = (attesting: Attesting, id: string): readonly LedgerEntry[] => {
  const constituency = constituencyOf(attesting.definition, id);
  return constituency ? misplacedEntry(attesting, constituency) : [];
};
