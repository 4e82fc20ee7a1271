import { canonicalJson } from '../canonical-json.ts';
import type { ElectionDefinition } from '../election/definition.ts';
import type { Act, ActOf } from './act.ts';
import type { CountEntry, WithheldEntry } from './count-entry.ts';
import {
  type ConstituencyFold,
  currentReport,
  type ElectionFold,
  expectedStations,
  insertReport,
  type LoggedReport,
  reportedStations,
  startConstituency,
  type Withheld,
} from './election-fold.ts';
import { reportChanges } from './report-changes.ts';
import type { Change } from './results.ts';

const touch = (
  fold: ElectionFold,
  constituency: ConstituencyFold,
  entry: number | null,
  by: 'act' | 'report' = 'act',
): void => {
  constituency.version = fold.version;
  constituency.asOf = fold.asOf;
  if (by === 'act') {
    constituency.actVersion = fold.version;
    constituency.actAsOf = fold.asOf;
  }
  if (entry !== null) constituency.entries.push(entry);
};

/** Tells why an entry changes nothing. */
export const setAside = (fold: ElectionFold, entry: number, code: string): void => {
  fold.setAside.push({ entry, code });
};

/** What a page of one constituency rests on in a definition. */
const definitionOf = (definition: ElectionDefinition | null, id: string): string => {
  if (!definition) return '';
  const { constituencies, stations, ...election } = definition;
  return canonicalJson({
    election,
    constituency: constituencies.find((constituency) => constituency.id === id) ?? null,
    stations: stations.filter(({ constituency }) => constituency === id),
  });
};

const applyDefinition = (fold: ElectionFold, act: ActOf<'definition'>, entry: number): void => {
  // A lower revision that was ordered late undoes nothing.
  if (act.revision <= fold.definitionRevision) return setAside(fold, entry, 'superseded');
  const before = fold.definition;
  fold.definition = act.body;
  fold.definitionRevision = act.revision;
  fold.defined = { version: fold.version, asOf: fold.asOf };
  fold.expected.clear();
  for (const [id, stations] of expectedStations(act.body)) fold.expected.set(id, stations);
  for (const constituency of fold.constituencies.values()) {
    constituency.reported = reportedStations(fold, constituency);
  }
  for (const { id } of act.body.constituencies) {
    const constituency = fold.constituencies.get(id) ?? startConstituency(id);
    fold.constituencies.set(id, constituency);
    if (definitionOf(before, id) !== definitionOf(act.body, id)) touch(fold, constituency, entry);
  }
  fold.changes.push({
    version: fold.version,
    at: fold.asOf,
    constituency: null,
    station: null,
    field: 'definition',
    old: before ? act.revision - 1 : null,
    new: act.revision,
    reason: null,
    role: act.role,
    entry,
  });
};

const noteProgress = (fold: ElectionFold, constituency: ConstituencyFold, entry: number): void => {
  const point = (series: [string, number][], reports: number): void => {
    if (series.at(-1)?.[0] === fold.asOf) series.pop();
    series.push([fold.asOf, reports]);
  };
  constituency.reported += 1;
  constituency.lastReport = { at: fold.asOf, entry };
  point(constituency.progress, constituency.reported);
  let all = 0;
  for (const id of fold.expected.keys()) all += fold.constituencies.get(id)?.reported ?? 0;
  point(fold.progress, all);
};

const applyReport = (fold: ElectionFold, logged: LoggedReport, constituency: ConstituencyFold): void => {
  const { act, body } = logged;
  if (!fold.expected.get(constituency.id)?.includes(body.station)) {
    return setAside(fold, act.entry, 'station-not-counting');
  }
  if (constituency.declaration && !act.correction) return setAside(fold, act.entry, 'after-declaration');
  const before = currentReport(constituency, body.station);
  insertReport(constituency, logged);
  touch(fold, constituency, act.entry, 'report');
  // A lower revision that was ordered late is kept, and changes nothing.
  if (currentReport(constituency, body.station) !== logged) return;
  const changes = reportChanges(before ?? null, logged, fold);
  fold.changes.push(...changes);
  if (before) constituency.changes.push(...changes);
  else noteProgress(fold, constituency, act.entry);
};

/** Tells what an act changed. */
export const change = (fold: ElectionFold, act: Act & { entry: number }, what: Partial<Change>): void => {
  fold.changes.push({
    version: fold.version,
    at: fold.asOf,
    constituency: null,
    station: null,
    field: act.type,
    old: null,
    new: null,
    reason: null,
    role: act.role,
    entry: act.entry,
    ...what,
  });
};

