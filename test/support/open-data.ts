import { readSheet } from 'read-excel-file/node';
import type { ElectionScript } from '#functions/elections/election-script.ts';
import type { PublishedVersion } from '#shared/publication/publish-version.ts';
import { publishVersion } from '#shared/publication/publish-version.ts';
import { type Act, actPlace } from '#shared/recount/act.ts';
import { appendBatch, type LedgerBuild, nextBatch, startBuild } from '#shared/recount/ledger-build.ts';
import { must } from '#shared/result.ts';

/** The acts of an election as its script has them: the definition, every report, and lots. */
const actsOf = ({ definition, reports, lots }: ElectionScript): readonly (readonly Act[])[] => {
  const common = { election: definition.id, acceptedAt: definition.pollClosesAt } as const;
  return [
    [{ ...common, type: 'definition', role: 'chief_electoral_officer', revision: 1, body: definition }],
    [
      ...reports.map(
        (body): Act => ({
          ...common,
          type: 'report',
          role: 'presiding_officer',
          correction: false,
          body,
          warnings: [],
        }),
      ),
      ...lots.map((body): Act => ({ ...common, type: 'lots', role: 'returning_officer', body })),
    ],
  ];
};

/** The versions of a scripted election: before the first report, and with all of them. */
export const versionsOf = (
  script: ElectionScript,
): { readonly zero: PublishedVersion; readonly all: PublishedVersion; readonly build: LedgerBuild } => {
  const build = startBuild(script.id);
  const [definition = [], acts = []] = actsOf(script);
  const orderedAt = script.definition.pollClosesAt;
  const append = (version: number, batch: readonly Act[]) => {
    appendBatch(
      build,
      nextBatch(build, { version, orderedAt, pollClosed: version > 1, places: batch.map(actPlace) }, batch),
    );
    return must(publishVersion(build), 'a defined election can be published');
  };
  const zero = append(1, definition);
  return { zero, all: append(2, acts), build };
};

export type Row = Readonly<Record<string, string>>;

/** Reads RFC 4180 one character at a time. */
export const readCsv = (text: string): string[][] => {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const here = text[at];
    if (quoted && here === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (here === '"') quoted = !quoted;
    else if (!quoted && here === ',') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (!quoted && here === '\r' && text[at + 1] === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      rows.push([]);
      at += 1;
    } else cell += here;
  }
  return rows.slice(0, -1);
};

/** A table as one object a row. */
export const csvRows = (text: string): readonly Row[] => {
  const [header = [], ...rows] = readCsv(text.replace(/^\ufeff/, ''));
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
};

/** A sheet as another program reads it: one array a row, header first. */
export const sheetRows = (workbook: Uint8Array, sheet: string): Promise<readonly (readonly unknown[])[]> =>
  readSheet(Buffer.from(workbook), sheet);
