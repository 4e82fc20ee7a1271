import * as z from 'zod/mini';
import { LotsDrawn } from '#shared/election/acts.ts';
import type { StationReport } from '#shared/election/report.ts';
import { must } from '#shared/result.ts';
import { type ElectionScript, lotsActs, type OfficersAct } from './election-script.ts';
import { rehearsalDefinition } from './rehearsal-definition.ts';
import { rehearsalNotices } from './rehearsal-notices.ts';
import { rehearsalReports } from './rehearsal-reports.ts';
import { scriptFile } from './script-file.ts';

const reportAt = (reports: readonly StationReport[], station: string): StationReport =>
  must(
    reports.find((report) => report.station === station),
    `the rehearsal has a report of ${station}`,
  );

const movedVotes = (report: StationReport, votes: Readonly<Record<string, number>>): StationReport => {
  const before = report.votes ?? {};
  return {
    ...report,
    votes: Object.fromEntries(Object.entries(before).map(([id, was]) => [id, was + (votes[id] ?? 0)])),
  };
};

/** As first entered: the figures of lists 1 and 2 in each other's row. */
const wronglyEntered = (report: StationReport): StationReport => {
  const gap = (report.votes?.['2'] ?? 0) - (report.votes?.['1'] ?? 0);
  return movedVotes(report, { '1': gap, '2': -gap });
};

const recountAt = (report: StationReport): OfficersAct => ({
  resource: 'recounts',
  role: 'presiding_officer',
  constituency: report.constituency,
  body: {
    constituency: report.constituency,
    number: 1,
    scope: 'station',
    station: report.station,
    requestedBy: 'counting_agent',
    decision: 'allowed',
  },
  after: 'reports',
});

/** The first name of a list that wins a seat dies while the votes are counted: the next name takes it [2016 ¶2.30]. */
const DEATH: OfficersAct = {
  resource: 'candidates/2a/events',
  role: 'returning_officer',
  constituency: 'NTE',
  body: {
    constituency: 'NTE',
    event: 'died',
    satisfiedAt: '2016-09-05T01:10:00+08:00',
    reason: 'Rehearsal: a death after the close of poll.',
  },
  after: 'reports',
};

/** Papers set aside on one ground belonged to another: the votes stay as they are. */
const correctionOf = (report: StationReport): OfficersAct => {
  const { unmarked = 0, not_stamp = 0, ...others } = report.invalid ?? {};
  const moved = Math.min(1, unmarked);
  return {
    resource: 'corrections',
    role: 'returning_officer',
    constituency: report.constituency,
    body: {
      ...report,
      revision: 2,
      reason: 'One paper without the chop had been put with the unmarked ones.',
      invalid: { ...others, unmarked: unmarked - moved, not_stamp: not_stamp + moved },
    },
    after: 'declaration',
  };
};

/** The rehearsal night under the rules of 2016: every voting system, and everything that can happen to a report. */
export const rehearsal2016 = (seed = 2016): ElectionScript => {
  const definition = rehearsalDefinition(seed);
  const right = rehearsalReports(definition, seed);
  const revised = reportAt(right, 'A07');
  const recounted = reportAt(right, 'C05');
  const lots = scriptFile(z.array(LotsDrawn), 'rehearsal-2016/lots.json');
  return {
    id: definition.id,
    definition,
    reports: [
      ...right.map((report) => (report === revised ? wronglyEntered(report) : report)),
      {
        ...revised,
        revision: 2,
        reason: 'The figures of lists 1 and 2 had been entered in each other’s row.',
      },
      { ...movedVotes(recounted, { '2': -7, '3': 7 }), count: 2 },
    ],
    lots,
    officersActs: [
      recountAt(recounted),
      DEATH,
      ...lotsActs(lots),
      correctionOf(reportAt(right, 'CCS-EDU')),
      ...rehearsalNotices(definition, right),
    ],
  };
};