/** Acts of an officer other than reports: they join their constituency and are told as changes. */
const applyOfficersAct = (
  fold: ElectionFold,
  act: Exclude<Act, { type: 'report' | 'definition' | 'notice' }> & { entry: number },
  constituency: ConstituencyFold,
): void => {
  const { body } = act;
  switch (act.type) {
    case 'recount':
      constituency.recounts.push(act);
      change(fold, act, { new: act.body.decision, station: act.body.station ?? null });
      break;
    case 'lots':
      constituency.lots.push(act);
      change(fold, act, { new: act.body.draws.length });
      break;
    case 'event':
      constituency.events.push(act);
      change(fold, act, { field: `event.${act.candidate}`, new: act.body.event });
      break;
    case 'relocation':
      constituency.relocations.push(act);
      change(fold, act, { new: act.body.number, station: act.body.station });
      break;
    case 'adjournment':
      constituency.adjournments.push(act);
      change(fold, act, { new: act.body.state, station: act.body.station ?? null });
      break;
    case 'statement':
      if (!constituency.declaration) return setAside(fold, act.entry, 'not-declared');
      constituency.statements.push(act);
      change(fold, act, { new: act.body.number });
      break;
    case 'declaration':
      if (constituency.declaration) return setAside(fold, act.entry, 'already-declared');
      constituency.declaration = act;
      constituency.declared = { version: fold.version, asOf: fold.asOf };
      change(fold, act, { new: act.body.outcome });
      break;
  }
  touch(fold, constituency, act.entry);
  const last = fold.changes.at(-1);
  if (last) {
    const reason = 'reason' in body ? (body.reason ?? null) : null;
    fold.changes[fold.changes.length - 1] = { ...last, constituency: constituency.id, reason };
  }
};

type FiguresAct = Exclude<Act, { type: 'notice' }>;

const applyAct = (
  fold: ElectionFold,
  act: FiguresAct & { entry: number },
  withheld: Withheld | null,
): void => {
  if (act.type === 'definition') return applyDefinition(fold, act, act.entry);
  const constituency = fold.constituencies.get(act.body.constituency);
  if (!constituency) return setAside(fold, act.entry, 'unknown-constituency');
  if (act.type === 'report') {
    const { version, asOf } = fold;
    return applyReport(fold, { act, body: act.body, withheld, version, asOf }, constituency);
  }
  return applyOfficersAct(fold, act, constituency);
};

const withheldBy = (entry: WithheldEntry): Withheld => ({
  rankings: entry.rankingsCommitment !== undefined,
  accounts: entry.accountsCommitment !== undefined,
  questionableRejected: entry.questionableRejected ?? 0,
});

const startBatch = (fold: ElectionFold, version: number, orderedAt: string): void => {
  fold.version = version;
  fold.asOf = orderedAt;
  fold.changes = [];
};

/** An entry that says something of the count: every one but notices and filings. */
export type FiguresEntry = Exclude<CountEntry, { type: 'notice' }>;

/**
 * Adds the next entry of the count to the state. Total: whatever a well-formed entry says, the fold goes on;
 * an entry that cannot count is set aside with a reason and changes no figure [I12].
 */
export const applyCountEntry = (fold: ElectionFold, entry: FiguresEntry): void => {
  const index = fold.size;
  fold.size += 1;
  switch (entry.type) {
    case 'batch':
      return startBatch(fold, entry.version, entry.orderedAt);
    case 'poll-closed':
      fold.pollClosed = true;
      for (const constituency of fold.constituencies.values()) touch(fold, constituency, null);
      return;
    case 'rounds': {
      const constituency = fold.constituencies.get(entry.constituency);
      if (!constituency) return setAside(fold, index, 'unknown-constituency');
      constituency.rounds = { ...entry, entry: index };
      return touch(fold, constituency, index, 'report');
    }
    case 'misplaced-estimate': {
      const constituency = fold.constituencies.get(entry.constituency);
      if (!constituency) return setAside(fold, index, 'unknown-constituency');
      constituency.misplacedEstimate = entry.estimate;
      return touch(fold, constituency, index, 'report');
    }
    case 'report-withheld':
      if (entry.report.type === 'notice') return setAside(fold, index, 'nothing-withheld');
      return applyAct(fold, { ...entry.report, entry: index }, withheldBy(entry));
    default:
      return applyAct(fold, { ...entry, entry: index }, null);
  }
};
