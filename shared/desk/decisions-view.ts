import { type Endorsement, endorsementsFor } from '../counting/endorsements.ts';
import { countingStations, type Station } from '../election/definition.ts';
import { EDITION_RULES } from '../election/editions.ts';
import type { StationReport } from '../election/report.ts';
import type { Statement, StatementFigures } from '../election/statement.ts';
import type { Language } from '../election/text.ts';
import { constituencyOf } from '../recount/tally.ts';
import { must } from '../result.ts';
import { type DecisionRow, decidersOf, mostCountedFor, rowsOf, standingRows } from './accept-decision.ts';
import { statementFigures, statementsIn } from './accept-statement.ts';
import { type AccountLine, accountLine } from './account-line.ts';
import type { Decider, Decision } from './decision.ts';
import { type DecisionSums, type SumDifference, sumDifferences, sumsOf } from './decision-sums.ts';
import type { FormSheet } from './desk-views.ts';
import { sheetHead } from './form-sheet.ts';
import type { KnownDesk } from './known-desk.ts';
import { worksOf } from './progress.ts';

/** One row as the screen shows it, with what is written on the front of the paper. */
export interface DecisionView extends Omit<Decision, 'constituency' | 'station'> {
  readonly endorsements: readonly Endorsement[];
  /** A later row takes its place. */
  readonly mended: boolean;
  readonly at: string;
}

/** The decision record of one counting place, with its account. */
export interface PlaceDecisions {
  readonly station: Pick<Station, 'id' | 'name' | 'kind'>;
  readonly deciders: readonly Decider[];
  readonly rows: readonly DecisionView[];
  /** The number that the next row has. */
  readonly next: number;
  readonly sums: DecisionSums;
  /** The form's questionable papers, settled or public; null while there is none. */
  readonly reported: StationReport['questionable'] | null;
  readonly differs: readonly SumDifference[];
  /** A report is public: a row can no longer be mended. */
  readonly final: boolean;
  readonly account: AccountLine | null;
}

/** `GET …/desk/{constituency}/decisions`; never public [F-4]. */
export interface DecisionsView {
  readonly now: string;
  readonly sheet: Omit<FormSheet, 'now' | 'stations'>;
  /** Whether a preliminary decision is announced; null where the edition does not say. */
  readonly announced: boolean | null;
  readonly bilingual: boolean;
  readonly mostCountedFor: number;
  readonly places: readonly PlaceDecisions[];
  /** Sums of the constituency; null for an officer of single stations. */
  readonly total: StatementFigures | null;
  /** The statements that are public, the last of them in force. */
  readonly statements: readonly (Statement & { readonly at: string })[];
  readonly declared: boolean;
}

const rowView =
  (bilingual: boolean, standing: ReadonlySet<DecisionRow>) =>
  (row: DecisionRow): DecisionView => {
    const { constituency: _c, station: _s, ...body } = row.body;
    return {
      ...body,
      endorsements: endorsementsFor({ final: body.final, objected: body.objection !== 'none', bilingual }),
      mended: !standing.has(row),
      at: row.acceptedAt,
    };
  };

/** Who looks, and at which counting places. */
export interface DecisionsLooking {
  readonly now: string;
  readonly language: Language;
  /** Undefined asks for the constituency as a whole. */
  readonly sees: (station?: string) => boolean;
}

/** A constituency's decision records and accounts, as far as this officer may see them. */
export const decisionsView = (desk: KnownDesk, { now, language, sees }: DecisionsLooking): DecisionsView => {
  const { known, records, constituency: id } = desk;
  const { definition } = known;
  const constituency = must(constituencyOf(definition, id), `${id} is a constituency`);
  const rules = EDITION_RULES[definition.edition].stations;
  const bilingual = rules?.bilingualEndorsement ?? true;
  const works = worksOf(desk);
  const place = (station: Station): PlaceDecisions => {
    const work = works.get(station.id);
    const rows = rowsOf(records, station.id);
    const standing = standingRows(rows);
    const report = work?.settled ?? work?.standing?.body ?? null;
    const sums = sumsOf(standing);
    return {
      station: { id: station.id, name: station.name, kind: station.kind },
      deciders: decidersOf(constituency, station),
      rows: rows.map(rowView(bilingual, new Set(standing))),
      next: rows.length + 1,
      sums,
      reported: report && (report.questionable ?? {}),
      differs: report ? sumDifferences(sums, report) : [],
      final: work?.standing != null,
      account: report && accountLine(report, constituency, definition, language),
    };
  };
  return {
    now,
    sheet: sheetHead(definition, constituency),
    announced: rules?.preliminaryDecision ?? null,
    bilingual,
    mostCountedFor: mostCountedFor(constituency),
    places: countingStations(definition, id)
      .filter((station) => sees(station.id))
      .map(place),
    total: sees() ? statementFigures(known, records, id) : null,
    statements: statementsIn(known.acts).map(({ body, acceptedAt }) => ({ ...body, at: acceptedAt })),
    declared: known.acts.some(({ type }) => type === 'declaration'),
  };
};
