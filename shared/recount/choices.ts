import type { Constituency } from '../election/definition.ts';
import type { Choices } from '../election/report.ts';
import type { Tally } from './tally.ts';

/** Support, oppose and abstain of each contestant over all reports. */
export const choicesOf = (
  constituency: Constituency,
  { reports }: Pick<Tally, 'reports'>,
): ReadonlyMap<string, Choices> =>
  new Map(
    constituency.contestants.map(({ id }) => {
      const total = { support: 0, oppose: 0, abstain: 0 };
      for (const { choices } of reports) {
        const here = choices && Object.hasOwn(choices, id) ? choices[id] : undefined;
        total.support += here?.support ?? 0;
        total.oppose += here?.oppose ?? 0;
        total.abstain += here?.abstain ?? 0;
      }
      return [id, total];
    }),
  );
