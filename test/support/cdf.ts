import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ajvDraft04 from 'ajv-draft-04';
import ajvFormats from 'ajv-formats';

/** What the checks look at of a NIST SP 1500-100 report. */
export interface CdfReport {
  readonly IsTest: boolean;
  readonly GpUnit: readonly { readonly '@id': string; readonly ComposingGpUnitIds?: readonly string[] }[];
  readonly Election: readonly {
    readonly ElectionScopeId: string;
    readonly Candidate: readonly { readonly '@id': string }[];
    readonly BallotCounts: readonly {
      readonly GpUnitId: string;
      readonly BallotsCast?: number;
      readonly BallotsRejected?: number;
    }[];
    readonly Contest: readonly {
      readonly '@id': string;
      readonly ElectionDistrictId: string;
      readonly ContestSelection: readonly {
        readonly '@id': string;
        readonly CandidateIds?: readonly string[];
        readonly VoteCounts: readonly {
          readonly GpUnitId: string;
          readonly Count: number;
          readonly Type: string;
          readonly Round?: number;
        }[];
      }[];
    }[];
  }[];
}

const folder = resolve(import.meta.dirname, '../..', process.env['VECTORS'] ?? '../shared/vectors');
const schemaFile = `${folder}/nist/NIST_V2_election_results_reporting.json`;

/** The published schema, where it is at hand. */
const schema = existsSync(schemaFile) ? JSON.parse(readFileSync(schemaFile, 'utf8')) : null;
if (schema === null)
  console.warn(
    `The schema of NIST SP 1500-100 was not found at ${schemaFile}; reports are checked without it.`,
  );

const validate = (() => {
  if (schema === null) return null;
  const ajv = new ajvDraft04.default({ strict: false, allErrors: false });
  ajvFormats.default(ajv);
  return ajv.compile(schema);
})();

const everyReference = ({ GpUnit, Election }: CdfReport): readonly string[] => [
  ...GpUnit.flatMap(({ ComposingGpUnitIds = [] }) => ComposingGpUnitIds),
  ...Election.flatMap(({ ElectionScopeId, BallotCounts, Contest }) => [
    ElectionScopeId,
    ...BallotCounts.map(({ GpUnitId }) => GpUnitId),
    ...Contest.flatMap(({ ElectionDistrictId, ContestSelection }) => [
      ElectionDistrictId,
      ...ContestSelection.flatMap(({ CandidateIds = [], VoteCounts }) => [
        ...CandidateIds,
        ...VoteCounts.map(({ GpUnitId }) => GpUnitId),
      ]),
    ]),
  ]),
];

const everyId = ({ GpUnit, Election }: CdfReport): readonly string[] => [
  ...GpUnit.map((unit) => unit['@id']),
  ...Election.flatMap(({ Candidate, Contest }) => [
    ...Candidate.map((candidate) => candidate['@id']),
    ...Contest.flatMap((contest) => [
      contest['@id'],
      ...contest.ContestSelection.map((selection) => selection['@id']),
    ]),
  ]),
];

/** An identifier that the XML form of the format could hold. */
const NC_NAME = /^[A-Za-z_][A-Za-z0-9._-]*$/;

/** What the schema refuses, and what it lets pass and should not: references into nowhere, odd counts, one name twice. */
export const cdfProblems = (report: CdfReport): readonly string[] => {
  const found: string[] = [];
  if (validate && !validate(report)) found.push(JSON.stringify(validate.errors?.slice(0, 3)));
  const ids = everyId(report);
  const known = new Set(ids);
  if (known.size !== ids.length) found.push('an identifier stands twice');
  found.push(...ids.filter((id) => !NC_NAME.test(id)).map((id) => `${id} is no NCName`));
  found.push(
    ...everyReference(report)
      .filter((id) => !known.has(id))
      .map((id) => `${id} leads nowhere`),
  );
  const counts = report.Election.flatMap(({ BallotCounts, Contest }) => [
    ...BallotCounts.flatMap(({ BallotsCast = 0, BallotsRejected = 0 }) => [BallotsCast, BallotsRejected]),
    ...Contest.flatMap(({ ContestSelection }) =>
      ContestSelection.flatMap(({ VoteCounts }) => VoteCounts.map(({ Count }) => Count)),
    ),
  ]);
  if (counts.some((count) => !Number.isSafeInteger(count) || count < 0)) found.push('an odd count');
  return found;
};
