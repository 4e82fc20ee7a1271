import * as z from 'zod/mini';
import type { Declaration } from '#shared/election/acts.ts';
import { Act } from '#shared/recount/act.ts';
import { countConstituency } from '#shared/recount/count-constituency.ts';
import { reportActs } from '#shared/recount/count-reports.ts';
import { everyOutcome } from '#shared/recount/every-outcome.ts';
import { knownFold } from '#shared/recount/known-fold.ts';
import type { ConstituencyResult } from '#shared/recount/results.ts';
import type { ElectionScript, OfficersAct } from '../elections/election-script.ts';
import { actKind } from './step-act.ts';

const officersAct = (
  common: { readonly election: string; readonly acceptedAt: string },
  { resource, role, body }: OfficersAct,
): Act => z.parse(Act, { ...common, ...actKind(resource), role, body });

/** Every act up to the declaration, as the records would hold them. */
const actsBeforeDeclaration = ({ definition, reports, officersActs }: ElectionScript): readonly Act[] => {
  const common = { election: definition.id, acceptedAt: definition.pollClosesAt };
  return [
    ...reportActs(definition, reports),
    ...officersActs.filter(({ after }) => after === 'reports').map((act) => officersAct(common, act)),
  ];
};

/** The constituencies of an election as they stand before they are declared. */
export const countBeforeDeclaration = (script: ElectionScript): readonly ConstituencyResult[] => {
  const { definition } = script;
  const fold = knownFold(definition, actsBeforeDeclaration(script));
  const basis = { fold, definition, outcomeOf: everyOutcome };
  return definition.constituencies.map((constituency) => countConstituency(basis, constituency).result);
};

const electedIn = (result: ConstituencyResult): readonly string[] =>
  result.contestants.flatMap(({ elected }) => elected);

const electedNames = (result: ConstituencyResult): readonly string[] =>
  result.contestants.flatMap(({ candidates }) =>
    candidates.filter(({ elected }) => elected).map(({ name }) => name['zh-Hant'] ?? name.en ?? ''),
  );

const assertDeclarable = (script: ElectionScript, result: ConstituencyResult): void => {
  const where = `${script.id}, ${result.id}`;
  if (result.stationsReported < result.stationsExpected || result.lots.needed) {
    throw new Error(`The election's files lack reports or lots: ${where} cannot be declared.`);
  }
  const official = script.officiallyElected?.[result.id];
  const counted = electedNames(result);
  if (official && official.join() !== counted.join()) {
    throw new Error(
      `The count of ${where} differs from the official declaration: ${counted.join(', ')}; officially ${official.join(', ')}.`,
    );
  }
};

const declarationOf = (result: ConstituencyResult): Declaration => {
  const { id: constituency, kind } = result;
  const elected = [...electedIn(result)];
  // A question of a referendum elects nobody where more oppose than support; that is an answer, not a failed election.
  if (elected.length > 0 || kind === 'referendum') return { constituency, outcome: 'elected', elected };
  return { constituency, outcome: 'failed', elected, reason: 'No candidate is left who could be elected.' };
};

/** What each Returning Officer reads aloud: exactly what the count gives, and where it is known what was officially declared. */
export const declarationsOf = (script: ElectionScript): readonly Declaration[] =>
  countBeforeDeclaration(script)
    .filter(({ contested }) => contested)
    .map((result) => {
      assertDeclarable(script, result);
      return declarationOf(result);
    });
