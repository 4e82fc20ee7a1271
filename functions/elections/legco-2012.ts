import * as z from 'zod/mini';
import { StationReport } from '#shared/election/report.ts';
import type { ElectionScript } from './election-script.ts';
import { scriptFile, soundDefinition } from './script-file.ts';

const Official = z.array(z.looseObject({ id: z.string(), elected: z.array(z.string()) }));

/** The general election of 9 September 2012 as it was returned, station by station; `legco-2012/README.md` names the source. */
export const legco2012 = (): ElectionScript => {
  const definition = soundDefinition(scriptFile(z.unknown(), 'legco-2012/election.json'));
  return {
    id: definition.id,
    definition,
    reports: scriptFile(z.array(StationReport), 'legco-2012/reports.json'),
    lots: [],
    officersActs: [],
    officiallyElected: Object.fromEntries(
      scriptFile(Official, 'legco-2012/official.json').map(({ id, elected }) => [id, elected]),
    ),
  };
};
