import { hongKongDayOf } from '../../calendar/hong-kong-time.ts';
import type { Text } from '../../election/text.ts';
import type { ConstituencyResult, CountStatus, ElectionHead, StationResult } from '../../recount/results.ts';
import type { StationFacts } from '../tables/stations-table.ts';
import { english } from '../tables/table.ts';
import { cdfContests } from './cdf-contests.ts';
import { cdfId, cdfText, countStatus, typed } from './cdf-parts.ts';

/**
 * `cdf.json`: NIST SP 1500-100 version 2, Election Results Reporting, as JSON. One `Election` for each constituency, because rejected papers hang
 * on an election and those of two constituencies must not run together. Quotas, remainders, the order of seats and what left a preferential
 * count have no field in it: `allocation.json` and `rounds.json` beside it have them.
 */

const REPORT_STATUS: Readonly<Record<CountStatus, string>> = {
  embargo: 'pre-election',
  none: 'unofficial-partial',
  counting: 'unofficial-partial',
  misplaced: 'unofficial-partial',
  lots: 'unofficial-complete',
  all: 'unofficial-complete',
  recount: 'recount',
  declared: 'certified',
  uncontested: 'certified',
  failed: 'certified',
  terminated: 'certified',
  corrected: 'correction',
};

const AREA = 'hong-kong';

/** The format knows whole seconds only. */
const wholeSeconds = (instant: string): string =>
  new Date(Date.parse(instant)).toISOString().replace(/\.\d+Z$/, 'Z');

const unitName = (id: string, name: Text): Text => (Object.keys(name).length > 0 ? name : { en: id });

const stationUnit = (station: StationResult) => {
  const isPolling = station.kind.includes('polling');
  return typed('ReportingUnit', {
    '@id': cdfId('station', station.id),
    Type: isPolling ? 'polling-place' : 'other',
    ...(isPolling ? {} : { OtherType: station.kind }),
    Name: cdfText(unitName(station.id, station.name)),
    Number: station.id,
    ...(station.electors === null ? {} : { VotersRegistered: station.electors }),
    CountStatus: [
      countStatus(
        station.status === 'waiting'
          ? 'not-processed'
          : station.status === 'recounting'
            ? 'in-process'
            : 'completed',
      ),
    ],
  });
};

const constituencyUnit = ({ result, stations }: StationFacts) =>
  typed('ReportingUnit', {
    '@id': cdfId('constituency', result.id),
    Type: 'other',
    OtherType: 'constituency',
    Name: cdfText(result.name),
    Number: result.id,
    ComposingGpUnitIds: stations.map(({ id }) => cdfId('station', id)),
    SubUnitsReported: result.stationsReported,
    TotalSubUnits: result.stationsExpected,
    ...(result.electors === null ? {} : { VotersRegistered: result.electors }),
  });

const ballots = (unit: string, counts: Readonly<Record<string, unknown>>) =>
  typed('BallotCounts', { GpUnitId: unit, ...counts });

/** Papers cast and rejected at each station, rejected ones by ground too, and in the whole constituency. */
const ballotCounts = ({ result, stations }: StationFacts) => [
  ...stations.flatMap((station) => {
    if (station.valid === null || station.rejected === null) return [];
    const unit = cdfId('station', station.id);
    const grounds = [...Object.entries(station.invalid), ...Object.entries(station.questionable.rejected)];
    return [
      ballots(unit, {
        Type: 'total',
        BallotsCast: station.valid + station.rejected,
        BallotsRejected: station.rejected,
      }),
      ...grounds.map(([ground, papers]) =>
        ballots(unit, { Type: 'other', OtherType: ground, BallotsRejected: papers }),
      ),
    ];
  }),
  ...(result.stationsReported === 0
    ? []
    : [
        ballots(cdfId('constituency', result.id), {
          Type: 'total',
          BallotsCast: result.valid + result.rejected,
          BallotsRejected: result.rejected,
        }),
      ]),
];

const isFinal = ({ declaration }: ConstituencyResult): boolean => declaration !== null;

const candidates = ({ result }: StationFacts) =>
  result.contestants.flatMap((contestant) =>
    contestant.candidates.map((candidate) =>
      typed('Candidate', {
        '@id': cdfId('candidate', result.id, candidate.id),
        BallotName: cdfText(candidate.name),
        ...(candidate.elected && isFinal(result) ? { PostElectionStatus: 'winner' } : {}),
      }),
    ),
  );

const cdfElection = (head: ElectionHead, facts: StationFacts) => {
  const day = hongKongDayOf(head.pollOpensAt);
  const isReferendum = facts.result.kind === 'referendum';
  return typed('Election', {
    Name: cdfText(head.title),
    Type: isReferendum ? 'other' : 'general',
    ...(isReferendum ? { OtherType: 'referendum' } : {}),
    StartDate: day,
    EndDate: hongKongDayOf(head.pollClosesAt),
    ElectionScopeId: cdfId('constituency', facts.result.id),
    ExternalIdentifier: [
      typed('ExternalIdentifier', {
        Type: 'other',
        OtherType: 'open-returns',
        Value: `${head.election}/${facts.result.id}`,
      }),
    ],
    BallotCounts: ballotCounts(facts),
    Candidate: candidates(facts),
    Contest: cdfContests(facts),
  });
};

const title = (head: ElectionHead): string => english(head.title) ?? head.election;

/** The whole report, as a value for JSON. */
export const cdfReport = (head: ElectionHead, facts: readonly StationFacts[]): unknown =>
  typed('ElectionReport', {
    Format: 'precinct-level',
    GeneratedDate: wholeSeconds(head.asOf),
    Issuer: 'Open Returns',
    IssuerAbbreviation: 'OR',
    VendorApplicationId: 'open-returns',
    Status: REPORT_STATUS[head.status],
    // One report is the whole version: the sequence says which part of it this is.
    SequenceStart: 1,
    SequenceEnd: 1,
    IsTest: head.test,
    ...(head.test ? { TestType: 'rehearsal' } : {}),
    ExternalIdentifier: [
      typed('ExternalIdentifier', { Type: 'other', OtherType: 'version', Value: String(head.version) }),
    ],
    Notes: `${head.test ? 'TEST: people and figures are invented, or replayed from an earlier election. ' : ''}${title(head)}, version ${head.version}. Each constituency is an Election. allocation.json and rounds.json have quotas, remainders and transfers.`,
    GpUnit: [
      typed('ReportingUnit', {
        '@id': AREA,
        Type: 'other',
        OtherType: 'territory',
        Name: cdfText({ en: 'Hong Kong', 'zh-Hant': '香港', 'zh-Hans': '香港' }),
        ComposingGpUnitIds: facts.map(({ result }) => cdfId('constituency', result.id)),
      }),
      ...facts.flatMap((of) => [constituencyUnit(of), ...of.stations.map(stationUnit)]),
    ],
    Election: facts.map((of) => cdfElection(head, of)),
  });
