import { standingNames } from '../election/check-definition.ts';
import type { Constituency } from '../election/definition.ts';
import type { ConstituencyFold } from './election-fold.ts';
import type { Named } from './name-elected.ts';

const sameNames = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((id) => b.has(id));

/**
 * Who is elected once the Returning Officer has declared: those declared, whatever corrected figures give
 * since; only an election petition can unseat them. Where the two differ the result says so.
 */
export const declaredNames = (
  constituency: Constituency,
  declaration: ConstituencyFold['declaration'],
  computed: Named,
): { readonly named: Named; readonly differs: boolean } => {
  if (!declaration) return { named: computed, differs: false };
  const declared = new Set(declaration.body.elected);
  if (sameNames(declared, new Set([...computed.elected.values()].flat()))) {
    return { named: computed, differs: false };
  }
  const elected = new Map(
    constituency.contestants.map((contestant): [string, readonly string[]] => [
      contestant.id,
      standingNames(contestant, constituency)
        .map(({ id }) => id)
        .filter((id) => declared.has(id)),
    ]),
  );
  const seats = new Map([...elected].map(([id, names]) => [id, names.length]));
  // A declared failure names nobody: that the votes would have elected somebody is no difference of figures.
  return { named: { ...computed, elected, seats }, differs: declaration.body.outcome === 'elected' };
};
