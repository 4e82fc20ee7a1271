import type { Signed } from '#shared/desk/desk-record.ts';
import { deskPartition } from '#shared/desk/desk-record.ts';
import { type StationWork, stationWork } from '#shared/desk/station-work.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import type { Known } from '#shared/recount/accept-report.ts';
import { REPORT_KEYS } from '#shared/recount/act.ts';
import { readableActs } from '../acts/stored-acts.ts';
import type { Records, StoredAct } from '../ports.ts';
import { readDeskRecords } from './desk-records.ts';

interface Place {
  readonly constituency: string;
  readonly station: string;
}

/** Everything that decides about one station's form: its reports, what officers did in the constituency, and what lies on the desk. */
export interface StationDesk {
  readonly known: Known;
  readonly work: StationWork;
  readonly stored: readonly StoredAct[];
}

export const stationDesk = async (
  records: Records,
  definition: ElectionDefinition,
  { constituency, station }: Place,
): Promise<StationDesk> => {
  const { id } = definition;
  const partition = deskPartition(constituency);
  const [reports, officers, forms, steps] = await Promise.all([
    records.list(id, constituency, { prefix: `${REPORT_KEYS}${station}#` }),
    records.list(id, constituency, { below: REPORT_KEYS }),
    records.list(id, partition, { prefix: `form#${station}#` }),
    records.list(id, partition, { prefix: `step#${station}#` }),
  ]);
  const acts = readableActs([...reports, ...officers]);
  const stored = [...forms, ...steps];
  const facts = { constituency, station, acts, records: readDeskRecords(stored) };
  return { known: { election: id, definition, acts }, work: stationWork(definition.entry, facts), stored };
};

/** Everything of a constituency: every act, every record on its desk. */
export interface ConstituencyDesk {
  readonly known: Known;
  readonly records: readonly Signed[];
}

/** The same as it is stored. */
export interface StoredConstituency {
  readonly acts: readonly StoredAct[];
  readonly desk: readonly StoredAct[];
}

export const constituencyRecords = async (
  records: Records,
  definition: ElectionDefinition,
  constituency: string,
): Promise<StoredConstituency> => {
  const [acts, desk] = await Promise.all([
    records.list(definition.id, constituency),
    records.list(definition.id, deskPartition(constituency)),
  ]);
  return { acts, desk };
};

export const readConstituencyDesk = (
  definition: ElectionDefinition,
  { acts, desk }: StoredConstituency,
): ConstituencyDesk => ({
  known: { election: definition.id, definition, acts: readableActs(acts) },
  records: readDeskRecords(desk),
});

export const constituencyDesk = async (
  records: Records,
  definition: ElectionDefinition,
  constituency: string,
): Promise<ConstituencyDesk> =>
  readConstituencyDesk(definition, await constituencyRecords(records, definition, constituency));
