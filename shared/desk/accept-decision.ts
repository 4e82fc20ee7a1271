import { mostMarks } from '../counting/invalid-codes.ts';
import { type Constituency, countsVotes, placesOf, type Station } from '../election/definition.ts';
import { EDITION_RULES } from '../election/editions.ts';
import { oneProblem, type Problems } from '../election/input-problem.ts';
import type { Known } from '../recount/accept-report.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { DeskActing } from './accept-form.ts';
import type { Decider, Decision } from './decision.ts';
import type { DeskRecordOf, Signed } from './desk-record.ts';

export type DecisionRow = Signed<DeskRecordOf<'decision'>>;

const isDecision = (record: Signed): record is DecisionRow => record.type === 'decision';

type RowsByStation = ReadonlyMap<string, readonly DecisionRow[]>;
const grouped = new WeakMap<readonly Signed[], RowsByStation>();

/** What was read once does not change: it is sorted out once, however many stations ask. */
const byStation = (records: readonly Signed[]): RowsByStation => {
  const known = grouped.get(records);
  if (known) return known;
  const rows = records.filter(isDecision).toSorted((a, b) => a.body.seq - b.body.seq);
  const made = Map.groupBy(rows, ({ body }) => body.station);
  grouped.set(records, made);
  return made;
};

/** The rows of one counting place, in the order of its record. */
export const rowsOf = (records: readonly Signed[], station: string): readonly DecisionRow[] =>
  byStation(records).get(station) ?? [];

/** Rows that no later row takes the place of: one a paper. */
export const standingRows = (rows: readonly DecisionRow[]): readonly DecisionRow[] => {
  const gone = new Set(rows.map(({ body }) => body.supersedes));
  return rows.filter(({ body }) => !gone.has(body.seq));
};

const AT_STATION: readonly Decider[] = ['presiding_officer'];
const RETURNING: readonly Decider[] = ['returning_officer'];
const EITHER: readonly Decider[] = ['assistant_returning_officer', 'returning_officer'];

/**
 * Who decides the papers of a counting place: the Presiding Officer at a station; at the Central Counting Station the Returning Officer,
 * and for the District Council (second) constituency also the Assistant Returning Officer [2016 ¶5.74, ¶5.78, ¶5.88(d), ¶5.92, ¶5.97, C-4].
 */
export const decidersOf = (
  { kind: constituency }: Pick<Constituency, 'kind'>,
  { kind }: Pick<Station, 'kind'>,
): readonly Decider[] => {
  if (constituency === 'ordinary_fc' || constituency === 'special_fc') return RETURNING;
  if (kind !== 'central_counting') return AT_STATION;
  return constituency === 'dc_second' ? EITHER : RETURNING;
};

/** Most contestants that one accepted paper can count for. */
export const mostCountedFor = ({
  system,
  seats,
  contestants,
}: Pick<Constituency, 'system' | 'seats' | 'contestants'>): number =>
  mostMarks(system, seats) ?? contestants.length;

const countedForProblems = ({ final, countedFor }: Decision, constituency: Constituency): Problems => {
  if (final === 'reject') {
    return countedFor === undefined
      ? []
      : oneProblem('counted-for-none', '$.countedFor', countedFor.join(', '));
  }
  if (countedFor === undefined) return oneProblem('counted-for-missing', '$.countedFor', null);
  const known = new Set(constituency.contestants.map(({ id }) => id));
  const limit = mostCountedFor(constituency);
  const repeated = countedFor.find((id, index) => countedFor.indexOf(id) !== index);
  return [
    ...countedFor
      .filter((id) => !known.has(id))
      .flatMap((id) =>
        oneProblem('unknown-contestant', '$.countedFor', id, { constituency: constituency.id }),
      ),
    ...(repeated === undefined ? [] : oneProblem('not-unique', '$.countedFor', repeated)),
    ...(countedFor.length > limit
      ? oneProblem('counted-for-many', '$.countedFor', countedFor.length, { limit })
      : []),
  ];
};

/** The 2016 edition announces a preliminary decision, the 2008 edition none [2016 ¶5.75; 2008 ¶5.58-5.59]. */
const preliminaryProblems = ({ preliminary }: Decision, announced: boolean | undefined): Problems => {
  if (announced === true && preliminary === undefined)
    return oneProblem('preliminary-missing', '$.preliminary', null);
  if (announced === false && preliminary !== undefined)
    return oneProblem('preliminary-unannounced', '$.preliminary', preliminary);
  return [];
};

const objectionProblems = ({ final, objection }: Decision): Problems => {
  const fits = final === 'accept' ? 'acceptance_objected' : 'rejection_objected';
  return objection === 'none' || objection === fits
    ? []
    : oneProblem('objection-differs', '$.objection', objection, { fits });
};

/** A typing mistake is mended by another row, as long as nothing rests on the record [2016 ¶5.76]. */
const supersedingProblems = (
  { supersedes, reason, station }: Decision,
  rows: readonly DecisionRow[],
  reported: boolean,
): Problems => {
  if (supersedes === undefined) return [];
  const standing = standingRows(rows).some(({ body }) => body.seq === supersedes);
  return [
    ...(standing ? [] : oneProblem('no-such-decision', '$.supersedes', supersedes)),
    ...(reason === undefined ? oneProblem('reason-required', '$.reason', null) : []),
    ...(reported ? oneProblem('decisions-final', '$.supersedes', station) : []),
  ];
};

/** Takes the decision on one questionable paper. A recount counts it again and decides nothing again, so the row knows no count [C-5]. */
export const acceptDecision = (
  { known, records }: { readonly known: Known; readonly records: readonly Signed[] },
  body: Decision,
  { role, now }: DeskActing,
): Result<DeskRecordOf<'decision'>, Problems> => {
  const { definition, acts, election } = known;
  const places = placesOf(definition);
  const station = places.stations.get(body.station);
  const constituency = places.constituencies.get(body.constituency);
  if (!constituency || station?.constituency !== constituency.id || !countsVotes(station))
    return refuse(oneProblem('unknown-station', '$.station', body.station));
  if (Date.parse(now) < Date.parse(definition.pollClosesAt))
    return refuse(oneProblem('before-close', '$', now, { pollClosesAt: definition.pollClosesAt }));
  const rows = rowsOf(records, body.station);
  const expected = rows.length + 1;
  const deciders = decidersOf(constituency, station);
  const reported = acts.some((act) => act.type === 'report' && act.body.station === body.station);
  const problems = [
    ...(body.seq === expected ? [] : oneProblem('act-number', '$.seq', body.seq, { expected })),
    ...preliminaryProblems(body, EDITION_RULES[definition.edition].stations?.preliminaryDecision),
    ...objectionProblems(body),
    ...countedForProblems(body, constituency),
    ...(deciders.includes(body.decidedBy)
      ? []
      : oneProblem('decider-differs', '$.decidedBy', body.decidedBy, { allowed: deciders.join(', ') })),
    ...supersedingProblems(body, rows, reported),
  ];
  if (problems.length > 0) return refuse(problems);
  return ok({ election, role, acceptedAt: now, type: 'decision', body });
};
