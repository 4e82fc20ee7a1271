import { type CsvRow, csvFile } from '../publication/formats/csv.ts';
import type { AuditLine, NamedPerson } from './audit.ts';
import type { AuditChange } from './audit-changes.ts';

const HEADER = [
  'time',
  'kind',
  'constituency',
  'station',
  'account',
  'name',
  'role',
  'second_account',
  'second_name',
  'second_role',
  'reason',
  'changes',
  'story',
  'place',
] as const;

const shown = (value: AuditChange['before']): string => (value === null ? '–' : String(value));

const changesCell = ({ changes, moreChanges }: AuditLine): string => {
  const told = changes.map(
    ({ path, before, after }) => `${path.slice(2)}: ${shown(before)} → ${shown(after)}`,
  );
  return [...told, ...(moreChanges > 0 ? [`… ${moreChanges}`] : [])].join('\n');
};

const personCells = (person: NamedPerson | null): CsvRow =>
  person === null ? [null, null, null] : [person.account, person.name, person.role];

const rowOf = (line: AuditLine): CsvRow => [
  line.at,
  line.kind,
  line.constituency,
  line.station,
  ...personCells(line.who),
  ...personCells(line.second),
  line.reason,
  changesCell(line),
  line.story,
  line.id,
];

/** The trail as a spreadsheet opens it: what somebody typed as a reason is never run as a formula. */
export const auditCsv = (lines: readonly AuditLine[]): string => csvFile(HEADER, lines.map(rowOf));
